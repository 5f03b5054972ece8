package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definition.Step;
import org.liuzheng.figure.Definition.Stepped;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Component;

/** Reads the places of all competitors over the periods of a rank, or of the streak upon it. */
@Component
class Strips {
  private static final int MOST = 40;
  private static final int BEFORE_THE_RUN = 2;
  private static final int FEWEST = 6;
  private static final int PINNED_TIES = 2;
  private static final int CLOSEST = 3;

  private final Figures figures;
  private final UnitNames units;

  Strips(Figures figures, UnitNames units) {
    this.figures = figures;
    this.units = units;
  }

  /** Empty unless the figure is a rank, or a streak upon one, and somebody is ranked. */
  Optional<Strip> strip(Shell shell, Ask ask) {
    return rank(ask)
        .filter(r -> !figures.ranking(r).isEmpty())
        .map(rank -> {
          int run = run(ask);
          int columns =
              Math.clamp(
                  run + BEFORE_THE_RUN,
                  Math.max(FEWEST, run == 0 ? Periods.shown(ask.period().kind()) / 2 : 0),
                  MOST);
          return new Reader(shell, rank, columns, run).strip();
        });
  }

  boolean isAboutPlaces(Ask ask) {
    return rank(ask).isPresent();
  }

  private Optional<Ask> rank(Ask ask) {
    return figures
        .definition(ask.figure())
        .map(Definition::made)
        .filter(Stepped.class::isInstance)
        .map(Stepped.class::cast)
        .flatMap(s ->
            s.step() instanceof Step.Rank
                ? Optional.of(ask)
                : s.step() instanceof Step.Streak
                    ? Optional.of(ask.with(s.of()))
                    : Optional.empty());
  }

  /** Over how many periods the run reaches that ends with the one asked for; 0 for a rank. */
  private int run(Ask ask) {
    boolean streak =
        figures
            .definition(ask.figure())
            .map(Definition::made)
            .filter(m -> m instanceof Stepped s && s.step() instanceof Step.Streak)
            .isPresent();
    return streak && figures.value(ask) instanceof Value.Number
        ? figures.run(ask).periods().size()
        : 0;
  }

  /**
   * @param places the rank in each period
   * @param values what was ranked in each period
   */
  private record Competitor(String unit, List<Value> places, List<Value> values) {

    /** 0 where the competitor is not ranked. */
    int place(int at) {
      return places.get(at) instanceof Value.Number n ? n.rounded(0).intValueExact() : 0;
    }

    long times(int place) {
      return IntStream.range(0, places.size()).filter(i -> place(i) == place).count();
    }

    Competitor from(int first) {
      return new Competitor(
          unit, places.subList(first, places.size()), values.subList(first, values.size()));
    }
  }

  /** Reads one strip. */
  private final class Reader {
    private final Shell shell;
    private final Ask rank;
    private final int run;
    private final Definition base;
    private final List<Period> periods;
    private final List<Competitor> all;

    Reader(Shell shell, Ask rank, int columns, int run) {
      this.shell = shell;
      this.rank = rank;
      this.run = run;
      this.base =
          figures
              .definition(rank.figure())
              .map(Definition::made)
              .map(m -> ((Stepped) m).of())
              .flatMap(figures::definition)
              .orElseThrow();
      List<Period> asked =
          IntStream.rangeClosed(1, columns).mapToObj(i -> rank.period().plus(i - columns)).toList();
      List<Competitor> competitors =
          figures.ranking(rank).stream()
              .sorted(Comparator.comparing((Figures.Standing s) -> !s.unit().equals(rank.unit())))
              .map(s ->
                  new Competitor(
                      s.unit(),
                      series(rank.of(s.unit()), asked.getFirst()),
                      series(rank.of(s.unit()).with(base.name()), asked.getFirst())))
              .toList();
      int first =
          IntStream.range(0, columns)
              .filter(i -> competitors.stream().anyMatch(c -> c.place(i) > 0))
              .findFirst()
              .orElse(0);
      this.periods = asked.subList(first, columns);
      this.all = competitors.stream().map(c -> c.from(first)).toList();
    }

    private List<Value> series(Ask ask, Period from) {
      return figures.series(ask, from).stream().map(Figures.Point::value).toList();
    }

    Strip strip() {
      Optional<Competitor> ours =
          all.stream().filter(c -> c.unit().equals(rank.unit())).findFirst();
      return new Strip(
          shell.say("screens.strip.size", all.size(), periods.size()),
          periods.size(),
          shell.say(Periods.words(rank.period())),
          all.stream().map(this::lane).toList(),
          years(),
          ours.map(this::pins).orElse(List.of()),
          ours.map(this::closest).orElse(List.of()));
    }

    private Strip.Lane lane(Competitor c) {
      List<Strip.Cell> cells =
          IntStream.range(0, periods.size()).mapToObj(i -> cell(c, i)).toList();
      String says =
          shell.say(
              "screens.strip.lane", name(c), periods.size(), c.times(1), c.times(2), c.times(3));
      return new Strip.Lane(
          name(c),
          says,
          c.unit().equals(rank.unit()),
          cells,
          Shown.of(base, c.values().getLast(), shell.lang()));
    }

    private Strip.Cell cell(Competitor c, int at) {
      String period = shell.say(Periods.words(periods.get(at)));
      int place = c.place(at);
      return switch (place) {
        case 0 -> new Strip.Cell("none", shell.say("screens.strip.none", period));
        case 1 ->
            tied(c, at)
                ? new Strip.Cell("tie", shell.say("screens.strip.tied", period, place))
                : new Strip.Cell("r1", shell.say("screens.strip.place", period, place));
        case 2, 3 -> new Strip.Cell("r" + place, shell.say("screens.strip.place", period, place));
        default -> new Strip.Cell("rest", shell.say("screens.strip.place", period, place));
      };
    }

    private boolean tied(Competitor c, int at) {
      return all.stream().anyMatch(o -> !o.equals(c) && o.place(at) == c.place(at));
    }

    private List<Strip.Span> years() {
      List<Strip.Span> years = new ArrayList<>();
      int from = 0;
      for (int i = 1; i <= periods.size(); i++) {
        int year = periods.get(from).start().getYear();
        if (i == periods.size() || periods.get(i).start().getYear() != year) {
          years.add(new Strip.Span(from + 1, i - from, String.valueOf(year)));
          from = i;
        }
      }
      return years;
    }

    /** Where the run starts, and where its first ties are. */
    private List<Strip.Span> pins(Competitor ours) {
      List<Strip.Span> pins = new ArrayList<>();
      int start = periods.size() - run;
      if (run > 0 && start >= 0) {
        pins.add(pin(start, "screens.strip.start"));
      }
      IntStream.range(Math.max(start, 0), periods.size())
          .filter(i -> ours.place(i) == 1 && tied(ours, i))
          .limit(PINNED_TIES)
          .forEach(i -> pins.add(pin(i, "screens.strip.tie")));
      return pins;
    }

    private Strip.Span pin(int at, String key) {
      return new Strip.Span(at + 1, 1, shell.say(key, periods.get(at).toString()));
    }

    /** The periods of the run, or of all where there is none, that were won by least. */
    private List<Strip.Close> closest(Competitor ours) {
      record Lead(int at, Competitor runner, BigDecimal by) {}

      return IntStream.range(run == 0 ? 0 : Math.max(periods.size() - run, 0), periods.size())
          .filter(i -> ours.place(i) == 1)
          .boxed()
          .flatMap(i ->
              runner(ours, i)
                  .map(r ->
                      new Lead(
                          i,
                          r,
                          Shown.difference(ours.values().get(i), r.values().get(i), base.decimals())
                              .abs()))
                  .stream())
          .sorted(Comparator.comparing(Lead::by))
          .limit(CLOSEST)
          .map(l ->
              new Strip.Close(
                  shell.say(Periods.words(periods.get(l.at()))),
                  Trends.link(shell, rank.with(base.name()).in(periods.get(l.at()))),
                  Shown.of(base, ours.values().get(l.at()), shell.lang()),
                  Shown.of(base, l.runner().values().get(l.at()), shell.lang()),
                  Shown.number(l.by()),
                  name(l.runner())))
          .toList();
    }

    private Optional<Competitor> runner(Competitor ours, int at) {
      return all.stream()
          .filter(c -> !c.equals(ours) && c.place(at) > 0)
          .min(Comparator.comparing((Competitor c) -> c.place(at)));
    }

    private String name(Competitor c) {
      return shell.say(units.name(c.unit(), rank.when()));
    }
  }
}
