package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Scores and grades as figures. Everybody of a period is scored, because means and quotas are taken
 * over all; a unit and a filter then choose whose scores are averaged, or whose grades are counted.
 */
final class Scores {
  private final Map<String, Installed> figures;
  private final Cells cells;
  private final UnitTree tree;
  private final When when;
  private final KnownScores known;

  /**
   * A part with its score.
   *
   * @param grade empty where nobody grades
   * @param group whom it is compared with
   * @param facts what its terms say in the columns that can be asked for, each once
   * @param terms how many they are
   */
  record Scored(
      String part,
      Value score,
      String grade,
      String group,
      List<Map<String, String>> facts,
      int terms) {
    /** A text of the part; its grade under the name that grades have. */
    boolean is(Map<String, String> fact, String column, String text) {
      return text.equals(column.equals(Steps.GRADE) ? grade : fact.getOrDefault(column, ""));
    }

    Scored graded(String given) {
      return new Scored(part, score, given, group, facts, terms);
    }
  }

  Scores(Map<String, Installed> figures, Cells cells, UnitTree tree, When when, KnownScores known) {
    this.figures = figures;
    this.cells = cells;
    this.tree = tree;
    this.when = when;
    this.known = known;
  }

  /** The mean score of a unit's parts; of a grade, how many have one. */
  Value value(Installed figure, String unit, Period period, Map<String, String> where) {
    if (period.start().isAfter(when.on())) {
      return new Value.None(
          Words.text("figure.not_begun", period.toString(), when.on().toString()));
    }
    List<Scored> chosen = chosen(figure, unit, period, where);
    show(figure, period, chosen);
    return folded(figure, chosen, unit, period);
  }

  /** Tells of the terms that count, where anybody listens. */
  private void show(Installed figure, Period period, List<Scored> chosen) {
    if (cells.listens()) {
      Installed terms = terms(figure);
      String each = score(grade(figure).isPresent() ? base(figure) : figure).each();
      Set<String> parts = chosen.stream().map(Scored::part).collect(Collectors.toSet());
      rows(terms, period).stream()
          .filter(r -> parts.contains(r.getOrDefault(each, "")))
          .forEach(r -> cells.shown(terms, period, r));
    }
  }

  /** The same for each value of a column. */
  Map<String, Value> parts(
      Installed figure, String unit, Period period, Map<String, String> where, String column) {
    if (period.start().isAfter(when.on())) {
      return Map.of();
    }
    Map<String, List<Scored>> parts = new LinkedHashMap<>();
    for (Scored s : chosen(figure, unit, period, where)) {
      String key =
          column.equals(Steps.GRADE) ? s.grade() : s.facts().getFirst().getOrDefault(column, "");
      parts.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
    }
    Map<String, Value> values = new LinkedHashMap<>();
    parts.forEach((key, of) -> values.put(key, folded(figure, of, unit, period)));
    return values;
  }

  private List<Scored> chosen(
      Installed figure, String unit, Period period, Map<String, String> where) {
    Optional<Set<String>> below =
        unit.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(tree.below(unit)));
    return everybody(figure, period).stream()
        .filter(s ->
            s.facts().stream()
                .anyMatch(r ->
                    below.filter(b -> !b.contains(r.getOrDefault(Queries.UNIT, ""))).isEmpty()
                        && where.entrySet().stream()
                            .allMatch(w -> s.is(r, w.getKey(), w.getValue()))))
        .toList();
  }

  private Value folded(Installed figure, List<Scored> of, String unit, Period period) {
    boolean graded = grade(figure).isPresent();
    long rows = of.stream().mapToLong(Scored::terms).sum();
    if (graded) {
      long many = of.stream().filter(s -> !s.grade().isEmpty()).count();
      return Cell.fraction(BigDecimal.valueOf(many), BigDecimal.ONE, rows);
    }
    List<BigDecimal> scores = new ArrayList<>();
    for (Scored s : of) {
      if (s.score() instanceof Value.Number n) {
        scores.add(n.numerator().divide(n.denominator()));
      }
    }
    if (!scores.isEmpty()) {
      return Cell.fraction(
          scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
          BigDecimal.valueOf(scores.size()),
          rows);
    }
    return of.isEmpty()
        ? new Value.None(Words.text("figure.no_record", name(unit), period.toString()))
        : of.getFirst().score();
  }

  private Text name(String unit) {
    return unit.isEmpty() ? Words.text("figure.all_units") : Text.same(tree.name(unit));
  }

  private static Optional<Definition.Step.Grade> grade(Installed figure) {
    return figure.definition().made() instanceof Definition.Stepped s
            && s.step() instanceof Definition.Step.Grade g
        ? Optional.of(g)
        : Optional.empty();
  }

  private Installed base(Installed figure) {
    return named(((Definition.Stepped) figure.definition().made()).of());
  }

  private Installed named(String figure) {
    Installed named = figures.get(figure);
    if (named == null) {
      throw new IllegalArgumentException(
          "no figure %s among %s".formatted(figure, figures.keySet()));
    }
    return named;
  }

  /** The figure whose rows are the terms. */
  private Installed terms(Installed figure) {
    return grade(figure).isPresent() ? base(base(figure)) : base(figure);
  }

  private List<Scored> everybody(Installed figure, Period period) {
    Set<String> hashes =
        Stream.concat(
                Stream.of(figure, base(figure)), Installation.leaves(figures, figure).stream())
            .map(Installed::hash)
            .collect(Collectors.toSet());
    return known.of(hashes, period, when, () -> scored(figure, period));
  }

  private List<Scored> scored(Installed figure, Period period) {
    Optional<Definition.Step.Grade> grade = grade(figure);
    if (grade.isPresent()) {
      return graded(grade.get(), base(figure), period);
    }
    Definition.Step.Score step = score(figure);
    List<Map<String, String>> rows = rows(base(figure), period);
    Map<String, List<Map<String, String>>> of =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.getOrDefault(step.each(), ""), LinkedHashMap::new, Collectors.toList()));
    List<Map<String, String>> bonuses =
        step.bonus().map(b -> rows(named(b), period)).orElse(List.of());
    List<Scored> scored = new ArrayList<>();
    Set<String> told = new TreeSet<>(base(figure).definition().by());
    told.add(Queries.UNIT);
    Scoring.scores(step, rows, bonuses)
        .forEach((part, score) -> {
          List<Map<String, String>> terms = of.getOrDefault(part, List.of());
          scored.add(
              new Scored(
                  part,
                  score,
                  "",
                  terms.getFirst().getOrDefault(step.group(), ""),
                  terms.stream().map(t -> only(told, t)).distinct().toList(),
                  terms.size()));
        });
    return List.copyOf(scored);
  }

  private static Map<String, String> only(Set<String> columns, Map<String, String> row) {
    Map<String, String> told = new HashMap<>();
    columns.forEach(c -> told.put(c, row.getOrDefault(c, "")));
    return told;
  }

  private static Definition.Step.Score score(Installed figure) {
    return (Definition.Step.Score) ((Definition.Stepped) figure.definition().made()).step();
  }

  private List<Scored> graded(Definition.Step.Grade step, Installed scores, Period period) {
    Definition.Step.Score by = score(scores);
    List<Scored> scored = everybody(scores, period);
    Map<String, SortedMap<String, BigDecimal>> shares = new HashMap<>();
    for (Map<String, String> row : rows(named(step.shares()), period)) {
      shares
          .computeIfAbsent(row.getOrDefault(by.group(), ""), g -> new TreeMap<>())
          .put(
              row.getOrDefault(Steps.GRADE, ""),
              new BigDecimal(row.getOrDefault(Steps.SHARE, "0")));
    }
    Set<String> vetoed =
        step.last().map(l -> rows(named(l), period)).orElse(List.of()).stream()
            .map(r -> r.getOrDefault(by.each(), ""))
            .collect(Collectors.toSet());
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, String> groups = new HashMap<>();
    scored.forEach(s -> {
      values.put(s.part(), s.score());
      groups.put(s.part(), s.group());
    });
    Map<String, String> grades = Grading.grades(values, groups, shares, vetoed);
    return scored.stream().map(s -> s.graded(grades.getOrDefault(s.part(), ""))).toList();
  }

  private List<Map<String, String>> rows(Installed figure, Period period) {
    return cells.rows(
        figure, new Cells.Question(Optional.empty(), List.of(period), when, Map.of()));
  }
}
