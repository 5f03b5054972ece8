package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** DuckDB and PostgreSQL give the same deltas in the same order, whatever is in the records. */
class ComputingDeltasAnewTest {
  private static final String AGES =
      """
      figure: ages
      kind: flow
      day: a.closed_on
      rows: |
        select a.department as unit, a.outcome,
               whole_years(a.accepted_on, a.closed_on) + days(a.accepted_on, a.closed_on)
                 + year_of(a.closed_on) as days
          from application a
      fold: {sum: days}
      """;
  private static final String WORKED =
      """
      figure: worked
      kind: flow
      day: a.closed_on
      rows: |
        select a.department as unit, working_days(a.accepted_on, a.closed_on) as days
          from application a
      fold: {mean: days}
      """;
  private static final String PARTS =
      """
      figure: parts
      kind: stock
      rows: |
        select o.region as unit, o.value * o.share - 0.5 as part, coalesce(o.share, 1.25) as whole
          from observation o where o.value >= -3 or o.value is null
      fold: {ratio: [part, whole]}
      """;
  private static final String INDICATORS =
      """
      figure: indicators
      kind: stock
      rows: |
        select o.region as unit, o.indicator, o.month from observation o where not o.period = 'x'
      fold: {count distinct: indicator}
      """;
  private static final String CAST =
      """
      figure: exact
      kind: stock
      rows: |
        select o.region as unit, cast(o.value as decimal) * 3 as value from observation o
      fold: {sum: value}
      """;
  private static final String LARGEST =
      """
      figure: largest
      kind: stock
      rows: |
        select o.region as unit, o.value from observation o
      fold: {max: value}
      """;

  private final TestFigures given = new TestFigures(AGES, WORKED, PARTS, INDICATORS, CAST, LARGEST);
  private final JdbcTemplate jdbc = new JdbcTemplate(given.database());
  private final Random random = new Random(20180718);
  private String ledger = "one";
  @TempDir private Path folder;

  @BeforeEach
  void a_calendar_of_seven_years() {
    jdbc.update(
        "insert into calendar_day select d, row_number() over (order by d) * 5 / 7 from"
            + " generate_series(date '2012-01-01', date '2019-01-01', '1 day') as s(d)");
  }

  @Test
  void both_count_the_same() {
    write(120);

    same();
  }

  @Test
  void what_is_written_later_is_caught_up() {
    write(40);
    same();
    for (int i = 0; i < 4; i++) {
      write(15);
      same();
    }

    assertThat(mirrored("select count(*) from r_application"))
        .as("appended, not copied twice")
        .isEqualTo(jdbc.queryForObject("select count(*) from r_application", String.class));
  }

  @Test
  void a_position_of_before_is_told_as_it_was_computed_then() {
    write(40);
    long then = given.tables.size();
    List<Delta> before = told(postgres(), then);
    write(40);
    same();

    assertThat(told(duck(), then)).isEqualTo(before);
    assertThat(told(postgres(), then)).isEqualTo(before);
    same();
  }

  @Test
  void longer_decimals_are_never_rounded() {
    given.tables.put("observation", "o1", "2018-01-01", "region", "A", "value", "1.5");
    same();

    given.tables.put(
        "observation", "o2", "2018-01-01", "region", "A", "value", "123456789.123456789");
    same();
    given.tables.put("observation", "o3", "2018-01-01", "region", "A", "value", "0.000001");

    same();
  }

  @Test
  void texts_pass_as_they_are() {
    for (String text :
        List.of("", "a,b", "say \"x\"", "line\nline", "\\N", "\\.", "'", "\t", "五")) {
      given.tables.put(
          "observation",
          "o" + text,
          "2018-01-01",
          "region",
          text,
          "indicator",
          text + "i",
          "period",
          "p");
    }

    same();
    assertThat(told(duck(), given.tables.size())).extracting(Delta::unit).contains("", "a,b", "五");
  }

  @Test
  void a_damaged_mirror_is_made_anew() throws IOException {
    write(30);
    same();
    Files.writeString(folder.resolve("mirror.duckdb"), "no database");

    same();
  }

  @Test
  void the_mirror_of_another_database_is_made_anew() {
    write(60);
    same();
    given.clear();
    write(30);
    same();
    given.clear();
    write(90);

    same();
  }

  @Test
  void the_same_number_of_entries_in_another_ledger_is_not_taken_for_the_same() {
    given.tables.put("observation", "o", "2018-01-01", "region", "A", "value", "1", "share", "1");
    same();
    given.clear();
    ledger = "another";
    given.tables.put("observation", "o", "2018-01-01", "region", "A", "value", "2", "share", "1");

    same();
  }

  @Test
  void what_duckdb_would_round_or_write_otherwise_is_left_to_postgresql() {
    Map<String, Boolean> counts = new java.util.TreeMap<>();
    kept().forEach(k -> counts.put(k.name(), DuckSql.counts(k)));

    assertThat(counts)
        .isEqualTo(
            Map.of(
                "ages",
                true,
                "worked",
                true,
                "parts",
                true,
                "indicators",
                true,
                "exact",
                false,
                "largest",
                false));
  }

  private String mirrored(String sql) {
    try (DuckMirror mirror = DuckMirror.open(given.database(), p -> ledger, settings())) {
      return new JdbcTemplate(
              new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                  mirror.connection(), true))
          .queryForObject(sql, String.class);
    }
  }

  private void same() {
    given.commit();
    long upTo = given.tables.size();
    List<Delta> expected = told(postgres(), upTo);
    assertThat(told(duck(), upTo)).isEqualTo(expected);
    assertThat(expected).isNotEmpty();
  }

  private DeltaSource postgres() {
    return new PostgresDeltas(given.database());
  }

  private DeltaSource duck() {
    return new DuckDeltas(given.database(), p -> ledger, settings());
  }

  private RecomputeSettings settings() {
    return new RecomputeSettings(folder, 0, 0, "200MB", 2, 1_000);
  }

  private List<Kept> kept() {
    return given.figures.deltas().complete();
  }

  private List<Delta> told(DeltaSource source, long upTo) {
    List<Delta> told = new ArrayList<>();
    try (DeltaSource.Telling telling = source.ready(kept(), upTo)) {
      kept().forEach(k -> telling.deltas(k, upTo, d -> told.add(plain(d))));
    }
    return told;
  }

  /** Without the zeros that a decimal may end in. */
  static Delta plain(Delta d) {
    return new Delta(
        d.figure(),
        d.unit(),
        d.key(),
        d.day(),
        d.validFrom(),
        d.position(),
        d.rows(),
        d.numerator().stripTrailingZeros(),
        d.denominator().stripTrailingZeros());
  }

  private void write(int many) {
    for (int i = 0; i < many; i++) {
      LocalDate from = day();
      if (random.nextBoolean()) {
        given.tables.put(
            "application",
            "a" + random.nextInt(20),
            from,
            Map.of(
                "department", "D" + random.nextInt(4),
                "accepted_on", day().toString(),
                "closed_on", day().toString()));
      } else {
        given.tables.put(
            "observation",
            "o" + random.nextInt(9),
            from,
            Map.of(
                "region", "D" + random.nextInt(4),
                "period", random.nextBoolean() ? "x" : "y",
                "indicator", "i" + random.nextInt(3),
                "value", (random.nextInt(200) - 100) / 8.0 + "",
                "share", random.nextInt(5) / 4.0 + ""));
      }
    }
  }

  /** Any day, and often the last of February. */
  private LocalDate day() {
    return random.nextInt(4) == 0
        ? LocalDate.of(2012 + random.nextInt(7), 3, 1).minusDays(random.nextInt(3))
        : LocalDate.of(2012, 1, 1).plusDays(random.nextInt(2500));
  }
}
