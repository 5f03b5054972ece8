package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/** Why a figure's value is not what it was: the entries that changed it, newest first. */
public record CausesPage(Shell shell, Head head, Asked asked, List<Cause> causes, String more) {

  /**
   * @param sentence from what to what, and by how many entries
   */
  public record Head(String label, String link, String of, String sentence) {}

  /**
   * @param filters parameters that the form carries on, name and value in turn
   */
  public record Asked(String since, String sinceHint, List<Hidden> hidden) {}

  public record Hidden(String name, String value) {}

  /**
   * @param entry the entry, where the visitor may read it and it is one alone
   * @param entries what is said instead of it
   * @param difference with its sign; empty when one side has no value
   * @param lower whether the value became less
   */
  public record Cause(
      Optional<EntriesPage.Line> entry,
      String entries,
      Shown before,
      Shown now,
      String difference,
      boolean lower) {}
}
