package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** All boards, each with what it says today. */
public record BoardsPage(Shell shell, List<Card> boards) {

  public record Card(String label, String purpose, String link, List<BoardPage.Said> sentence) {}
}
