package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Component;

/** Figures over their periods, beside those of comparable units. */
@Component
class Trends {
  private static final int MOST_PEERS = 12;
  private static final int PERCENT = 100;

  private final Figures figures;
  private final UnitNames units;

  Trends(Figures figures, UnitNames units) {
    this.figures = figures;
    this.units = units;
  }

  /**
   * @param standings the units that are compared with this one, perhaps none
   */
  Trend trend(Shell shell, Definition definition, Ask ask, List<Figures.Standing> standings) {
    List<Figures.Point> points = known(figures.series(ask, from(ask.period())));
    if (points.isEmpty()) {
      return new Trend(List.of(), "", "");
    }
    List<Trend.Point> shown =
        points.stream()
            .map(p ->
                new Trend.Point(
                    shell.say(Periods.words(p.period())),
                    Shown.of(definition, p.value(), shell.lang()),
                    link(shell, ask.in(p.period())),
                    p.period().equals(ask.period())))
            .toList();
    if (Shown.isLight(definition)) {
      return new Trend(shown, "", "");
    }
    List<Chart.Line> lines = new ArrayList<>();
    if (standings.size() <= MOST_PEERS
        && standings.stream().anyMatch(s -> s.unit().equals(ask.unit()))) {
      standings.stream()
          .filter(s -> !s.unit().equals(ask.unit()))
          .forEach(s ->
              lines.add(line(shell, definition, ask.of(s.unit()), points.getFirst().period())));
    }
    Chart.Line ours = line(shell, definition, ask, points.getFirst().period());
    lines.add(new Chart.Line(ours.name(), true, ours.values()));
    String unit = Shown.unit(definition.unit(), shell.lang());
    Chart chart =
        new Chart(
            shell.say(
                "screens.figure.trend_of", definition.label(), units.name(ask.unit(), ask.when())),
            points.stream().map(p -> p.period().toString()).toList(),
            lines,
            unit,
            definition.decimals(),
            isRank(definition),
            isShare(definition));
    return new Trend(shown, unit, chart.json());
  }

  static String link(Shell shell, Ask ask) {
    List<String> parameters =
        new ArrayList<>(List.of("unit", ask.unit(), "period", ask.period().toString()));
    ask.where().forEach((column, value) -> parameters.addAll(List.of(column, value)));
    return shell.linkThen(
        ask.when().on(), "/figures/" + ask.figure(), parameters.toArray(String[]::new));
  }

  private static Period from(Period last) {
    return last.plus(1 - Periods.shown(last.kind()));
  }

  /** Without the periods before the first that has a value. */
  private static List<Figures.Point> known(List<Figures.Point> points) {
    return points.stream()
        .dropWhile(p -> !(p.value() instanceof Value.Number n) || n.rows() == 0)
        .toList();
  }

  private Chart.Line line(Shell shell, Definition definition, Ask ask, Period from) {
    List<Optional<BigDecimal>> values =
        figures.series(ask, from).stream()
            .map(p ->
                p.value() instanceof Value.Number n
                    ? Optional.of(n.rounded(definition.decimals()))
                    : Optional.<BigDecimal>empty())
            .toList();
    return new Chart.Line(shell.say(units.name(ask.unit(), ask.when())), false, values);
  }

  static boolean isRank(Definition definition) {
    return definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Rank;
  }

  /** A share of something is shown from zero; a level may be cut, to show how it moves. */
  private static boolean isShare(Definition definition) {
    return definition.scale() == PERCENT && definition.made() instanceof Definition.Folded;
  }
}
