package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoringAndGradingTest {
  private static final int FIRMS = 4240;
  private static final long SEED = 20180511;
  private static final Definition.Step.Score STEP =
      new Definition.Step.Score("firm", "scale", 4, Optional.of("bonuses"));
  private static final SortedMap<String, BigDecimal> QUOTAS =
      new TreeMap<>(
          Map.of(
              "A", BigDecimal.valueOf(25),
              "B", BigDecimal.valueOf(45),
              "C", BigDecimal.valueOf(25),
              "D", BigDecimal.valueOf(5)));

  @Test
  void who_meets_the_published_base_values_has_a_hundred() {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(term("a", "tax", "30", "24.097", "240.97", "10"));
    rows.add(term("a", "value", "20", "136.16", "1361.6", "10"));
    rows.add(term("a", "energy", "20", "2.694", "2694", "1000"));
    rows.add(term("a", "emission", "10", "4929.81", "492981", "100"));
    rows.add(term("a", "head", "10", "18.14", "907", "50"));
    rows.add(term("a", "research", "10", "0.0302", "151", "5000"));

    assertThat(scores(rows)).containsEntry("a", "100");
  }

  @Test
  void the_unit_of_measure_makes_no_difference() {
    List<Map<String, String>> inTenThousands =
        List.of(term("a", "tax", "100", "24.097", "361.4", "10"));
    List<Map<String, String>> inOnes = List.of(term("a", "tax", "100", "240970", "3614000", "10"));

    assertThat(scores(inTenThousands)).isEqualTo(scores(inOnes)).containsEntry("a", "149.9772");
  }

  @Test
  void where_data_are_missing_the_mean_of_the_group_stands_in_or_there_is_no_score() {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(term("a", "tax", "100", "2", "2", "1"));
    rows.add(term("b", "tax", "100", "2", "1", "1"));
    rows.add(with(term("c", "tax", "100", "2", "", "1"), "missing", "mean"));
    rows.add(term("d", "tax", "100", "2", "", "1"));
    rows.add(term("e", "tax", "100", "2", "3", "0"));
    rows.add(with(with(term("f", "tax", "100", "2", "", ""), "missing", "mean"), "scale", "small"));

    assertThat(scores(rows))
        .containsEntry("c", "75")
        .containsEntry("d", "There are no data for the indicator “tax”, so there is no score")
        .containsEntry("e", "There are no data for the indicator “tax”, so there is no score")
        .containsEntry("f", "There are no data for the indicator “tax”, so there is no score");
  }

  @Test
  void points_have_a_floor_and_a_cap_and_a_bonus_comes_on_top() {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(limited(term("a", "tax", "100", "2", "-5", "1")));
    rows.add(limited(term("b", "tax", "100", "2", "50", "1")));

    assertThat(scores(rows, Map.of("firm", "b", "points", "2.5")))
        .containsEntry("a", "0")
        .containsEntry("b", "152.5");
  }

  @Test
  void weights_that_do_not_add_up_to_a_hundred_score_nobody() {
    assertThat(scores(List.of(term("a", "tax", "95", "2", "2", "1"))))
        .containsEntry("a", "The weights add up to 95, not to 100, so there is no score");
  }

  @Test
  void equal_scores_have_the_same_grade_and_the_next_quota_is_that_much_smaller() {
    Map<String, Value> scores = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      scores.put("f" + i, number(i < 8 ? 90 : 50 - i));
    }

    Map<String, Long> many = many(grades(scores, Set.of()));

    assertThat(many).containsEntry("A", 8L).containsEntry("B", 6L).containsEntry("C", 5L);
    assertThat(many).containsEntry("D", 1L);
  }

  @Test
  void who_is_vetoed_gets_the_last_grade_whatever_the_score() {
    Map<String, Value> scores = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      scores.put("f" + i, number(100 - i));
    }

    Map<String, String> grades = grades(scores, Set.of("f0", "f1"));

    assertThat(grades).containsEntry("f0", "D").containsEntry("f1", "D").containsEntry("f2", "A");
    assertThat(many(grades)).containsEntry("A", 5L).containsEntry("B", 9L).containsEntry("C", 4L);
  }

  @Test
  void nobody_is_graded_without_a_score_or_where_the_shares_do_not_add_up() {
    Map<String, Value> scores =
        Map.of("a", number(90), "b", new Value.None(org.liuzheng.words.Text.same("-")));
    SortedMap<String, BigDecimal> short_ = new TreeMap<>(QUOTAS);
    short_.remove("D");

    assertThat(grades(scores, Set.of())).containsOnlyKeys("a");
    assertThat(Grading.grades(scores, groups(scores), Map.of("large", short_), Set.of())).isEmpty();
  }

  @Test
  void losing_a_bonus_never_lifts_a_grade() {
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      Map<String, Value> with = new HashMap<>();
      for (int i = 0; i < 30; i++) {
        with.put("f" + i, number(random.nextInt(60)));
      }
      Map<String, Value> without = new HashMap<>(with);
      without.put("f0", number(((Value.Number) with.get("f0")).numerator().intValue() - 5));

      assertThat(grades(without, Set.of()).get("f0"))
          .as("seed %d, run %d", SEED, run)
          .isGreaterThanOrEqualTo(grades(with, Set.of()).get("f0"));
    }
  }

  @Test
  void four_thousand_two_hundred_and_forty_firms_are_scored_and_graded_in_one_go() {
    Random random = new Random(SEED);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < FIRMS; i++) {
      for (String indicator : List.of("tax", "value", "energy", "emission", "head")) {
        boolean missing = indicator.equals("emission") && random.nextInt(5) == 0;
        rows.add(
            with(
                term(
                    "f" + i,
                    indicator,
                    "20",
                    "13.37",
                    missing ? "" : String.valueOf(1 + random.nextInt(90_000)),
                    String.valueOf(1 + random.nextInt(900))),
                "missing",
                "mean"));
      }
    }

    Map<String, Value> scores = Scoring.scores(STEP, rows, List.of());
    Map<String, String> grades = grades(scores, Set.of());

    assertThat(scores)
        .hasSize(FIRMS)
        .allSatisfy((firm, score) -> assertThat(score).isInstanceOf(Value.Number.class));
    many(grades)
        .forEach((grade, many) ->
            assertThat((double) many)
                .as("%s, seed %d", grade, SEED)
                .isBetween(share(grade) - 1, share(grade) + 1));
  }

  private static double share(String grade) {
    return FIRMS * QUOTAS.getOrDefault(grade, BigDecimal.ZERO).doubleValue() / 100;
  }

  private static Map<String, String> term(
      String firm, String indicator, String weight, String base, String of, String by) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("firm", firm);
    row.put("scale", "large");
    row.put("indicator", indicator);
    row.put("weight", weight);
    row.put("base", base);
    row.put("numerator", of);
    row.put("denominator", by);
    return row;
  }

  private static Map<String, String> with(Map<String, String> row, String column, String text) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    changed.put(column, text);
    return changed;
  }

  private static Map<String, String> limited(Map<String, String> row) {
    return with(with(row, "least", "0"), "most", "150");
  }

  @SafeVarargs
  private static Map<String, String> scores(
      List<Map<String, String>> rows, Map<String, String>... bonuses) {
    Map<String, String> texts = new HashMap<>();
    Scoring.scores(STEP, rows, List.of(bonuses))
        .forEach((firm, score) ->
            texts.put(
                firm,
                switch (score) {
                  case Value.Number n -> n.rounded(4).stripTrailingZeros().toPlainString();
                  case Value.None none -> none.why().en();
                }));
    return texts;
  }

  private static Value number(int score) {
    return Cell.fraction(BigDecimal.valueOf(score), BigDecimal.ONE, 1);
  }

  private static Map<String, String> groups(Map<String, Value> scores) {
    Map<String, String> groups = new HashMap<>();
    scores.keySet().forEach(firm -> groups.put(firm, "large"));
    return groups;
  }

  private static Map<String, String> grades(Map<String, Value> scores, Set<String> vetoed) {
    return Grading.grades(scores, groups(scores), Map.of("large", QUOTAS), vetoed);
  }

  private static Map<String, Long> many(Map<String, String> grades) {
    Map<String, Long> many = new TreeMap<>();
    grades.values().forEach(g -> many.merge(g, 1L, Long::sum));
    return many;
  }
}
