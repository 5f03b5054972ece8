package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/**
 * The newest entries that the visitor may read.
 *
 * @param range which entries are wanted, in words; empty when all are
 * @param older the page of older entries; empty on the last
 * @param newest the page without a limit from above; empty on the first
 */
public record EntriesPage(
    Shell shell, Asked asked, List<Line> lines, String range, String older, String newest) {

  public record Asked(
      String register, String actor, String from, String to, List<RegisterPage.Choice> registers) {}

  /**
   * @param op what was done, as a class of the style sheet
   */
  public record Line(
      String seq,
      String link,
      String op,
      String done,
      String register,
      String registerLink,
      String record,
      String recordLink,
      String validFrom,
      String known,
      String who,
      String source) {}
}
