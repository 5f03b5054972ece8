package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Units ranked against each other in one period: 1, 1, 3, compared as exact fractions. Who has no
 * value, or fewer records than the sample needs, does not compete.
 */
final class Contest {
  private final Definition.Step.Rank step;
  private final Period period;
  private final Map<String, Value> values;
  private final UnitTree tree;
  private final List<Figures.Standing> standings;

  /**
   * @param values of every unit that may compete
   */
  Contest(Definition.Step.Rank step, Period period, Map<String, Value> values, UnitTree tree) {
    this.step = step;
    this.period = period;
    this.values = values;
    this.tree = tree;
    this.standings = ranked(values, step.minimumSample(), step.descending(), tree);
  }

  /** Best first; equal values share the rank, and the next has as many more. */
  static List<Figures.Standing> ranked(
      Map<String, Value> values, int minimumSample, boolean descending, UnitTree tree) {
    Comparator<Value.Number> order =
        (a, b) -> a.compareTo(b.numerator(), b.denominator()) * (descending ? -1 : 1);
    List<Map.Entry<String, Value.Number>> competing = new ArrayList<>();
    values.forEach((unit, value) -> {
      if (value instanceof Value.Number n && n.rows() >= minimumSample) {
        competing.add(Map.entry(unit, n));
      }
    });
    competing.sort(
        Map.Entry.<String, Value.Number>comparingByValue(order)
            .thenComparing(Map.Entry.comparingByKey()));
    List<Figures.Standing> standings = new ArrayList<>();
    for (Map.Entry<String, Value.Number> c : competing) {
      long better =
          competing.stream().filter(o -> order.compare(o.getValue(), c.getValue()) < 0).count();
      long equal =
          competing.stream().filter(o -> order.compare(o.getValue(), c.getValue()) == 0).count();
      standings.add(
          new Figures.Standing(
              (int) better + 1, equal > 1, c.getKey(), tree.name(c.getKey()), c.getValue()));
    }
    return standings;
  }

  List<Figures.Standing> standings() {
    return standings;
  }

  Set<String> competitors() {
    Set<String> units = new TreeSet<>();
    standings.forEach(s -> units.add(s.unit()));
    return units;
  }

  /** Rows behind all who compete. */
  long rows() {
    return standings.stream().mapToLong(s -> s.value().rows()).sum();
  }

  boolean hasRank(String unit, int rank) {
    return standings.stream().anyMatch(s -> s.unit().equals(unit) && s.rank() == rank);
  }

  /** The rank, or why there is none. */
  Value rankOf(String unit) {
    for (Figures.Standing s : standings) {
      if (s.unit().equals(unit)) {
        return Cell.fraction(BigDecimal.valueOf(s.rank()), BigDecimal.ONE, rows());
      }
    }
    Text name = unit.isEmpty() ? Words.text("figure.all_units") : Text.same(tree.name(unit));
    return switch (values.get(unit)) {
      case null ->
          new Value.None(Words.text("figure.not_competing", name, tree.name(step.among())));
      case Value.None none -> none;
      case Value.Number n ->
          new Value.None(
              Words.text(
                  "figure.small_sample",
                  name,
                  period.toString(),
                  String.valueOf(n.rows()),
                  String.valueOf(step.minimumSample())));
    };
  }
}
