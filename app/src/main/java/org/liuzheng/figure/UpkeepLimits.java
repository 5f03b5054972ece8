package org.liuzheng.figure;

import java.time.Duration;
import org.liuzheng.ledger.Upkeep;

/**
 * How much a commit may do for a figure. What would take more is done in the background, so that
 * one correction that changes a hundred thousand rows does not hold up everybody.
 *
 * @param deltas of one figure, beyond those that so many entries make anyway
 * @param time for finding the deltas of all figures, beyond a millisecond per entry
 */
record UpkeepLimits(long deltas, Duration time) {
  private static final int DELTAS_PER_RECORD = 16;

  long deltas(Upkeep.Group group) {
    return deltas + DELTAS_PER_RECORD * records(group);
  }

  int seconds(Upkeep.Group group) {
    return Math.toIntExact(Math.max(1, time.plusMillis(records(group)).toSeconds()));
  }

  private static long records(Upkeep.Group group) {
    return group.records().values().stream().mapToLong(ids -> ids.size()).sum();
  }
}
