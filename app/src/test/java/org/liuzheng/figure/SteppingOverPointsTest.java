package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;

class SteppingOverPointsTest {
  private static final String GROWTH =
      """
      figure: growth
      kind: flow
      day: o.period_end
      rows: |
        select o.id as observation, o.region as unit, o.value, o.share
        from observation o where o.indicator = 'growth'
      fold: {sum: value}
      roll_up: false
      period: quarter
      better: up
      by: [unit]
      """;

  private final TestFigures given =
      new TestFigures(
          GROWTH,
          GROWTH
              .replace("figure: growth", "figure: share")
              .replace("{sum: value}", "{ratio: [value, share]}"),
          "figure: yoy\nof: growth\nstep: yoy\nscale: 100\n",
          "figure: place\nof: growth\nstep: {rank: {order: desc, among: TOP}}\n",
          "figure: place_up\nof: growth\nstep: {rank: {order: asc, among: TOP, minimum: {of: answers, at_least: 2}}}\n",
          GROWTH
              .replace("figure: growth", "figure: answers")
              .replace("fold: {sum: value}", "fold: count"),
          "figure: up_run\nof: place_up\nstep: {streak: {is: 1}}\n",
          "figure: lenient\nof: place_up\nstep: {streak: {is: 1, breaks: [missing, competitors]}}\n",
          "figure: patient\nof: place\nstep: {streak: {is: 1, breaks: [competitors, too_few]}}\n",
          "figure: against_all\nof: place\nstep: {streak: {is: 1, breaks: [missing]}}\n",
          "figure: run\nof: place\nstep: {streak: {is: 1}}\n",
          "figure: gap\nof: growth\nstep: {difference: {minus: yoy}}\n",
          "figure: per\nof: growth\nstep: {ratio: {to: earlier}}\nscale: 100\n",
          GROWTH.replace("figure: growth", "figure: earlier").replace("'growth'", "'earlier'"),
          "figure: pop\nof: growth\nstep: pop\nscale: 100\n",
          "figure: to_date\nof: growth\nstep: ytd\n",
          "figure: to_date_ratio\nof: share\nstep: ytd\n",
          "figure: year_rolling\nof: growth\nstep: {rolling: {periods: 4}}\n",
          "figure: part\nof: total\nstep: share\nscale: 100\n",
          GROWTH
              .replace("figure: growth", "figure: total")
              .replace("roll_up: false", "roll_up: true"),
          "figure: record\nof: growth\nstep: {best: {is: highest}}\n",
          "figure: low\nof: growth\nstep: {best: {is: lowest}}\n",
          "figure: lamp\nof: growth\nstep: {light: [{red: \"< 2\"}, {yellow: {growth: \"< 5\", place: \"> 1\"}}, {green: {}}]}\n",
          "figure: not_ten\nof: total\nstep: {parts: {each: unit, are: \"<> 10\"}}\n",
          "figure: share_place\nof: share\nstep: {rank: {order: desc, among: TOP}}\n");
  private final Tables tables = given.tables;

  @BeforeEach
  void units() {
    tables.put("unit", "TOP", "2010-01-01", "name", "Top");
    for (String unit : List.of("A", "B", "C")) {
      tables.put("unit", unit, "2010-01-01", "name", "City " + unit, "parent", "TOP");
    }
  }

  @Test
  void growth_is_the_ratio_to_the_same_period_a_year_earlier_minus_one() {
    observed("A", "2017-12-31", "65.03");
    observed("A", "2018-12-31", "72.9");

    assertThat(given.value("yoy", "A", "2018", end())).isEqualTo("787/65.03 of 2");
    assertThat(rounded("yoy", "A", "2018", 1)).isEqualTo("12.1");
    assertThat(rounded("yoy", "A", "2018-Q4", 1)).isEqualTo("12.1");
  }

  @Test
  void there_is_no_growth_over_nothing_over_zero_or_over_less() {
    observed("A", "2018-12-31", "5");
    observed("B", "2018-12-31", "5");
    observed("B", "2017-12-31", "0");
    observed("C", "2018-12-31", "5");
    observed("C", "2017-12-31", "-1");

    assertThat(given.value("yoy", "A", "2018", end()))
        .isEqualTo("There is no value a year earlier (2017): There is no record of City A in 2017");
    assertThat(given.value("yoy", "B", "2018", end()))
        .isEqualTo("The value a year earlier (2017) is 0, so there is no growth");
    assertThat(given.value("yoy", "C", "2018", end()))
        .isEqualTo("The value a year earlier (2017) is negative, so growth has no meaning");
    assertThat(given.value("yoy", "A", "2017", end()))
        .isEqualTo("There is no record of City A in 2017");
  }

  @Test
  void a_difference_is_exact() {
    observed("A", "2017-12-31", "3");
    observed("A", "2018-12-31", "4");

    assertThat(given.value("gap", "A", "2018", end())).isEqualTo("-88/3 of 3");
  }

  @Test
  void parts_that_meet_a_condition_are_counted_and_only_their_rows_are_shown() {
    observed("A", "2018-12-30", "4");
    observed("A", "2018-12-31", "6.0");
    observed("B", "2018-12-30", "4");
    observed("B", "2018-12-31", "6.1");
    observed("C", "2017-12-31", "9");

    assertThat(given.value("not_ten", "TOP", "2018", end())).isEqualTo("1 of 2");
    assertThat(given.value("not_ten", "A", "2018", end())).isEqualTo("0 of 0");
    assertThat(given.value("not_ten", "C", "2018", end())).isEqualTo("0 of 0");
    assertThat(given.value("not_ten", "TOP", "2019", end()))
        .isEqualTo("2019 has not begun on 2018-12-31");
    assertThat(given.figures.rows(given.ask("not_ten", "TOP", "2018", end()), 0, 5).rows())
        .extracting(r -> r.get("unit") + " " + r.get("value"))
        .containsExactlyInAnyOrder("B 4", "B 6.1");
    assertThat(given.figures.breakdown(given.ask("not_ten", "TOP", "2018", end()), "unit"))
        .extracting(p -> p.key() + " " + TestFigures.text(p.value()))
        .containsExactly("B 1 of 2", "A 0 of 0");
  }

  @Test
  void a_ratio_divides_what_comes_from_different_rows_exactly_and_not_by_nothing() {
    observed("A", "2018-12-31", "2");
    earlier("A", "2018-12-31", "6");
    observed("B", "2018-12-31", "2");
    earlier("B", "2018-12-31", "0");
    observed("C", "2018-12-31", "2");

    assertThat(given.value("per", "A", "2018", end())).isEqualTo("200/6 of 2");
    assertThat(given.value("per", "B", "2018", end()))
        .isEqualTo("“A” is 0, and nothing can be divided by it");
    assertThat(given.value("per", "C", "2018", end()))
        .isEqualTo("There is no record of City C in 2018");
  }

  @Test
  void equal_values_share_a_rank_and_the_next_one_is_skipped() {
    observed("A", "2018-12-31", "2.50");
    observed("B", "2018-12-31", "2.5");
    observed("C", "2018-12-31", "2.4");

    assertThat(given.value("place", "A", "2018", end())).isEqualTo("1 of 3");
    assertThat(given.value("place", "B", "2018", end())).isEqualTo("1 of 3");
    assertThat(given.value("place", "C", "2018", end())).isEqualTo("3 of 3");
    assertThat(given.figures.ranking(given.ask("place", "C", "2018", end())))
        .extracting(s -> s.rank() + " " + s.tied() + " " + s.name())
        .containsExactly("1 true City A", "1 true City B", "3 false City C");
  }

  @Test
  void fractions_are_ranked_exactly() {
    observed("A", "2018-12-31", "1", "3");
    observed("B", "2018-12-31", "0.33333333333333333333", "1");
    observed("C", "2018-12-31", "3", "9");

    assertThat(given.value("share_place", "A", "2018", end())).isEqualTo("1 of 3");
    assertThat(given.value("share_place", "B", "2018", end())).isEqualTo("3 of 3");
    assertThat(given.value("share_place", "C", "2018", end())).isEqualTo("1 of 3");
  }

  @Test
  void who_is_not_below_or_has_too_few_records_is_not_ranked() {
    observed("A", "2018-12-31", "5");
    observed("B", "2018-12-31", "5");
    observed("B", "2018-09-30", "5");

    assertThat(given.value("place", "TOP", "2018", end()))
        .isEqualTo("“Top” is not directly below “Top” and is not ranked");
    assertThat(given.value("place_up", "A", "2018", end()))
        .isEqualTo("“City A” has only 1 of “A” in 2018, fewer than the 2 a rank needs");
    assertThat(given.figures.tooFew(given.ask("place_up", "B", "2018", end())))
        .extracting(t -> t.name() + " " + t.value().numerator())
        .containsExactly("City A 5");
    assertThat(given.value("place_up", "B", "2018", end())).isEqualTo("1 of 2");
    assertThat(given.value("place", "C", "2018", end()))
        .isEqualTo("There is no record of City C in 2018");
  }

  @Test
  void a_streak_counts_back_to_the_period_that_was_not_so() {
    all("2015-12-31", "1", "2", "1");
    all("2016-12-31", "3", "2", "1");
    all("2017-12-31", "3", "3", "1");
    all("2018-12-31", "3", "2", "1");

    assertThat(given.value("run", "A", "2018", end())).isEqualTo("3 of 9");
    assertThat(given.value("run", "B", "2018", end())).isEqualTo("0 of 0");
    assertThat(given.value("run", "B", "2017", end())).isEqualTo("1 of 3");
    Figures.Rows rows = given.figures.rows(given.ask("run", "A", "2018", end()), 0, 50);
    assertThat(rows.columns()).startsWith("period", "observation", "unit");
    assertThat(rows.rows())
        .extracting(r -> r.get("period"))
        .hasSize(12)
        .startsWith("2015")
        .endsWith("2018");
  }

  @Test
  void a_missing_period_breaks_a_streak() {
    all("2015-12-31", "3", "2", "1");
    all("2017-12-31", "3", "2", "1");
    all("2018-12-31", "3", "2", "1");

    assertThat(given.value("run", "A", "2018", end())).isEqualTo("2 of 6");
    assertThat(given.value("run", "A", "2016", end()))
        .isEqualTo("There is no record of City A in 2016");
  }

  @Test
  void a_changed_set_of_competitors_breaks_a_streak() {
    observed("A", "2016-12-31", "3");
    observed("B", "2016-12-31", "2");
    all("2017-12-31", "3", "2", "1");
    all("2018-12-31", "3", "2", "1");

    assertThat(given.value("run", "A", "2018", end())).isEqualTo("2 of 6");
  }

  @Test
  void too_small_a_sample_ends_a_streak_unless_it_says_otherwise() {
    for (int year = 2014; year <= 2018; year++) {
      all(year + "-12-31", "1", "2", "3");
      all(year + "-09-30", "1", "2", "3");
    }
    tables.withdraw("observation", "A/2016-09-30", LocalDate.parse("2016-09-30"));
    tables.withdraw("observation", "B/2015-09-30", LocalDate.parse("2015-09-30"));

    assertThat(given.value("up_run", "A", "2018", end())).isEqualTo("2 of 12");
    assertThat(given.value("lenient", "A", "2018", end()))
        .as("2016 is passed over, and B is there in 2015 with too few")
        .isEqualTo("4 of 22");
    Figures.Run run = given.figures.run(given.ask("lenient", "A", "2018", end()));
    assertThat(run.periods()).hasSize(5);
    assertThat(run.ended().toString()).isEqualTo("2013");
    assertThat(given.value("up_run", "A", "2016", end()))
        .startsWith("“City A” has only 1 of “A” in 2016");
    assertThat(given.figures.rows(given.ask("up_run", "A", "2018", end()), 0, 50).columns())
        .as("what admits is not shown among the rows")
        .startsWith("period", "observation");
  }

  @Test
  void what_ends_a_streak_is_declared() {
    all("2014-12-31", "3", "2", "1");
    observed("A", "2015-12-31", "3");
    all("2017-12-31", "3", "2", "1");
    all("2018-12-31", "3", "2", "1");

    assertThat(given.value("run", "A", "2018", end())).isEqualTo("2 of 6");
    assertThat(given.value("patient", "A", "2018", end())).isEqualTo("2 of 6");
    assertThat(given.value("against_all", "A", "2018", end())).isEqualTo("2 of 6");
    assertThat(given.value("against_all", "A", "2015", end())).isEqualTo("2 of 4");
    observed("B", "2015-12-31", "2");
    observed("C", "2015-12-31", "1");
    assertThat(given.value("patient", "A", "2018", end())).isEqualTo("4 of 12");
  }

  @Test
  void a_long_streak_reads_on_as_far_as_it_goes() {
    for (int year = 2012; year <= 2018; year++) {
      for (String end : List.of("03-31", "06-30", "09-30", "12-31")) {
        all(year + "-" + end, "3", year == 2012 ? "4" : "2", "1");
      }
    }

    assertThat(given.value("run", "A", "2018-Q4", end())).isEqualTo("24 of 72");
    assertThat(
            given
                .figures
                .series(given.ask("run", "A", "2018-Q4", end()), TestFigures.period("2012-Q4"))
                .stream()
                .map(p -> TestFigures.text(p.value()).replaceAll(" .*", "")))
        .startsWith("0", "1", "2")
        .endsWith("23", "24")
        .hasSize(25);
  }

  @Test
  void growth_over_the_period_before() {
    observed("A", "2018-06-30", "4");
    observed("A", "2018-09-30", "5");

    assertThat(given.value("pop", "A", "2018-Q3", end())).isEqualTo("100/4 of 2");
    assertThat(given.value("pop", "A", "2018-Q2", end()))
        .isEqualTo(
            "There is no value in the"
                + " period before (2018-Q1): There is no record of City A in 2018-Q1");
  }

  @Test
  void year_to_date_folds_the_rows_since_the_start_of_the_year_once() {
    observed("A", "2017-12-31", "100", "100");
    observed("A", "2018-03-31", "1", "2");
    observed("A", "2018-09-30", "5", "3");

    assertThat(given.value("to_date", "A", "2018-Q1", end())).isEqualTo("1 of 1");
    assertThat(given.value("to_date", "A", "2018-Q2", end())).isEqualTo("1 of 1");
    assertThat(given.value("to_date", "A", "2018-Q3", end())).isEqualTo("6 of 2");
    assertThat(given.value("to_date_ratio", "A", "2018-Q4", end()))
        .as("a ratio of sums, not a sum or mean of ratios")
        .isEqualTo("6/5 of 2");
    assertThat(given.value("to_date", "A", "2019-Q1", end()))
        .isEqualTo("2019-Q1 has not begun on 2018-12-31");
  }

  @Test
  void a_rolling_window_ends_with_the_period_and_reaches_over_the_new_year() {
    observed("A", "2017-06-30", "100");
    observed("A", "2017-09-30", "10");
    observed("A", "2018-06-30", "1");

    assertThat(given.value("year_rolling", "A", "2018-Q2", end())).isEqualTo("11 of 2");
    assertThat(given.value("year_rolling", "A", "2018-Q3", end())).isEqualTo("1 of 1");
    assertThat(given.value("year_rolling", "A", "2017-Q1", end()))
        .isEqualTo("There is no record of City A in 2017-Q1");
  }

  @Test
  void a_share_is_the_part_of_the_unit_above() {
    all("2018-12-31", "3", "0", "1");

    assertThat(given.value("part", "A", "2018", end())).isEqualTo("300/4 of 3");
    assertThat(given.value("part", "B", "2018", end())).isEqualTo("0/4 of 3");
    observed("A", "2017-12-31", "0");
    assertThat(given.value("part", "A", "2017", end()))
        .isEqualTo("The value of Top is 0, so there is no share of it");
  }

  @Test
  void a_record_is_higher_than_every_period_before_it_and_a_tie_is_none() {
    observed("A", "2010-12-31", "1");
    observed("A", "2015-12-31", "3");
    observed("A", "2016-12-31", "2");
    observed("A", "2017-12-31", "3");
    observed("A", "2018-12-31", "4");

    assertThat(given.value("record", "A", "2018", end())).isEqualTo("4 of 5");
    assertThat(given.value("record", "A", "2017", end())).isEqualTo("1 of 3");
    assertThat(given.value("record", "A", "2016", end())).isEqualTo("0 of 2");
    assertThat(given.value("low", "A", "2016", end())).isEqualTo("1 of 3");
    assertThat(given.value("record", "A", "2010", end())).isEqualTo("0 of 1");
  }

  @Test
  void the_first_rule_whose_conditions_all_hold_gives_the_light() {
    all("2018-12-31", "4", "5", "1.99");

    assertThat(given.value("lamp", "C", "2018", end())).as("red").isEqualTo("1 of 1");
    assertThat(given.value("lamp", "A", "2018", end())).as("yellow").isEqualTo("2 of 1");
    assertThat(given.value("lamp", "B", "2018", end())).as("green").isEqualTo("3 of 1");
    all("2017-12-31", "4", "3", "2");
    assertThat(given.value("lamp", "A", "2017", end())).as("ahead of all").isEqualTo("3 of 1");
  }

  @Test
  void a_step_is_filtered_only_by_what_all_it_stands_on_has() {
    TestFigures two =
        new TestFigures(
            "figure: own\nkind: stock\nrows: |\n  select i.department as unit, i.mobile from item i\nfold: count\nby: [mobile]\n",
            "figure: other\nkind: stock\nrows: |\n  select i.department as unit from item i\nfold: count\n",
            "figure: both\nof: own\nstep: {light: [{red: {other: \"> 3\"}}, {green: {}}]}\n",
            "figure: alone\nof: own\nstep: {light: [{red: \"> 3\"}, {green: {}}]}\n");

    assertThat(two.figures().definition("alone").orElseThrow().by()).containsExactly("mobile");
    assertThat(two.figures().definition("both").orElseThrow().by()).isEmpty();
  }

  private void all(String day, String a, String b, String c) {
    observed("A", day, a);
    observed("B", day, b);
    observed("C", day, c);
  }

  private void observed(String region, String day, String value) {
    observed(region, day, value, "1");
  }

  private void observed(String region, String day, String value, String share) {
    said("growth", region, day, value, share);
  }

  private void earlier(String region, String day, String value) {
    said("earlier", region, day, value, "1");
  }

  private void said(String indicator, String region, String day, String value, String share) {
    tables.put(
        "observation",
        (indicator.equals("growth") ? "" : indicator + "/") + region + "/" + day,
        day,
        "indicator",
        indicator,
        "region",
        region,
        "period_end",
        day,
        "value",
        value,
        "share",
        share);
  }

  private When end() {
    return tables.now("2018-12-31");
  }

  private String rounded(String figure, String unit, String period, int decimals) {
    return ((Value.Number) given.figures.value(given.ask(figure, unit, period, end())))
        .rounded(decimals)
        .toPlainString();
  }
}
