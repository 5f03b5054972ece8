package org.liuzheng.figure;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Running sums that start anew every so often, in as little room as they need. */
final class RunningSums {
  private static final RunningSums ZERO = new RunningSums(new int[0], new long[0]);

  private final int[] narrow;
  private final long[] wide;

  private RunningSums(int[] narrow, long[] wide) {
    this.narrow = narrow;
    this.wide = wide;
  }

  /**
   * @param span after how many they start anew
   */
  static RunningSums of(int size, int span, IntToLongFunction number) {
    long[] sums = new long[size];
    boolean zero = true;
    boolean narrow = true;
    for (int i = 0; i < size; i++) {
      long before = i % span == 0 ? 0 : sums[i - 1];
      sums[i] = Math.addExact(before, number.applyAsLong(i));
      zero &= sums[i] == 0;
      narrow &= sums[i] == (int) sums[i];
    }
    if (zero) {
      return ZERO;
    }
    return narrow
        ? new RunningSums(Arrays.stream(sums).mapToInt(s -> (int) s).toArray(), new long[0])
        : new RunningSums(new int[0], sums);
  }

  /** The other where it is the same, so that it is held once. */
  RunningSums or(RunningSums other) {
    return Arrays.equals(narrow, other.narrow) && Arrays.equals(wide, other.wide) ? other : this;
  }

  long at(int i) {
    return narrow.length > 0 ? narrow[i] : wide.length > 0 ? wide[i] : 0;
  }

  /**
   * What one number adds.
   *
   * @param first where the sums last started anew
   */
  long step(int i, int first) {
    return i == first ? at(i) : at(i) - at(i - 1);
  }
}
