package org.liuzheng.figure;

import java.util.Collection;
import java.util.function.Consumer;

/** Computes the deltas of figures anew, from all of history. */
interface DeltaSource {

  /**
   * Makes ready to tell the deltas of these figures.
   *
   * @param upTo a committed position, at or above every position that will be told up to
   */
  Telling ready(Collection<Kept> figures, long upTo);

  /** Tells figure after figure; used by one thread. */
  interface Telling extends AutoCloseable {

    /**
     * Gives every delta at or below a position, ordered by unit, key, day, validity and position.
     * Whatever was written after the position makes no difference: corners lie where versions begin
     * and end, and neither moves once it is known.
     */
    void deltas(Kept figure, long upTo, Consumer<Delta> taker);

    @Override
    void close();
  }
}
