package org.liuzheng.figure;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** What a select calls a table: a register, or a relation, whose columns are expressions. */
interface Table {
  String alias();

  /** The names of its columns. */
  List<String> columns();

  /**
   * What stands for a column that is named at a place; empty when there is none of that name. A
   * column that may not be shown is one too, see {@link #isPrivate}.
   */
  Optional<SqlNode> column(String name, SqlParserPos at);

  boolean isPrivate(String column);

  /** Whether all its columns can be asked for at once: those of a register may grow. */
  default boolean closed() {
    return false;
  }

  default boolean has(String column) {
    return columns().contains(column);
  }
}
