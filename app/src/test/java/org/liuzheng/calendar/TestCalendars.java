package org.liuzheng.calendar;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real calendars on a test database, for the tests of all modules. */
public final class TestCalendars {
  private TestCalendars() {}

  public static Calendars on(DataSource database) {
    return new NoticeCalendars(new CalendarTable(JdbcClient.create(database)));
  }
}
