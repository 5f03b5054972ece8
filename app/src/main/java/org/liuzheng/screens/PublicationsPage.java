package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** What was published, and for those who publish, what waits. */
public record PublicationsPage(
    Shell shell, boolean publishes, List<Line> waiting, List<Line> done, List<Start> starts) {

  /**
   * @param style of the state in the style sheet
   */
  public record Line(
      String title, String link, String style, String state, String on, String who, String when) {}

  /** A report that can be proposed. */
  public record Start(String title, String link) {}
}
