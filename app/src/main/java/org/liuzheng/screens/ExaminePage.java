package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/** Any text held against the records: the form, and what was found. */
public record ExaminePage(
    Shell shell, Form form, List<String> errors, Optional<Result> result, List<Figure> figures) {

  /**
   * @param unit code, @param unitName its name
   */
  public record Form(
      String action, String text, String unit, String unitName, String period, List<Unit> units) {}

  public record Unit(String code, String name) {}

  /** A figure that can be typed in the place of what was proposed. */
  public record Figure(String name, String label) {}

  /**
   * @param numbers what needs somebody first, then in the order of the text
   * @param left what was left out, in words; empty when nothing was
   */
  public record Result(
      String sentence, List<List<ReportPage.Bit>> lines, List<Number> numbers, String left) {}

  /**
   * A number of the text.
   *
   * @param number counted from 1
   * @param mark how it looks in the text: a verdict, or empty
   * @param word the verdict or state in a word
   * @param confirmed whether somebody said what it is taken for
   * @param link to the figure; empty when there is none
   */
  public record Number(
      int number,
      String words,
      String mark,
      String word,
      String computed,
      String reason,
      boolean confirmed,
      List<Option> options,
      String link) {}

  /** What a number can be taken for. */
  public record Option(String target, String label, boolean selected) {}
}
