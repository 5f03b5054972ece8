package org.liuzheng.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The calendars that the installed notices make, one for each state of knowledge asked for. */
@Component
class NoticeCalendars implements Calendars {
  private final CalendarTable table;
  private volatile List<Notice> notices = List.of();
  private final ConcurrentHashMap<LocalDate, WorkingDays> byKnowledge = new ConcurrentHashMap<>();

  NoticeCalendars(CalendarTable table) {
    this.table = table;
  }

  @Override
  public void install(List<Notice> installed) {
    notices = installed.stream().sorted(Comparator.comparing(Notice::published)).toList();
    byKnowledge.clear();
    table.fill(new CountedDays(notices));
  }

  @Override
  public WorkingDays asKnownOn(LocalDate day) {
    List<Notice> known = notices.stream().filter(n -> !n.published().isAfter(day)).toList();
    LocalDate newest = known.isEmpty() ? LocalDate.EPOCH : known.getLast().published();
    return byKnowledge.computeIfAbsent(newest, d -> new CountedDays(known));
  }

  @Override
  public WorkingDays asKnownNow() {
    return asKnownOn(LocalDate.MAX);
  }

  @Override
  public List<Notice> notices() {
    return notices;
  }
}
