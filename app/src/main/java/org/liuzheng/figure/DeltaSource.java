package org.liuzheng.figure;

import java.util.Collection;
import java.util.function.BiConsumer;
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
     * Gives unit after unit every delta at or below a position. Whatever was written after the
     * position makes no difference: corners lie where versions begin and end, and neither moves
     * once it is known.
     */
    void units(Kept figure, long upTo, BiConsumer<String, DeltaColumns> taker);

    /** The same one by one, ordered by unit, day, validity, position and key. */
    default void deltas(Kept figure, long upTo, Consumer<Delta> taker) {
      units(
          figure,
          upTo,
          (unit, deltas) -> {
            deltas.sort();
            for (int i = 0; i < deltas.size(); i++) {
              taker.accept(deltas.delta(i, figure.id(), unit));
            }
          });
    }

    @Override
    void close();
  }
}
