package org.liuzheng.screens;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.liuzheng.figure.Period;
import org.liuzheng.page.Shell;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days and moments in words, in the district's zone. */
@Component
class Days {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ZoneId zone;

  Days(@Value("${liuzheng.zone}") ZoneId zone) {
    this.zone = zone;
  }

  static String words(Shell shell, LocalDate day) {
    return shell.say(Periods.words(new Period(Period.Kind.DAY, day)));
  }

  /** As it stands in a table. */
  String minute(Instant moment) {
    return MINUTE.format(moment.atZone(zone));
  }

  String second(Instant moment) {
    return SECOND.format(moment.atZone(zone));
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
