package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Why a value changed: it is asked at every position at which it can have changed, and the answers
 * that differ from the one before are told. Whatever the figure is, the differences between two
 * values that follow on each other add up to the whole.
 */
final class Changes {
  /** How often a value is asked that comes out of deltas, and one that comes out of records. */
  static final int MOST_OF_DELTAS = 4000;

  static final int MOST_OF_RECORDS = 60;

  private Changes() {}

  /**
   * @param since the position from which it is told
   * @param candidates positions after it, in order, at which the value can have changed; where they
   *     are too many, neighbours are taken together
   * @param most how many are not too many
   * @param valueAt the value as known at a position
   */
  static List<Figures.Change> between(
      long since, List<Long> candidates, int most, LongFunction<Value> valueAt) {
    int together = (candidates.size() + most - 1) / most;
    List<Figures.Change> changes = new ArrayList<>();
    Value before = valueAt.apply(since);
    long unchanged = since;
    for (int i = Math.max(together, 1) - 1;
        i < candidates.size() + Math.max(together, 1) - 1;
        i += Math.max(together, 1)) {
      long position = candidates.get(Math.min(i, candidates.size() - 1));
      Value now = valueAt.apply(position);
      if (!same(before, now)) {
        long after = together > 1 ? unchanged : position - 1;
        changes.add(new Figures.Change(after, position, before, now));
        before = now;
      }
      unchanged = position;
    }
    return changes;
  }

  /** Whether a reader sees the same value; how many rows it is made of does not matter. */
  private static boolean same(Value a, Value b) {
    return switch (a) {
      case Value.None none -> b instanceof Value.None;
      case Value.Number n ->
          b instanceof Value.Number m && n.compareTo(m.numerator(), m.denominator()) == 0;
    };
  }
}
