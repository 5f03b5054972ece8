package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;
import org.springframework.jdbc.core.JdbcTemplate;

class KeepingDeltasTest {
  private static final String ITEMS =
      """
      figure: days
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.promised from item i where i.mobile
      fold: {sum: promised}
      """;

  private final TestFigures given =
      new TestFigures(
          ITEMS,
          ITEMS.replace("figure: days", "figure: items").replace("{sum: promised}", "count"));
  private final JdbcTemplate jdbc = new JdbcTemplate(given.database());

  @Test
  void a_correction_takes_back_what_counted_and_counts_anew() {
    item("1", "5");
    given.commit();
    When before = given.tables.now("2018-12-31");

    given.tables.correct(
        "item",
        "1",
        java.time.LocalDate.of(2018, 1, 1),
        java.util.Map.of("department", "A", "promised", "7", "mobile", "true"));

    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("7 of 1");
    assertThat(given.value("days", "A", "2018", before)).isEqualTo("5 of 1");
    assertThat(
            jdbc.queryForList(
                "select trim_scale(numerator)::text from figure_delta"
                    + " where numerator <> 0 order by position, numerator",
                String.class))
        .containsExactly("5", "2");
  }

  @Test
  void a_new_start_finds_the_deltas_and_computes_none_again() {
    item("1", "5");
    given.commit();
    jdbc.execute("update figure_delta set numerator = numerator + 100 where numerator <> 0");

    given.again();

    assertThat(
            TestFigures.text(
                given.figures.value(
                    given.ask("days", "A", "2018", given.tables.now("2018-12-31")))))
        .as("the planted difference shows that nothing was computed anew")
        .isEqualTo("105 of 1");
  }

  @Test
  void a_figure_that_was_not_filled_to_the_end_is_filled_anew() {
    item("1", "5");
    given.commit();
    jdbc.execute("update figure_kept set complete = false");
    jdbc.execute("update figure_delta set numerator = 0");

    given.again();

    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("5 of 1");
    assertThat(jdbc.queryForObject("select count(*) from figure_kept", Integer.class)).isEqualTo(2);
  }

  @Test
  void figures_whose_deltas_cannot_be_stored_are_asked_of_the_records() {
    item("1", "5");
    given.commit();
    jdbc.execute("alter table figure_delta add constraint planted check (numerator <> 9)");
    jdbc.execute("alter table figure_page add constraint planted check (numerator <> 14)");
    item("2", "9");

    given.commit();

    assertThat(given.figures.deltas().complete())
        .as("the other is kept on")
        .extracting(Kept::name)
        .containsExactly("items");
    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("14 of 2");
    jdbc.execute("alter table figure_delta drop constraint planted");
    jdbc.execute("alter table figure_page drop constraint planted");
    given.again();
    assertThat(given.figures.deltas().complete()).hasSize(2);
    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("14 of 2");
  }

  @Test
  void decimals_that_come_later_do_not_disturb_what_is_in_memory() {
    item("1", "5");
    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("5 of 1");

    given.tables.put("observation", "o", "2018-01-01", "region", "A", "value", "0.125");
    item("2", "3");

    assertThat(given.value("days", "A", "2018", given.tables.now("2018-12-31")))
        .isEqualTo("8 of 2");
  }

  private void item(String id, String promised) {
    given.tables.put(
        "item", id, "2018-01-01", "department", "A", "promised", promised, "mobile", "true");
  }
}
