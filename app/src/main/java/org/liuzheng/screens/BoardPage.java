package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/** A board: one sentence, and figures in tables, lines, charts and lists. */
public record BoardPage(Shell shell, Head head, Year year, List<Part> parts) {

  /**
   * @param sentence in pieces, a number being one that leads to its figure
   */
  public record Head(String label, String purpose, List<Said> sentence) {}

  /**
   * @param number empty of a piece that is {@code words}
   */
  public record Said(String words, Shown number, String link) {
    public boolean isNumber() {
      return !link.isEmpty();
    }
  }

  /**
   * The year that is shown and the days in it that could be.
   *
   * @param before the same day of the year before; @param after empty where it has not come yet
   */
  public record Year(String words, String before, String after, List<Month> months) {}

  /**
   * @param link empty where the month has not come yet
   */
  public record Month(String words, String link, boolean current) {}

  /** Whether there is anything to draw. */
  public boolean charts() {
    return parts.stream().anyMatch(p -> p instanceof Part.Over over && over.trend().line());
  }

  /** One section of the board, of which one of the others is filled. */
  public sealed interface Part {
    String heading();

    /** Figures below each other. */
    record Lines(String heading, List<Line> lines) implements Part {}

    /** Figures side by side. */
    /**
     * @param dash why a value is missing; empty where none is
     */
    record Grid(String heading, String by, List<Column> columns, List<Row> rows, String dash)
        implements Part {}

    record Over(String heading, String link, Trend trend) implements Part {}

    record Places(String heading, String link, FigurePage.Standings standings) implements Part {}

    /**
     * @param closed why there are no rows to see, or not the whole of them; else empty
     */
    record Rows(String heading, String link, RowTable table, String closed) implements Part {}
  }

  /**
   * @param light the colour, of a figure that is a light; else empty
   * @param before the value of the period before
   */
  public record Line(
      String label,
      String period,
      Shown shown,
      String light,
      Held held,
      String link,
      Shown before,
      String beforeLink) {}

  /**
   * @param period in words where it is another than the board's year; else empty
   */
  public record Column(String label, String unit, String period) {}

  /** A line of a table; that of the whole has no name of its own. */
  public record Row(String name, List<Cell> cells, boolean whole) {}

  public record Cell(Shown shown, String light, String link) {}
}
