package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
  /** PostgreSQL cuts names at 63 bytes. */
  private static final int LONGEST_ALIAS = 50;

  private final Shelf shelf;
  private final Places places;
  private final List<Source> sources = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<SqlNode> conditions = new ArrayList<>();
  private final Set<String> relations = new TreeSet<>();
  private final Set<String> unknown = new HashSet<>();

  SelectReader(Shelf shelf, Places places) {
    this.shelf = shelf;
    this.places = places;
  }

  /**
   * @param name what the column is called in the rows
   */
  record Item(String name, SqlNode expression) {}

  /**
   * Every expression names its columns with their tables; where a relation was, its tables are.
   *
   * @param relations those that were
   */
  record Read(
      List<Source> sources, List<Item> items, Optional<SqlNode> where, Set<String> relations) {}

  Read read(SqlNode statement) {
    if (!(statement instanceof SqlSelect select)) {
      refuseStatement(statement);
      return new Read(List.of(), List.of(), Optional.empty(), Set.of());
    }
    refuseClauses(select);
    from(select.getFrom());
    List<Item> items = items(select.getSelectList());
    Optional.ofNullable(select.getWhere()).map(this::expression).ifPresent(conditions::add);
    return new Read(
        List.copyOf(sources), items, Optional.ofNullable(Nodes.all(conditions)), relations);
  }

  SqlNode expression(SqlNode expression) {
    return new ExpressionReader(tables, unknown, places).read(expression);
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
      default -> table(from);
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
    List<Source> joined = table(join.getRight());
    if (joined.isEmpty() || condition == null || join.getConditionType() != JoinConditionType.ON) {
      return;
    }
    Table table = tables.getLast();
    SqlNode on = on(condition, joined, table.alias());
    if (table instanceof Source source) {
      replace(source, source.joined(on, left));
      tables.set(tables.size() - 1, sources.getLast());
    } else if (left) {
      places.flaw(at, "figure.no_left_join_of_relation", table.alias());
    } else {
      replace(
          joined.getFirst(),
          joined.getFirst().joined(SqlLiteral.createBoolean(true, Nodes.ZERO), false));
      Nodes.conjuncts(on).forEach(c -> tie(joined, c));
    }
  }

  private void replace(Source one, Source other) {
    sources.replaceAll(s -> s.alias().equals(one.alias()) ? other : s);
  }

  /** A condition on a relation's columns joins the last of its tables that it names. */
  private void tie(List<Source> joined, SqlNode condition) {
    Set<String> named = Nodes.tables(condition);
    Optional<Source> last =
        sources.subList(sources.size() - joined.size(), sources.size()).stream()
            .filter(s -> named.contains(s.alias()))
            .reduce((a, b) -> b);
    if (last.isEmpty() || last.get().optional()) {
      conditions.add(condition);
      return;
    }
    List<SqlNode> all = new ArrayList<>(last.get().on().stream().toList());
    all.removeIf(on -> on instanceof SqlLiteral);
    all.add(condition);
    replace(last.get(), last.get().joined(Objects.requireNonNull(Nodes.all(all)), false));
  }

  /**
   * @param joined the tables that are joined: one, unless a relation stands for several
   */
  private SqlNode on(SqlNode condition, List<Source> joined, String alias) {
    SqlNode read = expression(condition);
    Set<String> own = joined.stream().map(Source::alias).collect(Collectors.toSet());
    boolean ties = false;
    for (SqlNode part : Nodes.conjuncts(read)) {
      if (part.getKind() != SqlKind.EQUALS
          || !columnOrLiteral(((SqlCall) part).operand(0))
          || !columnOrLiteral(((SqlCall) part).operand(1))) {
        places.flaw(part.getParserPosition(), "figure.on_wants_equality");
        return read;
      }
      Set<String> named = Nodes.tables(part);
      ties |= named.stream().anyMatch(own::contains) && !own.containsAll(named);
    }
    if (!ties) {
      places.flaw(condition.getParserPosition(), "figure.on_wants_tie", alias);
    }
    return read;
  }

  private static boolean columnOrLiteral(SqlNode node) {
    return node instanceof SqlIdentifier || node instanceof SqlLiteral;
  }

  /** Adds what a name in {@code from} stands for and returns it; nothing when there is a flaw. */
  private List<Source> table(SqlNode node) {
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
      return List.of();
    }
    List<Source> added = named(name, alias.orElse(name.getSimple()), asOf);
    sources.addAll(added);
    return added;
  }

  private List<Source> named(SqlIdentifier name, String alias, Optional<SqlNode> asOf) {
    SqlParserPos at = name.getParserPosition();
    String called = name.getSimple();
    if (Stream.concat(tables.stream(), sources.stream()).anyMatch(t -> t.alias().equals(alias))) {
      places.flaw(at, "figure.alias_twice", alias);
    }
    Optional<Schema> schema = shelf.register(called);
    if (schema.isPresent()) {
      Source source = new Source(schema.get(), alias, asOf, Optional.empty(), false, at);
      tables.add(source);
      return List.of(source);
    }
    if (!shelf.relations().names().contains(called)) {
      places.flaw(at, "figure.unknown_register", called, shelf.names());
    } else if (shelf.reading().contains(called)) {
      places.flaw(at, "figure.relation_of_itself", called);
    } else {
      relations.add(called);
      Optional<Read> relation = shelf.relation(called);
      if (relation.isPresent()) {
        return expanded(relation.get(), alias, asOf, at);
      }
      places.fail();
    }
    unknown.add(alias);
    return List.of();
  }

  /** Puts a relation's tables and conditions here, under names that are not taken. */
  private List<Source> expanded(
      Read relation, String alias, Optional<SqlNode> asOf, SqlParserPos at) {
    Map<String, String> names = new HashMap<>();
    for (Source s : relation.sources()) {
      names.put(s.alias(), free(alias + "_" + s.alias(), names.values()));
    }
    UnaryOperator<String> renamed = n -> names.getOrDefault(n, n);
    UnaryOperator<SqlNode> here = n -> Nodes.moved(n, renamed, at);
    relation.where().map(here).ifPresent(conditions::add);
    Map<String, SqlNode> columns = new LinkedHashMap<>();
    relation.items().forEach(i -> columns.put(i.name(), i.expression()));
    tables.add(new RelationTable(alias, columns, renamed));
    return relation.sources().stream()
        .map(s -> s.renamed(renamed.apply(s.alias()), asOf, here, at))
        .toList();
  }

  private String free(String wish, Collection<String> taken) {
    String name = wish.length() > LONGEST_ALIAS ? "t" + (sources.size() + taken.size()) : wish;
    boolean used =
        taken.contains(name)
            || Stream.concat(tables.stream(), sources.stream())
                .anyMatch(t -> t.alias().equals(name));
    return used ? free(name + "_", taken) : name;
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
      for (Item item : all(node).orElseGet(() -> List.of(item(node)))) {
        if (!item.name().isEmpty() && items.stream().anyMatch(i -> i.name().equals(item.name()))) {
          places.flaw(node.getParserPosition(), "figure.column_twice", item.name());
        }
        items.add(item);
      }
    }
    return items;
  }

  /** All columns of a relation, which are declared and do not grow by themselves. */
  private Optional<List<Item>> all(SqlNode node) {
    return node instanceof SqlIdentifier id && id.isStar() && id.names.size() == 2
        ? tables.stream()
            .filter(t -> t.closed() && t.alias().equals(id.names.getFirst()))
            .findFirst()
            .map(t ->
                t.columns().stream()
                    .map(c -> new Item(c, t.column(c, id.getParserPosition()).orElseThrow()))
                    .toList())
        : Optional.empty();
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
