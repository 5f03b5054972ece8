package org.liuzheng.figure;

import java.util.Optional;

/**
 * The promise that a value is its rows, checked over everything that is kept. A figure that breaks
 * it is asked of the records from then on, until its deltas were made anew and agree.
 */
public interface Rechecks {

  /**
   * Checks every kept figure now and at sampled positions before; what is not kept is made anew
   * first. Empty when a recheck is running already.
   */
  Optional<Recheck> run(Progress progress);

  /** The last one that came to its end; its mismatches are the alarm that stands. */
  Optional<Recheck> last();

  /** How far the running one is; empty when none is. */
  Optional<At> running();

  /** Whether a figure, or one that it stands on, was found wrong and not yet right again. */
  boolean doubts(String figure);

  /** Is told how far it is. */
  interface Progress {
    void at(At at);
  }

  /**
   * @param figure the figure that is being checked
   */
  record At(String figure, int done, int of) {}
}
