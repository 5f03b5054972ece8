package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/**
 * The first page: what this is, what it says, and where to go.
 *
 * @param figures only of a pack without boards
 */
public record StartPage(
    Shell shell,
    Head head,
    List<ReportsPage.Card> reports,
    List<BoardsPage.Card> boards,
    List<FiguresPage.Group> figures,
    List<Register> registers,
    String alarm) {

  /**
   * @param purpose what the installed pack is for
   * @param next what this visitor would do next
   */
  public record Head(
      String district, String purpose, String sentence, String next, String link, String button) {}

  /**
   * @param records how many; empty where the visitor may not see them
   */
  public record Register(String label, String purpose, String link, String records) {}
}
