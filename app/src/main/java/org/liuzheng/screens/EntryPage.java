package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/** One entry: who said what, when, from which cell, and the proof that it is in the log. */
public record EntryPage(Shell shell, Head head, Said said, Origin origin, Proof proof) {

  /**
   * @param before the record's entry before this one; empty on its first
   * @param after the record's entry after this one; empty on its last
   */
  public record Head(
      String seq,
      String sentence,
      String registerLabel,
      String registerLink,
      String recordTitle,
      String recordLink,
      String before,
      String after) {}

  /**
   * @param facts heading and words in turn
   */
  public record Said(List<String> facts, String reason, List<Line> lines) {}

  /**
   * @param before what held until then; blank when it is the same or nothing did
   * @param kept whether it was said by an earlier entry and only goes on to hold
   */
  public record Line(
      String label, FieldValue before, FieldValue value, boolean kept, String cell) {}

  /**
   * @param closed why the file cannot be downloaded; empty when it can, or when there is none
   * @param download empty when it cannot be
   */
  public record Origin(
      String words, String file, String download, String closed, Optional<Excerpt> excerpt) {}

  /** Some rows of the file, as a spreadsheet shows them. */
  public record Excerpt(List<Column> columns, List<Row> rows) {}

  /**
   * @param label of the field that the column fills; empty when it fills none
   */
  public record Column(String letter, String label) {}

  /**
   * @param here whether it is the entry's own row
   */
  public record Row(String number, boolean here, List<Cell> cells) {}

  public record Cell(String text, boolean read, boolean sealed) {}

  /**
   * @param steps from the leaf to the root
   */
  public record Proof(
      boolean sound,
      String leaf,
      List<Step> steps,
      String size,
      String root,
      String signedAt,
      String note,
      String salt,
      String canonical,
      String bundle,
      String key) {}

  /**
   * @param left whether the sibling stands left of the way up
   */
  public record Step(int number, boolean left, String sibling, String result) {}
}
