package org.liuzheng.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.liuzheng.words.Text;

/** The value of a figure: a number, or why there is none. */
public sealed interface Value {

  /**
   * An exact fraction; nothing is rounded before it is shown.
   *
   * @param numerator already multiplied by the definition's scale
   * @param denominator positive
   * @param rows how many rows it is made of
   */
  record Number(BigDecimal numerator, BigDecimal denominator, long rows) implements Value {
    static final Number ZERO = new Number(BigDecimal.ZERO, BigDecimal.ONE, 0);

    /** Rounded half up. */
    public BigDecimal rounded(int decimals) {
      return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
    }

    /** Compares exactly with {@code n / d}, d positive. */
    public int compareTo(BigDecimal n, BigDecimal d) {
      return numerator.multiply(d).compareTo(n.multiply(denominator));
    }
  }

  /** There is no value, which is not the same as 0. */
  record None(Text why) implements Value {}

  /** Orders numbers from the largest; what has no value comes last. */
  static int largestFirst(Value a, Value b) {
    return switch (a) {
      case Value.Number n ->
          b instanceof Value.Number m ? -n.compareTo(m.numerator(), m.denominator()) : -1;
      case Value.None none -> b instanceof Value.None ? 0 : 1;
    };
  }
}
