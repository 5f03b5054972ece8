package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** All figures, by the office that answers for them. */
public record FiguresPage(Shell shell, List<Group> groups, String alarm) {

  public record Group(String id, String office, List<Line> lines) {}

  /**
   * @param period in words, to which the value belongs
   */
  public record Line(
      String name,
      String label,
      String meaning,
      String period,
      Shown shown,
      Held held,
      String link) {}

  /** How many figures there are. */
  public int count() {
    return groups.stream().mapToInt(g -> g.lines().size()).sum();
  }
}
