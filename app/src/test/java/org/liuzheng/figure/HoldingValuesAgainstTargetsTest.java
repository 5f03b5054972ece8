package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;
import org.liuzheng.yaml.Flaw;

/** Items stand for reporters: those with a mobile form have reported. */
class HoldingValuesAgainstTargetsTest {
  private static final String ITEMS =
      """
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.promised, i.mobile from item i where %s
      fold: %s
      """;
  private static final String REPORTED =
      """
      figure: reported
      kind: flow
      day: o.period_end
      valid_on: period_end
      by: [observation]
      rows: |
        select o.id as observation, o.region as unit from observation o
      fold: count
      """;

  private final TestFigures given =
      new TestFigures(
          """
          figure: days
          target: wanted
          floor: 10
          completeness: {expected: items, received: reported, late: mobile, floor: 0.9}
          by: [mobile]
          """
              + ITEMS.formatted("i.promised >= 0", "{sum: promised}"),
          "figure: wanted\n" + ITEMS.formatted("i.mobile", "{sum: promised}"),
          "figure: items\n" + ITEMS.formatted("i.promised >= 0", "count"),
          "figure: mobile\n" + ITEMS.formatted("i.mobile", "count"),
          REPORTED,
          "figure: grown\nof: days\nstep: yoy\n");
  private final Tables tables = given.tables;

  @Test
  void a_target_is_a_figure_with_the_same_two_times_and_a_floor_is_a_number() {
    item("1", "8", "true");
    When before = tables.now("2018-12-31");
    item("2", "5", "true");

    assertThat(target("days", now())).contains("13 of 2");
    assertThat(target("days", before)).contains("8 of 1");
    assertThat(given.figures.floor(ask("days", now())).map(TestFigures::text)).contains("10 of 0");
    assertThat(target("items", now())).isEmpty();
  }

  @Test
  void a_part_of_the_rows_has_no_target_that_was_said_of_the_whole() {
    item("1", "8", "true");
    Ask part = new Ask("days", "A", TestFigures.period("2018"), now(), Map.of("mobile", "true"));

    assertThat(given.figures.target(part)).isEmpty();
    assertThat(given.figures.floor(part)).isEmpty();
    assertThat(given.figures.completeness(part)).isEmpty();
  }

  @Test
  void a_value_is_provisional_below_the_share_that_its_file_states() {
    item("1", "8", "true");
    for (int i = 2; i <= 10; i++) {
      item(String.valueOf(i), "5", "false");
    }
    for (int i = 1; i <= 8; i++) {
      observed("A" + i, "2018-12-31");
    }

    Completeness eight = completeness("2018", now()).orElseThrow();
    observed("A9", "2018-12-31");
    Completeness nine = completeness("2018", now()).orElseThrow();

    assertThat(eight.expected().number()).isEqualTo(10);
    assertThat(eight.received().number()).isEqualTo(8);
    assertThat(eight.late().map(Completeness.Count::number)).contains(1L);
    assertThat(eight.estimated()).isEmpty();
    assertThat(eight.provisional()).isTrue();
    assertThat(nine.provisional()).isFalse();
  }

  @Test
  void a_report_that_was_replaced_later_still_counts_in_its_own_month() {
    item("1", "8", "false");
    observed("A1", "2018-05-31");
    tables.put("observation", "A1", "2018-06-30", "region", "A", "period_end", "2018-06-30");

    assertThat(completeness("2018-05", now()).orElseThrow().received().number()).isEqualTo(1);
    assertThat(completeness("2018-06", now()).orElseThrow().received().number()).isEqualTo(1);
    assertThat(completeness("2018-07", now()).orElseThrow().received().number()).isZero();
    assertThat(given.value("reported", "A", "2018-05", now())).isEqualTo("1 of 1");
    assertThat(given.figures.breakdown(given.ask("reported", "A", "2018-05", now()), "observation"))
        .hasSize(1);
    assertThat(
            given.figures.series(
                given.ask("reported", "A", "2018-07", now()), TestFigures.period("2018-04")))
        .extracting(p -> TestFigures.text(p.value()))
        .containsExactly("0 of 0", "1 of 1", "1 of 1", "0 of 0");
  }

  @Test
  void where_nobody_was_to_report_nothing_is_incomplete() {
    observed("A1", "2018-12-31");

    assertThat(completeness("2018", now())).isEmpty();
  }

  @Test
  void a_step_is_as_complete_as_the_figure_below_it() {
    item("1", "8", "false");

    assertThat(given.figures.completeness(ask("grown", now())).orElseThrow().provisional())
        .isTrue();
  }

  @Test
  void what_is_written_wrong_is_named() {
    assertThat(flaws("valid_on: period_end"))
        .first()
        .asString()
        .startsWith("valid_on is for kind: flow");
    assertThat(flaws("target: no_such")).containsExactly("There is no figure “no_such”");
    assertThat(flaws("target: 1e5"))
        .first()
        .asString()
        .startsWith("A number in the unit shown, such as 95");
    assertThat(flaws("completeness: {expected: items, received: items, floor: 90}"))
        .containsExactly("A share between 0 and 1 belongs here, such as 0.9; found “90”");
    assertThat(flaws("completeness: {expected: items}")).hasSize(1);
    assertThat(flaws("target: percent"))
        .containsExactly(
            "“percent” is in %, this figure is in cases; a target or floor has the figure’s own"
                + " unit");
  }

  private static List<String> flaws(String line) {
    List<Flaw> flaws = new ArrayList<>();
    TestFigures.read(
        flaws,
        "figure: items\n" + line + "\n" + ITEMS.formatted("i.mobile", "count"),
        "figure: percent\nunit: {zh: '%', en: '%'}\n" + ITEMS.formatted("i.mobile", "count"));
    return flaws.stream().map(f -> f.says().en()).toList();
  }

  private Optional<String> target(String figure, When when) {
    given.commit();
    return given.figures.target(ask(figure, when)).map(TestFigures::text);
  }

  private Optional<Completeness> completeness(String period, When when) {
    given.commit();
    return given.figures.completeness(given.ask("days", "A", period, when));
  }

  private Ask ask(String figure, When when) {
    given.commit();
    return given.ask(figure, "A", "2018", when);
  }

  private When now() {
    return tables.now("2018-12-31");
  }

  private void item(String id, String promised, String mobile) {
    tables.put("item", id, "2018-01-01", "department", "A", "promised", promised, "mobile", mobile);
  }

  private void observed(String id, String day) {
    tables.put("observation", id, day, "region", "A", "period_end", day);
  }
}
