package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What some rows contribute to a value. Cells of disjoint rows add up to the cell of all of them,
 * which is how units roll up. A blank adds nothing: a sum and a mean leave out rows whose column is
 * blank, a ratio rows in which either column is, a distinct count blanks.
 *
 * @param numerator sum of the numerators; unused by counts
 * @param denominator sum of the denominators; of a mean, the rows
 * @param rows rows that are not left out
 * @param distinct the different values, for a distinct count only
 */
record Cell(BigDecimal numerator, BigDecimal denominator, long rows, Set<String> distinct) {
  static final Cell EMPTY = new Cell(BigDecimal.ZERO, BigDecimal.ZERO, 0, Set.of());

  Cell plus(Cell other) {
    Set<String> both = distinct;
    if (!other.distinct.isEmpty()) {
      both = new HashSet<>(distinct);
      both.addAll(other.distinct);
    }
    return new Cell(numerator.add(other.numerator), denominator.add(other.denominator),
        rows + other.rows, both);
  }

  /** The value, unless there is no record of what must have one, or nothing to divide by. */
  Optional<Value.Number> value(Definition.Fold fold, int scale) {
    return switch (fold) {
      case Definition.Fold.Count c -> Optional.of(number(BigDecimal.valueOf(rows), scale));
      case Definition.Fold.CountDistinct c ->
        Optional.of(number(BigDecimal.valueOf(distinct.size()), scale));
      case Definition.Fold.Sum s ->
        rows == 0 ? Optional.empty() : Optional.of(number(numerator, scale));
      case Definition.Fold.Mean m -> divided(BigDecimal.valueOf(rows), scale);
      case Definition.Fold.Ratio r -> divided(denominator, scale);
    };
  }

  private Value.Number number(BigDecimal number, int scale) {
    return fraction(number.multiply(BigDecimal.valueOf(scale)), BigDecimal.ONE, rows);
  }

  private Optional<Value.Number> divided(BigDecimal by, int scale) {
    return by.signum() == 0 ? Optional.empty()
        : Optional.of(fraction(numerator.multiply(BigDecimal.valueOf(scale)), by, rows));
  }

  /** A number with a positive denominator and without trailing zeros, so that equal is equal. */
  static Value.Number fraction(BigDecimal numerator, BigDecimal denominator, long rows) {
    boolean negative = denominator.signum() < 0;
    return new Value.Number(plain(negative ? numerator.negate() : numerator),
        plain(denominator.abs()), rows);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
