package org.liuzheng.bench.example;

import java.math.BigDecimal;

/** Points within a kilometre of a place. */
final class Near {
  private Near() {}

  static String to(String point, Dice dice) {
    int comma = point.indexOf(',');
    return moved(point.substring(0, comma), 99, dice)
        + ","
        + moved(point.substring(comma + 1), 84, dice);
  }

  /**
   * @param most in ten-thousandths of a degree
   */
  private static BigDecimal moved(String degrees, int most, Dice dice) {
    return new BigDecimal(degrees).add(BigDecimal.valueOf(dice.between(-most, most), 4));
  }
}
