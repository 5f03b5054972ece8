package org.liuzheng.register;

import java.util.List;
import java.util.Map;
import org.liuzheng.words.Text;

/**
 * What an import would do, or did.
 *
 * @param file SHA-256 of the kept file; empty for a preview
 * @param columns header as found to field it fills; a header that fills none maps to an empty text
 * @param rows data rows found
 * @param accepted rows that are good
 * @param unchanged good rows that say what is already known; they write nothing
 * @param written entries written, 0 for a preview or a refused file
 * @param first seq of the first entry written, the others follow it; {@link #NOTHING} when none is
 * @param sample the first good rows as field values
 * @param rejects bad cells; a row may have several
 */
public record Import(
    String file,
    Map<String, String> columns,
    int rows,
    int accepted,
    int unchanged,
    int written,
    long first,
    List<Map<String, String>> sample,
    List<Reject> rejects) {
  public static final long NOTHING = -1;

  /** The whole file is refused. */
  static Import refused(Text says) {
    return new Import(
        "", Map.of(), 0, 0, 0, 0, NOTHING, List.of(), List.of(new Reject("", 0, "", "", "", says)));
  }

  /**
   * @param row counted from 1 as the spreadsheet shows it; 0 when the whole file is meant
   * @param column header of the column; empty when the whole row is meant
   * @param cell such as {@code B17}; empty when there is none
   * @param found what stands there
   * @param says what was found and what would be right
   */
  public record Reject(
      String sheet, int row, String column, String cell, String found, Text says) {}
}
