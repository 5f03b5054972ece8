package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;
import org.liuzheng.yaml.Flaw;

class ReducingACatalogueTest {
  private static final String ITEMS =
      """
      figure: items
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.mobile from item i where i.promised > 0
      fold: count
      by: [unit, mobile]
      """;

  private final TestFigures given =
      new TestFigures(ITEMS, "figure: fewer\nof: items\nstep: {reduction: {key: item}}\n");
  private final Tables tables = given.tables;

  @BeforeEach
  void units() {
    tables.put("unit", "TOP", "2010-01-01", "name", "Top");
    tables.put("unit", "A", "2010-01-01", "name", "A", "parent", "TOP");
    tables.put("unit", "B", "2010-01-01", "name", "B", "parent", "TOP");
  }

  @Test
  void what_was_there_before_the_period_and_is_not_at_its_end_counts() {
    item("1", "2017-01-01", "A");
    item("2", "2017-01-01", "B");
    item("3", "2017-01-01", "A");
    ended("2", "2018-06-01", "B");

    assertThat(given.value("fewer", "TOP", "2018", end())).isEqualTo("1 of 1");
    assertThat(given.value("fewer", "B", "2018", end())).isEqualTo("1 of 1");
    assertThat(given.value("fewer", "A", "2018", end())).isEqualTo("0 of 0");
    assertThat(given.figures.rows(given.ask("fewer", "TOP", "2018", end()), 0, 9).rows())
        .extracting(r -> r.get("item"))
        .containsExactly("2");
  }

  @Test
  void additions_are_not_set_against_it_and_what_came_and_went_within_does_not_count() {
    item("1", "2017-01-01", "A");
    item("2", "2018-02-01", "A");
    item("3", "2018-02-01", "A");
    ended("1", "2018-06-01", "A");
    ended("2", "2018-07-01", "A");

    assertThat(given.value("fewer", "TOP", "2018", end())).isEqualTo("1 of 1");
  }

  @Test
  void an_item_that_moved_to_another_unit_is_still_there() {
    item("1", "2017-01-01", "A");
    item("1", "2018-05-01", "B");

    assertThat(given.value("fewer", "A", "2018", end())).isEqualTo("0 of 0");
  }

  @Test
  void the_first_and_the_last_day_of_the_period_are_told_apart() {
    item("1", "2017-01-01", "A");
    item("2", "2017-01-01", "A");
    item("3", "2017-01-01", "A");
    ended("1", "2018-01-01", "A");
    ended("2", "2018-12-31", "A");
    ended("3", "2019-01-01", "A");

    assertThat(given.value("fewer", "A", "2018", tables.now("2019-06-30"))).isEqualTo("2 of 2");
    assertThat(given.value("fewer", "A", "2018", tables.now("2018-12-30"))).isEqualTo("1 of 1");
  }

  @Test
  void before_there_was_a_catalogue_nothing_can_be_reduced() {
    item("1", "2018-03-01", "A");

    assertThat(given.value("fewer", "A", "2018", end()))
        .isEqualTo("There is no record of A on 2017-12-31 that could have been reduced");
  }

  @Test
  void a_correction_changes_it_for_later_knowledge_only() {
    item("1", "2017-01-01", "A");
    ended("1", "2018-06-01", "A");
    When before = end();

    tables.correct(
        "item",
        "1",
        java.time.LocalDate.of(2018, 6, 1),
        Map.of("department", "A", "promised", "5", "mobile", "true"));

    assertThat(given.value("fewer", "A", "2018", end())).isEqualTo("0 of 0");
    assertThat(given.value("fewer", "A", "2018", before)).isEqualTo("1 of 1");
  }

  @Test
  void parts_add_up_to_the_whole() {
    item("1", "2017-01-01", "A");
    item("2", "2017-01-01", "B");
    item("3", "2017-01-01", "B");
    ended("1", "2018-06-01", "A");
    ended("3", "2018-06-01", "B");

    assertThat(given.figures.breakdown(given.ask("fewer", "TOP", "2018", end()), "unit"))
        .extracting(p -> p.key() + " " + TestFigures.text(p.value()))
        .containsExactly("A 1 of 1", "B 1 of 1");
  }

  @Test
  void a_reduction_of_a_flow_or_by_a_column_that_names_no_record_is_a_flaw() {
    List<Flaw> flaws = new ArrayList<>();
    String labels =
        "  label: {zh: a, en: a}\n  meaning: {zh: a, en: a}\n  unit: {zh: a, en: a}\n  owner: o\n";

    Definitions.readAll(
        Map.of(
            "f.yaml",
            "- "
                + ITEMS.indent(2).strip()
                + "\n"
                + labels
                + "- figure: fewer\n  of: items\n  step: {reduction: {key: mobile}}\n"
                + labels),
        Definitions.Content.NONE,
        TestSchemas.ALL,
        flaws);

    assertThat(flaws).singleElement().satisfies(f -> assertThat(f.says().en()).contains("mobile"));
  }

  private void item(String id, String from, String department) {
    tables.put("item", id, from, "department", department, "promised", "5", "mobile", "true");
  }

  private void ended(String id, String from, String department) {
    tables.put("item", id, from, "department", department, "promised", "0", "mobile", "true");
  }

  private When end() {
    return tables.now("2018-12-31");
  }
}
