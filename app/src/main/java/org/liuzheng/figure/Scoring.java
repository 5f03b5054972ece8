package org.liuzheng.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Scores parts, such as firms, by terms: a term's row gives numerator ÷ denominator, which is worth
 * {@code weight} points where it equals {@code base}. Points are rounded to the decimals in which
 * they are published, each term by itself, so that whoever adds up a published table gets the
 * published score, and equal published scores are equal here.
 */
final class Scoring {
  private static final BigDecimal FULL = BigDecimal.valueOf(100);

  private final Definition.Step.Score step;

  /** Part to its terms. */
  private final Map<String, List<Term>> terms = new LinkedHashMap<>();

  /** Group and indicator to the mean of the points that its parts have. */
  private final Map<Kind, BigDecimal> means = new HashMap<>();

  private record Kind(String group, String indicator) {}

  /**
   * @param points empty where the row has nothing to divide, or to divide by
   * @param mean whether its group's mean stands in then
   */
  private record Term(Kind kind, BigDecimal weight, Optional<BigDecimal> points, boolean mean) {}

  private Scoring(Definition.Step.Score step) {
    this.step = step;
  }

  /**
   * The score of every part, or why it has none.
   *
   * @param rows a row for each part and indicator, column to text
   * @param bonuses rows with the part and what is added to its score
   */
  static Map<String, Value> scores(
      Definition.Step.Score step,
      List<Map<String, String>> rows,
      List<Map<String, String>> bonuses) {
    Scoring scoring = new Scoring(step);
    Map<Kind, List<BigDecimal>> known = new HashMap<>();
    for (Map<String, String> row : rows) {
      Term term = scoring.term(row);
      scoring
          .terms
          .computeIfAbsent(text(row, step.each()), part -> new java.util.ArrayList<>())
          .add(term);
      term.points()
          .ifPresent(
              p -> known.computeIfAbsent(term.kind(), k -> new java.util.ArrayList<>()).add(p));
    }
    known.forEach((kind, points) ->
        scoring.means.put(
            kind,
            points.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(points.size()), step.decimals(), RoundingMode.HALF_UP)));
    Map<String, BigDecimal> added = new HashMap<>();
    bonuses.forEach(b ->
        number(b, Steps.POINTS)
            .ifPresent(p -> added.merge(text(b, step.each()), p, BigDecimal::add)));
    Map<String, Value> scores = new LinkedHashMap<>();
    scoring.terms.forEach((part, of) ->
        scores.put(part, scoring.score(of, added.getOrDefault(part, BigDecimal.ZERO))));
    return scores;
  }

  private Term term(Map<String, String> row) {
    BigDecimal weight = number(row, Steps.WEIGHT).orElse(BigDecimal.ZERO);
    Optional<BigDecimal> of = number(row, Steps.NUMERATOR);
    Optional<BigDecimal> by =
        number(row, Steps.DENOMINATOR)
            .flatMap(d -> number(row, Steps.BASE).map(d::multiply))
            .filter(d -> d.signum() > 0);
    return new Term(
        new Kind(text(row, step.group()), text(row, Steps.INDICATOR)),
        weight,
        of.flatMap(n ->
            by.map(d ->
                within(n.multiply(weight).divide(d, step.decimals(), RoundingMode.HALF_UP), row))),
        text(row, Steps.MISSING).equals("mean"));
  }

  private static BigDecimal within(BigDecimal points, Map<String, String> row) {
    BigDecimal atLeast = number(row, Steps.LEAST).map(points::max).orElse(points);
    return number(row, Steps.MOST).map(atLeast::min).orElse(atLeast);
  }

  private Value score(List<Term> of, BigDecimal added) {
    BigDecimal weights = of.stream().map(Term::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (weights.compareTo(FULL) != 0) {
      return none("figure.weights", weights.stripTrailingZeros().toPlainString());
    }
    BigDecimal score = added;
    for (Term term : of) {
      Optional<BigDecimal> points =
          term.points()
              .or(() ->
                  term.mean() ? Optional.ofNullable(means.get(term.kind())) : Optional.empty());
      if (points.isEmpty()) {
        return none("figure.no_term", term.kind().indicator());
      }
      score = score.add(points.get());
    }
    return Cell.fraction(score, BigDecimal.ONE, of.size());
  }

  private static Value none(String key, String what) {
    Text why = Words.text(key, what);
    return new Value.None(why);
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static Optional<BigDecimal> number(Map<String, String> row, String column) {
    return Optional.of(text(row, column)).filter(t -> !t.isEmpty()).map(BigDecimal::new);
  }
}
