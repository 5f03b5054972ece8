package org.liuzheng.figure;

import java.util.Optional;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.words.Words;

/** Where in the file the places of the SQL are that is compiled together. */
final class Places {
  private final SqlText rows;
  private final Optional<SqlText> day;
  private boolean clean = true;

  Places(SqlText rows, Optional<SqlText> day) {
    this.rows = rows;
    this.day = day;
  }

  void flaw(SqlParserPos at, String key, Object... args) {
    clean = false;
    day.filter(d -> d.holds(at)).orElse(rows).flaw(at, Words.text(key, args));
  }

  /** What was read cannot be used, for a flaw that is reported elsewhere. */
  void fail() {
    clean = false;
  }

  /** Whether no flaw was reported, here or in what is used here. */
  boolean clean() {
    return clean;
  }
}
