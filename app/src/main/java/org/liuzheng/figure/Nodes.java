package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Syntax tree nodes of the SQL that the compiler writes, and the one way they become text. */
final class Nodes {
  static final SqlParserPos ZERO = SqlParserPos.ZERO;
  private static final SqlDialect POSTGRESQL = new Postgresql();

  private Nodes() {}

  static SqlParserPos at(int line, int column) {
    return new SqlParserPos(Math.max(line, 1), Math.max(column, 1));
  }

  static SqlIdentifier column(String table, String column) {
    return new SqlIdentifier(List.of(table, column), ZERO);
  }

  static SqlNode call(SqlOperator operator, SqlNode... operands) {
    return operator.createCall(ZERO, operands);
  }

  static SqlNode as(SqlNode node, String name) {
    return call(SqlStdOperatorTable.AS, node, new SqlIdentifier(name, ZERO));
  }

  static SqlNode text(String text) {
    return SqlLiteral.createCharString(text, ZERO);
  }

  static SqlNode cast(SqlNode node, SqlTypeName type) {
    return call(
        SqlStdOperatorTable.CAST,
        node,
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, ZERO), ZERO));
  }

  static SqlNode atMost(SqlNode low, SqlNode high) {
    return call(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, low, high);
  }

  static SqlNode before(SqlNode low, SqlNode high) {
    return call(SqlStdOperatorTable.LESS_THAN, low, high);
  }

  /** All of these conditions; {@code null}, which the syntax tree wants for none, when empty. */
  static @Nullable SqlNode all(List<SqlNode> conditions) {
    return conditions.stream().reduce((a, b) -> call(SqlStdOperatorTable.AND, a, b)).orElse(null);
  }

  /** A parameter that is bound by name. */
  static SqlNode parameter(String name) {
    return new Parameter(name);
  }

  /** A function of PostgreSQL that the standard's operators do not know. */
  static SqlNode function(String name, SqlNode... operands) {
    SqlFunction function =
        new SqlFunction(
            name,
            SqlKind.OTHER_FUNCTION,
            ReturnTypes.BIGINT,
            null,
            OperandTypes.VARIADIC,
            SqlFunctionCategory.SYSTEM);
    return function.createCall(ZERO, operands);
  }

  static SqlSelect select(
      List<SqlNode> items,
      @Nullable SqlNode from,
      List<SqlNode> where,
      List<SqlNode> groupBy,
      List<SqlNode> orderBy) {
    return new SqlSelect(
        ZERO,
        null,
        new SqlNodeList(items, ZERO),
        from,
        all(where),
        groupBy.isEmpty() ? null : new SqlNodeList(groupBy, ZERO),
        null,
        null,
        null,
        orderBy.isEmpty() ? null : new SqlNodeList(orderBy, ZERO),
        null,
        null,
        null);
  }

  /** For PostgreSQL: every name quoted, so that no name can be taken for a keyword. */
  static String forPostgres(SqlNode node) {
    return write(node, true);
  }

  /** The same SQL for people: names bare. */
  static String forReaders(SqlNode node) {
    return write(node, false);
  }

  private static String write(SqlNode node, boolean quoted) {
    return node.toSqlString(c ->
            c.withDialect(POSTGRESQL)
                .withQuoteAllIdentifiers(quoted)
                .withAlwaysUseParentheses(false)
                .withKeywordsLowerCase(true)
                .withIndentation(2)
                .withClauseStartsLine(true)
                .withSelectListItemsOnSeparateLines(false)
                .withLineLength(96)
                .withLineFolding(SqlWriterConfig.LineFolding.FOLD))
        .getSql();
  }

  /** A copy that shares no node, since checking types rewrites what it checks. */
  static SqlNode copy(SqlNode node) {
    SqlNode copy =
        node.accept(
            new SqlShuttle() {
              @Override
              public @Nullable SqlNode visit(SqlCall call) {
                CallCopyingArgHandler copying = new CallCopyingArgHandler(call, true);
                call.getOperator().acceptCall(this, call, false, copying);
                return copying.result();
              }

              @Override
              public SqlNode visit(SqlIdentifier id) {
                return id.clone(id.getParserPosition());
              }
            });
    return java.util.Objects.requireNonNull(copy);
  }

  /**
   * A copy with other names of tables, as if all of it stood at one place: what is wrong with a
   * relation's column where it is used, is wrong there.
   */
  static SqlNode moved(SqlNode node, UnaryOperator<String> renamed, SqlParserPos at) {
    SqlNode moved =
        node.accept(
            new SqlShuttle() {
              @Override
              public @Nullable SqlNode visit(SqlCall call) {
                CallCopyingArgHandler copying = new CallCopyingArgHandler(call, true);
                call.getOperator().acceptCall(this, call, false, copying);
                return copying.result().clone(at);
              }

              @Override
              public SqlNode visit(SqlLiteral literal) {
                return literal.clone(at);
              }

              @Override
              public SqlNode visit(SqlIdentifier id) {
                return id.names.size() == 2
                    ? new SqlIdentifier(
                        List.of(renamed.apply(id.names.get(0)), id.names.get(1)), at)
                    : id.clone(at);
              }
            });
    return java.util.Objects.requireNonNull(moved);
  }

  static boolean isColumn(SqlNode node, String table, String column) {
    return node instanceof SqlIdentifier id && id.names.equals(List.of(table, column));
  }

  /** The tables that an expression names. */
  static Set<String> tables(SqlNode node) {
    Set<String> found = new HashSet<>();
    node.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlIdentifier id) {
            found.add(id.names.getFirst());
            return null;
          }
        });
    return found;
  }

  static List<SqlNode> conjuncts(SqlNode condition) {
    List<SqlNode> found = new ArrayList<>();
    if (condition.getKind() == SqlKind.AND) {
      ((SqlCall) condition).getOperandList().forEach(o -> found.addAll(conjuncts(o)));
    } else {
      found.add(condition);
    }
    return found;
  }

  private static final class Parameter extends SqlDynamicParam {
    private final String name;

    Parameter(String name) {
      super(0, ZERO);
      this.name = name;
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrec, int rightPrec) {
      writer.setNeedWhitespace(true);
      writer.print(":" + name);
      writer.setNeedWhitespace(true);
    }
  }

  /** Calcite would write Chinese text as code points, which nobody can read. */
  private static final class Postgresql extends PostgresqlSqlDialect {
    Postgresql() {
      super(DEFAULT_CONTEXT);
    }

    @Override
    public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String text) {
      out.append('\'').append(text.replace("'", "''")).append('\'');
    }
  }
}
