package org.liuzheng.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.liuzheng.figure.OpenedFigures;
import org.liuzheng.figure.OpenedFigures.Dashboard;

/** DuckDB over the program's mirror of the record tables; the figures' SQL is the same. */
final class Duck implements AutoCloseable {
  private final Connection connection;
  private final OpenedFigures figures;

  Duck(DataSource database, Path folder, OpenedFigures figures, long upTo) {
    this.figures = figures;
    this.connection = figures.mirrored(database, folder, upTo);
  }

  SortedMap<String, String> answer(Dashboard asked) {
    SortedMap<String, String> answers = new TreeMap<>();
    for (String figure : figures.names()) {
      try (Statement s = connection.createStatement();
          ResultSet row = s.executeQuery(figures.query(figure, asked))) {
        while (row.next()) {
          figures.put(
              answers,
              figure,
              row.getString("unit"),
              new OpenedFigures.Sums(
                  row.getLong("_rows"), number(row, "_numerator"), number(row, "_denominator")));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(figures.query(figure, asked), e);
      }
    }
    return answers;
  }

  private static BigDecimal number(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getBigDecimal(column), BigDecimal.ZERO);
  }

  /** All deltas of all history, figure by figure, with the SQL of the program. */
  void fill(long upTo) {
    execute(
        """
        create or replace table figure_delta (figure int, unit varchar, key varchar, day date,
          valid_from date, position bigint, rows bigint, numerator decimal(38,2),
          denominator decimal(38,2))
        """);
    for (int i = 0; i < figures.names().size(); i++) {
      execute(figures.fill(figures.names().get(i), i, upTo));
    }
  }

  private static final String FINGERPRINT =
      """
      select count(*) || ' deltas, ' || sum(rows) || ', ' || cast(sum(numerator) as decimal(30,2))
             || ', ' || cast(sum(denominator) as decimal(30,2)) || ', ' || sum(rows * position)
             || ', ' || cast(sum(numerator * (position % 1000003)) as decimal(36,2))
             || ', ' || sum(rows * (valid_from - date '2000-01-01'))
             || ', ' || sum(rows * (day - date '2000-01-01')) as text
        from figure_delta
      """;

  /** As {@link OpenedFigures#fingerprint}. */
  String fingerprint() throws SQLException {
    try (Statement s = connection.createStatement();
        ResultSet row = s.executeQuery(FINGERPRINT)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) {
    try (Statement s = connection.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
