package org.liuzheng.figure;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.liuzheng.figure.Scores.Scored;
import org.liuzheng.register.When;

/**
 * The scores that were asked for last, as known at a committed position: scoring takes everybody of
 * a period, whatever part of them is asked for.
 */
final class KnownScores {
  private static final int PERIODS = 24;

  private final LongSupplier committed;
  private final Remembered<Key, List<Scored>> known = new Remembered<>(PERIODS);

  /**
   * @param hashes of all the definitions that the scores rest on
   */
  private record Key(Set<String> hashes, Period period, When when) {}

  /**
   * @param committed the position up to which nothing changes any more
   */
  KnownScores(LongSupplier committed) {
    this.committed = committed;
  }

  /** For one evaluation, whose records do not change under it. */
  static KnownScores ofOne() {
    return new KnownScores(() -> Long.MAX_VALUE);
  }

  List<Scored> of(Set<String> hashes, Period period, When when, Supplier<List<Scored>> score) {
    return known.of(new Key(hashes, period, when), when.known() <= committed.getAsLong(), score);
  }
}
