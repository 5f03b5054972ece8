package org.liuzheng.bench.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.liuzheng.figure.OpenedFigures;
import org.liuzheng.figure.OpenedFigures.Dashboard;
import org.postgresql.PGConnection;

/** DuckDB with the record tables copied into tables of its own; the figures' SQL is the same. */
final class Duck implements AutoCloseable {
  private static final List<String> TABLES =
      List.of("r_unit", "r_item", "r_application", "r_project");

  private final Connection connection;
  private final OpenedFigures figures;

  Duck(Path file, OpenedFigures figures) throws SQLException {
    this.figures = figures;
    this.connection = DriverManager.getConnection("jdbc:duckdb:" + file);
    execute("set memory_limit = '4GB'");
    execute("set threads = 2");
  }

  void copy(DataSource database, Path folder) throws SQLException, IOException {
    try (Connection c = database.getConnection()) {
      for (String table : TABLES) {
        Path csv = folder.resolve(table + ".csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
          c.unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy " + table + " to stdout (format csv)", out);
        }
        execute("create or replace table " + table + " (" + columns(c, table) + ")");
        execute("copy " + table + " from '" + csv + "' (format csv, header false)");
        Files.delete(csv);
      }
    }
  }

  private static String columns(Connection c, String table) throws SQLException {
    StringBuilder columns = new StringBuilder();
    try (Statement s = c.createStatement();
        ResultSet row =
            s.executeQuery(
                "select column_name,"
                    + " replace(data_type, 'numeric', 'decimal(18,2)') from information_schema.columns where"
                    + " table_name = '"
                    + table
                    + "' order by ordinal_position")) {
      while (row.next()) {
        columns
            .append(columns.isEmpty() ? "" : ", ")
            .append('"')
            .append(row.getString(1))
            .append("\" ")
            .append(row.getString(2));
      }
    }
    return columns.toString();
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

  /** What the deltas add up to, each weighted by its place, so that no two sets look the same. */
  static final String FINGERPRINT =
      """
      select count(*) || ' deltas, ' || sum(rows) || ', ' || cast(sum(numerator) as decimal(30,2))
             || ', ' || cast(sum(denominator) as decimal(30,2)) || ', ' || sum(rows * position)
             || ', ' || cast(sum(numerator * (position % 1000003)) as decimal(36,2))
             || ', ' || sum(rows * (valid_from - date '2000-01-01'))
             || ', ' || sum(rows * (day - date '2000-01-01')) as text
        from figure_delta
      """;

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
