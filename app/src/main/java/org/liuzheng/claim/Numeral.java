package org.liuzheng.claim;

/**
 * A number as it is written, never negative.
 *
 * @param place what one is worth in the last place shown: 0.1 in {@code 520.6}, ten thousand in
 *     {@code 110,000} written with the Chinese word for ten thousand
 * @param step what one is worth in the last place that is not 0: 10 in {@code 70}
 * @param fraction written as a fraction, which is exact and shows no places
 */
record Numeral(Fraction value, Fraction place, Fraction step, boolean fraction) {

  static Numeral whole(long value) {
    return new Numeral(Fraction.of(value), Fraction.ONE, Fraction.of(lastPlace(value)), false);
  }

  static Numeral fraction(Fraction value) {
    return new Numeral(value, Fraction.ONE, Fraction.ONE, true);
  }

  private static long lastPlace(long value) {
    long place = 1;
    while (value != 0 && value % (place * 10) == 0) {
      place *= 10;
    }
    return place;
  }

  /** This many of something, as in 30 of ten thousand. */
  Numeral of(long unit) {
    Fraction by = Fraction.of(unit);
    return new Numeral(value.times(by), place.times(by), step.times(by), fraction);
  }

  /** This and a smaller number after it, which has the last place. */
  Numeral and(Numeral smaller) {
    return new Numeral(
        value.plus(smaller.value),
        smaller.place,
        smaller.value.signum() == 0 ? step : smaller.step,
        fraction);
  }
}
