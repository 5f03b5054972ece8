package org.liuzheng.sheet;

import java.util.List;
import java.util.Map;

/**
 * One sheet: its rows from the top, blank rows left out, each with its number.
 *
 * @param name as the workbook names it; empty for CSV
 */
public record Sheet(String name, List<Row> rows) {

  /**
   * @param number counted from 1, as a spreadsheet shows it
   * @param cells from column A on; a blank cell is an empty text
   * @param merged columns whose cell is merged with one above, to the row where the value stands
   */
  public record Row(int number, List<String> cells, Map<Integer, Integer> merged) {
    public Row(int number, List<String> cells) {
      this(number, cells, Map.of());
    }

    /** The text at a column counted from 0; empty beyond the last. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    /** Where the value of a column counted from 0 stands, such as {@code B17}. */
    public String address(int column) {
      return Sheet.address(column, merged.getOrDefault(column, number));
    }
  }

  /** {@code B17} for column 1 (counted from 0) of row 17. */
  public static String address(int column, int row) {
    StringBuilder letters = new StringBuilder();
    for (int c = column; c >= 0; c = c / 26 - 1) {
      letters.insert(0, (char) ('A' + c % 26));
    }
    return letters.append(row).toString();
  }
}
