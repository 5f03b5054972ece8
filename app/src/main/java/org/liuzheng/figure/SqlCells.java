package org.liuzheng.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Cells as the database folds them. */
final class SqlCells implements Cells {
  private final Reads reads;

  SqlCells(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Map<At, Cell> cells(Installed figure, Question question) {
    Map<At, Cell> cells = new HashMap<>();
    reads.fold(
        figure,
        question,
        Optional.empty(),
        (row, period) ->
            cells.merge(new At(text(row, Queries.UNIT), period), cell(figure, row), Cell::plus));
    return cells;
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    Map<At, Cell> cells = new HashMap<>();
    for (Period p : question.periods()) {
      Set<String> left = new HashSet<>();
      reads.fold(
          stock,
          question.in(p).everywhere(),
          Optional.of(key),
          (row, period) -> left.add(text(row, Queries.KEY)));
      reads.fold(
          stock,
          question.before(p),
          Optional.of(key),
          (row, period) -> {
            String found = text(row, Queries.KEY);
            cells.merge(
                new At(text(row, Queries.UNIT), p),
                left.contains(found)
                    ? Cell.EMPTY
                    : new Cell(
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        row.getLong(Queries.ROWS),
                        Map.of(found, row.getLong(Queries.ROWS))),
                Cell::plus);
          });
    }
    return cells;
  }

  @Override
  public List<Map<String, String>> rows(Installed figure, Question question) {
    return RowCells.rows(reads, figure, question);
  }

  /** The cells of one period by the values of a column; blank is the empty text. */
  Map<String, Cell> by(Installed figure, Question question, String column) {
    boolean month =
        figure
            .rows()
            .flatMap(r -> r.column(column))
            .filter(c -> c.kind() == Column.Kind.MONTH)
            .isPresent();
    Map<String, Cell> cells = new LinkedHashMap<>();
    reads.fold(
        figure,
        question,
        Optional.of(column),
        (row, period) -> {
          String key = text(row, Queries.KEY);
          cells.merge(
              month && !key.isEmpty() ? key.substring(0, 7) : key, cell(figure, row), Cell::plus);
        });
    return cells;
  }

  private static Cell cell(Installed figure, ResultSet row) throws SQLException {
    boolean keyed = figure.definition().made() instanceof Definition.Folded f && f.fold().keyed();
    String key = keyed ? row.getString(Queries.VALUE) : null;
    long rows = row.getLong(Queries.ROWS);
    return new Cell(
        number(row, Queries.NUMERATOR),
        number(row, Queries.DENOMINATOR),
        rows,
        key == null ? Map.of() : Map.of(key, rows));
  }

  private static BigDecimal number(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getBigDecimal(column), BigDecimal.ZERO);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
