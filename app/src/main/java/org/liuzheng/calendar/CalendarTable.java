package org.liuzheng.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counted days as a table, so that a figure's SQL can count working days. */
@Component
class CalendarTable {
  private static final String EMPTY = "truncate calendar_day";
  private static final String INSERT =
      """
      insert into calendar_day (day, working_days_through)
      select * from unnest(:days, :through)
      """;

  private final JdbcClient jdbc;

  CalendarTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void fill(CountedDays counted) {
    List<LocalDate> days = new ArrayList<>();
    List<Long> through = new ArrayList<>();
    counted.eachDay((day, workingDays) -> {
      days.add(day);
      through.add((long) workingDays);
    });
    jdbc.sql(EMPTY).update();
    jdbc.sql(INSERT)
        .param("days", new SqlArrayValue("date", days.toArray()))
        .param("through", new SqlArrayValue("bigint", through.toArray()))
        .update();
  }
}
