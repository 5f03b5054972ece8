package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;
import org.liuzheng.page.Shell;

/**
 * A file that was looked at, is being entered, or was entered.
 *
 * @param going what goes on, in a sentence; empty when it is done
 */
public record ImportedPage(
    Shell shell,
    ImportPage.Head head,
    String file,
    String title,
    String sentence,
    String going,
    Optional<Report> report) {

  /**
   * @param whole why the whole file is refused; empty when it is not
   * @param entries the entries that were written; empty when none were
   * @param confirm whether it can be entered now
   */
  public record Report(
      Counts counts,
      String whole,
      List<Column> columns,
      List<String> absent,
      Sample sample,
      Rejects rejects,
      String entries,
      boolean confirm) {}

  /**
   * @param fresh good rows that say something new; {@code bad} rows have at least one flaw
   */
  public record Counts(int rows, int fresh, int unchanged, int bad) {}

  /**
   * @param field empty when the column fills none
   */
  public record Column(String header, String field, boolean needed) {}

  public record Sample(List<String> headings, List<Boolean> numeric, List<List<String>> rows) {}

  /**
   * @param link all of them as a file; empty when there are none
   */
  public record Rejects(List<Reject> shown, int all, String link) {}

  public record Reject(String row, String column, String cell, String found, String says) {}
}
