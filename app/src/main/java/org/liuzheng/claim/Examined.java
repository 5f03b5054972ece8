package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import org.liuzheng.words.Text;

/**
 * A text with its numbers, its dates, and its words that claim without a number, each with what it
 * may stand for.
 *
 * @param lines the text, a paragraph to a line
 * @param left how many numbers were left out because there are too many
 */
public record Examined(List<Line> lines, List<Found> numbers, int left) {

  public record Line(List<Piece> pieces) {}

  /** A piece of a line. */
  public sealed interface Piece {
    record Plain(String text) implements Piece {}

    /**
     * @param number counted from 1
     */
    record Number(int number, String text) implements Piece {}
  }

  /** What it is that the text says at a place. */
  public enum Sort {
    NUMBER,
    DATE,
    /** Words that claim something without a number. */
    WORDS
  }

  /** How it stands with a place of the text. */
  public enum State {
    /** Somebody said what it stands for, or it is plain by its wording. */
    BOUND,
    /** Nothing in the district's figures is worded like it. */
    UNMATCHED,
    /** A share of something that the text does not say. */
    OPEN_SHARE,
    /** It is only a name: somebody said so, or a report. */
    NAME,
    /** A date that no dated fact is worded like. */
    DATE,
    /** It says something that no figure proves. */
    UNPROVEN,
    /** What was chosen means nothing. */
    WRONG
  }

  /**
   * A number of the text, a date, or words that claim something without one.
   *
   * @param number counted from 1
   * @param words with the bound that stands before a number
   * @param candidates best first
   * @param target what it is taken for; empty where it is taken for nothing
   * @param confirmed whether somebody said so
   * @param checked the verdict; empty where it is taken for nothing
   * @param why one sentence where there is no verdict; else empty texts
   */
  public record Found(
      int number,
      Sort sort,
      String words,
      State state,
      List<Candidate> candidates,
      String target,
      boolean confirmed,
      Optional<Checked> checked,
      Text why) {}

  /**
   * What a number may stand for.
   *
   * @param target as in {@link Examination.Choice}
   * @param label in words
   * @param computed what the records give
   * @param holds whether the number agrees with it
   * @param share how it is a share, numerator by denominator; empty texts for what is none
   */
  public record Candidate(String target, Text label, Text computed, boolean holds, Text share) {}
}
