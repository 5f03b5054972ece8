package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/** A report as it was published, and what has changed since. */
public record PublicationPage(
    Shell shell,
    Head head,
    List<ProposalPage.Fact> facts,
    List<ReportPage.Count> counts,
    List<ReportPage.Part> parts,
    List<Drifted> drift,
    List<NotRetold> notRetold,
    Acts acts,
    List<Refusal> errors) {

  /**
   * @param style of the state in the style sheet, @param says what the state means
   */
  public record Head(String title, String style, String state, String says, String action) {}

  /** A claim that would be told otherwise today. */
  public record Drifted(
      String id,
      String words,
      String was,
      String wasVerdict,
      String now,
      String nowVerdict,
      String why) {}

  /**
   * A claim that the public bundle cannot tell again.
   *
   * @param registers those it rests on that are not public
   */
  public record NotRetold(String id, String words, String registers) {}

  /**
   * @param files links and names of what can be taken away
   * @param decides whether this visitor may approve or refuse, @param why it may not approve
   */
  public record Acts(
      List<Taken> files, boolean decides, boolean approves, String why, boolean withdraws) {}

  public record Taken(String link, String name, String says) {}
}
