package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.figure.Cells.At;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * One evaluation of figures as of one pair of times and one filter. Everything is asked for as a
 * grid of units and periods, so that a rank or a streak costs a query and not a query per point.
 */
final class Evaluation {
  /** A series of records has ended where this many periods have none. */
  static final int LONGEST_GAP = 24;

  private final Map<String, Installed> figures;
  private final Cells cells;
  private final UnitTree tree;
  private final When when;
  private final Map<String, String> where;
  private final Scores scores;
  private final Contests contests;

  /**
   * @param firstWindow how many periods a streak reads before it looks whether it goes on
   */
  Evaluation(
      Map<String, Installed> figures,
      Cells cells,
      UnitTree tree,
      When when,
      Map<String, String> where,
      KnownScores known,
      int firstWindow) {
    this.figures = figures;
    this.cells = new PeriodEnds(cells);
    this.tree = tree;
    this.when = when;
    this.where = where;
    this.contests = new Contests(this, tree, firstWindow);
    this.scores = new Scores(figures, this.cells, tree, when, known);
  }

  Value value(Installed figure, String unit, Period period) {
    return grid(figure, List.of(unit), List.of(period)).get(new At(unit, period));
  }

  /** A value for every unit in every period; the unit with the empty code stands for all rows. */
  Grid grid(Installed figure, Collection<String> units, Collection<Period> periods) {
    return switch (figure.definition().made()) {
      case Definition.Folded f -> folded(figure, f, units, periods);
      case Definition.Stepped s -> stepped(figure, s, units, periods);
    };
  }

  /** Values by unit and period. */
  static final class Grid {
    private final Map<At, Value> values = new LinkedHashMap<>();

    void put(At at, Value value) {
      values.put(at, value);
    }

    Value get(At at) {
      Value value = values.get(at);
      if (value == null) {
        throw new IllegalStateException("%s is not in the grid %s".formatted(at, values.keySet()));
      }
      return value;
    }
  }

  private Grid folded(
      Installed figure,
      Definition.Folded folded,
      Collection<String> units,
      Collection<Period> periods) {
    return cells(
        figure,
        units,
        periods,
        question -> cells.cells(figure, question),
        (at, found) -> folded(figure, folded, at, found));
  }

  private Value folded(Installed figure, Definition.Folded folded, At at, List<Cell> found) {
    Cell cell = sum(found);
    Optional<Value> number = cell.value(folded.fold(), figure.definition().scale()).map(n -> n);
    return number.orElseGet(() ->
        new Value.None(
            Words.text(
                cell.rows() == 0 ? "figure.no_record" : "figure.denominator_zero",
                name(at.unit()),
                at.period().toString())));
  }

  private Grid reduction(
      Installed stock,
      Definition.Step.Reduction reduction,
      int scale,
      Collection<String> units,
      Collection<Period> periods) {
    Definition.Fold fold = new Definition.Fold.CountDistinct(reduction.key());
    return cells(
        stock,
        units,
        periods,
        question -> cells.vanished(stock, question, reduction.key()),
        (at, found) -> {
          Optional<Value> number =
              found.isEmpty() ? Optional.empty() : sum(found).value(fold, scale).map(n -> n);
          return number.orElseGet(() ->
              new Value.None(
                  Words.text(
                      "figure.nothing_before",
                      name(at.unit()),
                      at.period().start().minusDays(1).toString())));
        });
  }

  private interface Folding {
    /**
     * @param found the cells of the unit and of those below it that count for it
     */
    Value value(At at, List<Cell> found);
  }

  private static Cell sum(List<Cell> cells) {
    return cells.stream().reduce(Cell.EMPTY, Cell::plus);
  }

  private Grid cells(
      Installed figure,
      Collection<String> units,
      Collection<Period> periods,
      Function<Cells.Question, Map<At, Cell>> read,
      Folding folding) {
    Map<String, Set<String>> members = new LinkedHashMap<>();
    units.forEach(u -> members.put(u, u.isEmpty() ? Set.of(u) : belonging(figure, u)));
    List<Period> begun =
        periods.stream().filter(p -> !p.start().isAfter(when.on())).distinct().sorted().toList();
    Optional<Set<String>> exact =
        units.contains("")
            ? Optional.empty()
            : Optional.of(
                members.values().stream()
                    .flatMap(Set::stream)
                    .collect(Collectors.toCollection(TreeSet::new)));
    Map<At, Cell> found =
        begun.isEmpty() ? Map.of() : read.apply(new Cells.Question(exact, begun, when, where));
    Grid grid = new Grid();
    for (Period p : new HashSet<>(periods)) {
      members.forEach((unit, of) ->
          grid.put(
              new At(unit, p),
              begun.contains(p)
                  ? folding.value(new At(unit, p), found(found, unit, of, p))
                  : notBegun(p)));
    }
    return grid;
  }

  /** The units whose rows count for a unit. */
  private Set<String> belonging(Installed figure, String unit) {
    return figure.definition().rollUp() ? tree.below(unit) : Set.of(unit);
  }

  private Value notBegun(Period period) {
    return new Value.None(Words.text("figure.not_begun", period.toString(), when.on().toString()));
  }

  private static List<Cell> found(
      Map<At, Cell> cells, String unit, Set<String> members, Period period) {
    return unit.isEmpty()
        ? cells.entrySet().stream()
            .filter(e -> e.getKey().period().equals(period))
            .map(Map.Entry::getValue)
            .toList()
        : members.stream().flatMap(m -> Stream.ofNullable(cells.get(new At(m, period)))).toList();
  }

  private Text name(String unit) {
    return unit.isEmpty() ? Words.text("figure.all_units") : Text.same(tree.name(unit));
  }

  private Grid stepped(
      Installed figure,
      Definition.Stepped stepped,
      Collection<String> units,
      Collection<Period> periods) {
    Installed base = base(stepped.of());
    int scale = figure.definition().scale();
    return switch (stepped.step()) {
      case Definition.Step.YearOnYear y ->
          growth(base, Period::yearBefore, "year", scale, new Asked(units, periods));
      case Definition.Step.Difference d ->
          both(base, base(d.minus()), scale, new Asked(units, periods), Steps::difference);
      case Definition.Step.Ratio r ->
          both(
              base,
              base(r.to()),
              scale,
              new Asked(units, periods),
              (of, to) -> Steps.ratio(of, to, base(r.to()).definition().label()));
      case Definition.Step.Rank r -> {
        Map<Period, Contest> held = contests.of(figure, periods);
        yield each(
            units,
            periods,
            scale,
            (unit, period) -> Objects.requireNonNull(held.get(period)).rankOf(unit));
      }
      case Definition.Step.Streak s ->
          each(units, periods, scale, (unit, period) -> contests.streak(base, s, unit, period));
      case Definition.Step.Reduction r -> reduction(base, r, scale, units, periods);
      case Definition.Step.Parts p ->
          each(units, periods, scale, (unit, period) -> parts(base, p, unit, period));
      case Definition.Step.Score _, Definition.Step.Grade _ ->
          each(units, periods, scale, (u, p) -> scores.value(figure, u, p, where));
      case Definition.Step.PeriodOnPeriod p ->
          growth(base, period -> period.plus(-1), "period", scale, new Asked(units, periods));
      case Definition.Step.YearToDate y -> windows(base, Period::yearToDate, scale, units, periods);
      case Definition.Step.Rolling r ->
          windows(base, p -> p.last(r.periods()), scale, units, periods);
      case Definition.Step.Share s -> share(base, scale, units, periods);
      case Definition.Step.Best b ->
          each(units, periods, scale, (unit, period) -> best(base, b.highest(), unit, period));
      case Definition.Step.Light l -> light(l, units, periods);
    };
  }

  Contests contests() {
    return contests;
  }

  Installed base(String name) {
    Installed base = figures.get(name);
    if (base == null) {
      throw new IllegalArgumentException("no figure %s among %s".formatted(name, figures.keySet()));
    }
    return base;
  }

  private interface Point {
    Value value(String unit, Period period);
  }

  private static Grid each(
      Collection<String> units, Collection<Period> periods, int scale, Point point) {
    Grid grid = new Grid();
    for (Period p : periods) {
      for (String u : units) {
        grid.put(new At(u, p), scaled(point.value(u, p), scale));
      }
    }
    return grid;
  }

  private static Value scaled(Value value, int scale) {
    return switch (value) {
      case Value.Number n ->
          Cell.fraction(
              n.numerator().multiply(BigDecimal.valueOf(scale)), n.denominator(), n.rows());
      case Value.None none -> none;
    };
  }

  private record Asked(Collection<String> units, Collection<Period> periods) {}

  private Grid growth(
      Installed base, UnaryOperator<Period> before, String earlier, int scale, Asked asked) {
    Set<Period> both = new TreeSet<>(asked.periods());
    asked.periods().forEach(p -> both.add(before.apply(p)));
    Grid of = grid(base, asked.units(), both);
    return each(
        asked.units(),
        asked.periods(),
        scale,
        (unit, period) ->
            Steps.growth(
                of.get(new At(unit, period)),
                of.get(new At(unit, before.apply(period))),
                before.apply(period),
                earlier));
  }

  /** The base's fold over the rows of several periods, whose cells add up to it. */
  private Grid windows(
      Installed base,
      Function<Period, List<Period>> window,
      int scale,
      Collection<String> units,
      Collection<Period> periods) {
    if (!(base.definition().made() instanceof Definition.Folded folded)) {
      throw new IllegalArgumentException(base.name() + " has no rows to fold over a window");
    }
    Set<Period> all = new TreeSet<>();
    periods.forEach(p -> all.addAll(window.apply(p)));
    Map<At, List<Cell>> found = new HashMap<>();
    cells(
        base,
        units,
        all,
        question -> cells.cells(base, question),
        (at, cells) -> {
          found.put(at, cells);
          return Value.Number.ZERO;
        });
    return each(
        units,
        periods,
        scale,
        (unit, period) ->
            period.start().isAfter(when.on())
                ? notBegun(period)
                : folded(
                    base,
                    folded,
                    new At(unit, period),
                    window.apply(period).stream()
                        .flatMap(p -> found.getOrDefault(new At(unit, p), List.of()).stream())
                        .toList()));
  }

  private Grid share(
      Installed base, int scale, Collection<String> units, Collection<Period> periods) {
    Set<String> all = new TreeSet<>(units);
    units.forEach(u -> all.add(tree.parent(u)));
    Grid of = grid(base, all, periods);
    return each(
        units,
        periods,
        scale,
        (unit, period) ->
            Steps.share(
                of.get(new At(unit, period)),
                of.get(new At(tree.parent(unit), period)),
                name(tree.parent(unit))));
  }

  private Value parts(Installed base, Definition.Step.Parts step, String unit, Period period) {
    if (period.start().isAfter(when.on())) {
      return notBegun(period);
    }
    Optional<Set<String>> of =
        unit.isEmpty() ? Optional.empty() : Optional.of(belonging(base, unit));
    List<Map<String, String>> rows =
        cells.rows(base, new Cells.Question(of, List.of(period), when, where));
    return Parts.meeting(base.definition(), step, rows, row -> cells.shown(base, period, row));
  }

  /** How many periods with a value lie between the asked one and the last that was as good. */
  private Value best(Installed base, boolean highest, String unit, Period period) {
    if (!(value(base, unit, period) instanceof Value.Number now)) {
      return value(base, unit, period);
    }
    long lower = 0;
    long rows = now.rows();
    for (Period last = period.plus(-1); ; last = last.plus(-LONGEST_GAP)) {
      List<Period> window = last.last(LONGEST_GAP).reversed();
      Grid before = grid(base, List.of(unit), window);
      boolean any = false;
      for (Period p : window) {
        if (before.get(new At(unit, p)) instanceof Value.Number then && then.rows() > 0) {
          any = true;
          rows += then.rows();
          int compared = now.compareTo(then.numerator(), then.denominator());
          if (highest ? compared <= 0 : compared >= 0) {
            return Cell.fraction(BigDecimal.valueOf(lower), BigDecimal.ONE, rows);
          }
          lower++;
        }
      }
      if (!any) {
        return Cell.fraction(BigDecimal.valueOf(lower), BigDecimal.ONE, rows);
      }
    }
  }

  private Grid light(
      Definition.Step.Light light, Collection<String> units, Collection<Period> periods) {
    Map<String, Grid> grids = new HashMap<>();
    light.rules().stream()
        .flatMap(r -> r.when().stream())
        .forEach(c -> grids.computeIfAbsent(c.figure(), f -> grid(base(f), units, periods)));
    return each(
        units,
        periods,
        1,
        (unit, period) -> {
          for (Definition.Step.Light.Rule rule : light.rules()) {
            if (rule.when().stream().allMatch(c -> holds(grids, c, new At(unit, period)))) {
              return Cell.fraction(BigDecimal.valueOf(rule.colour().ordinal()), BigDecimal.ONE, 1);
            }
          }
          return new Value.None(Words.text("figure.no_rule_holds", name(unit), period.toString()));
        });
  }

  private static boolean holds(
      Map<String, Grid> grids, Definition.Step.Light.Condition condition, At at) {
    Grid grid = grids.get(condition.figure());
    return grid != null
        && grid.get(at) instanceof Value.Number n
        && Steps.holds(condition.comparison(), n.compareTo(condition.number(), BigDecimal.ONE));
  }

  /** Two figures of the same unit and period, combined. */
  private Grid both(
      Installed one, Installed other, int scale, Asked asked, BinaryOperator<Value> combined) {
    Grid of = grid(one, asked.units(), asked.periods());
    Grid with = grid(other, asked.units(), asked.periods());
    return each(
        asked.units(),
        asked.periods(),
        scale,
        (unit, period) ->
            combined.apply(of.get(new At(unit, period)), with.get(new At(unit, period))));
  }
}
