package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** All reports of the district. */
public record ReportsPage(Shell shell, List<Card> reports) {

  /**
   * @param sentence how many claims there are and how they stand
   */
  public record Card(
      String title, String link, String asOf, String sentence, List<ReportPage.Count> counts) {}
}
