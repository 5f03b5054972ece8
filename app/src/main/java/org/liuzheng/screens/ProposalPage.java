package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/** A proposed definition beside the present one, and what was decided. */
public record ProposalPage(
    Shell shell,
    Head head,
    String state,
    List<Fact> facts,
    List<Lines.Line> changed,
    Acts acts,
    List<Refusal> errors) {

  public record Head(String label, String link, String action) {}

  public record Fact(String heading, String words, String link) {}

  /**
   * @param trial the page on which it can be tried
   * @param approves whether this visitor may approve it, @param decides whether anybody still can
   * @param why it cannot be approved by this visitor; empty when it can
   * @param undo the page that proposes the former text; empty unless it is in force
   */
  public record Acts(String trial, boolean decides, boolean approves, String why, String undo) {}
}
