package org.liuzheng.calendar;

import java.time.LocalDate;
import java.util.List;

/** The calendar's two times: the days themselves, and when each notice made them known. */
public interface Calendars {

  /** Makes these notices the district's. */
  void install(List<Notice> notices);

  /** The calendar as it was known at the end of {@code day}. */
  WorkingDays asKnownOn(LocalDate day);

  /** The calendar by all notices there are. */
  WorkingDays asKnownNow();

  List<Notice> notices();

  /**
   * A notice of the State Council's General Office.
   *
   * @param number official document number
   * @param published from this day on it is known
   * @param off days off that weekdays alone would not give, or a holiday's days as listed
   * @param worked weekend days that are worked
   */
  record Notice(
      int year, String number, LocalDate published, List<LocalDate> off, List<LocalDate> worked) {}
}
