package org.liuzheng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.liuzheng.calendar.Calendars.Notice;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads a calendar file: notices with the days off and the weekend days worked. */
public final class Notices {
  private static final int LONGEST_HOLIDAY = 60;

  private Notices() {}

  public static List<Notice> read(String file, String content, List<Flaw> flaws) {
    YamlNode root = YamlNode.read(file, content, flaws);
    root.onlyKeys("notices");
    List<Notice> notices = new ArrayList<>();
    for (YamlNode node : root.need("notices").items()) {
      node.onlyKeys("number", "certain", "year", "published", "days");
      List<LocalDate> off = new ArrayList<>();
      List<LocalDate> worked = new ArrayList<>();
      for (YamlNode holiday : node.need("days").items()) {
        holiday.onlyKeys("name", "off", "worked");
        holiday.need("off").items().forEach(d -> off.addAll(days(d)));
        holiday.get("worked").ifPresent(w -> w.items().forEach(d -> worked.addAll(days(d))));
      }
      off.stream()
          .filter(worked::contains)
          .findFirst()
          .ifPresent(d -> node.flaw("calendar.off_and_worked", d.toString()));
      List<LocalDate> published = days(node.need("published"));
      notices.add(
          new Notice(
              node.need("year").whole(),
              node.need("number").text(),
              published.isEmpty() ? LocalDate.EPOCH : published.getFirst(),
              List.copyOf(off),
              List.copyOf(worked)));
    }
    return notices;
  }

  /** One day, or {@code first..last}. */
  private static List<LocalDate> days(YamlNode node) {
    String[] ends = node.text().split("\\.\\.", 2);
    try {
      LocalDate first = LocalDate.parse(ends[0]);
      LocalDate last = ends.length == 1 ? first : LocalDate.parse(ends[1]);
      if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_HOLIDAY))) {
        node.flaw("calendar.bad_days", node.text());
        return List.of();
      }
      return first.datesUntil(last.plusDays(1)).toList();
    } catch (DateTimeException e) {
      node.flaw("calendar.bad_days", node.text());
      return List.of();
    }
  }
}
