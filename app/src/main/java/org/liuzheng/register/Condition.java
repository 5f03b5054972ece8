package org.liuzheng.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.YamlNode;

/**
 * A register's check: an SQL condition over one row, with SQL's three-valued logic. An unknown
 * condition passes, as in SQL's own check constraints. Numbers are exact.
 */
final class Condition {
  private static final SqlParser.Config SYNTAX = SqlParser.config()
      .withUnquotedCasing(Casing.UNCHANGED).withQuoting(Quoting.DOUBLE_QUOTE)
      .withCaseSensitive(true);

  private final SqlNode node;

  private Condition(SqlNode node) {
    this.node = node;
  }

  /** Reports what is wrong with a check at its place in the file. */
  static void check(YamlNode that, Set<String> fields) {
    try {
      SqlNode node = SqlParser.create(that.text(), SYNTAX).parseExpression();
      Optional<Text> wrong = wrong(node, fields);
      wrong.ifPresent(says -> that.flawInside(1,
          that.column() + node.getParserPosition().getColumnNum() - 1, says));
    } catch (SqlParseException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      that.flawInside(e.getPos().getLineNum(), that.column() + e.getPos().getColumnNum() - 1,
          Words.text("register.check_syntax", first));
    }
  }

  static Condition of(String that) {
    try {
      return new Condition(SqlParser.create(that, SYNTAX).parseExpression());
    } catch (SqlParseException e) {
      throw new IllegalArgumentException("a schema with the unparsable check " + that, e);
    }
  }

  private static Optional<Text> wrong(SqlNode node, Set<String> fields) {
    return switch (node) {
      case SqlIdentifier i -> i.isSimple() && fields.contains(i.getSimple()) ? Optional.empty()
          : Optional.of(Words.text("register.check_no_field", i.toString()));
      case SqlLiteral literal -> Optional.empty();
      case SqlNodeList list -> list.stream().flatMap(n -> wrong(n, fields).stream()).findFirst();
      case SqlBasicCall call when known(call.getKind()) -> call.getOperandList().stream()
          .flatMap(n -> wrong(n, fields).stream()).findFirst();
      default -> Optional.of(Words.text("register.check_unsupported", node.toString()));
    };
  }

  private static boolean known(SqlKind kind) {
    return switch (kind) {
      case AND, OR, NOT, EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN,
          GREATER_THAN_OR_EQUAL, IN, NOT_IN, BETWEEN, IS_NULL, IS_NOT_NULL, PLUS, MINUS, TIMES,
          MINUS_PREFIX -> true;
      default -> false;
    };
  }

  /** @param row field to its typed value; a blank field is absent */
  boolean passes(Map<String, Object> row) {
    return !Optional.of(Boolean.FALSE).equals(value(node, row));
  }

  private static Optional<Object> value(SqlNode node, Map<String, Object> row) {
    return switch (node) {
      case SqlIdentifier i -> Optional.ofNullable(row.get(i.getSimple()));
      case SqlLiteral l -> literal(l);
      case SqlBasicCall call -> call(call.getKind(), call.getOperandList(), row);
      default -> throw new IllegalArgumentException("a check with " + node);
    };
  }

  private static Optional<Object> literal(SqlLiteral literal) {
    if (literal.getTypeName() == SqlTypeName.NULL) {
      return Optional.empty();
    }
    return Optional.of(switch (literal.getTypeName()) {
      case DECIMAL -> literal.getValueAs(BigDecimal.class);
      case BOOLEAN -> literal.getValueAs(Boolean.class);
      case DATE -> LocalDate.parse(literal.getValueAs(DateString.class).toString());
      case CHAR -> literal.getValueAs(String.class);
      default -> LocalDate.parse(String.valueOf(literal.toValue()));
    });
  }

  private static Optional<Object> call(SqlKind kind, List<SqlNode> of, Map<String, Object> row) {
    return switch (kind) {
      case AND -> and(value(of.get(0), row), value(of.get(1), row));
      case OR -> not(and(not(value(of.get(0), row)), not(value(of.get(1), row))));
      case NOT -> not(value(of.get(0), row));
      case IS_NULL -> Optional.of(value(of.get(0), row).isEmpty());
      case IS_NOT_NULL -> Optional.of(value(of.get(0), row).isPresent());
      case IN -> in(of, row);
      case NOT_IN -> not(in(of, row));
      case BETWEEN -> and(
          compare(SqlKind.GREATER_THAN_OR_EQUAL, value(of.get(0), row), value(of.get(1), row)),
          compare(SqlKind.LESS_THAN_OR_EQUAL, value(of.get(0), row), value(of.get(2), row)));
      case MINUS_PREFIX -> value(of.get(0), row).map(v -> ((BigDecimal) v).negate());
      case PLUS, MINUS, TIMES -> arithmetic(kind, value(of.get(0), row), value(of.get(1), row));
      default -> compare(kind, value(of.get(0), row), value(of.get(1), row));
    };
  }

  private static Optional<Object> in(List<SqlNode> of, Map<String, Object> row) {
    Optional<Object> left = value(of.get(0), row);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(((SqlNodeList) of.get(1)).stream()
        .anyMatch(n -> compare(SqlKind.EQUALS, left, value(n, row)).equals(Optional.of(true))));
  }

  private static Optional<Object> and(Optional<Object> a, Optional<Object> b) {
    if (a.equals(Optional.of(false)) || b.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return a.isPresent() && b.isPresent() ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Object> not(Optional<Object> a) {
    return a.map(v -> !(Boolean) v);
  }

  private static Optional<Object> arithmetic(SqlKind kind, Optional<Object> a, Optional<Object> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal x = (BigDecimal) a.get();
    BigDecimal y = (BigDecimal) b.get();
    return Optional.of(switch (kind) {
      case PLUS -> x.add(y);
      case MINUS -> x.subtract(y);
      default -> x.multiply(y);
    });
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Optional<Object> compare(SqlKind kind, Optional<Object> a, Optional<Object> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    int order = ((Comparable) a.get()).compareTo(b.get());
    return Optional.of(switch (kind) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case LESS_THAN -> order < 0;
      case LESS_THAN_OR_EQUAL -> order <= 0;
      case GREATER_THAN -> order > 0;
      case GREATER_THAN_OR_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException("a check with " + kind);
    });
  }

  /** A row's canonical texts as typed values. */
  static Map<String, Object> typed(Schema schema, Map<String, String> values) {
    Map<String, Object> typed = new HashMap<>();
    for (Field field : schema.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (!value.isEmpty()) {
        typed.put(field.name(), switch (field.type()) {
          case WHOLE, DECIMAL -> new BigDecimal(value);
          case DATE -> LocalDate.parse(value);
          case MONTH -> LocalDate.parse(value + "-01");
          case FLAG -> Boolean.valueOf(value);
          default -> value;
        });
      }
    }
    return typed;
  }
}
