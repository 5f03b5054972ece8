package org.liuzheng.ledger;

import java.util.Map;

/** Where an entry came from. */
public sealed interface Source {

  /** Typed into a page. */
  record Form() implements Source {}

  /** Sent by an API client. */
  record Api(String client) implements Source {}

  /** Said by the program itself, such as the installation of a pack. */
  record Program(String why) implements Source {}

  /**
   * Read from one row of an uploaded file.
   *
   * @param file SHA-256 of the kept file, in hex
   * @param name the file's name as uploaded
   * @param sheet the sheet's name; empty for CSV
   * @param row counted from 1, as a spreadsheet shows it
   * @param cells field name to cell such as {@code B17}
   */
  record Row(String file, String name, String sheet, int row, Map<String, String> cells)
      implements Source {}
}
