package org.liuzheng.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * A relation in a select.
 *
 * @param expressions what each column is, in the relation's own names
 * @param renamed from the relation's names of its tables to those they have in this select
 */
record RelationTable(String alias, Map<String, SqlNode> expressions, UnaryOperator<String> renamed)
    implements Table {
  @Override
  public List<String> columns() {
    return List.copyOf(expressions.keySet());
  }

  @Override
  public Optional<SqlNode> column(String name, SqlParserPos at) {
    return Optional.ofNullable(expressions.get(name)).map(e -> Nodes.moved(e, renamed, at));
  }

  @Override
  public boolean isPrivate(String column) {
    return false;
  }

  @Override
  public boolean closed() {
    return true;
  }
}
