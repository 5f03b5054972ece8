package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.When;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of figures is tampered with, in the database. */
class RecheckingFiguresTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-12-31T03:30:00Z"), ZoneOffset.UTC);
  private static final String ITEMS =
      """
      figure: days
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.promised from item i where i.mobile
      fold: {sum: promised}
      """;
  private static final String CLOSED =
      """
      figure: closed
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, a.department as unit, a.used from application a
      fold: {max: used}
      """;

  private final TestFigures given =
      new TestFigures(ITEMS, CLOSED, "figure: grown\nof: days\nstep: yoy\n");
  private final JdbcTemplate jdbc = new JdbcTemplate(given.database());

  @Test
  void what_nobody_touched_agrees() {
    records();

    Recheck recheck = rechecks().run(at -> {}).orElseThrow();

    assertThat(recheck.sound()).isTrue();
    assertThat(recheck.figures()).isEqualTo(2);
    assertThat(recheck.values()).isGreaterThan(4);
    assertThat(recheck.position()).isEqualTo(given.tables.size());
  }

  @Test
  void a_tampered_delta_raises_the_alarm_and_the_right_number_is_shown() {
    records();
    tamper();
    assertThat(shown()).as("nobody has looked yet").isEqualTo("112 of 2");
    NightlyRecheck rechecks = rechecks();

    rechecks.nightly();

    Recheck.Mismatch found = rechecks.last().orElseThrow().mismatches().getFirst();
    assertThat(found.figures()).containsExactly("days");
    assertThat(found.unit()).isEqualTo("A");
    assertThat(found.kept()).isEqualTo("112 / 1 (2)");
    assertThat(found.records()).isEqualTo("12 / 1 (2)");
    assertThat(shown()).isEqualTo("12 of 2");
    assertThat(rechecks.doubts("days")).isTrue();
    assertThat(rechecks.doubts("grown")).as("it stands on it").isTrue();
    assertThat(rechecks.doubts("closed")).isFalse();
  }

  @Test
  void the_alarm_outlives_the_program_and_ends_when_what_was_made_anew_agrees() {
    records();
    tamper();
    rechecks().nightly();
    given.again();
    NightlyRecheck rechecks = rechecks();
    assertThat(rechecks.doubts("days")).isTrue();
    assertThat(shown()).isEqualTo("12 of 2");

    rechecks.nightly();

    assertThat(rechecks.doubts("days")).isFalse();
    assertThat(rechecks.last().orElseThrow().figures()).isEqualTo(2);
  }

  @Test
  void what_was_tampered_with_is_kept_up_again_after_it_was_made_anew() {
    records();
    tamper();
    NightlyRecheck rechecks = rechecks();
    rechecks.nightly();
    rechecks.nightly();

    item("3", "30");

    assertThat(shown()).isEqualTo("42 of 3");
    assertThat(rechecks.run(at -> {}).orElseThrow().sound()).isTrue();
  }

  @Test
  void it_tells_how_far_it_is_and_only_one_runs() {
    records();
    NightlyRecheck rechecks = rechecks();
    List<String> told = new ArrayList<>();

    rechecks.run(at -> {
      told.add(at.done() + " of " + at.of());
      assertThat(rechecks.run(other -> {})).isEmpty();
    });

    assertThat(told).containsExactly("0 of 2", "1 of 2");
    assertThat(rechecks.running()).isEmpty();
  }

  private void records() {
    item("1", "5");
    item("2", "7");
    given.tables.put(
        "application",
        "a",
        "2018-03-01",
        "department",
        "A",
        "used",
        "4",
        "closed_on",
        "2018-03-05");
    given.commit();
    given.figures.deltas().pack();
  }

  /** Another number of days is put in the place of what the records say. */
  private void tamper() {
    item("1", "6");
    item("1", "5");
    given.commit();
    jdbc.execute(
        "update figure_delta set numerator = numerator + 100 where ctid = (select ctid from"
            + " figure_delta where numerator <> 0 order by position desc limit 1)");
    given.again();
  }

  private String shown() {
    When now = given.tables.now("2018-12-31");
    return TestFigures.text(given.figures.value(given.ask("days", "A", "2018", now)));
  }

  private NightlyRecheck rechecks() {
    return new NightlyRecheck(given.figures, given.database(), CLOCK);
  }

  private void item(String id, String promised) {
    given.tables.put(
        "item", id, "2018-01-01", "department", "A", "promised", promised, "mobile", "true");
  }
}
