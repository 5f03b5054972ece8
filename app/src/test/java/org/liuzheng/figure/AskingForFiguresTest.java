package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;

class AskingForFiguresTest {
  private static final String GRANTED =
      """
      figure: granted
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, a.department as unit, a.outcome
        from application a where a.outcome = 'granted'
      fold: count
      by: [unit, outcome]
      """;
  private static final String SAVED =
      """
      figure: saved
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, i.id as item, a.department as unit, i.promised - a.used as saved,
          i.promised, a.used, i.mobile
        from application a
        join item for system_time as of a.accepted_on as i on i.id = a.item
      fold: {mean: saved}
      by: [unit, item, mobile]
      """;
  private static final String ITEMS =
      """
      figure: items
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.mobile, i.promised from item i
      fold: count
      by: [unit, mobile]
      """;

  private final TestFigures given =
      new TestFigures(
          GRANTED,
          SAVED,
          ITEMS,
          ITEMS
              .replace("figure: items", "figure: promised")
              .replace("fold: count", "fold: {sum: promised}"),
          ITEMS
              .replace("figure: items", "figure: departments")
              .replace("fold: count", "fold: {count distinct: unit}"),
          SAVED
              .replace("figure: saved", "figure: share")
              .replace("{mean: saved}", "{ratio: [used, promised]}\nscale: 100"));
  private final Tables tables = given.tables;

  @Test
  void a_late_entry_changes_what_is_known_now_and_not_what_was_known() {
    closed("A1", "2018-03-01");
    When before = tables.now("2018-12-31");
    assertThat(given.value("granted", "", "2018", before)).isEqualTo("1 of 1");

    closed("A2", "2018-03-02");

    assertThat(given.value("granted", "", "2018", before)).isEqualTo("1 of 1");
    assertThat(given.value("granted", "", "2018", tables.now("2018-12-31"))).isEqualTo("2 of 2");
  }

  @Test
  void a_correction_and_a_withdrawal_leave_the_value_at_an_old_position_alone() {
    closed("A1", "2018-03-01");
    closed("A2", "2018-03-01");
    When first = tables.now("2018-12-31");
    tables.correct(
        "application",
        "A1",
        LocalDate.parse("2018-03-01"),
        Map.of("outcome", "refused", "closed_on", "2018-03-01", "department", "D1"));
    When second = tables.now("2018-12-31");
    tables.withdraw("application", "A2", LocalDate.parse("2018-03-01"));

    assertThat(given.value("granted", "D1", "2018", first)).isEqualTo("2 of 2");
    assertThat(given.value("granted", "D1", "2018", second)).isEqualTo("1 of 1");
    assertThat(given.value("granted", "D1", "2018", tables.now("2018-12-31"))).isEqualTo("0 of 0");
  }

  @Test
  void a_temporal_join_takes_the_version_of_the_events_day() {
    tables
        .put("item", "I1", "2018-01-01", "promised", "10")
        .put("item", "I1", "2018-06-01", "promised", "5");
    used("A1", "I1", "2018-05-31", "2018-06-10", "4");
    used("A2", "I1", "2018-06-01", "2018-06-10", "4");

    assertThat(given.value("saved", "", "2018", tables.now("2018-12-31"))).isEqualTo("7/2 of 2");
    assertThat(given.value("share", "", "2018", tables.now("2018-12-31"))).isEqualTo("800/15 of 2");
  }

  @Test
  void a_record_is_told_in_which_periods_it_is_counted() {
    tables.put("item", "I1", "2017-01-01", "promised", "10").put("item", "I2", "2017-01-01");
    used("A1", "I1", "2018-01-31", "2018-02-10", "4");
    used("A2", "I1", "2018-02-01", "2018-02-11", "4");
    used("A3", "I2", "2018-03-01", "2018-03-10", "4");
    When now = tables.now("2018-12-31");

    assertThat(
            given.figures.naming(
                given.ask("saved", "", "2018-04", now),
                TestFigures.period("2018-01"),
                "item",
                "I1"))
        .isEqualTo(Map.of(TestFigures.period("2018-02"), 2L));
    assertThat(
            given.figures.naming(
                given.ask("saved", "", "2018", now), TestFigures.period("2018"), "item", "I2"))
        .as("its promise is blank")
        .isEmpty();
  }

  @Test
  void blanks_are_left_out_of_means_and_ratios() {
    tables.put("item", "I1", "2018-01-01", "promised", "10").put("item", "I2", "2018-01-01");
    used("A1", "I1", "2018-05-31", "2018-06-10", "4");
    used("A2", "I2", "2018-05-31", "2018-06-10", "4");

    assertThat(given.value("saved", "", "2018", tables.now("2018-12-31"))).isEqualTo("6 of 1");
    assertThat(given.value("share", "", "2018", tables.now("2018-12-31"))).isEqualTo("400/10 of 1");
    assertThat(
            given
                .figures
                .rows(given.ask("saved", "", "2018", tables.now("2018-12-31")), 0, 9)
                .total())
        .isEqualTo(2);
  }

  @Test
  void nothing_counts_as_zero_but_has_no_sum_and_no_mean() {
    When now = tables.now("2018-12-31");

    assertThat(given.value("items", "D1", "2018", now)).isEqualTo("0 of 0");
    assertThat(given.value("departments", "D1", "2018", now)).isEqualTo("0 of 0");
    assertThat(given.value("promised", "D1", "2018", now))
        .isEqualTo("There is no record of D1 in 2018");
    assertThat(given.value("saved", "", "2018", now))
        .isEqualTo("There is no record of all units in 2018");
    assertThat(given.value("items", "D1", "2019", now))
        .isEqualTo("2019 has not begun on 2018-12-31");
  }

  @Test
  void a_denominator_of_zero_gives_no_value() {
    tables.put("item", "I1", "2018-01-01", "promised", "0");
    used("A1", "I1", "2018-05-31", "2018-06-10", "4");

    assertThat(given.value("share", "", "2018", tables.now("2018-12-31")))
        .isEqualTo("The denominators of all units in 2018 add up to 0");
  }

  @Test
  void a_stock_is_true_on_the_periods_last_day_or_the_day_asked() {
    tables.put("item", "I1", "2018-01-10", "department", "D1").put("item", "I2", "2018-02-10");
    tables.withdraw("item", "I1", LocalDate.parse("2018-03-10"));
    When end = tables.now("2018-12-31");

    assertThat(
            given
                .figures
                .series(given.ask("items", "", "2018-03", end), TestFigures.period("2017-12"))
                .stream()
                .map(p -> TestFigures.text(p.value())))
        .containsExactly("0 of 0", "1 of 1", "2 of 2", "1 of 1");
    assertThat(given.value("items", "", "2018-02", tables.now("2018-02-09"))).isEqualTo("1 of 1");
  }

  @Test
  void a_unit_takes_in_the_units_below_it_as_the_tree_stands_on_the_day() {
    tables.put("unit", "T", "2018-01-01", "name", "Top");
    tables.put("unit", "D1", "2018-01-01", "name", "One", "parent", "T");
    tables.put("unit", "D2", "2018-01-01", "name", "Two", "parent", "T");
    tables.put("unit", "D2", "2018-07-01", "name", "Two", "parent", "D1");
    tables.put("item", "I1", "2018-01-01", "department", "D1");
    tables.put("item", "I2", "2018-01-01", "department", "D2");

    assertThat(given.value("items", "D1", "2018", tables.now("2018-06-30"))).isEqualTo("1 of 1");
    assertThat(given.value("items", "D1", "2018", tables.now("2018-07-01"))).isEqualTo("2 of 2");
    assertThat(given.value("items", "T", "2018", tables.now("2018-07-01"))).isEqualTo("2 of 2");
    assertThat(given.value("departments", "T", "2018", tables.now("2018-07-01")))
        .isEqualTo("2 of 2");
    assertThat(given.figures.ranking(given.ask("items", "T", "2018", tables.now("2018-06-30"))))
        .extracting(s -> s.rank() + " " + s.tied() + " " + s.name())
        .containsExactly("1 true One", "1 true Two");
  }

  @Test
  void a_value_can_be_filtered_and_broken_down_by_the_columns_declared() {
    tables.put("item", "I1", "2018-01-01", "department", "D1", "mobile", "true");
    tables.put("item", "I2", "2018-01-01", "department", "D1", "mobile", "false");
    tables.put("item", "I3", "2018-01-01", "department", "D2", "mobile", "true");
    tables.put("item", "I4", "2018-01-01", "department", "D2");
    Ask all = given.ask("items", "", "2018", tables.now("2018-12-31"));

    assertThat(given.figures.breakdown(all, "mobile"))
        .extracting(p -> p.key() + "=" + TestFigures.text(p.value()))
        .containsExactly("true=2 of 2", "=1 of 1", "false=1 of 1");
    for (Figures.Part part : given.figures.breakdown(all, "mobile")) {
      Ask filtered = new Ask("items", "", all.period(), all.when(), Map.of("mobile", part.key()));
      assertThat(given.value(filtered)).isEqualTo(TestFigures.text(part.value()));
    }
    assertThatThrownBy(() ->
            given.figures.value(
                new Ask("items", "", all.period(), all.when(), Map.of("promised", "1"))))
        .hasMessageContaining("can be filtered by [unit, mobile], not by [promised]");
  }

  @Test
  void rows_come_in_pages_ordered_by_record() {
    for (int i = 1; i <= 7; i++) {
      tables.put("item", "I" + i, "2018-01-01", "department", "D1", "promised", "1" + i);
    }
    Ask ask = given.ask("promised", "D1", "2018", tables.now("2018-12-31"));

    Figures.Rows second = given.figures.rows(ask, 1, 3);

    assertThat(second.columns()).containsExactly("item", "unit", "mobile", "promised");
    assertThat(second.rows()).extracting(r -> r.get("item")).containsExactly("I4", "I5", "I6");
    assertThat(second.rows().getFirst())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("item", "I4", "unit", "D1", "mobile", "", "promised", "14"));
    assertThat(second.total()).isEqualTo(7);
    assertThat(second.refolded()).isEqualTo(given.figures.value(ask));
  }

  @Test
  void an_unknown_figure_is_the_callers_mistake() {
    assertThatThrownBy(
            () -> given.figures.value(given.ask("x", "", "2018", tables.now("2018-01-01"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no figure x");
    assertThat(given.figures.definitions()).hasSize(6);
    assertThat(given.figures.links("saved"))
        .isEqualTo(Map.of("application", "application", "item", "item", "unit", "unit"));
    assertThat(List.of(given.figures.definition("x"))).containsExactly(java.util.Optional.empty());
  }

  private void closed(String number, String on) {
    tables.put(
        "application", number, on, "outcome", "granted", "closed_on", on, "department", "D1");
  }

  private void used(String number, String item, String accepted, String closed, String used) {
    tables.put(
        "application",
        number,
        closed,
        "item",
        item,
        "accepted_on",
        accepted,
        "closed_on",
        closed,
        "used",
        used,
        "department",
        "D1");
  }
}
