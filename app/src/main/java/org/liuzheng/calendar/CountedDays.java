package org.liuzheng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.calendar.Calendars.Notice;

/**
 * Working days counted once and looked up after: {@code before[i]} working days lie before day i,
 * so a sum of working days is a binary search and a difference is a subtraction.
 *
 * <p>A day is provisional while no notice governs its year. The last days of December are governed
 * by the notice of the next year as well: it has moved days from the 29th on.
 */
final class CountedDays implements WorkingDays {
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2060, 12, 31);
  private static final int NEXT_NOTICE_REACHES_BACK_TO = 29;

  private final boolean[] worked;
  private final int[] before;
  private final int[] provisionalBefore;

  /** Takes each day with the working days up to and including it. */
  interface DayTaker {
    void take(LocalDate day, int workingDaysThrough);
  }

  void eachDay(DayTaker taker) {
    for (int i = 0; i < worked.length; i++) {
      taker.take(FIRST.plusDays(i), before[i + 1]);
    }
  }

  /**
   * @param notices in order of publication; a later one wins
   */
  CountedDays(List<Notice> notices) {
    Map<LocalDate, Boolean> listed = new HashMap<>();
    Set<Integer> years = new HashSet<>();
    for (Notice notice : notices) {
      years.add(notice.year());
      notice.off().forEach(d -> listed.put(d, false));
      notice.worked().forEach(d -> listed.put(d, true));
    }
    int days = index(LAST) + 1;
    worked = new boolean[days];
    before = new int[days + 1];
    provisionalBefore = new int[days + 1];
    for (int i = 0; i < days; i++) {
      LocalDate day = FIRST.plusDays(i);
      worked[i] = listed.getOrDefault(day, weekday(day));
      before[i + 1] = before[i] + (worked[i] ? 1 : 0);
      provisionalBefore[i + 1] = provisionalBefore[i] + (governed(day, years, listed) ? 0 : 1);
    }
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static boolean governed(
      LocalDate day, Set<Integer> years, Map<LocalDate, Boolean> listed) {
    boolean yearEnd =
        day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= NEXT_NOTICE_REACHES_BACK_TO;
    return listed.containsKey(day)
        || (years.contains(day.getYear()) && (!yearEnd || years.contains(day.getYear() + 1)));
  }

  private static int index(LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "the calendar counts days from %s to %s, not %s".formatted(FIRST, LAST, day));
    }
    return (int) (day.toEpochDay() - FIRST.toEpochDay());
  }

  @Override
  public boolean isWorked(LocalDate day) {
    return worked[index(day)];
  }

  @Override
  public boolean isProvisional(LocalDate day) {
    int i = index(day);
    return provisionalBefore[i + 1] > provisionalBefore[i];
  }

  /** Zero working days after a day is that day, worked or not. */
  @Override
  public Due after(LocalDate anchor, int workingDays) {
    int from = index(anchor);
    if (workingDays == 0) {
      return new Due(anchor, isProvisional(anchor));
    }
    int wanted = workingDays > 0 ? before[from + 1] + workingDays : before[from] + workingDays + 1;
    int found = firstReaching(wanted);
    if (wanted < 1 || found < 0) {
      throw new IllegalArgumentException(
          "%d working days from %s lie outside %s to %s"
              .formatted(workingDays, anchor, FIRST, LAST));
    }
    return new Due(
        FIRST.plusDays(found), provisionalBetween(Math.min(from, found), Math.max(from, found)));
  }

  /** The index of the day that is the {@code n}-th working day of all; -1 when there is none. */
  private int firstReaching(int n) {
    int low = 0;
    int high = worked.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before[middle + 1] >= n) {
        high = middle;
      } else {
        low = middle + 1;
        if (low == worked.length) {
          return -1;
        }
      }
    }
    return low;
  }

  private boolean provisionalBetween(int first, int last) {
    return provisionalBefore[last + 1] > provisionalBefore[first];
  }

  @Override
  public int between(LocalDate from, LocalDate to) {
    return before[index(to) + 1] - before[index(from) + 1];
  }

  @Override
  public RolledDue afterCalendarDays(LocalDate anchor, int calendarDays) {
    LocalDate raw = anchor.plusDays(calendarDays);
    int i = index(raw);
    int rolled = i;
    while (!worked[rolled]) {
      rolled++;
    }
    return new RolledDue(raw, FIRST.plusDays(rolled), provisionalBetween(i, rolled));
  }
}
