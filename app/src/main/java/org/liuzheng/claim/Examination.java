package org.liuzheng.claim;

import java.util.Map;
import java.util.function.Predicate;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Period;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/**
 * A text of whatever origin that is to be checked.
 *
 * @param unit and {@code period} of what it speaks of
 * @param chosen number of the number in the text to what somebody says it stands for
 * @param tells whether who asks may know a value
 */
public record Examination(
    String text,
    Lang lang,
    String unit,
    Period period,
    When when,
    Map<Integer, Choice> chosen,
    Predicate<Ask> tells) {

  /** What stands for a number that is only a name. */
  public static final String NAME = "-";

  /**
   * @param words of the number when it was chosen: the text may have been changed since; empty for
   *     whatever they are
   * @param target a claim of a report as {@code report/R01}, a figure with its filters as in a link
   *     of a report's text, or {@link #NAME}
   */
  public record Choice(String words, String target) {}
}
