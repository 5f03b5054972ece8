package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSnapshot;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;

/** Reads an author's select and refuses, each at its place, what a figure's rows cannot be. */
final class SelectReader {
  private final List<Schema> schemas;
  private final Places places;
  private final List<Source> sources = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();

  SelectReader(List<Schema> schemas, Places places) {
    this.schemas = schemas;
    this.places = places;
  }

  /**
   * @param name what the column is called in the rows
   */
  record Item(String name, SqlNode expression) {}

  /** Every expression names its columns with their tables. */
  record Read(List<Source> sources, List<Item> items, Optional<SqlNode> where) {}

  Read read(SqlNode statement) {
    if (!(statement instanceof SqlSelect select)) {
      refuseStatement(statement);
      return new Read(List.of(), List.of(), Optional.empty());
    }
    refuseClauses(select);
    from(select.getFrom());
    List<Item> items = items(select.getSelectList());
    Optional<SqlNode> where = Optional.ofNullable(select.getWhere()).map(this::expression);
    return new Read(List.copyOf(sources), items, where);
  }

  SqlNode expression(SqlNode expression) {
    return new ExpressionReader(sources, unknown, places).read(expression);
  }

  private void refuseStatement(SqlNode statement) {
    SqlParserPos at = statement.getParserPosition();
    switch (statement.getKind()) {
      case ORDER_BY -> {
        SqlOrderBy ordered = (SqlOrderBy) statement;
        clause(ordered.orderList, "figure.no_order_by");
        clause(ordered.fetch, "figure.no_limit");
        clause(ordered.offset, "figure.no_limit");
      }
      case UNION, INTERSECT, EXCEPT ->
          places.flaw(
              ((SqlCall) statement).operand(1).getParserPosition(),
              "figure.no_set_operation",
              statement.getKind().lowerName);
      case WITH -> places.flaw(at, "figure.no_subquery");
      default -> places.flaw(at, "figure.wants_select");
    }
  }

  private void refuseClauses(SqlSelect select) {
    if (select.isDistinct()) {
      places.flaw(select.getParserPosition(), "figure.no_distinct");
    }
    clause(select.getGroup(), "figure.no_group_by");
    clause(select.getHaving(), "figure.no_group_by");
    clause(select.getQualify(), "figure.no_window");
    clause(select.getWindowList(), "figure.no_window");
    clause(select.getOrderList(), "figure.no_order_by");
    clause(select.getFetch(), "figure.no_limit");
    clause(select.getOffset(), "figure.no_limit");
  }

  private void clause(@Nullable SqlNode clause, String key) {
    boolean there = clause != null && !(clause instanceof SqlNodeList list && list.isEmpty());
    if (clause != null && there) {
      SqlNode first = clause instanceof SqlNodeList list ? list.get(0) : clause;
      places.flaw(first.getParserPosition(), key);
    }
  }

  private void from(@Nullable SqlNode from) {
    switch (from) {
      case null -> places.flaw(Nodes.at(1, 1), "figure.wants_from");
      case SqlJoin join -> {
        from(join.getLeft());
        join(join);
      }
      default -> table(from).ifPresent(sources::add);
    }
  }

  private void join(SqlJoin join) {
    SqlParserPos at = join.getRight().getParserPosition();
    boolean left = join.getJoinType() == JoinType.LEFT;
    if (join.getJoinType() == JoinType.COMMA) {
      places.flaw(at, "figure.no_comma_join");
    } else if (join.isNatural() || !(left || join.getJoinType() == JoinType.INNER)) {
      places.flaw(
          at, "figure.no_such_join", (join.isNatural() ? "natural" : join.getJoinType().lowerName));
    } else if (join.getConditionType() != JoinConditionType.ON) {
      places.flaw(at, "figure.join_wants_on");
    }
    SqlNode condition = join.getCondition();
    table(join.getRight())
        .ifPresent(source -> {
          sources.add(source);
          if (condition != null && join.getConditionType() == JoinConditionType.ON) {
            sources.set(sources.size() - 1, source.joined(on(condition, source.alias()), left));
          }
        });
  }

  private SqlNode on(SqlNode condition, String alias) {
    SqlNode read = expression(condition);
    boolean ties = false;
    for (SqlNode part : Nodes.conjuncts(read)) {
      if (part.getKind() != SqlKind.EQUALS
          || !columnOrLiteral(((SqlCall) part).operand(0))
          || !columnOrLiteral(((SqlCall) part).operand(1))) {
        places.flaw(part.getParserPosition(), "figure.on_wants_equality");
        return read;
      }
      ties |= ties((SqlCall) part, alias);
    }
    if (!ties) {
      places.flaw(condition.getParserPosition(), "figure.on_wants_tie", alias);
    }
    return read;
  }

  private static boolean columnOrLiteral(SqlNode node) {
    return node instanceof SqlIdentifier || node instanceof SqlLiteral;
  }

  /** Whether an equality ties the joined table to another one. */
  private static boolean ties(SqlCall equality, String alias) {
    List<String> tables =
        Stream.of(equality.<SqlNode>operand(0), equality.<SqlNode>operand(1))
            .filter(SqlIdentifier.class::isInstance)
            .map(n -> ((SqlIdentifier) n).names.get(0))
            .toList();
    return tables.size() == 2
        && tables.contains(alias)
        && tables.stream().anyMatch(t -> !t.equals(alias));
  }

  private Optional<Source> table(SqlNode node) {
    SqlNode table = node;
    Optional<String> alias = Optional.empty();
    if (table.getKind() == SqlKind.AS) {
      SqlCall as = (SqlCall) table;
      if (as.operandCount() > 2) {
        places.flaw(as.operand(2).getParserPosition(), "figure.no_column_aliases");
      }
      alias = Optional.of(((SqlIdentifier) as.operand(1)).getSimple());
      table = as.operand(0);
    }
    Optional<SqlNode> asOf = Optional.empty();
    if (table instanceof SqlSnapshot snapshot) {
      asOf = asOf(snapshot);
      table = snapshot.getTableRef();
    }
    if (!(table instanceof SqlIdentifier name) || !name.isSimple()) {
      places.flaw(
          table.getParserPosition(),
          SqlKind.QUERY.contains(table.getKind()) ? "figure.no_subquery" : "figure.wants_register");
      return Optional.empty();
    }
    return source(name, alias.orElse(name.getSimple()), asOf);
  }

  private Optional<Source> source(SqlIdentifier name, String alias, Optional<SqlNode> asOf) {
    SqlParserPos at = name.getParserPosition();
    Optional<Schema> schema =
        schemas.stream().filter(s -> s.name().equals(name.getSimple())).findFirst();
    if (schema.isEmpty()) {
      places.flaw(
          at,
          "figure.unknown_register",
          name.getSimple(),
          schemas.stream().map(Schema::name).sorted().collect(Collectors.joining(", ")));
      unknown.add(alias);
      return Optional.empty();
    }
    if (sources.stream().anyMatch(s -> s.alias().equals(alias))) {
      places.flaw(at, "figure.alias_twice", alias);
    }
    return Optional.of(new Source(schema.get(), alias, asOf, Optional.empty(), false, at));
  }

  private Optional<SqlNode> asOf(SqlSnapshot snapshot) {
    SqlNode period = snapshot.getPeriod();
    SqlNode day = expression(period);
    Optional<FieldType> type = ExpressionReader.fieldType(sources, day);
    boolean dated = type.filter(t -> t == FieldType.DATE || t == FieldType.MONTH).isPresent();
    if (places.clean() && !dated) {
      places.flaw(period.getParserPosition(), "figure.as_of_wants_date");
    }
    return Optional.of(day);
  }

  private List<Item> items(SqlNodeList list) {
    List<Item> items = new ArrayList<>();
    for (SqlNode node : list) {
      Item item = item(node);
      if (!item.name().isEmpty() && items.stream().anyMatch(i -> i.name().equals(item.name()))) {
        places.flaw(node.getParserPosition(), "figure.column_twice", item.name());
      }
      items.add(item);
    }
    return items;
  }

  private Item item(SqlNode node) {
    if (node.getKind() == SqlKind.AS) {
      SqlCall as = (SqlCall) node;
      SqlIdentifier name = as.operand(1);
      if (!name.getSimple().matches("[a-z][a-z0-9_]{0,58}")) {
        places.flaw(name.getParserPosition(), "figure.column_name", name.getSimple());
      }
      return new Item(name.getSimple(), expression(as.operand(0)));
    }
    SqlNode read = expression(node);
    if (node instanceof SqlIdentifier id) {
      return new Item(id.isStar() ? "" : id.names.getLast(), read);
    }
    places.flaw(node.getParserPosition(), "figure.column_wants_name");
    return new Item("", read);
  }
}
