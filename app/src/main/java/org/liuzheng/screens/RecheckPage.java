package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/**
 * What the last recheck found.
 *
 * @param running how far the running one is; empty when none is
 * @param offers whether the visitor may start one
 */
public record RecheckPage(
    Shell shell, String says, boolean sound, String running, List<Line> lines, boolean offers) {

  /**
   * @param kept the value that was kept, and where it lay
   */
  public record Line(
      String figure,
      String link,
      String unit,
      String period,
      String when,
      String kept,
      String records) {}
}
