package org.liuzheng.bench.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liuzheng.calendar.Notices;
import org.liuzheng.yaml.Flaw;

/** Working days counted one by one: slow, plain, and apart from how the program counts them. */
final class WorkedDays {
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();

  /**
   * @param notices a calendar file of a pack
   */
  static WorkedDays of(Path notices) {
    List<Flaw> flaws = new ArrayList<>();
    WorkedDays days = new WorkedDays();
    try {
      Notices.read(notices.toString(), Files.readString(notices), flaws)
          .forEach(n -> {
            days.off.addAll(n.off());
            days.worked.addAll(n.worked());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!flaws.isEmpty()) {
      throw new IllegalStateException("flaws in the calendar: " + flaws);
    }
    return days;
  }

  boolean isWorked(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return worked.contains(day) || (!weekend && !off.contains(day));
  }

  /** The working day {@code many} working days after the day; itself, or the next, for 0. */
  LocalDate after(LocalDate day, int many) {
    LocalDate at = day;
    for (int left = many; left > 0; ) {
      at = at.plusDays(1);
      left -= isWorked(at) ? 1 : 0;
    }
    while (!isWorked(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** Working days after the first day up to and including the second. */
  int between(LocalDate first, LocalDate second) {
    return (int) first.plusDays(1).datesUntil(second.plusDays(1)).filter(this::isWorked).count();
  }
}
