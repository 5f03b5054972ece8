package org.liuzheng.calendar;

import java.time.LocalDate;

/**
 * The working-day calendar as known on one day (notices published later are not in it). The anchor
 * day is never counted.
 */
public interface WorkingDays {

  boolean isWorked(LocalDate day);

  /**
   * Whether the answer for {@code day} rests on weekdays alone because no notice governs it yet.
   */
  boolean isProvisional(LocalDate day);

  /** The day {@code workingDays} after (or, when negative, before) the anchor. */
  Due after(LocalDate anchor, int workingDays);

  /** Working days after {@code from} up to and including {@code to}; negative when reversed. */
  int between(LocalDate from, LocalDate to);

  /**
   * Calendar days after the anchor; {@code rolled} is the next worked day when it ends on a rest
   * day.
   */
  RolledDue afterCalendarDays(LocalDate anchor, int calendarDays);

  /**
   * @param provisional whether any day counted over is provisional
   */
  record Due(LocalDate day, boolean provisional) {}

  record RolledDue(LocalDate raw, LocalDate rolled, boolean provisional) {}
}
