package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.springframework.stereotype.Component;

/** Figures over their periods, beside those of comparable units. */
@Component
class Trends {
  private static final int MOST_PEERS = 12;
  private static final int PERCENT = 100;

  private final Figures figures;
  private final UnitNames units;
  private final Disclosure disclosure;

  Trends(Figures figures, UnitNames units, Disclosure disclosure) {
    this.figures = figures;
    this.units = units;
    this.disclosure = disclosure;
  }

  /**
   * @param standings the units that are compared with this one, perhaps none
   */
  Trend trend(Shell shell, Definition definition, Ask ask, List<Figures.Standing> standings) {
    List<Figures.Point> points = known(disclosure.series(ask, from(ask.period()), shell.visitor()));
    if (points.isEmpty()) {
      return new Trend(List.of(), "", "");
    }
    Map<Period, String> breaks = breaks(shell, ask, points);
    List<Trend.Point> shown =
        points.stream()
            .map(p ->
                new Trend.Point(
                    shell.say(Periods.words(p.period())),
                    Shown.of(definition, p.value(), shell.lang()),
                    link(shell, ask.in(p.period())),
                    p.period().equals(ask.period()),
                    breaks.getOrDefault(p.period(), ""),
                    Shown.light(definition, p.value())))
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
            isShare(definition),
            marks(shell, definition, ask, points),
            breaks.keySet().stream()
                .map(p -> new Chart.Break(p.toString(), shell.say("screens.figure.break")))
                .toList());
    return new Trend(shown, unit, chart.json());
  }

  /** What the values are held against, as far as anything is said for any of the periods. */
  private List<Chart.Mark> marks(
      Shell shell, Definition definition, Ask ask, List<Figures.Point> points) {
    List<Ask> asks = points.stream().map(p -> ask.in(p.period())).toList();
    return Stream.of(
            mark(shell.say("screens.figure.target"), false, definition, asks, figures::target),
            mark(shell.say("screens.figure.floor"), true, definition, asks, figures::floor))
        .filter(m -> m.values().stream().anyMatch(Optional::isPresent))
        .toList();
  }

  private static Chart.Mark mark(
      String name,
      boolean floor,
      Definition definition,
      List<Ask> asks,
      Function<Ask, Optional<Value.Number>> held) {
    return new Chart.Mark(
        name,
        floor,
        asks.stream().map(a -> held.apply(a).map(n -> n.rounded(definition.decimals()))).toList());
  }

  /** Where the definition that governs is another than that of the period before, and why. */
  private Map<Period, String> breaks(Shell shell, Ask ask, List<Figures.Point> points) {
    List<Figures.Version> versions =
        FigurePasts.known(figures.versions(ask.figure()), ask.when().known());
    Map<Period, String> breaks = new TreeMap<>();
    for (int i = 1; i < points.size(); i++) {
      Period before = points.get(i - 1).period();
      Period period = points.get(i).period();
      if (!points.get(i).definition().equals(points.get(i - 1).definition())) {
        breaks.put(
            period,
            versions.stream()
                .filter(
                    v -> !v.until().isBefore(before.start()) && v.until().isBefore(period.start()))
                .reduce((a, b) -> b)
                .map(v -> shell.say("screens.figure.break_why", v.note()))
                .orElseGet(() -> shell.say("screens.figure.break")));
      }
    }
    return breaks;
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
        disclosure.series(ask, from, shell.visitor()).stream()
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
