package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;

class ExplainingChangesTest {
  private static final String SAVED =
      """
      figure: saved
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, a.department as unit, i.promised - a.used as saved
        from application a
        join item for system_time as of a.accepted_on as i on i.id = a.item
      fold: {mean: saved}
      """;

  private final TestFigures given =
      new TestFigures(SAVED, "figure: place\nof: saved\nstep: {rank: {order: desc, among: TOP}}\n");
  private final Tables tables = given.tables;

  @BeforeEach
  void units() {
    tables.put("unit", "TOP", "2010-01-01", "name", "Top");
    tables.put("unit", "A", "2010-01-01", "name", "A", "parent", "TOP");
    tables.put("unit", "B", "2010-01-01", "name", "B", "parent", "TOP");
    tables.put("item", "i", "2010-01-01", "promised", "10");
    closed("1", "A", "4");
    closed("2", "B", "6");
  }

  @Test
  void each_entry_is_told_with_its_part_and_the_parts_add_up() {
    long since = tables.size();
    closed("3", "A", "1");
    tables.put("observation", "o", "2018-01-01", "region", "A");
    tables.correct("application", "1", LocalDate.of(2018, 3, 1), values("A", "5"));

    List<Figures.Change> changes = changes("saved", "A", since);

    assertThat(changes)
        .extracting(
            c -> c.after() - since,
            c -> c.upTo() - since,
            c -> TestFigures.text(c.before()),
            c -> TestFigures.text(c.now()))
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(0L, 1L, "6 of 1", "15/2 of 2"),
            org.assertj.core.api.Assertions.tuple(2L, 3L, "15/2 of 2", "14/2 of 2"));
  }

  @Test
  void a_corrected_limit_of_the_item_is_a_cause_and_so_is_a_moved_unit() {
    long since = tables.size();
    tables.correct("item", "i", LocalDate.of(2010, 1, 1), Map.of("promised", "12"));
    tables.put("unit", "B", "2010-01-01", "name", "B", "parent", "A");

    assertThat(changes("saved", "A", since))
        .extracting(c -> c.upTo() - since, c -> TestFigures.text(c.now()))
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1L, "8 of 1"),
            org.assertj.core.api.Assertions.tuple(2L, "14/2 of 2"));
  }

  @Test
  void a_rank_changes_by_what_others_enter() {
    long since = tables.size();
    closed("3", "B", "0");

    assertThat(changes("place", "A", since))
        .singleElement()
        .satisfies(c -> assertThat(TestFigures.text(c.now())).startsWith("2 "));
  }

  @Test
  void nothing_that_happened_elsewhere_is_told() {
    long since = tables.size();
    closed("3", "B", "0");

    assertThat(changes("saved", "A", since)).isEmpty();
  }

  @Test
  void where_there_are_too_many_entries_neighbours_are_told_together() {
    List<Long> candidates = java.util.stream.LongStream.rangeClosed(1, 10_001).boxed().toList();

    List<Figures.Change> changes =
        Changes.between(
            0, candidates, 4000, p -> new Value.Number(BigDecimal.valueOf(p), BigDecimal.ONE, p));

    assertThat(changes).hasSizeLessThanOrEqualTo(4000);
    assertThat(changes.getLast().now())
        .isEqualTo(new Value.Number(BigDecimal.valueOf(10_001), BigDecimal.ONE, 10_001));
    for (int i = 1; i < changes.size(); i++) {
      assertThat(changes.get(i).before()).isEqualTo(changes.get(i - 1).now());
      assertThat(changes.get(i).after()).isEqualTo(changes.get(i - 1).upTo());
    }
  }

  private List<Figures.Change> changes(String figure, String unit, long since) {
    When when = tables.now("2018-12-31");
    return given.figures.changes(given.ask(figure, unit, "2018", when), since);
  }

  private void closed(String id, String department, String used) {
    tables.put("application", id, LocalDate.of(2018, 3, 1), values(department, used));
  }

  private static Map<String, String> values(String department, String used) {
    return Map.of(
        "department",
        department,
        "used",
        used,
        "item",
        "i",
        "closed_on",
        "2018-03-01",
        "accepted_on",
        "2018-03-01");
  }
}
