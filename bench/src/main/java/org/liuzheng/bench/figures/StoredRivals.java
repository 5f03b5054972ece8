package org.liuzheng.bench.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liuzheng.figure.OpenedFigures;
import org.liuzheng.figure.OpenedFigures.Dashboard;
import org.springframework.jdbc.core.JdbcTemplate;

/** What others keep beside the records, in the same PostgreSQL: both know only what was known. */
final class StoredRivals {
  /** What a plain query over the record tables can use, for each shape of figure. */
  private static final List<String> INDEXES =
      List.of(
          "create index bench_1 on r_application (department, kind, accepted_on)",
          "create index bench_2 on r_application (department, kind, delivered_on)",
          "create index bench_3 on r_application (department, kind, decided_on)",
          "create index bench_4 on r_application (department, kind, rated_on)",
          "create index bench_5 on r_application (department, kind, valid_from)"
              + " where accepted_on is not null and decided_on is null",
          "create index bench_6 on r_project (department, kind, valid_from)",
          "create index bench_7 on r_item (department, kind, valid_from)",
          "create index bench_8 on r_item (id, valid_from)");

  private static final String READ =
      """
      select figure, unit, sum(rows) as rows, sum(numerator) as numerator,
             sum(denominator) as denominator
        from %s
       where unit = any (?) and valid_from <= ?
         and (%s between ? and ? or %s = date '0001-01-01')
       group by figure, unit
      """;

  private final JdbcTemplate jdbc;
  private final OpenedFigures figures;

  StoredRivals(JdbcTemplate jdbc, OpenedFigures figures) {
    this.jdbc = jdbc;
    this.figures = figures;
  }

  void index() {
    forgetIndexes();
    INDEXES.forEach(jdbc::execute);
    jdbc.execute("vacuum analyze");
  }

  void forgetIndexes() {
    IntStream.rangeClosed(1, INDEXES.size())
        .forEach(i -> jdbc.execute("drop index if exists bench_" + i));
  }

  void createView() {
    jdbc.execute("drop materialized view if exists bench_view");
    jdbc.execute(
        "create materialized view bench_view as "
            + IntStream.range(0, figures.names().size())
                .mapToObj(i -> figures.asKnownNow(figures.names().get(i), i))
                .collect(Collectors.joining(" union all ")));
    jdbc.execute("create index on bench_view (unit, figure, day, valid_from)");
    jdbc.execute("analyze bench_view");
  }

  void refreshView() {
    jdbc.execute("refresh materialized view bench_view");
  }

  SortedMap<String, String> fromView(Dashboard asked) {
    return read("bench_view", "day", asked);
  }

  /**
   * A flat table with a column per level of the units and per kind of period, filled figure by
   * figure beside the old one, indexed, analyzed and put in its place, as DHIS2 does each night.
   */
  void rebuildNightly() {
    jdbc.execute("drop table if exists bench_nightly_temp");
    jdbc.execute(
        """
        create unlogged table bench_nightly_temp (figure int, unit text, level1 text, daily date,
          monthly text, quarterly text, yearly text, valid_from date, rows bigint,
          numerator numeric, denominator numeric)
        """);
    for (int i = 0; i < figures.names().size(); i++) {
      jdbc.execute(
          """
          insert into bench_nightly_temp
          select v.figure, v.unit, u.parent, v.day, to_char(v.day, 'YYYYMM'),
                 to_char(v.day, 'YYYY"Q"Q'), to_char(v.day, 'YYYY'), v.valid_from, v.rows,
                 v.numerator, v.denominator
            from (%s) v
            left join r_unit u on u.id = v.unit and u.known_to = 9223372036854775807
          """
              .formatted(figures.asKnownNow(figures.names().get(i), i)));
    }
    jdbc.execute("create index on bench_nightly_temp (unit, figure, daily, valid_from)");
    List.of("level1", "monthly", "quarterly", "yearly")
        .forEach(c -> jdbc.execute("create index on bench_nightly_temp (figure, " + c + ")"));
    jdbc.execute("analyze bench_nightly_temp");
    jdbc.execute("drop table if exists bench_nightly");
    jdbc.execute("alter table bench_nightly_temp rename to bench_nightly");
  }

  SortedMap<String, String> fromNightly(Dashboard asked) {
    return read("bench_nightly", "daily", asked);
  }

  private SortedMap<String, String> read(String table, String day, Dashboard asked) {
    Date on = Date.valueOf(asked.when().on());
    Date from = Date.valueOf(asked.when().on().withDayOfYear(1));
    Date to = Date.valueOf(asked.when().on().withDayOfYear(1).plusYears(1).minusDays(1));
    SortedMap<String, String> answers = new TreeMap<>();
    jdbc.query(
        READ.formatted(table, day, day),
        row -> {
          take(answers, figures, row);
        },
        asked.units().toArray(String[]::new),
        on,
        from,
        to);
    return answers;
  }

  /**
   * @param row figure's number, unit, rows, numerator, denominator
   */
  private static void take(SortedMap<String, String> answers, OpenedFigures figures, ResultSet row)
      throws SQLException {
    figures.put(
        answers,
        figures.names().get(row.getInt("figure")),
        row.getString("unit"),
        new OpenedFigures.Sums(
            row.getLong("rows"), row.getBigDecimal("numerator"), row.getBigDecimal("denominator")));
  }

  void forget() {
    forgetIndexes();
    jdbc.execute("drop materialized view if exists bench_view");
    jdbc.execute("drop table if exists bench_nightly");
  }
}
