package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Units ranked against each other in one period: 1, 1, 3, compared as exact fractions. Who has no
 * value, or too little behind it, does not compete.
 */
final class Contest {
  private final Definition.Step.Rank step;
  private final Period period;
  private final Map<String, Value> values;
  private final Optional<Admission> admission;
  private final UnitTree tree;
  private final List<Figures.Standing> standings;

  /**
   * What a competitor has to reach.
   *
   * @param of the figure that is meant, @param values of every unit that may compete
   */
  record Admission(Definition of, BigDecimal atLeast, Map<String, Value> values) {
    boolean admits(String unit) {
      return values.get(unit) instanceof Value.Number n
          && n.compareTo(atLeast, BigDecimal.ONE) >= 0;
    }

    /** Why a unit is not admitted. */
    Text why(String unit, String name, Period period) {
      return switch (values.get(unit)) {
        case Value.Number n ->
            Words.text(
                "figure.too_few",
                name,
                period.toString(),
                of.label(),
                n.rounded(of.decimals()).toPlainString(),
                atLeast.toPlainString());
        case Value.None none ->
            Words.text(
                "figure.no_sample", name, period.toString(), of.label(), atLeast.toPlainString());
        case null -> throw new IllegalArgumentException(unit + " does not compete");
      };
    }
  }

  /**
   * @param values of every unit that may compete
   */
  Contest(
      Definition.Step.Rank step,
      Period period,
      Map<String, Value> values,
      Optional<Admission> admission,
      UnitTree tree) {
    this.step = step;
    this.period = period;
    this.values = values;
    this.admission = admission;
    this.tree = tree;
    Map<String, Value> admitted = new LinkedHashMap<>(values);
    admitted.keySet().removeIf(this::tooFew);
    this.standings = ranked(admitted, step.descending(), tree);
  }

  /** Best first; equal values share the rank, and the next has as many more. */
  static List<Figures.Standing> ranked(
      Map<String, Value> values, boolean descending, UnitTree tree) {
    Comparator<Value.Number> order =
        (a, b) -> a.compareTo(b.numerator(), b.denominator()) * (descending ? -1 : 1);
    List<Map.Entry<String, Value.Number>> competing = new ArrayList<>();
    values.forEach((unit, value) -> {
      if (value instanceof Value.Number n) {
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

  /** Whether the unit has a value that rests on too little to be ranked. */
  boolean tooFew(String unit) {
    return values.get(unit) instanceof Value.Number
        && admission.filter(a -> !a.admits(unit)).isPresent();
  }

  boolean lacks(String unit) {
    return !(values.get(unit) instanceof Value.Number);
  }

  /** Those who have a value and are not ranked. */
  List<Figures.TooFew> tooFew() {
    return values.keySet().stream()
        .filter(this::tooFew)
        .map(u ->
            new Figures.TooFew(
                u, tree.name(u), (Value.Number) Objects.requireNonNull(values.get(u)), why(u)))
        .toList();
  }

  private Text why(String unit) {
    return admission.orElseThrow().why(unit, tree.name(unit), period);
  }

  /**
   * @param ranked without those who have too few
   */
  Set<String> competitors(boolean ranked) {
    Set<String> units = new TreeSet<>();
    standings.forEach(s -> units.add(s.unit()));
    if (!ranked) {
      tooFew().forEach(t -> units.add(t.unit()));
    }
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
      case Value.Number n -> new Value.None(why(unit));
    };
  }
}
