package org.liuzheng.register;

import org.liuzheng.ledger.Author;

/**
 * A file to be imported into a register.
 *
 * @param validFrom ISO date for rows that state none; may be empty where the schema has a {@code
 *     since} field or the file a column for it
 */
public record ImportRequest(
    String register, String fileName, byte[] content, String validFrom, Mode mode, Author author) {

  /** What happens to good rows when others are bad. */
  public enum Mode {
    /** One bad row, and nothing is written. */
    ALL_OR_NOTHING,
    /** Good rows are written; bad ones come back as a list. */
    GOOD_ROWS
  }
}
