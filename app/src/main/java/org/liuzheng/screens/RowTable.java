package org.liuzheng.screens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Lang;

/**
 * Rows that a figure is folded from, ready to be shown.
 *
 * @param total rows in all, of which these are a page
 */
public record RowTable(List<Column> columns, List<List<Cell>> rows, long total) {

  /** The first columns only, where there is no room for all. */
  RowTable narrow(int most) {
    return new RowTable(
        columns.stream().limit(most).toList(),
        rows.stream().map(r -> r.stream().limit(most).toList()).toList(),
        total);
  }

  /**
   * @param unit of the numbers below; empty when there is none
   */
  public record Column(String heading, String unit, boolean numeric) {}

  /**
   * @param link the record that the cell names; empty when it names none
   */
  public record Cell(String text, String link) {

    /** The language of words that somebody entered, where it is not the page's. */
    public @Nullable String lang(Lang page) {
      return page == Lang.EN && text.codePoints().anyMatch(Character::isIdeographic)
          ? Lang.ZH.tag()
          : null;
    }
  }
}
