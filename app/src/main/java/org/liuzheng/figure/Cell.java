package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What some rows contribute to a value. Cells of disjoint rows add up to the cell of all of them,
 * which is how units roll up. A blank adds nothing: a sum and a mean leave out rows whose column is
 * blank, a ratio rows in which either column is, a keyed fold blanks.
 *
 * @param numerator sum of the numerators; unused by counts
 * @param denominator sum of the denominators; of a mean, the rows
 * @param rows rows that are not left out
 * @param keys the different values and how many rows have each, for a keyed fold only; of a fold to
 *     the last, the day and the value with a space between
 */
record Cell(BigDecimal numerator, BigDecimal denominator, long rows, Map<String, Long> keys) {
  static final Cell EMPTY = new Cell(BigDecimal.ZERO, BigDecimal.ZERO, 0, Map.of());

  Cell plus(Cell other) {
    Map<String, Long> both = keys;
    if (!other.keys.isEmpty()) {
      both = new HashMap<>(keys);
      for (Map.Entry<String, Long> key : other.keys.entrySet()) {
        both.merge(key.getKey(), key.getValue(), Long::sum);
      }
    }
    return new Cell(
        numerator.add(other.numerator),
        denominator.add(other.denominator),
        rows + other.rows,
        both);
  }

  /** The value, unless there is no record of what must have one, or nothing to divide by. */
  Optional<Value.Number> value(Definition.Fold fold, int scale) {
    return switch (fold) {
      case Definition.Fold.Count c -> Optional.of(number(BigDecimal.valueOf(rows), scale));
      case Definition.Fold.CountDistinct c ->
          Optional.of(number(BigDecimal.valueOf(keys.size()), scale));
      case Definition.Fold.Sum s ->
          rows == 0 ? Optional.empty() : Optional.of(number(numerator, scale));
      case Definition.Fold.Mean m -> divided(BigDecimal.valueOf(rows), scale);
      case Definition.Fold.Ratio r -> divided(denominator, scale);
      case Definition.Fold.Min m -> numbers().map(n -> number(n.firstKey(), scale));
      case Definition.Fold.Max m -> numbers().map(n -> number(n.lastKey(), scale));
      case Definition.Fold.Quantile q -> numbers().map(n -> quantile(n, q.share(), scale));
      case Definition.Fold.Last l ->
          keys.keySet().stream()
              .map(Cell::day)
              .max(String::compareTo)
              .map(day -> number(sumOf(day), scale));
    };
  }

  /** The different numbers in order, with how many rows have each; empty when there are none. */
  private Optional<NavigableMap<BigDecimal, Long>> numbers() {
    NavigableMap<BigDecimal, Long> numbers = new TreeMap<>();
    keys.forEach((key, count) -> numbers.merge(new BigDecimal(key), count, Long::sum));
    return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  /** Where the share of the rows ends between two values, their mean. */
  private Value.Number quantile(
      NavigableMap<BigDecimal, Long> numbers, BigDecimal share, int scale) {
    BigDecimal below = share.multiply(BigDecimal.valueOf(rows));
    BigDecimal passed = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, Long> n : numbers.entrySet()) {
      passed = passed.add(BigDecimal.valueOf(n.getValue()));
      int reached = passed.compareTo(below);
      if (reached > 0) {
        return number(n.getKey(), scale);
      }
      if (reached == 0) {
        BigDecimal two = n.getKey().add(numbers.higherKey(n.getKey()));
        return fraction(two.multiply(BigDecimal.valueOf(scale)), BigDecimal.TWO, rows);
      }
    }
    throw new IllegalStateException("%s of %d rows in %s".formatted(share, rows, numbers));
  }

  private static String day(String key) {
    return key.substring(0, key.indexOf(' '));
  }

  private BigDecimal sumOf(String day) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, Long> key : keys.entrySet()) {
      if (day(key.getKey()).equals(day)) {
        sum =
            sum.add(
                new BigDecimal(key.getKey().substring(day.length() + 1))
                    .multiply(BigDecimal.valueOf(key.getValue())));
      }
    }
    return sum;
  }

  private Value.Number number(BigDecimal number, int scale) {
    return fraction(number.multiply(BigDecimal.valueOf(scale)), BigDecimal.ONE, rows);
  }

  private Optional<Value.Number> divided(BigDecimal by, int scale) {
    return by.signum() == 0
        ? Optional.empty()
        : Optional.of(fraction(numerator.multiply(BigDecimal.valueOf(scale)), by, rows));
  }

  /** A number with a positive denominator and without trailing zeros, so that equal is equal. */
  static Value.Number fraction(BigDecimal numerator, BigDecimal denominator, long rows) {
    boolean negative = denominator.signum() < 0;
    return new Value.Number(
        plain(negative ? numerator.negate() : numerator), plain(denominator.abs()), rows);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
