package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Refusal;

/** A report is about to be proposed for publication. */
public record PublishPage(
    Shell shell,
    String title,
    String action,
    List<ReportPage.Count> counts,
    Typed typed,
    List<Refusal> errors) {

  public record Typed(String on, String release, String note) {}
}
