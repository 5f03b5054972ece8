package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Figures.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.springframework.jdbc.core.JdbcTemplate;

/** A definition is one thing now and was another, and governs some periods and not others. */
class ChangingDefinitionsTest {
  private static final String CLOSED =
      """
      figure: closed
      kind: flow
      day: a.closed_on
      period: month
      rows: |
        select a.id as application, a.department as unit, a.used from application a
        where a.outcome = 'granted'
      fold: count
      """;
  private static final String LONG_ONES = CLOSED.replace("'granted'", "'granted' and a.used > 5");
  private static final String DATED =
      CLOSED
          + """
          earlier:
            - until: 2018-02-28
              note: {zh: 自三月起全部计入, en: All count from March on}
              rows: |
                select a.id as application, a.department as unit, a.used from application a
                where a.outcome = 'granted' and a.used > 5
          """;
  private static final String GROWTH =
      """
      figure: growth
      period: month
      of: closed
      step: pop
      """;
  private static final String RANK =
      """
      figure: place
      period: month
      of: closed
      step: {rank: {order: desc, among: T}}
      """;
  private static final String STREAK =
      """
      figure: run
      period: month
      of: place
      step: {streak: {is: 1}}
      """;
  private static final String BROKEN =
      STREAK
          .replace("figure: run", "figure: broken")
          .replace("is: 1", "is: 1, breaks: [missing, competitors, definition]");

  @Test
  void what_was_known_earlier_keeps_the_definition_of_then() {
    TestFigures given = recorded(LONG_ONES);
    When before = given.tables.now("2018-12-31");

    given.redefine(CLOSED);
    application(given, "late", "D1", "2018-01-20", "9");

    When now = given.tables.now("2018-12-31");
    assertThat(given.value("closed", "D1", "2018-01", now)).isEqualTo("3 of 3");
    assertThat(given.value("closed", "D1", "2018-01", before)).isEqualTo("1 of 1");
    assertThat(given.figures.changes(given.ask("closed", "D1", "2018-01", now), before.known()))
        .extracting(c -> TestFigures.text(c.before()) + " → " + TestFigures.text(c.now()))
        .as("one by the definition, one by an entry")
        .containsExactly("1 of 1 → 2 of 2", "2 of 2 → 3 of 3");
  }

  @Test
  void both_definitions_are_asked_side_by_side_over_all_history_and_after_a_new_start() {
    TestFigures given = recorded(LONG_ONES);
    given.redefine(CLOSED);
    given.again();
    Ask ask = given.ask("closed", "D1", "2018-03", given.tables.now("2018-12-31"));

    List<Version> versions = given.figures.versions("closed");

    assertThat(versions).extracting(Version::since).containsExactly(0L, 5L);
    assertThat(points(given, ask.by(versions.get(0))))
        .containsExactly("1 of 1", "0 of 0", "1 of 1");
    assertThat(points(given, ask.by(versions.get(1))))
        .containsExactly("2 of 2", "0 of 0", "1 of 1");
    assertThat(given.figures.deltas().complete()).as("both are kept").hasSize(2);
    assertThat(given.value(ask.by(versions.get(0)).in(TestFigures.period("2018-01"))))
        .isEqualTo("1 of 1");
  }

  @Test
  void a_new_definition_that_counts_the_same_rows_keeps_the_deltas() {
    TestFigures given = recorded(CLOSED);
    given.commit();
    JdbcTemplate jdbc = new JdbcTemplate(given.database());
    jdbc.execute("update figure_delta set rows = rows + 100 where rows > 0");

    given.redefine(CLOSED + "source: {zh: 新, en: Another}\n");

    assertThat(given.figures.versions("closed")).hasSize(2);
    assertThat(
            TestFigures.text(
                given.figures.value(
                    given.ask("closed", "D2", "2018-02", given.tables.now("2018-12-31")))))
        .as("the planted difference is still there")
        .isEqualTo("101 of 101");
  }

  @Test
  void a_figure_that_came_later_is_asked_of_earlier_positions_by_its_first_definition() {
    TestFigures given = recorded(LONG_ONES);
    When before = given.tables.now("2018-12-31");

    given.redefine(LONG_ONES, GROWTH);

    assertThat(given.value("growth", "D1", "2018-03", before))
        .isEqualTo("The value of the period before (2018-02) is 0, so there is no growth");
  }

  @Test
  void a_period_is_governed_by_the_definition_of_its_first_day_and_a_series_shows_the_break() {
    TestFigures given = recorded(DATED);
    Ask ask = given.ask("closed", "", "2018-03", given.tables.now("2018-12-31"));

    List<Figures.Point> points = given.figures.series(ask, TestFigures.period("2018-01"));

    assertThat(points)
        .extracting(p -> TestFigures.text(p.value()))
        .as("the short one of January is left out")
        .containsExactly("1 of 1", "1 of 1", "1 of 1");
    List<Version> versions = given.figures.versions("closed");
    assertThat(points)
        .extracting(Figures.Point::definition)
        .containsExactly(versions.get(0).hash(), versions.get(0).hash(), versions.get(1).hash());
    assertThat(versions)
        .extracting(Version::from, Version::note)
        .containsExactly(
            tuple(LocalDate.MIN, new Text("自三月起全部计入", "All count from March on")),
            tuple(LocalDate.of(2018, 3, 1), Text.same("")));
    assertThat(given.value(ask.by(versions.get(1)).in(TestFigures.period("2018-01"))))
        .as("January by the definition of now")
        .isEqualTo("2 of 2");
  }

  @Test
  void an_earlier_definition_is_the_one_that_stood_alone_before() {
    TestFigures given = recorded(LONG_ONES);

    given.redefine(DATED);

    assertThat(given.figures.versions("closed"))
        .extracting(Version::hash)
        .as("known first, then known to have governed until February, then the new one")
        .satisfies(h -> assertThat(h.get(0)).isEqualTo(h.get(1)))
        .satisfies(h -> assertThat(h.get(2)).isNotEqualTo(h.get(1)))
        .hasSize(3);
  }

  @Test
  void growth_compares_two_periods_by_the_definition_of_the_later_one() {
    TestFigures given = recorded(DATED, GROWTH);
    application(given, "x", "D2", "2018-02-02", "1");

    String growth = given.value("growth", "D2", "2018-03", given.tables.now("2018-12-31"));

    assertThat(growth)
        .as("of the two in February, both count as they would in March")
        .isEqualTo("-2/2 of 2");
  }

  @Test
  void a_run_goes_on_over_a_new_definition_unless_it_says_that_this_ends_it() {
    TestFigures given = new TestFigures(DATED, RANK, STREAK, BROKEN);
    given.tables.put("unit", "T", "2017-01-01", "name", "T");
    given.tables.put("unit", "D1", "2017-01-01", "name", "One", "parent", "T");
    for (int month = 1; month <= 4; month++) {
      application(given, "m" + month, "D1", "2018-0" + month + "-10", "7");
    }
    When now = given.tables.now("2018-12-31");

    assertThat(given.value("run", "D1", "2018-04", now)).isEqualTo("4 of 4");
    assertThat(given.value("broken", "D1", "2018-04", now)).isEqualTo("2 of 2");
    assertThat(given.value("broken", "D1", "2018-02", now)).isEqualTo("2 of 2");
  }

  @Test
  void each_flaw_of_an_earlier_definition_is_named_at_its_place() {
    assertThat(flaws(DATED.replace("a.used > 5", "a.usd > 5").replace("2018-02-28", "February")))
        .contains("10:14 A date such as 2018-12-31 belongs here, found “February”")
        .anyMatch(f -> f.startsWith("14:41") && f.contains("usd"));
    assertThat(flaws(DATED.replace(" and a.used > 5", "")))
        .singleElement()
        .asString()
        .startsWith("10:7 This definition of “closed” is the same as the one after it");
    assertThat(
            flaws(
                DATED + "  - until: 2018-03-31\n    note: {zh: 甲, en: A}\n    fold: {sum: used}\n"))
        .singleElement()
        .asString()
        .contains("2018-03-31 has to come before 2018-02-28");
    assertThat(flaws(DATED.replace("    note:", "    round: 2\n    note:")))
        .anyMatch(f -> f.startsWith("11:7"));
    assertThat(
            flaws(
                CLOSED,
                RANK
                    + """
                    earlier:
                      - until: 2017-12-31
                        note: {zh: 甲, en: A}
                        of: opened
                    """))
        .singleElement()
        .asString()
        .contains("opened");
  }

  private static List<String> flaws(String... yaml) {
    List<Flaw> flaws = new ArrayList<>();
    TestFigures.read(flaws, yaml);
    return flaws.stream().map(f -> f.line() + ":" + f.column() + " " + f.says().en()).toList();
  }

  private static List<String> points(TestFigures given, Ask ask) {
    return given.figures.series(ask, TestFigures.period("2018-01")).stream()
        .map(p -> TestFigures.text(p.value()))
        .toList();
  }

  private static TestFigures recorded(String... figures) {
    TestFigures given = new TestFigures(figures);
    application(given, "1", "D1", "2018-01-10", "3");
    application(given, "2", "D1", "2018-01-15", "8");
    application(given, "3", "D1", "2018-03-15", "6");
    application(given, "4", "D2", "2018-02-15", "6");
    return given;
  }

  private static void application(
      TestFigures given, String id, String unit, String closed, String used) {
    given.tables.put(
        "application",
        id,
        LocalDate.parse(closed),
        Map.of("department", unit, "closed_on", closed, "outcome", "granted", "used", used));
  }
}
