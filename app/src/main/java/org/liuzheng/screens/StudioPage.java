package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** All definitions, and what was proposed about them. */
public record StudioPage(
    Shell shell, List<Proposal> waiting, List<Proposal> decided, List<Group> groups) {

  public record Group(String office, List<Figure> figures) {}

  public record Figure(String label, String meaning, String link) {}

  /**
   * @param state waits, approved or refused
   */
  public record Proposal(
      String label, String link, String reason, String who, String when, String state) {}
}
