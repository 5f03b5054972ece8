package org.liuzheng.claim;

import java.util.Optional;
import org.liuzheng.words.Text;

/** What the words of a claim say. */
sealed interface Said {

  /**
   * A number.
   *
   * @param negative written with a sign or a word for minus
   * @param falling a word such as "down" stands by it, which turns a change around
   * @param measure the unit; empty when there is none that is known
   */
  record Amount(
      Numeral number, Bound bound, boolean negative, boolean falling, Optional<Measure> measure)
      implements Said {}

  /** No number, but a word that allows no exception. */
  record All() implements Said {}

  /** Neither a number nor a word that allows no exception. */
  record Silent() implements Said {}

  /** The author did not write anything: the program fills in what it computes. */
  record Blank() implements Said {}

  /** Something that could be read in two ways, or in none. */
  record Unreadable(Text why) implements Said {}
}
