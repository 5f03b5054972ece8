package org.liuzheng.claim;

import java.util.List;
import java.util.Map;
import org.liuzheng.words.Text;

/**
 * A claim declared in a report's front matter.
 *
 * @param readings at least one; several where the sentence can be read in several ways
 */
public record Claim(String id, List<Reading> readings) {

  /**
   * @param says the reading in words; empty texts where there is only one
   * @param kind such as VAL, YOY, CNT
   * @param figure name of the figure
   * @param options {@code unit}, {@code period}, {@code is}, {@code than}, {@code each} and columns
   *     of the figure's {@code by}
   */
  public record Reading(Text says, String kind, String figure, Map<String, String> options) {}
}
