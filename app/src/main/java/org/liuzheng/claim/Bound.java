package org.liuzheng.claim;

/** What the words around a number make of it. The meaning is in docs/specs/claim.md. */
enum Bound {
  EXACT,
  OVER,
  AT_LEAST,
  AT_MOST,
  UNDER,
  NEARLY,
  ABOUT,
  /** A little more than the number, within its last place that is not 0. */
  ODD,
  /** A little more than the number, with the word after the unit: within one unit. */
  ODD_UNIT;

  private static final Fraction HALF = Fraction.parse("0.5");
  private static final Fraction TENTH = Fraction.parse("0.1");

  /** The values that the number, so bound, allows. */
  Range of(Numeral number) {
    Fraction value = number.value();
    return switch (this) {
      case EXACT -> rounded(number);
      case OVER -> Range.above(value, false);
      case AT_LEAST -> Range.above(value, true);
      case AT_MOST -> Range.below(value, true);
      case UNDER -> Range.below(value, false);
      case NEARLY -> Range.between(value.minus(slack(number)), true, value, false);
      case ABOUT ->
          Range.between(value.minus(slack(number)), true, value.plus(slack(number)), false);
      case ODD -> Range.between(value, false, value.plus(number.step()), false);
      case ODD_UNIT -> Range.between(value, false, value.plus(number.place()), false);
    };
  }

  /** All values that are shown like this when rounded half up. */
  private static Range rounded(Numeral number) {
    if (number.fraction()) {
      return Range.exactly(number.value());
    }
    Fraction half = number.place().times(HALF);
    boolean zero = number.value().signum() == 0;
    return Range.between(number.value().minus(half), !zero, number.value().plus(half), false);
  }

  /** Half of the last place that is not 0, but never more than a tenth of the number. */
  private static Fraction slack(Numeral number) {
    Fraction tenth = number.value().times(TENTH);
    Fraction half = number.step().times(HALF);
    return number.fraction() || tenth.compareTo(half) < 0 ? tenth : half;
  }
}
