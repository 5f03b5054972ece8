package org.liuzheng.claim;

import java.util.Optional;
import java.util.stream.Stream;

/** The values that words allow: an interval, each end open or closed, or without an end. */
record Range(Optional<End> low, Optional<End> high) {

  /**
   * @param included whether the value itself is allowed
   */
  record End(Fraction at, boolean included) {}

  static Range exactly(Fraction value) {
    return between(value, true, value, true);
  }

  static Range between(Fraction low, boolean lowIncluded, Fraction high, boolean highIncluded) {
    return new Range(
        Optional.of(new End(low, lowIncluded)), Optional.of(new End(high, highIncluded)));
  }

  static Range above(Fraction low, boolean included) {
    return new Range(Optional.of(new End(low, included)), Optional.empty());
  }

  static Range below(Fraction high, boolean included) {
    return new Range(Optional.empty(), Optional.of(new End(high, included)));
  }

  boolean contains(Fraction value) {
    return !tooLow(value) && !tooHigh(value);
  }

  boolean tooLow(Fraction value) {
    return low.filter(end -> beyond(value.compareTo(end.at()), end)).isPresent();
  }

  boolean tooHigh(Fraction value) {
    return high.filter(end -> beyond(end.at().compareTo(value), end)).isPresent();
  }

  private static boolean beyond(int order, End end) {
    return end.included() ? order < 0 : order <= 0;
  }

  /** Whether both values lie in the same way to each end. */
  boolean sameSide(Fraction one, Fraction other) {
    return Stream.concat(low.stream(), high.stream())
        .allMatch(end ->
            Integer.signum(one.compareTo(end.at())) == Integer.signum(other.compareTo(end.at())));
  }

  /** The same range in another unit. */
  Range times(Fraction positive) {
    return new Range(
        low.map(e -> new End(e.at().times(positive), e.included())),
        high.map(e -> new End(e.at().times(positive), e.included())));
  }

  /** The range of the values with the opposite sign. */
  Range negated() {
    return new Range(
        high.map(e -> new End(e.at().negated(), e.included())),
        low.map(e -> new End(e.at().negated(), e.included())));
  }
}
