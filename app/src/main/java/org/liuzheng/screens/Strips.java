package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    return rank(ask).filter(r -> !figures.ranking(r).isEmpty()).map(rank -> {
      int run = run(ask);
      int columns = Math.clamp(run + BEFORE_THE_RUN,
          Math.max(FEWEST, run == 0 ? Periods.shown(ask.period().kind()) / 2 : 0), MOST);
      return new Reader(shell, rank, columns, run).strip();
    });
  }

  boolean isAboutPlaces(Ask ask) {
    return rank(ask).isPresent();
  }

  private Optional<Ask> rank(Ask ask) {
    return figures.definition(ask.figure()).flatMap(d -> d.made() instanceof Stepped s
        ? switch (s.step()) {
          case Step.Rank r -> Optional.of(ask);
          case Step.Streak s2 -> Optional.of(ask.with(s.of()));
          case Step.YearOnYear y -> Optional.<Ask>empty();
          case Step.Difference d2 -> Optional.<Ask>empty();
          case Step.Reduction r -> Optional.<Ask>empty();
        } : Optional.empty());
  }

  /** How long the run is that ends with the period asked for; 0 for a rank. */
  private int run(Ask ask) {
    boolean streak = figures.definition(ask.figure()).map(Definition::made)
        .filter(m -> m instanceof Stepped s && s.step() instanceof Step.Streak).isPresent();
    return streak && figures.value(ask) instanceof Value.Number n
        ? n.rounded(0).intValueExact() : 0;
  }

  /** Reads one strip. */
  private final class Reader {
    private final Shell shell;
    private final Ask rank;
    private final int run;
    private final Definition base;
    private final List<Period> periods;
    private final Map<String, List<Value>> places = new LinkedHashMap<>();
    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    Reader(Shell shell, Ask rank, int columns, int run) {
      this.shell = shell;
      this.rank = rank;
      this.run = run;
      this.base = figures.definition(rank.figure()).map(Definition::made)
          .map(m -> ((Stepped) m).of()).flatMap(figures::definition).orElseThrow();
      this.periods = IntStream.rangeClosed(1, columns)
          .mapToObj(i -> rank.period().plus(i - columns))
          .collect(Collectors.toCollection(ArrayList::new));
      figures.ranking(rank).stream().sorted(Comparator
              .comparing((Figures.Standing s) -> !s.unit().equals(rank.unit())))
          .forEach(s -> read(s.unit()));
    }

    private void read(String unit) {
      places.put(unit, series(rank.of(unit)));
      values.put(unit, series(rank.of(unit).with(base.name())));
    }

    private List<Value> series(Ask ask) {
      return figures.series(ask, periods.getFirst()).stream().map(Figures.Point::value).toList();
    }

    /** Nobody is ranked before the first column. */
    private void dropEmpty() {
      int first = IntStream.range(0, periods.size())
          .filter(i -> places.keySet().stream().anyMatch(u -> place(u, i) > 0)).findFirst()
          .orElse(0);
      periods.subList(0, first).clear();
      places.replaceAll((u, all) -> all.subList(first, all.size()));
      values.replaceAll((u, all) -> all.subList(first, all.size()));
    }

    Strip strip() {
      dropEmpty();
      List<Strip.Lane> lanes = places.keySet().stream().map(this::lane).toList();
      return new Strip(shell.say("screens.strip.size", places.size(), periods.size()),
          periods.size(), shell.say(Periods.words(rank.period())), lanes, years(), pins(),
          places.containsKey(rank.unit()) ? closest() : List.of());
    }

    private Strip.Lane lane(String unit) {
      List<Strip.Cell> cells = IntStream.range(0, periods.size())
          .mapToObj(i -> cell(unit, i)).toList();
      String says = shell.say("screens.strip.lane", name(unit), periods.size(), times(unit, 1),
          times(unit, 2), times(unit, 3));
      return new Strip.Lane(name(unit), says, unit.equals(rank.unit()), cells,
          Shown.of(base, values.get(unit).getLast(), shell.lang()));
    }

    private long times(String unit, int place) {
      return IntStream.range(0, periods.size()).filter(i -> place(unit, i) == place).count();
    }

    private Strip.Cell cell(String unit, int at) {
      String period = shell.say(Periods.words(periods.get(at)));
      int place = place(unit, at);
      return switch (place) {
        case 0 -> new Strip.Cell("none", shell.say("screens.strip.none", period));
        case 1 -> tied(unit, at)
            ? new Strip.Cell("tie", shell.say("screens.strip.tied", period, place))
            : new Strip.Cell("r1", shell.say("screens.strip.place", period, place));
        case 2, 3 -> new Strip.Cell("r" + place, shell.say("screens.strip.place", period, place));
        default -> new Strip.Cell("rest", shell.say("screens.strip.place", period, place));
      };
    }

    /** 0 where the unit is not ranked. */
    private int place(String unit, int at) {
      return places.getOrDefault(unit, List.of()).get(at) instanceof Value.Number n
          ? n.rounded(0).intValueExact() : 0;
    }

    private boolean tied(String unit, int at) {
      return places.keySet().stream()
          .anyMatch(u -> !u.equals(unit) && place(u, at) == place(unit, at));
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
    private List<Strip.Span> pins() {
      List<Strip.Span> pins = new ArrayList<>();
      int start = periods.size() - run;
      if (run > 0 && start >= 0) {
        pins.add(pin(start, "screens.strip.start"));
      }
      IntStream.range(Math.max(start, 0), periods.size())
          .filter(i -> place(rank.unit(), i) == 1 && tied(rank.unit(), i)).limit(PINNED_TIES)
          .forEach(i -> pins.add(pin(i, "screens.strip.tie")));
      return pins;
    }

    private Strip.Span pin(int at, String key) {
      return new Strip.Span(at + 1, 1, shell.say(key, periods.get(at).toString()));
    }

    /** The periods in which the lead was least; only where the unit was first. */
    private List<Strip.Close> closest() {
      record Lead(int at, String runner, BigDecimal by) {}

      return IntStream.range(Math.max(periods.size() - Math.max(run, 1), 0), periods.size())
          .filter(i -> place(rank.unit(), i) == 1).boxed()
          .flatMap(i -> runner(i).map(r -> new Lead(i, r, lead(i, r))).stream())
          .sorted(Comparator.comparing(Lead::by)).limit(CLOSEST)
          .map(l -> new Strip.Close(shell.say(Periods.words(periods.get(l.at()))),
              Trends.link(shell, rank.with(base.name()).in(periods.get(l.at()))),
              Shown.of(base, values.get(rank.unit()).get(l.at()), shell.lang()),
              Shown.of(base, values.get(l.runner()).get(l.at()), shell.lang()),
              Shown.number(l.by()),
              name(l.runner())))
          .toList();
    }

    private Optional<String> runner(int at) {
      return places.keySet().stream()
          .filter(u -> !u.equals(rank.unit()) && place(u, at) > 0)
          .min(Comparator.comparing((String u) -> place(u, at)));
    }

    private BigDecimal lead(int at, String runner) {
      return Shown.difference(values.get(rank.unit()).get(at), values.get(runner).get(at),
          base.decimals()).abs();
    }

    private String name(String unit) {
      return shell.say(units.name(unit, rank.when()));
    }
  }
}
