package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** What figures a step stands on, and its arithmetic on exact fractions. */
final class Steps {
  /** The columns of a score's terms, and of the rows of bonuses, and of quotas. */
  static final String NUMERATOR = "numerator";

  static final String DENOMINATOR = "denominator";
  static final String WEIGHT = "weight";
  static final String BASE = "base";
  static final String INDICATOR = "indicator";
  static final String LEAST = "least";
  static final String MOST = "most";
  static final String MISSING = "missing";
  static final String POINTS = "points";
  static final String GRADE = "grade";
  static final String SHARE = "share";

  private Steps() {}

  static List<String> bases(Definition.Stepped stepped) {
    return switch (stepped.step()) {
      case Definition.Step.Difference d -> List.of(stepped.of(), d.minus());
      case Definition.Step.Ratio r -> List.of(stepped.of(), r.to());
      case Definition.Step.Score s ->
          Stream.concat(Stream.of(stepped.of()), s.bonus().stream()).toList();
      case Definition.Step.Grade g ->
          Stream.concat(Stream.of(stepped.of(), g.shares()), g.last().stream()).toList();
      case Definition.Step.Light l ->
          Stream.concat(
                  Stream.of(stepped.of()),
                  l.rules().stream()
                      .flatMap(r -> r.when().stream())
                      .map(Definition.Step.Light.Condition::figure))
              .distinct()
              .toList();
      case Definition.Step.YearOnYear y -> List.of(stepped.of());
      case Definition.Step.Rank r ->
          Stream.concat(
                  Stream.of(stepped.of()),
                  r.minimum().stream().map(Definition.Step.Rank.Minimum::of))
              .distinct()
              .toList();
      case Definition.Step.Streak s -> List.of(stepped.of());
      case Definition.Step.Reduction r -> List.of(stepped.of());
      case Definition.Step.Parts p -> List.of(stepped.of());
      case Definition.Step.PeriodOnPeriod p -> List.of(stepped.of());
      case Definition.Step.YearToDate y -> List.of(stepped.of());
      case Definition.Step.Rolling r -> List.of(stepped.of());
      case Definition.Step.Share s -> List.of(stepped.of());
      case Definition.Step.Best b -> List.of(stepped.of());
    };
  }

  /** The bases whose rows are shown: what admits to a contest is not part of its values. */
  static List<String> shown(Definition.Stepped stepped) {
    return stepped.step() instanceof Definition.Step.Rank ? List.of(stepped.of()) : bases(stepped);
  }

  /** Whether the rows of several periods are read for one value. */
  static boolean readsSeveralPeriods(Definition.Step step) {
    return switch (step) {
      case Definition.Step.YearOnYear y -> true;
      case Definition.Step.PeriodOnPeriod p -> true;
      case Definition.Step.Streak s -> true;
      case Definition.Step.YearToDate y -> true;
      case Definition.Step.Rolling r -> true;
      case Definition.Step.Best b -> true;
      case Definition.Step.Difference d -> false;
      case Definition.Step.Ratio r -> false;
      case Definition.Step.Score s -> false;
      case Definition.Step.Grade g -> false;
      case Definition.Step.Rank r -> false;
      case Definition.Step.Reduction r -> false;
      case Definition.Step.Parts p -> false;
      case Definition.Step.Share s -> false;
      case Definition.Step.Light l -> false;
    };
  }

  /** Whether the step folds the base's rows over a longer window, which only a flow has. */
  static boolean widens(Definition.Step step) {
    return step instanceof Definition.Step.YearToDate || step instanceof Definition.Step.Rolling;
  }

  static boolean isFlow(@Nullable Definition definition) {
    return definition != null && definition.made() instanceof Definition.Folded f && f.flow();
  }

  /** The value as the part of another. */
  static Value share(Value part, Value whole, Text wholeName) {
    if (!(part instanceof Value.Number p)) {
      return part;
    }
    if (!(whole instanceof Value.Number w)) {
      return whole;
    }
    return w.numerator().signum() == 0
        ? new Value.None(Words.text("figure.share_of_nothing", wholeName))
        : quotient(p, w, w.rows());
  }

  /** The value divided by another, which counts rows of its own. */
  static Value ratio(Value of, Value to, Text toName) {
    if (!(of instanceof Value.Number a)) {
      return of;
    }
    if (!(to instanceof Value.Number b)) {
      return to;
    }
    return b.numerator().signum() == 0
        ? new Value.None(Words.text("figure.ratio_to_nothing", toName))
        : quotient(a, b, a.rows() + b.rows());
  }

  private static Value quotient(Value.Number of, Value.Number by, long rows) {
    return Cell.fraction(
        of.numerator().multiply(by.denominator()), by.numerator().multiply(of.denominator()), rows);
  }

  static boolean holds(String comparison, int compared) {
    return switch (comparison) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case "=" -> compared == 0;
      case "<>" -> compared != 0;
      case ">=" -> compared >= 0;
      case ">" -> compared > 0;
      default -> throw new IllegalArgumentException("no comparison " + comparison);
    };
  }

  static boolean isRank(@Nullable Definition definition) {
    return definition != null
        && definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Rank;
  }

  static boolean isScored(Definition definition) {
    return definition.made() instanceof Definition.Stepped s
        && (s.step() instanceof Definition.Step.Score || s.step() instanceof Definition.Step.Grade);
  }

  /** Whether its value is taken from the rows themselves, and so never from deltas. */
  static boolean readsRows(Definition definition) {
    return isScored(definition)
        || isReduction(definition)
        || (definition.made() instanceof Definition.Stepped s
            && s.step() instanceof Definition.Step.Parts);
  }

  /** Whether it is folded from rows that can be told apart by a column. */
  static boolean hasParts(@Nullable Definition definition, String each) {
    return definition != null
        && definition.made() instanceof Definition.Folded f
        && !(f.fold() instanceof Definition.Fold.Last)
        && definition.by().contains(each);
  }

  static boolean isScore(@Nullable Definition definition) {
    return definition != null
        && definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Score;
  }

  /** Whether it reads rows whose select has all these columns. */
  static boolean hasColumns(@Nullable Definition definition, String... columns) {
    return definition != null
        && definition.made() instanceof Definition.Folded f
        && Stream.of(columns)
            .allMatch(c ->
                Pattern.compile("(\\bas\\s+|\\.)" + Pattern.quote(c) + "\\b")
                    .matcher(f.sql())
                    .find());
  }

  /**
   * The columns by which a step is broken down: those that all it stands on have, for by others
   * some of it could not be filtered. Of a score they are those of its terms, because everybody is
   * scored whatever is asked for; of grades the grade besides.
   */
  static List<String> by(Definition step, List<Definition> bases) {
    Definition base = bases.getFirst();
    List<String> said = step.by().isEmpty() ? base.by() : step.by();
    if (!isScored(step)) {
      return said.stream().filter(c -> bases.stream().allMatch(b -> b.by().contains(c))).toList();
    }
    return isScore(step)
        ? said
        : Stream.concat(Stream.of(GRADE), said.stream()).distinct().toList();
  }

  static boolean isReduction(Definition definition) {
    return definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Reduction;
  }

  /** Whether it is a stock whose rows have a column {@code key} that names a record. */
  static boolean isReducible(@Nullable Definition definition, String key) {
    return definition != null
        && definition.made() instanceof Definition.Folded f
        && !f.flow()
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
      if (seen.add(next)
          && definition != null
          && definition.made() instanceof Definition.Stepped s) {
        open.addAll(bases(s));
      }
    }
    return false;
  }

  /**
   * {@code now / before - 1}.
   *
   * @param earlier {@code year} or {@code period}, for the sentence when there is none
   */
  static Value growth(Value now, Value before, Period periodBefore, String earlier) {
    if (now instanceof Value.None) {
      return now;
    }
    String period = periodBefore.toString();
    return switch (before) {
      case Value.None none ->
          new Value.None(Words.text("figure.no_" + earlier + "_before", period, none.why()));
      case Value.Number b when b.numerator().signum() == 0 ->
          new Value.None(Words.text("figure.zero_" + earlier + "_before", period));
      case Value.Number b when b.numerator().signum() < 0 ->
          new Value.None(Words.text("figure.negative_" + earlier + "_before", period));
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
    return Cell.fraction(
        a.numerator().multiply(b.denominator()).subtract(b.numerator().multiply(a.denominator())),
        a.denominator().multiply(b.denominator()),
        a.rows() + b.rows());
  }
}
