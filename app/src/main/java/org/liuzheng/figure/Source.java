package org.liuzheng.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.register.FieldType;
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
    SqlParserPos at)
    implements Table {

  Source joined(SqlNode condition, boolean left) {
    return new Source(schema, alias, asOf, Optional.of(condition), left, at);
  }

  /** The same, as it is called where a relation is used. */
  Source renamed(
      String newAlias, Optional<SqlNode> day, UnaryOperator<SqlNode> rename, SqlParserPos place) {
    return new Source(
        schema, newAlias, asOf.map(rename).or(() -> day), on.map(rename), optional, place);
  }

  @Override
  public List<String> columns() {
    return Stream.concat(Stream.of("id"), schema.fields().stream().map(f -> f.name())).toList();
  }

  @Override
  public Optional<SqlNode> column(String name, SqlParserPos place) {
    return Optional.of(new SqlIdentifier(List.of(alias, name), place));
  }

  @Override
  public boolean isPrivate(String column) {
    return schema.field(column).filter(f -> f.type() == FieldType.PRIVATE).isPresent();
  }
}
