package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** One record: what holds, who said so, what it was before, and what counts it. */
public record RecordPage(
    Shell shell, Head head, Values values, Past past, Around around, Acts acts) {

  /**
   * @param sentence since when it holds, how often it was entered, and by whom last
   * @param told what was just done; empty when nothing was
   * @param toldLink the entry of what was just done
   */
  public record Head(
      String registerLink,
      String registerLabel,
      String id,
      String title,
      String sentence,
      String told,
      String toldLink) {}

  /**
   * @param lines none when nothing is true then
   * @param blanks labels of the fields that are not filled in
   * @param none why there are no values; empty when there are some
   */
  public record Values(List<Line> lines, String blanks, String none) {}

  /** A field with the entry that its value comes from. */
  public record Line(String label, FieldValue value, boolean numeric, Trace trace) {}

  /**
   * @param cell such as {@code B17}; empty when the value was not read from a file
   */
  public record Trace(String seq, String link, String cell, String words) {}

  /**
   * @param states none where there was only one
   */
  public record Past(List<State> states, List<Tick> ticks, List<Statement> statements) {}

  /** What was known from one entry on until the next. */
  public record State(
      String seq, String link, String since, boolean current, List<Stretch> stretches) {}

  /**
   * One version in a state, on the line of days.
   *
   * @param left in per cent, as is {@code width}
   * @param label what has room on it; may be empty
   * @param link empty where it is too narrow to be hit
   * @param fresh whether this state was the first to say so
   */
  public record Stretch(
      String left,
      String width,
      String words,
      String label,
      String link,
      boolean fresh,
      boolean here) {}

  /** A day on the line. */
  public record Tick(String left, String words) {}

  /**
   * What one entry said.
   *
   * @param first whether nothing was known of that day before
   * @param replaced whether something later took its place
   */
  public record Statement(
      String seq,
      String link,
      String op,
      String validFrom,
      String known,
      String reason,
      boolean first,
      List<Change> changes,
      String who,
      String source,
      boolean replaced) {}

  public record Change(String label, FieldValue before, FieldValue after) {}

  public record Around(List<Counted> figures, List<Related> related) {}

  /**
   * A figure that counts the record, or that stands on one that does.
   *
   * @param periods in which it is counted
   */
  public record Counted(String label, String link, String periods) {}

  /** Records of another register that refer to this one. */
  public record Related(String label, String by, String count, String link) {}

  /** What may be done, each as an address; empty when it may not. */
  public record Acts(String change, String correct, String withdraw) {
    static final Acts NONE = new Acts("", "", "");

    public boolean none() {
      return change.isEmpty();
    }
  }
}
