package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/** A report: its text with the verdicts in it, and the evidence of the claim that is open. */
public record ReportPage(
    Shell shell,
    Head head,
    List<Section> contents,
    List<Part> parts,
    Check check,
    Tally tally,
    Optional<Drawer> drawer) {

  /**
   * @param table whether all claims are shown as a table instead of the text
   */
  public record Head(String name, String title, List<Count> counts, boolean table, String next) {}

  /**
   * @param verdict empty for all claims together
   */
  public record Count(String verdict, String word, int count, String link) {}

  /**
   * @param open claims in it that are not settled, in words
   */
  public record Section(String id, String title, String open) {}

  /** A piece of the text: a heading, a paragraph, an item of a list, or a quotation. */
  public record Part(
      String id, Shape shape, String marker, List<Bit> bits, List<Note> notes, boolean open) {}

  public enum Shape {
    HEADING,
    SUBHEADING,
    PARAGRAPH,
    ITEM,
    QUOTE
  }

  /**
   * @param claim empty for plain words
   */
  public record Bit(String text, String claim, String verdict, String link, boolean open) {

    static Bit plain(String text) {
      return new Bit(text, "", "", "", false);
    }

    /** Whether it is short enough to be kept on one line. */
    public boolean whole() {
      return text.length() <= 9;
    }
  }

  /** What is not settled about a claim of the paragraph above. */
  public record Note(
      String claim,
      String verdict,
      String shown,
      String says,
      List<String> readings,
      String link) {}

  /**
   * What the check of the whole text found.
   *
   * @param unbound numbers that no claim speaks for
   * @param narrowed the section that the lines are of; empty for all
   */
  public record Check(
      List<Line> lines,
      List<Line> unsettled,
      List<String> unbound,
      String sentence,
      String narrowed) {}

  /**
   * How many claims of each section have which verdict.
   *
   * @param columns the verdicts that occur; one more cell of a row has all of them
   */
  public record Tally(List<Column> columns, List<Row> rows) {

    public record Column(String verdict, String word) {}

    /**
     * @param link to the section in the text
     */
    public record Row(String title, String link, List<Cell> cells) {}

    /**
     * @param word the verdict
     * @param link to these claims
     */
    public record Cell(int count, String word, String link) {}
  }

  /** A claim in the table of all. */
  public record Line(
      String id,
      String shown,
      String kind,
      String computed,
      String verdict,
      String reason,
      String link) {

    /** Whether somebody has to do something about it. */
    boolean unsettled() {
      return !verdict.equals("holds") && !verdict.equals("label");
    }
  }
}
