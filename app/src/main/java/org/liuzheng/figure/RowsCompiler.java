package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.Field;

/**
 * Compiles an author's select into the select that is run. The author writes only the business
 * part; every predicate over the two times is added here: known at {@code :known} for every table,
 * and valid on {@code :on} — or on the day after {@code for system_time as of} — for every table.
 */
final class RowsCompiler {
  private static final Set<SqlTypeName> NUMBERS =
      Set.of(
          SqlTypeName.TINYINT,
          SqlTypeName.SMALLINT,
          SqlTypeName.INTEGER,
          SqlTypeName.BIGINT,
          SqlTypeName.DECIMAL);

  private final Shelf shelf;
  private final Places places;

  private RowsCompiler(Shelf shelf, Places places) {
    this.shelf = shelf;
    this.places = places;
  }

  /**
   * @param day the expression for a flow's day; empty for a stock
   * @param places told every flaw
   * @return empty when there is a flaw
   */
  static Optional<CompiledRows> compile(
      SqlText rows, Optional<SqlText> day, Places places, Shelf shelf) {
    return new RowsCompiler(shelf, places).compile(rows, day);
  }

  /** Reads the select of a relation, to be put in the place of its name; empty with a flaw. */
  static Optional<SelectReader.Read> relation(SqlText rows, Places places, Shelf shelf) {
    RowsCompiler compiler = new RowsCompiler(shelf, places);
    Optional<SelectReader.Read> read =
        compiler.parse(rows, false).map(new SelectReader(shelf, places)::read);
    if (places.clean()) {
      read.ifPresent(r -> compiler.types(r, Optional.empty()));
    }
    return read.filter(r -> places.clean());
  }

  private Optional<CompiledRows> compile(SqlText rows, Optional<SqlText> day) {
    Optional<SqlNode> statement = parse(rows, false);
    Optional<SqlNode> dayNode = day.flatMap(d -> parse(d, true));
    if (statement.isEmpty() || (day.isPresent() && dayNode.isEmpty())) {
      return Optional.empty();
    }
    SelectReader reader = new SelectReader(shelf, places);
    SelectReader.Read read = reader.read(statement.get());
    Optional<SqlNode> on = dayNode.map(reader::expression);
    if (!places.clean()) {
      return Optional.empty();
    }
    List<SqlTypeName> types = types(read, on);
    return places.clean() ? Optional.of(write(withLink(read), on, types)) : Optional.empty();
  }

  private Optional<SqlNode> parse(SqlText text, boolean expression) {
    SqlParser parser =
        SqlParser.create(
            text.parsable(),
            SqlParser.config()
                .withQuoting(Quoting.DOUBLE_QUOTE)
                .withUnquotedCasing(Casing.TO_LOWER)
                .withQuotedCasing(Casing.UNCHANGED)
                .withCaseSensitive(true));
    try {
      return Optional.of(expression ? parser.parseExpression() : parser.parseStmt());
    } catch (SqlParseException e) {
      SqlParserPos at = Objects.requireNonNullElse(e.getPos(), Nodes.at(1, 1));
      places.flaw(at, "figure.sql_syntax", found(e));
      return Optional.empty();
    }
  }

  /** The word that the parser stumbled over, out of {@code Encountered "x" at line 1 …}. */
  private static String found(SqlParseException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message
        .replaceFirst("^Encountered ", "")
        .replaceFirst(" at line \\d+, column \\d+.*", "")
        .replaceAll("^\"|\"$", "")
        .strip();
  }

  /** The types of the author's columns; a mismatch is a flaw at its place. */
  private List<SqlTypeName> types(SelectReader.Read read, Optional<SqlNode> day) {
    List<SqlNode> items = new ArrayList<>();
    read.items().forEach(i -> items.add(Nodes.as(i.expression(), i.name())));
    day.ifPresent(d -> items.add(Nodes.as(d, CompiledRows.DAY)));
    SqlNode select =
        Nodes.copy(
            Nodes.select(
                items,
                from(read.sources(), false, Optional.empty()),
                read.where().stream().toList(),
                List.of(),
                List.of()));
    try {
      List<SqlTypeName> types =
          new Catalogue(shelf.schemas())
              .columnTypes(
                  select,
                  (at, left, right) -> places.flaw(at, "figure.compares_unlike", left, right));
      if (day.isPresent() && types.getLast() != SqlTypeName.DATE) {
        places.flaw(day.get().getParserPosition(), "figure.day_wants_date");
      }
      return types;
    } catch (CalciteContextException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      places.flaw(
          Nodes.at(e.getPosLine(), e.getPosColumn()), "figure.sql_types", String.valueOf(why));
      return List.of();
    }
  }

  private static SqlNode from(List<Source> sources, boolean timed, Optional<Source> touched) {
    SqlNode from = table(sources.getFirst(), touched);
    for (Source s : sources.subList(1, sources.size())) {
      List<SqlNode> on = new ArrayList<>(s.on().stream().toList());
      if (timed) {
        on.addAll(times(s));
      }
      JoinType type = s.optional() ? JoinType.LEFT : JoinType.INNER;
      from =
          new SqlJoin(
              Nodes.ZERO,
              from,
              SqlLiteral.createBoolean(false, Nodes.ZERO),
              type.symbol(Nodes.ZERO),
              table(s, touched),
              JoinConditionType.ON.symbol(Nodes.ZERO),
              Nodes.all(on));
    }
    return from;
  }

  /** The tables, inner joined, without any condition on time. */
  static SqlNode joined(List<Source> sources, Optional<Source> touched) {
    return from(
        sources.stream()
            .map(s -> s.joined(s.on().orElse(SqlLiteral.createBoolean(true, Nodes.ZERO)), false))
            .toList(),
        false,
        touched);
  }

  private static SqlNode table(Source s, Optional<Source> touched) {
    String name =
        touched
            .filter(t -> t.alias().equals(s.alias()))
            .map(History.Touched::table)
            .orElse(s.schema().table());
    return Nodes.as(new SqlIdentifier(name, Nodes.ZERO), s.alias());
  }

  private static List<SqlNode> times(Source s) {
    SqlNode day = s.asOf().orElseGet(() -> Nodes.parameter("on"));
    return List.of(
        Nodes.atMost(Nodes.column(s.alias(), "known_from"), Nodes.parameter("known")),
        Nodes.before(Nodes.parameter("known"), Nodes.column(s.alias(), "known_to")),
        Nodes.atMost(Nodes.column(s.alias(), "valid_from"), day),
        Nodes.before(day, Nodes.column(s.alias(), "valid_to")));
  }

  /**
   * Every row must lead to a record: where the author names none, the first table's id is added.
   */
  private static SelectReader.Read withLink(SelectReader.Read read) {
    if (read.items().stream().anyMatch(i -> isId(i.expression()))) {
      return read;
    }
    Source first = read.sources().getFirst();
    String name = first.schema().name();
    boolean taken = read.items().stream().anyMatch(i -> i.name().equals(name));
    List<SelectReader.Item> items = new ArrayList<>(read.items());
    items.add(
        new SelectReader.Item(taken ? name + "_id" : name, Nodes.column(first.alias(), "id")));
    return new SelectReader.Read(read.sources(), items, read.where(), read.relations());
  }

  private static boolean isId(SqlNode node) {
    return node instanceof SqlIdentifier id && id.names.getLast().equals("id");
  }

  private CompiledRows write(
      SelectReader.Read read, Optional<SqlNode> day, List<SqlTypeName> types) {
    List<SqlNode> items = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    Map<String, Definition.FieldShown> fields = new LinkedHashMap<>();
    for (int i = 0; i < read.items().size(); i++) {
      SelectReader.Item item = read.items().get(i);
      items.add(Nodes.as(item.expression(), item.name()));
      shown(read.sources(), item.expression()).ifPresent(f -> fields.put(item.name(), f));
      columns.add(
          column(read.sources(), item, i < types.size() ? types.get(i) : SqlTypeName.VARCHAR));
    }
    SqlNode readable = forPostgres(select(read, day, items));
    day.ifPresent(d -> items.add(Nodes.as(d, CompiledRows.DAY)));
    List<String> keys = new ArrayList<>();
    for (Source s : read.sources()) {
      keys.add("_key" + keys.size());
      items.add(Nodes.as(Nodes.column(s.alias(), "id"), keys.getLast()));
    }
    return new CompiledRows(
        (SqlSelect) forPostgres(select(read, day, items)),
        columns,
        fields,
        keys,
        day.isPresent(),
        Nodes.forReaders(readable),
        read.sources().stream().map(s -> s.schema().name()).distinct().toList(),
        read.relations(),
        History.of(read, day));
  }

  private static SqlNode select(
      SelectReader.Read read, Optional<SqlNode> day, List<SqlNode> items) {
    List<SqlNode> where = new ArrayList<>(read.where().stream().toList());
    where.addAll(times(read.sources().getFirst()));
    day.ifPresent(d -> {
      where.add(Nodes.atMost(Nodes.parameter("from"), d));
      where.add(Nodes.atMost(d, Nodes.parameter("to")));
    });
    return Nodes.select(
        items, from(read.sources(), true, Optional.empty()), where, List.of(), List.of());
  }

  /** A column that is a field's, also where another value stands for its blanks. */
  private static Optional<Definition.FieldShown> shown(List<Source> sources, SqlNode expression) {
    SqlNode shown =
        expression.getKind() == SqlKind.COALESCE ? ((SqlCall) expression).operand(0) : expression;
    return shown instanceof SqlIdentifier id && id.names.size() == 2
        ? sources.stream()
            .filter(s -> s.alias().equals(id.names.get(0)))
            .flatMap(s ->
                s.schema().field(id.names.get(1)).stream()
                    .map(f -> new Definition.FieldShown(s.schema().name(), f.name())))
            .findFirst()
        : Optional.empty();
  }

  private static Column column(List<Source> sources, SelectReader.Item item, SqlTypeName type) {
    if (item.expression() instanceof SqlIdentifier id) {
      Source source =
          sources.stream().filter(s -> s.alias().equals(id.names.get(0))).findFirst().orElseThrow();
      Optional<Field> field = source.schema().field(id.names.get(1));
      return field
          .map(f -> new Column(item.name(), Catalogue.kind(f), f.refersTo()))
          .orElseGet(() -> new Column(item.name(), Column.Kind.TEXT, source.schema().name()));
    }
    Column.Kind kind =
        NUMBERS.contains(type)
            ? Column.Kind.NUMBER
            : type == SqlTypeName.DATE
                ? Column.Kind.DATE
                : type == SqlTypeName.BOOLEAN ? Column.Kind.FLAG : Column.Kind.TEXT;
    return new Column(item.name(), kind, "");
  }

  /** The functions of our own in PostgreSQL's words. */
  static SqlNode forPostgres(SqlNode select) {
    SqlNode written =
        Nodes.copy(select)
            .accept(
                new SqlShuttle() {
                  @Override
                  public @Nullable SqlNode visit(SqlCall call) {
                    SqlNode inner = super.visit(call);
                    if (!(inner instanceof SqlCall c)) {
                      return inner;
                    }
                    return switch (c.getOperator().getName().toLowerCase(Locale.ROOT)) {
                      case "days" ->
                          Nodes.call(SqlStdOperatorTable.MINUS, c.operand(1), c.operand(0));
                      case "whole_years" ->
                          Nodes.cast(
                              Nodes.function(
                                  "date_part",
                                  Nodes.text("year"),
                                  Nodes.function("age", c.operand(1), c.operand(0))),
                              SqlTypeName.BIGINT);
                      case "year_of" ->
                          Nodes.cast(
                              Nodes.function("date_part", Nodes.text("year"), c.operand(0)),
                              SqlTypeName.BIGINT);
                      case "working_days" ->
                          Nodes.function("working_days", c.operand(0), c.operand(1));
                      default -> c;
                    };
                  }
                });
    return Objects.requireNonNull(written);
  }
}
