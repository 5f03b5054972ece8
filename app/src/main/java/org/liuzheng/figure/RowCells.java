package org.liuzheng.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cells folded from the texts of the rows that people are shown. This fold shares nothing with the
 * database's; that both give the same value is the promise that a value is its rows.
 */
final class RowCells implements Cells {
  private final Reads reads;
  private final Listener listener;

  RowCells(Reads reads, Listener listener) {
    this.reads = reads;
    this.listener = listener;
  }

  /** Sees every row that is folded. */
  interface Listener {
    void row(Installed figure, Period period, Map<String, String> texts);
  }

  @Override
  public Map<At, Cell> cells(Installed figure, Question question) {
    if (!(figure.definition().made() instanceof Definition.Folded folded)) {
      throw new IllegalArgumentException(figure.name() + " is a step and has no rows of its own");
    }
    CompiledRows rows = figure.rows().orElseThrow();
    Map<At, Cell> cells = new HashMap<>();
    reads.rows(
        figure,
        question,
        (row, period) -> {
          Map<String, String> texts = texts(rows, row);
          String day =
              folded.fold() instanceof Definition.Fold.Last
                  ? row.getObject(CompiledRows.DAY, LocalDate.class).toString()
                  : "";
          cells.merge(
              new At(texts.getOrDefault(Queries.UNIT, ""), period),
              cell(folded.fold(), texts, day),
              Cell::plus);
          listener.row(figure, period, texts);
        });
    return cells;
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    CompiledRows rows = stock.rows().orElseThrow();
    Map<At, Cell> cells = new HashMap<>();
    for (Period p : question.periods()) {
      Set<String> left = new HashSet<>();
      reads.rows(
          stock,
          question.in(p).everywhere(),
          (row, period) -> left.add(texts(rows, row).getOrDefault(key, "")));
      reads.rows(
          stock,
          question.before(p),
          (row, period) -> {
            Map<String, String> texts = texts(rows, row);
            boolean gone = !left.contains(texts.getOrDefault(key, ""));
            cells.merge(
                new At(texts.getOrDefault(Queries.UNIT, ""), p),
                gone ? key(texts.getOrDefault(key, "")) : Cell.EMPTY,
                Cell::plus);
            if (gone) {
              listener.row(stock, p, texts);
            }
          });
    }
    return cells;
  }

  @Override
  public List<Map<String, String>> rows(Installed figure, Question question) {
    return rows(reads, figure, question);
  }

  static List<Map<String, String>> rows(Reads reads, Installed figure, Question question) {
    CompiledRows rows = figure.rows().orElseThrow();
    List<Map<String, String>> texts = new ArrayList<>();
    reads.rows(figure, question, (row, period) -> texts.add(texts(rows, row)));
    return texts;
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void shown(Installed figure, Period period, Map<String, String> row) {
    listener.row(figure, period, row);
  }

  private static Map<String, String> texts(CompiledRows rows, ResultSet row) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Column column : rows.columns()) {
      texts.put(column.name(), text(column, row));
    }
    return texts;
  }

  private static String text(Column column, ResultSet row) throws SQLException {
    Object found = row.getObject(column.name());
    if (found == null) {
      return "";
    }
    return switch (column.kind()) {
      case TEXT -> found.toString();
      case NUMBER -> row.getBigDecimal(column.name()).toPlainString();
      case DATE -> row.getObject(column.name(), LocalDate.class).toString();
      case MONTH -> row.getObject(column.name(), LocalDate.class).toString().substring(0, 7);
      case FLAG -> Boolean.toString(row.getBoolean(column.name()));
    };
  }

  /**
   * What one row adds.
   *
   * @param day of the row, which only the last day's fold looks at
   */
  static Cell cell(Definition.Fold fold, Map<String, String> texts, String day) {
    String keyed = fold.keyed() ? texts.getOrDefault(fold.key(), "") : "";
    return switch (fold) {
      case Definition.Fold.Count c -> new Cell(BigDecimal.ZERO, BigDecimal.ZERO, 1, Map.of());
      case Definition.Fold.Sum s -> number(texts.getOrDefault(s.column(), ""));
      case Definition.Fold.Mean m -> number(texts.getOrDefault(m.column(), ""));
      case Definition.Fold.Ratio r ->
          ratio(texts.getOrDefault(r.numerator(), ""), texts.getOrDefault(r.denominator(), ""));
      case Definition.Fold.CountDistinct d -> key(keyed);
      case Definition.Fold.Min m -> key(keyed);
      case Definition.Fold.Max m -> key(keyed);
      case Definition.Fold.Quantile q -> key(keyed);
      case Definition.Fold.Last l -> keyed.isEmpty() ? Cell.EMPTY : key(day + " " + keyed);
    };
  }

  private static Cell number(String text) {
    return text.isEmpty()
        ? Cell.EMPTY
        : new Cell(new BigDecimal(text), BigDecimal.ZERO, 1, Map.of());
  }

  private static Cell ratio(String numerator, String denominator) {
    return numerator.isEmpty() || denominator.isEmpty()
        ? Cell.EMPTY
        : new Cell(new BigDecimal(numerator), new BigDecimal(denominator), 1, Map.of());
  }

  private static Cell key(String text) {
    return text.isEmpty()
        ? Cell.EMPTY
        : new Cell(BigDecimal.ZERO, BigDecimal.ZERO, 1, Map.of(text, 1L));
  }
}
