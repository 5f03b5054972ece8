package org.liuzheng.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.FieldType;

/**
 * Reads one expression of the restricted select: refuses what cannot be in it and gives every
 * column its table.
 */
final class ExpressionReader extends SqlShuttle {
  static final Set<String> TIME_COLUMNS =
      Set.of("valid_from", "valid_to", "known_from", "known_to", "entry");

  private static final Set<SqlKind> ALLOWED =
      Set.of(
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.PLUS_PREFIX,
          SqlKind.MINUS_PREFIX,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.BETWEEN,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IS_TRUE,
          SqlKind.IS_NOT_TRUE,
          SqlKind.IS_FALSE,
          SqlKind.IS_NOT_FALSE,
          SqlKind.CASE);
  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "every",
          "any_value",
          "stddev",
          "variance",
          "median",
          "percentile_cont",
          "listagg",
          "string_agg",
          "array_agg");
  private static final Set<String> CLOCKS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "now");
  private static final Set<SqlTypeName> TEXTS_AND_FLAGS =
      Set.of(SqlTypeName.CHAR, SqlTypeName.BOOLEAN, SqlTypeName.DATE, SqlTypeName.NULL);

  private final List<Table> tables;
  private final Set<String> unknown;
  private final Places places;

  /**
   * @param tables those whose columns may be named
   * @param unknown aliases of registers that do not exist, which is a flaw already reported: what
   *     is named of them is not another
   */
  ExpressionReader(List<Table> tables, Set<String> unknown, Places places) {
    this.tables = tables;
    this.unknown = unknown;
    this.places = places;
  }

  SqlNode read(SqlNode expression) {
    SqlNode read = expression.accept(this);
    return read == null ? expression : read;
  }

  /** The register field that a resolved column stands for. */
  static Optional<FieldType> fieldType(List<Source> sources, SqlNode column) {
    if (!(column instanceof SqlIdentifier id) || id.names.size() != 2) {
      return Optional.empty();
    }
    return sources.stream()
        .filter(s -> s.alias().equals(id.names.get(0)))
        .findFirst()
        .flatMap(s -> s.schema().field(id.names.get(1)))
        .map(f -> f.type());
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlKind kind = call.getKind();
    SqlParserPos at = call.getParserPosition();
    if (SqlKind.QUERY.contains(kind)
        || kind == SqlKind.EXISTS
        || kind == SqlKind.SOME
        || kind == SqlKind.ALL
        || ofQuery(call)) {
      return refuse(call, at, "figure.no_subquery");
    }
    if (kind == SqlKind.CAST) {
      return cast(call);
    }
    if (call.getOperator() instanceof SqlFunction function && kind != SqlKind.CASE) {
      return function(call, function);
    }
    if (ALLOWED.contains(kind)) {
      return super.visit(call);
    }
    return switch (kind) {
      case OVER -> refuse(call, at, "figure.no_window");
      case DIVIDE -> refuse(call, at, "figure.no_division");
      default ->
          refuse(
              call,
              at,
              "figure.not_in_rows",
              call.getOperator().getName().toLowerCase(Locale.ROOT));
    };
  }

  private static boolean ofQuery(SqlCall call) {
    return (call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
        && !(call.operand(1) instanceof SqlNodeList);
  }

  private @Nullable SqlNode cast(SqlCall call) {
    SqlNode type = call.operand(1);
    boolean decimal =
        type instanceof SqlDataTypeSpec spec
            && spec.getTypeName()
                .getSimple()
                .toUpperCase(Locale.ROOT)
                .matches("DECIMAL|NUMERIC|DEC");
    if (!decimal) {
      return refuse(call, type.getParserPosition(), "figure.cast_only_decimal");
    }
    return call.getOperator().createCall(call.getParserPosition(), read(call.operand(0)), type);
  }

  private SqlNode function(SqlCall call, SqlFunction function) {
    String name = function.getName().toLowerCase(Locale.ROOT);
    SqlParserPos at = call.getParserPosition();
    if (AGGREGATES.contains(name)) {
      return refuse(call, at, "figure.no_aggregate", name);
    }
    if (CLOCKS.contains(name)) {
      return refuse(call, at, "figure.no_now", name);
    }
    return switch (name) {
      case "coalesce" -> call(SqlStdOperatorTable.COALESCE, call);
      case "days" -> call(Catalogue.DAYS, call);
      case "whole_years" -> call(Catalogue.WHOLE_YEARS, call);
      case "working_days" -> call(Catalogue.WORKING_DAYS, call);
      case "year_of" -> call(Catalogue.YEAR_OF, call);
      default -> refuse(call, at, "figure.unknown_function", name);
    };
  }

  private SqlNode call(SqlFunction known, SqlCall call) {
    return known.createCall(
        call.getParserPosition(), call.getOperandList().stream().map(this::read).toList());
  }

  @Override
  public SqlNode visit(SqlLiteral literal) {
    SqlTypeName type = literal.getTypeName();
    if (type == SqlTypeName.DOUBLE || type == SqlTypeName.FLOAT || type == SqlTypeName.REAL) {
      return refuse(literal, literal.getParserPosition(), "figure.no_float", literal.toValue());
    }
    boolean exact = type == SqlTypeName.DECIMAL || type == SqlTypeName.BIGINT;
    if (!exact && !TEXTS_AND_FLAGS.contains(type) && type != SqlTypeName.UNKNOWN) {
      return refuse(
          literal, literal.getParserPosition(), "figure.not_in_rows", String.valueOf(literal));
    }
    return literal;
  }

  @Override
  public SqlNode visit(SqlDynamicParam param) {
    return refuse(param, param.getParserPosition(), "figure.not_in_rows", "?");
  }

  @Override
  public SqlNode visit(SqlIntervalQualifier interval) {
    return refuse(interval, interval.getParserPosition(), "figure.not_in_rows", "interval");
  }

  @Override
  public SqlNode visit(SqlIdentifier id) {
    SqlParserPos at = id.getParserPosition();
    String name = id.names.getLast();
    if (id.isStar()) {
      return refuse(id, at, "figure.no_star");
    }
    if (id.isSimple() && CLOCKS.contains(name)) {
      return refuse(id, at, "figure.no_now", name);
    }
    if (TIME_COLUMNS.contains(name)) {
      return refuse(id, at, "figure.no_time_column", name);
    }
    if (id.names.size() > 2) {
      return refuse(id, at, "figure.column_wants_table", id.toString());
    }
    return id.isSimple() ? bare(id, name) : qualified(id, id.names.get(0), name);
  }

  private SqlNode bare(SqlIdentifier id, String name) {
    List<Table> having = tables.stream().filter(s -> s.has(name)).toList();
    if (having.isEmpty() && !unknown.isEmpty()) {
      return id;
    }
    return switch (having.size()) {
      case 0 -> refuse(id, id.getParserPosition(), "figure.unknown_column", name, columns(tables));
      case 1 -> column(id, having.getFirst(), name);
      default ->
          refuse(
              id,
              id.getParserPosition(),
              "figure.ambiguous_column",
              name,
              having.stream().map(s -> s.alias() + "." + name).collect(Collectors.joining(", ")));
    };
  }

  private SqlNode qualified(SqlIdentifier id, String alias, String name) {
    Optional<Table> source = tables.stream().filter(s -> s.alias().equals(alias)).findFirst();
    if (unknown.contains(alias)) {
      return id;
    }
    if (source.isEmpty()) {
      return refuse(
          id,
          id.getParserPosition(),
          "figure.unknown_alias",
          alias,
          tables.stream().map(Table::alias).collect(Collectors.joining(", ")));
    }
    if (!source.get().has(name)) {
      return refuse(
          id,
          id.getParserPosition(),
          "figure.unknown_column",
          name,
          columns(List.of(source.get())));
    }
    return column(id, source.get(), name);
  }

  private SqlNode column(SqlIdentifier id, Table table, String name) {
    return table.isPrivate(name)
        ? refuse(id, id.getParserPosition(), "figure.no_private", name)
        : table.column(name, id.getParserPosition()).orElse(id);
  }

  private static String columns(List<Table> tables) {
    return tables.stream()
        .flatMap(t -> t.columns().stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private <N extends SqlNode> N refuse(N node, SqlParserPos at, String key, Object... args) {
    places.flaw(at, key, args);
    return node;
  }
}
