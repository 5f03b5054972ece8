package org.liuzheng.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlKind;
import org.liuzheng.register.ConditionReader.Term;

/** SQL's three-valued logic and exact arithmetic; an empty value is unknown. */
final class Logic {
  private static final Optional<Object> TRUE = Optional.of(true);
  private static final Optional<Object> FALSE = Optional.of(false);

  private Logic() {}

  static Term and(Term a, Term b) {
    return row -> and(a.of(row), b.of(row));
  }

  static Term or(Term a, Term b) {
    return not(and(not(a), not(b)));
  }

  static Term not(Term a) {
    return row -> a.of(row).map(v -> !(Boolean) v);
  }

  static Term isNull(Term a) {
    return row -> Optional.of(a.of(row).isEmpty());
  }

  /** One of them is true; unknown when none is but one may be. */
  static Term any(List<Term> terms) {
    return terms.stream().reduce(Logic::or).orElse(row -> FALSE);
  }

  private static Optional<Object> and(Optional<Object> a, Optional<Object> b) {
    if (a.equals(FALSE) || b.equals(FALSE)) {
      return FALSE;
    }
    return a.isPresent() && b.isPresent() ? TRUE : Optional.empty();
  }

  static Term arithmetic(SqlKind kind, Term a, Term b) {
    return row ->
        a.of(row)
            .flatMap(x -> b.of(row).map(y -> arithmetic(kind, (BigDecimal) x, (BigDecimal) y)));
  }

  private static BigDecimal arithmetic(SqlKind kind, BigDecimal a, BigDecimal b) {
    return switch (kind) {
      case PLUS -> a.add(b);
      case MINUS -> a.subtract(b);
      case TIMES -> a.multiply(b);
      default -> throw new IllegalArgumentException("no arithmetic: " + kind);
    };
  }

  static Term negated(Term a) {
    return row -> a.of(row).map(v -> ((BigDecimal) v).negate());
  }

  static Term compared(SqlKind kind, Term a, Term b) {
    return row -> a.of(row).flatMap(x -> b.of(row).map(y -> holds(kind, order(x, y))));
  }

  /** The reader let only values of one kind be compared. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int order(Object a, Object b) {
    return ((Comparable) a).compareTo(b);
  }

  private static boolean holds(SqlKind kind, int order) {
    return switch (kind) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case LESS_THAN -> order < 0;
      case LESS_THAN_OR_EQUAL -> order <= 0;
      case GREATER_THAN -> order > 0;
      case GREATER_THAN_OR_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException("no comparison: " + kind);
    };
  }
}
