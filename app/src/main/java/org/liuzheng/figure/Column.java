package org.liuzheng.figure;

/**
 * A column of a figure's rows.
 *
 * @param link the register whose record the column names; empty when it names none
 */
record Column(String name, Kind kind, String link) {

  /** How a value becomes text. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE,
    MONTH,
    FLAG
  }
}
