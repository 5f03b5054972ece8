package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** A value held against those of the periods before. */
final class Course {
  /** Periods without records after which there are none before either. */
  private static final int LONGEST_GAP = 24;

  private static final int MORE_DECIMALS = 6;

  private final Figures figures;
  private final Kind kind;
  private final Definition definition;
  private final Ask ask;
  private final Optional<Period> from;
  private final boolean lowest;
  private final Shown shown;

  /**
   * @param asked of the figure whose value is compared, or of the step that says whether it is the
   *     highest
   * @param from the first period that is compared; empty for all that have records
   */
  Course(Figures figures, Kind kind, Ask asked, Optional<Period> from) {
    Optional<Definition.Stepped> best =
        figures.definition(asked).made() instanceof Definition.Stepped s
                && s.step() instanceof Definition.Step.Best
            ? Optional.of(s)
            : Optional.empty();
    this.figures = figures;
    this.kind = kind;
    this.ask = best.map(s -> asked.with(s.of())).orElse(asked);
    this.definition = figures.definition(ask);
    this.lowest =
        best.filter(s -> s.step() instanceof Definition.Step.Best b && !b.highest()).isPresent();
    this.from = from;
    this.shown = new Shown(definition);
  }

  /** The figure whose values are compared. */
  Definition compared() {
    return definition;
  }

  private record Point(Period period, Value.Number value) {
    Fraction exact() {
      return Shown.exact(value);
    }
  }

  Finding finding() {
    if (!(figures.value(ask) instanceof Value.Number now)) {
      Value.None none = (Value.None) figures.value(ask);
      return Finding.open(Words.text("claim.no_number", none.why()));
    }
    List<Period> without = new ArrayList<>();
    List<Point> before = before(without);
    if (!without.isEmpty()) {
      return Finding.open(
          Words.text(
              "claim.course.missing",
              Reasons.list(without.stream().limit(3).map(Shown::period).toList())),
          evidence(before, now));
    }
    if (before.isEmpty()) {
      return Finding.open(
          Words.text("claim.course.nothing_before", Shown.period(ask.period())),
          evidence(before, now));
    }
    Point asked = new Point(ask.period(), now);
    return kind == Kind.MAX
        ? highest(before, asked)
        : kind == Kind.ZERO ? breakthrough(before, asked) : sum(before, asked);
  }

  /**
   * @param without the periods from the first on that have no records
   */
  private List<Point> before(List<Period> without) {
    List<Point> before = new ArrayList<>();
    for (Figures.Point point : figures.series(ask, first())) {
      if (point.period().compareTo(ask.period()) < 0) {
        Optional<Value.Number> value = recorded(point.period(), point.value());
        value.ifPresent(v -> before.add(new Point(point.period(), v)));
        if (value.isEmpty() && from.isPresent()) {
          without.add(point.period());
        }
      }
    }
    return before;
  }

  private Period first() {
    Period first = from.orElseGet(() -> ask.period().plus(-LONGEST_GAP));
    while (from.isEmpty()
        && figures.series(ask.in(first.plus(LONGEST_GAP - 1)), first).stream()
            .anyMatch(p -> p.value() instanceof Value.Number n && n.rows() > 0)) {
      first = first.plus(-LONGEST_GAP);
    }
    return first;
  }

  /**
   * What was counted in a period. Nothing under this filter is 0 where the register was kept at all
   * in that period; else nobody knows.
   */
  private Optional<Value.Number> recorded(Period period, Value value) {
    if (value instanceof Value.Number n && n.rows() > 0) {
      return Optional.of(n);
    }
    boolean adds =
        definition.made() instanceof Definition.Folded f
            && (f.fold() instanceof Definition.Fold.Count
                || f.fold() instanceof Definition.Fold.CountDistinct
                || f.fold() instanceof Definition.Fold.Sum);
    boolean kept =
        adds
            && figures.value(ask.whole().of("").in(period)) instanceof Value.Number all
            && all.rows() > 0;
    return kept
        ? Optional.of(new Value.Number(BigDecimal.ZERO, BigDecimal.ONE, 0))
        : Optional.empty();
  }

  private Finding highest(List<Point> before, Point asked) {
    Comparator<Point> order = Comparator.comparing(Point::exact);
    Comparator<Point> best = lowest ? order.reversed() : order;
    Point next = before.stream().max(best.thenComparing(Point::period)).orElseThrow();
    int higher = best.compare(asked, next);
    String key =
        (lowest ? "claim.min." : "claim.max.")
            + (higher > 0 ? "holds" : higher == 0 ? "level" : "fails");
    return found(
        higher > 0,
        asked,
        Words.text(
            key,
            Shown.period(asked.period()),
            value(asked, next),
            Shown.period(before.getFirst().period()),
            Shown.period(next.period()),
            value(next, asked),
            gap(asked.exact(), next.exact())),
        before,
        Optional.empty());
  }

  private Finding sum(List<Point> before, Point asked) {
    Fraction sum = before.stream().map(Point::exact).reduce(Fraction.ZERO, Fraction::plus);
    int more = asked.exact().compareTo(sum);
    Text total = shown.value(sum, telling(asked.exact(), sum));
    return found(
        more > 0,
        asked,
        Words.text(
            "claim.supersum." + (more > 0 ? "holds" : more == 0 ? "level" : "fails"),
            Shown.period(asked.period()),
            shown.value(asked.exact(), telling(asked.exact(), sum)),
            Shown.period(before.getFirst().period()),
            Shown.period(before.getLast().period()),
            total,
            gap(asked.exact(), sum)),
        before,
        Optional.of(total));
  }

  private Finding breakthrough(List<Point> before, Point asked) {
    Optional<Point> earlier = before.stream().filter(p -> p.exact().signum() > 0).findFirst();
    boolean now = asked.exact().signum() > 0;
    Text period = Shown.period(asked.period());
    Text reason =
        !now
            ? Words.text("claim.zero.still", period)
            : earlier
                .map(e ->
                    Words.text(
                        "claim.zero.earlier",
                        Shown.period(e.period()),
                        shown.value(e.exact()),
                        period))
                .orElseGet(() ->
                    Words.text(
                        "claim.zero.holds",
                        period,
                        shown.value(asked.exact()),
                        Shown.period(before.getFirst().period()),
                        Shown.period(before.getLast().period())));
    return found(now && earlier.isEmpty(), asked, reason, before, Optional.empty());
  }

  private Finding found(
      boolean holds, Point asked, Text reason, List<Point> before, Optional<Text> sum) {
    return Finding.of(
        holds,
        shown.value(asked.exact()),
        reason,
        asked.exact(),
        evidence(before, asked.value(), sum));
  }

  private Evidence evidence(List<Point> before, Value.Number now) {
    return evidence(before, now, Optional.empty());
  }

  private Evidence evidence(List<Point> before, Value.Number now, Optional<Text> sum) {
    List<Evidence.Bar> bars = new ArrayList<>();
    before.forEach(p -> bars.add(bar(p.period(), p.value())));
    bars.add(bar(ask.period(), now));
    return new Evidence.Course(ask, bars, sum);
  }

  private Evidence.Bar bar(Period period, Value.Number value) {
    return new Evidence.Bar(period, value, shown.value(Shown.exact(value)));
  }

  private Text value(Point of, Point beside) {
    return shown.value(of.exact(), telling(of.exact(), beside.exact()));
  }

  private Text gap(Fraction one, Fraction other) {
    return shown.gap(one.minus(other).magnitude(), telling(one, other));
  }

  /** With as many decimals as it takes to see which is more. */
  private int telling(Fraction one, Fraction other) {
    int decimals = definition.decimals();
    while (decimals < definition.decimals() + MORE_DECIMALS
        && !one.equals(other)
        && one.rounded(decimals).compareTo(other.rounded(decimals)) == 0) {
      decimals++;
    }
    return decimals;
  }
}
