package org.liuzheng.screens;

import java.util.List;

/**
 * A list that shows why a claim holds or fails: competitors, members, periods or documents.
 *
 * @param note what stands beside the title, such as how many there are
 * @param placed whether the lines have places
 * @param left how many lines are left out, in words; empty when none
 */
public record Exhibit(
    String title, String note, boolean placed, List<Line> lines, String left, String sum) {

  /**
   * @param shown the value with its unit; empty where there is none
   * @param share the length of the bar in per cent; 0 for none
   * @param flag a word that marks the line, such as tied or missing, and how it is marked
   * @param file the way to the original; empty when there is none
   */
  public record Line(
      String place,
      String name,
      String link,
      String shown,
      int share,
      boolean ours,
      Flag flag,
      String file) {}

  /**
   * @param look {@code fails}, {@code ambiguous} or {@code not_derivable}, as verdicts look
   */
  public record Flag(String word, String look) {
    static final Flag NONE = new Flag("", "");
  }
}
