package org.liuzheng.figure;

import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.register.Schema;

/**
 * A register that rows are read from.
 *
 * @param asOf the day whose version is meant; empty for the day on which the figure is read
 * @param on what joins it to the sources before it; empty for the first
 * @param optional a left join: a row stays when nothing is found
 */
record Source(
    Schema schema,
    String alias,
    Optional<SqlNode> asOf,
    Optional<SqlNode> on,
    boolean optional,
    SqlParserPos at) {

  Source joined(SqlNode condition, boolean left) {
    return new Source(schema, alias, asOf, Optional.of(condition), left, at);
  }

  boolean has(String column) {
    return column.equals("id") || schema.field(column).isPresent();
  }
}
