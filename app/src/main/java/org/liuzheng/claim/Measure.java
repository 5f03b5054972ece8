package org.liuzheng.claim;

import java.util.Set;

/**
 * A unit of measure.
 *
 * @param dimension such as {@code money}; units of one dimension convert; empty for no unit
 * @param worth what the unit is worth in the dimension's first unit
 * @param scale how many of the unit, as in ten thousand yuan
 * @param word the unit as written, with its scale
 */
record Measure(String dimension, Fraction worth, long scale, String word) {
  static final Measure NONE = new Measure("", Fraction.ONE, 1, "");
  static final String RATIO = "ratio";
  static final String POINT = "point";
  static final String MONTH = "month";
  static final String DAY = "day";

  private static final String ANY = "any";
  private static final Set<String> MEASURED =
      Set.of(RATIO, POINT, "money", "dollars", "area", "length", "weight");

  /** A share, as a fraction says it. */
  static Measure ratio() {
    return new Measure(RATIO, Fraction.ONE, 1, "");
  }

  boolean is(String other) {
    return dimension.equals(other);
  }

  /** Whether a number in this unit can be compared with one in {@code other}. */
  boolean fits(Measure other) {
    return dimension.equals(other.dimension) || anyOf(other) || other.anyOf(this);
  }

  /** No unit, or one such as the word for pieces, goes with whatever is counted. */
  private boolean anyOf(Measure other) {
    boolean share = dimension.isEmpty() && other.is(RATIO);
    return share || (is(ANY) || dimension.isEmpty()) && !MEASURED.contains(other.dimension);
  }

  /** What a number in this unit is multiplied by to be one in {@code other}. */
  Fraction in(Measure other) {
    Fraction scales = Fraction.of(scale).over(Fraction.of(other.scale));
    boolean shares =
        dimension.isEmpty() && other.is(RATIO) || is(RATIO) && other.dimension.isEmpty();
    return dimension.equals(other.dimension) || shares
        ? scales.times(worth.over(other.worth))
        : scales;
  }
}
