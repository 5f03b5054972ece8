package org.liuzheng.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Turns a parsed check into terms; what a check cannot mean is reported at its place. */
final class ConditionReader {
  /** {@code before.x} is the field x as it was on the day before the row holds. */
  static final String BEFORE = "before.";

  private final List<Field> fields;
  private final BiConsumer<SqlParserPos, Text> flaws;

  ConditionReader(List<Field> fields, BiConsumer<SqlParserPos, Text> flaws) {
    this.fields = fields;
    this.flaws = flaws;
  }

  /** What a term's values are; {@code NOTHING} is the kind of {@code null}. */
  enum Kind {
    NUMBER,
    TEXT,
    DAY,
    TRUTH,
    NOTHING;

    Text says() {
      return Words.text("register.kind_" + name().toLowerCase(Locale.ROOT));
    }
  }

  /** An expression over one row, given as field to typed value; empty is SQL's unknown. */
  @FunctionalInterface
  interface Term {
    Optional<Object> of(Map<String, Object> row);
  }

  /** The field's name without {@code before.}. */
  static String unqualified(String name) {
    return name.startsWith(BEFORE) ? name.substring(BEFORE.length()) : name;
  }

  private record Typed(Kind kind, Term term) {
    static final Typed NOTHING = new Typed(Kind.NOTHING, row -> Optional.empty());
  }

  Term condition(SqlNode node) {
    return wanted(Kind.TRUTH, node).term();
  }

  private Typed wanted(Kind kind, SqlNode node) {
    Typed read = read(node);
    if (read.kind() != kind && read.kind() != Kind.NOTHING) {
      flaw(node, "register.check_wants", kind.says(), read.kind().says());
      return Typed.NOTHING;
    }
    return new Typed(kind, read.term());
  }

  private void flaw(SqlNode node, String key, Object... args) {
    flaws.accept(node.getParserPosition(), Words.text(key, args));
  }

  private Typed read(SqlNode node) {
    return switch (node) {
      case SqlIdentifier name -> field(name);
      case SqlLiteral literal -> literal(literal);
      case SqlBasicCall call -> call(call);
      default -> unsupported(node, node.getKind().lowerName);
    };
  }

  private Typed unsupported(SqlNode node, String what) {
    flaw(node, "register.check_unsupported", what.toLowerCase(Locale.ROOT));
    return Typed.NOTHING;
  }

  private Typed field(SqlIdentifier name) {
    String said = name.toString();
    Optional<Field> found =
        fields.stream().filter(f -> f.name().equals(unqualified(said))).findFirst();
    if (found.isEmpty()) {
      flaw(
          name,
          "register.check_no_field",
          said,
          String.join(", ", fields.stream().map(Field::name).toList()));
      return Typed.NOTHING;
    }
    Term term = row -> Optional.ofNullable(row.get(said));
    return switch (found.get().type()) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE -> new Typed(Kind.TEXT, term);
      case WHOLE, DECIMAL -> new Typed(Kind.NUMBER, term);
      case DATE, MONTH -> new Typed(Kind.DAY, term);
      case FLAG -> new Typed(Kind.TRUTH, term);
      case PRIVATE -> {
        flaw(name, "register.check_private", said);
        yield Typed.NOTHING;
      }
    };
  }

  private Typed literal(SqlLiteral literal) {
    return switch (literal.getTypeName()) {
      case NULL -> Typed.NOTHING;
      case DECIMAL -> constant(Kind.NUMBER, literal.getValueAs(BigDecimal.class));
      case BOOLEAN -> constant(Kind.TRUTH, literal.getValueAs(Boolean.class));
      case CHAR -> constant(Kind.TEXT, literal.getValueAs(String.class));
      case UNKNOWN ->
          literal instanceof SqlUnknownLiteral unknown
              ? day(unknown)
              : unsupported(literal, literal.toString());
      default -> unsupported(literal, literal.toString());
    };
  }

  private Typed day(SqlUnknownLiteral literal) {
    Optional<LocalDate> day =
        Optional.ofNullable(literal.getValueAs(String.class))
            .filter(d -> literal.tag.equals("DATE"))
            .filter(d -> d.matches("\\d{4}-\\d{2}-\\d{2}"))
            .flatMap(Days::parsed);
    return day.map(d -> constant(Kind.DAY, d))
        .orElseGet(() -> unsupported(literal, literal.toString()));
  }

  private static Typed constant(Kind kind, Object value) {
    return new Typed(kind, row -> Optional.of(value));
  }

  private Typed call(SqlBasicCall call) {
    List<SqlNode> of = call.getOperandList();
    return switch (call.getKind()) {
      case AND -> truth(Logic.and(truth(of.get(0)), truth(of.get(1))));
      case OR -> truth(Logic.or(truth(of.get(0)), truth(of.get(1))));
      case NOT -> truth(Logic.not(truth(of.get(0))));
      case IS_NULL -> truth(Logic.isNull(read(of.get(0)).term()));
      case IS_NOT_NULL -> truth(Logic.not(Logic.isNull(read(of.get(0)).term())));
      case IN -> in(call);
      case NOT_IN -> truth(Logic.not(in(call).term()));
      case BETWEEN -> between(call);
      case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          truth(compared(call.getKind(), of.get(0), of.get(1)));
      case PLUS, MINUS, TIMES ->
          number(Logic.arithmetic(call.getKind(), number(of.get(0)), number(of.get(1))));
      case MINUS_PREFIX -> number(Logic.negated(number(of.get(0))));
      case PLUS_PREFIX -> number(number(of.get(0)));
      case OTHER_FUNCTION -> function(call);
      default -> unsupported(call, call.getOperator().getName());
    };
  }

  private Typed function(SqlBasicCall call) {
    String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
    if (call.operandCount() != 1) {
      return unsupported(call, name);
    }
    return switch (name) {
      case "year_of" -> {
        Term day = wanted(Kind.DAY, call.operand(0)).term();
        yield number(row -> day.of(row).map(d -> BigDecimal.valueOf(((LocalDate) d).getYear())));
      }
      case "is_credit_code" -> {
        Term code = wanted(Kind.TEXT, call.operand(0)).term();
        yield truth(row -> code.of(row).map(c -> CreditCode.isRight((String) c)));
      }
      default -> unsupported(call, name);
    };
  }

  private Term truth(SqlNode node) {
    return wanted(Kind.TRUTH, node).term();
  }

  private Term number(SqlNode node) {
    return wanted(Kind.NUMBER, node).term();
  }

  private static Typed truth(Term term) {
    return new Typed(Kind.TRUTH, term);
  }

  private static Typed number(Term term) {
    return new Typed(Kind.NUMBER, term);
  }

  private Typed in(SqlBasicCall call) {
    if (!(call.operand(1) instanceof SqlNodeList list)) {
      return unsupported(call.operand(1), "select");
    }
    List<Term> equal = new ArrayList<>();
    list.forEach(item -> equal.add(compared(SqlKind.EQUALS, call.operand(0), item)));
    return truth(Logic.any(equal));
  }

  private Typed between(SqlBasicCall call) {
    SqlBetweenOperator operator = (SqlBetweenOperator) call.getOperator();
    if (operator.flag == SqlBetweenOperator.Flag.SYMMETRIC) {
      return unsupported(call, "between symmetric");
    }
    Term inside =
        Logic.and(
            compared(SqlKind.GREATER_THAN_OR_EQUAL, call.operand(0), call.operand(1)),
            compared(SqlKind.LESS_THAN_OR_EQUAL, call.operand(0), call.operand(2)));
    return truth(operator.isNegated() ? Logic.not(inside) : inside);
  }

  private Term compared(SqlKind how, SqlNode left, SqlNode right) {
    Typed a = read(left);
    Typed b = read(right);
    if (a.kind() != b.kind() && a.kind() != Kind.NOTHING && b.kind() != Kind.NOTHING) {
      flaw(right, "register.check_compares", a.kind().says(), b.kind().says());
      return Typed.NOTHING.term();
    }
    choice(left, right);
    choice(right, left);
    return Logic.compared(how, a.term(), b.term());
  }

  /** A choice compared with a word that is none of its codes would never be true. */
  private void choice(SqlNode name, SqlNode value) {
    if (!(name instanceof SqlIdentifier id)
        || !(value instanceof SqlLiteral literal)
        || !(literal.getValue() instanceof org.apache.calcite.util.NlsString)) {
      return;
    }
    String code = String.valueOf(literal.getValueAs(String.class));
    fields.stream()
        .filter(f -> f.name().equals(unqualified(id.toString())) && f.type() == FieldType.CHOICE)
        .filter(f -> f.choices().stream().noneMatch(c -> c.code().equals(code)))
        .forEach(f ->
            flaw(
                value,
                "register.check_no_choice",
                code,
                f.name(),
                String.join(", ", f.choices().stream().map(Field.Choice::code).toList())));
  }
}
