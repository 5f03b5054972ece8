package org.liuzheng.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;

/**
 * A figure's rows as SQL for PostgreSQL. Its parameters are {@code known}, {@code on} (the day on
 * which tables are read) and, for a flow, {@code from} and {@code to} (first and last day).
 *
 * @param select yields {@code columns}, then {@link #DAY} for a flow, then one key per table
 * @param fields columns that show a register's field, to that
 * @param keys columns that name one row and give the order of all
 * @param readable the same without the columns of our own
 * @param relations those that the author selects from, whose tables stand in the select
 * @param history the same over all days and positions, where that can be written
 */
record CompiledRows(
    SqlSelect select,
    List<Column> columns,
    Map<String, Definition.FieldShown> fields,
    List<String> keys,
    boolean flow,
    String readable,
    List<String> registers,
    Set<String> relations,
    Optional<History> history) {

  /** The day on which a row of a flow happens. */
  static final String DAY = "_day";

  Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    columns.stream().filter(c -> !c.link().isEmpty()).forEach(c -> links.put(c.name(), c.link()));
    return links;
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The select as a table named {@code q}. */
  SqlNode asTable() {
    return Nodes.as(select, "q");
  }
}
