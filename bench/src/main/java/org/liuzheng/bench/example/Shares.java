package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A total spread over parts of very different size. */
final class Shares {
  private Shares() {}

  /**
   * Parts that add up to the total exactly, none below the smallest.
   *
   * @param total in the units of the last of {@code decimals}
   */
  static List<BigDecimal> of(Dice dice, int parts, long total, long smallest, int decimals) {
    List<Long> weights = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      weights.add(100L + dice.skewed(0, 900));
    }
    long all = weights.stream().mapToLong(w -> w).sum();
    long spread = total - smallest * parts;
    if (spread < 0) {
      throw new IllegalArgumentException("%d parts of %d in %d".formatted(parts, smallest, total));
    }
    List<BigDecimal> shares = new ArrayList<>();
    long left = total;
    for (int i = 0; i < parts; i++) {
      long share = i == parts - 1 ? left : smallest + spread * weights.get(i) / all;
      left -= share;
      shares.add(BigDecimal.valueOf(share, decimals));
    }
    return shares;
  }
}
