package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Words;

/** What figures a step stands on, and its arithmetic on exact fractions. */
final class Steps {
  private Steps() {}

  static List<String> bases(Definition.Stepped stepped) {
    return stepped.step() instanceof Definition.Step.Difference difference
        ? List.of(stepped.of(), difference.minus()) : List.of(stepped.of());
  }

  static boolean isRank(@Nullable Definition definition) {
    return definition != null && definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Rank;
  }

  static boolean isReduction(Definition definition) {
    return definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Reduction;
  }

  /** Whether it is a stock whose rows have a column {@code key} that names a record. */
  static boolean isReducible(@Nullable Definition definition, String key) {
    return definition != null && definition.made() instanceof Definition.Folded f && !f.flow()
        && f.links().containsKey(key);
  }

  /** Whether the step leads back to the figure called {@code name}. */
  static boolean reaches(String name, Definition.Stepped stepped, Map<String, Definition> all) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(bases(stepped));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(name)) {
        return true;
      }
      Definition definition = all.get(next);
      if (seen.add(next) && definition != null
          && definition.made() instanceof Definition.Stepped s) {
        open.addAll(bases(s));
      }
    }
    return false;
  }

  /** {@code now / before - 1}. */
  static Value growth(Value now, Value before, Period periodBefore) {
    if (now instanceof Value.None) {
      return now;
    }
    String period = periodBefore.toString();
    return switch (before) {
      case Value.None none -> new Value.None(Words.text("figure.no_year_before", period, none.why()));
      case Value.Number b when b.numerator().signum() == 0 ->
        new Value.None(Words.text("figure.zero_year_before", period));
      case Value.Number b when b.numerator().signum() < 0 ->
        new Value.None(Words.text("figure.negative_year_before", period));
      case Value.Number b -> growth((Value.Number) now, b);
    };
  }

  private static Value growth(Value.Number now, Value.Number before) {
    BigDecimal base = before.numerator().multiply(now.denominator());
    BigDecimal grown = now.numerator().multiply(before.denominator());
    return Cell.fraction(grown.subtract(base), base, now.rows() + before.rows());
  }

  static Value difference(Value of, Value minus) {
    if (!(of instanceof Value.Number a)) {
      return of;
    }
    if (!(minus instanceof Value.Number b)) {
      return minus;
    }
    return Cell.fraction(a.numerator().multiply(b.denominator())
        .subtract(b.numerator().multiply(a.denominator())),
        a.denominator().multiply(b.denominator()), a.rows() + b.rows());
  }
}
