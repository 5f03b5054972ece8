package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** One register: its records, found and sorted, and what it declares. */
public record RegisterPage(
    Shell shell, Head head, Finder finder, Table table, Dictionary dictionary) {

  /**
   * @param sentence how many records there are, who answers for them, and the newest entry
   * @param add where to enter a record; empty when the visitor may not write
   * @param entriesLink the entries of this register
   */
  public record Head(
      String name,
      String label,
      String purpose,
      String sentence,
      String add,
      String importLink,
      String exportLink,
      String entriesLink) {}

  /**
   * @param filters by what may be filtered
   * @param chosen filters in force, the search among them
   * @param sort as asked for; empty for the order of ids
   */
  public record Finder(
      String search, String sort, boolean allColumns, List<Filter> filters, List<Chosen> chosen) {}

  /**
   * @param choices empty when there are too many: then a code is typed
   */
  public record Filter(String name, String label, String value, List<Choice> choices) {}

  public record Choice(String code, String label) {}

  /**
   * @param without the page without it
   */
  public record Chosen(String label, String value, String without) {}

  /**
   * @param more how many fields have no column here
   * @param toggle the page with all columns, or with the usual ones
   */
  public record Table(
      List<Column> columns,
      List<Row> rows,
      long total,
      int page,
      int size,
      int more,
      String toggle) {}

  /**
   * @param sorted {@code ascending}, {@code descending} or empty, as aria-sort wants it
   * @param link the page sorted by this column; empty where it cannot be
   */
  public record Column(String heading, String unit, boolean numeric, String sorted, String link) {}

  /**
   * @param cells beside the title, in the order of the columns after the first
   */
  public record Row(String title, String link, List<FieldValue> cells) {}

  public record Dictionary(
      List<Line> fields, List<String> checks, String readers, String writers) {}

  /**
   * @param about hint, choices, bounds: what a clerk may want to know
   */
  public record Line(
      String label, String name, String type, boolean required, String about, String link) {}
}
