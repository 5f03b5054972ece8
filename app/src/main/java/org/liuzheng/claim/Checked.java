package org.liuzheng.claim;

import java.util.List;
import org.liuzheng.figure.Ask;
import org.liuzheng.words.Text;

/**
 * A claim after checking.
 *
 * @param id such as {@code R16}; unique in the report
 * @param shown the words in the text
 * @param computed what the records give, formatted; empty when nothing can be computed
 * @param verdict over all readings: they agree, or the claim is ambiguous
 * @param reason one sentence
 * @param readings one for a plain claim, several where the text can be read in several ways
 */
public record Checked(
    String id, String shown, Text computed, Verdict verdict, Text reason, List<Reading> readings) {

  /**
   * One reading of a claim.
   *
   * @param says the reading in words; empty texts where there is only one
   * @param kind such as VAL, YOY, STRK, as domain specialists name them
   * @param asks the values it rests on, first the main one; none of a name
   * @param evidence what shows best why, one for each of several filters; often none
   */
  public record Reading(
      Text says,
      String kind,
      List<Ask> asks,
      Text computed,
      Verdict verdict,
      Text reason,
      List<Evidence> evidence) {}
}
