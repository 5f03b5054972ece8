package org.liuzheng.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duckdb.DuckDBDriver;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The record tables once more, in a DuckDB file. A table is caught up by position: versions that
 * began since are appended, and those that ended since are closed. Then both sides are counted; a
 * mirror that does not agree, such as that of another database, is made anew, and so is one that
 * cannot be opened.
 */
final class DuckMirror implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DuckMirror.class);
  private static final int SHORT_DECIMAL = 18;
  private static final int LONG_DECIMAL = 38;
  private static final String MIRRORED =
      """
      create table if not exists mirrored
        (name varchar primary key, shape varchar, upto bigint, entry varchar)
      """;
  private static final String WORKING_DAYS =
      """
      create or replace macro working_days(a, b) as
        (select working_days_through from calendar_day where day = b)
        - (select working_days_through from calendar_day where day = a)
      """;
  private static final String COLUMNS =
      """
      select column_name, data_type from information_schema.columns
       where table_schema = current_schema() and table_name = ? and column_name <> 'entry'
       order by ordinal_position
      """;
  private static final String COUNTS =
      """
      select count(*) || ' ' || coalesce(sum(known_from), 0) || ' '
             || coalesce(sum(case when known_to <= %d then known_to else 0 end), 0)
        from %s where known_from <= %d
      """;
  private static final String CLOSE =
      """
      update %s as t set known_to = c.known_to from closed c
       where t.id = c.id and t.known_from = c.known_from and t.valid_from = c.valid_from
      """;

  private final Connection connection;
  private final JdbcTemplate duck;
  private final JdbcTemplate records;
  private final LongFunction<String> lastEntry;
  private final Path passed;

  private DuckMirror(
      Connection connection, DataSource records, LongFunction<String> lastEntry, Path folder) {
    this.lastEntry = lastEntry;
    this.connection = connection;
    this.duck = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    this.records = new JdbcTemplate(records);
    this.passed = folder.resolve("passed.csv");
  }

  /**
   * Throws when DuckDB cannot be used here, whatever the reason.
   *
   * @param lastEntry names the entry before a position, as no other ledger would
   */
  static DuckMirror open(
      DataSource records, LongFunction<String> lastEntry, RecomputeSettings settings) {
    Path folder = settings.folder().toAbsolutePath();
    try {
      Files.createDirectories(folder);
      return opened(records, lastEntry, settings, folder);
    } catch (SQLException | RuntimeException e) {
      LOG.warn("the mirror cannot be opened and is made anew why={}", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      forget(folder);
      return opened(records, lastEntry, settings, folder);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DuckMirror opened(
      DataSource records, LongFunction<String> lastEntry, RecomputeSettings settings, Path folder)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    properties.setProperty("memory_limit", settings.memory());
    properties.setProperty("threads", String.valueOf(settings.threads()));
    properties.setProperty("temp_directory", folder.resolve("spilled").toString());
    Connection connection =
        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("mirror.duckdb"), properties);
    DuckMirror mirror = new DuckMirror(connection, records, lastEntry, folder);
    try {
      mirror.duck.execute(MIRRORED);
    } catch (RuntimeException e) {
      mirror.close();
      throw e;
    }
    return mirror;
  }

  private static void forget(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /**
   * @param upTo a committed position
   */
  void catchUp(Collection<String> tables, long upTo) {
    calendar();
    for (String table : tables) {
      catchUp(table, upTo);
      if (!agrees(table, upTo)) {
        LOG.warn("the mirror of a table does not agree and is made anew table={}", table);
        duck.update("delete from mirrored where name = ?", table);
        catchUp(table, upTo);
        if (!agrees(table, upTo)) {
          throw new IllegalStateException(
              "%s at %d: %s here, %s mirrored"
                  .formatted(table, upTo, counts(records, table, upTo), counts(duck, table, upTo)));
        }
      }
    }
  }

  private boolean agrees(String table, long upTo) {
    return counts(records, table, upTo).equals(counts(duck, table, upTo));
  }

  private static String counts(JdbcTemplate where, String table, long upTo) {
    return Objects.requireNonNull(
        where.queryForObject(COUNTS.formatted(upTo, quoted(table), upTo), String.class));
  }

  private void calendar() {
    duck.execute(
        "create or replace table calendar_day (day date primary key, working_days_through bigint)");
    pass("select day, working_days_through from calendar_day", "calendar_day");
    duck.execute(WORKING_DAYS);
  }

  private void catchUp(String table, long upTo) {
    Map<String, Object> mirrored =
        duck.queryForList("select shape, upto, entry from mirrored where name = ?", table).stream()
            .findFirst()
            .orElse(Map.of("shape", "", "upto", 0L));
    long from = ((Number) Objects.requireNonNull(mirrored.get("upto"))).longValue();
    String old = String.valueOf(mirrored.get("shape"));
    String shape = shape(table, from, upTo);
    boolean ofThisLedger = from == 0 || lastEntry.apply(from).equals(mirrored.get("entry"));
    if (!ofThisLedger || !fits(shape, old)) {
      from = 0;
      shape = shape(table, 0, upTo);
    } else {
      shape = old;
    }
    if (from == 0 || upTo > from) {
      take(table, shape, from, upTo);
    }
  }

  private void take(String table, String shape, long from, long upTo) {
    String columns =
        String.join(", ", names(table).keySet().stream().map(DuckMirror::quoted).toList());
    String all = "select " + columns + " from " + quoted(table) + " where known_from ";
    inTransaction(() -> {
      if (from == 0) {
        duck.execute("create or replace table " + quoted(table) + " (" + shape + ")");
      } else {
        duck.execute(
            "create or replace temp table closed"
                + " (id varchar, known_from bigint, valid_from date, known_to bigint)");
        pass(
            "select id, known_from, valid_from, known_to from %s where known_from <= %d"
                    .formatted(quoted(table), from)
                + " and known_to > %d and known_to < %d".formatted(from, Long.MAX_VALUE),
            "closed");
        duck.execute(CLOSE.formatted(quoted(table)));
      }
      pass(all + "> " + from + " and known_from <= " + upTo, quoted(table));
      duck.update(
          "insert or replace into mirrored values (?, ?, ?, ?)",
          table,
          shape,
          upTo,
          lastEntry.apply(upTo));
    });
  }

  private void inTransaction(Runnable work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Takes the rows of a query of the records into a table here. */
  private void pass(String query, String table) {
    try {
      try (OutputStream out = Files.newOutputStream(passed)) {
        records.execute(
            (ConnectionCallback<Long>)
                c -> {
                  try {
                    return c.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + query + ") to stdout (format csv)", out);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
      if (Files.size(passed) > 0) {
        duck.execute(
            "copy %s from '%s' (format csv, header false, delimiter ',', quote '\"', escape '\"',"
                    .formatted(table, passed.toString().replace("'", "''"))
                + " nullstr '', allow_quoted_nulls false, strict_mode true)");
      }
      Files.deleteIfExists(passed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Column to type, as the records have them. */
  private Map<String, String> names(String table) {
    Map<String, String> names = new java.util.LinkedHashMap<>();
    records.query(
        COLUMNS,
        row -> {
          names.put(row.getString(1), row.getString(2));
        },
        table);
    return names;
  }

  /**
   * The columns as DuckDB declares them. Decimals are as long as the longest there is after {@code
   * from}: none is ever rounded.
   */
  private String shape(String table, long from, long upTo) {
    Map<String, String> names = names(table);
    Map<String, String> decimals = decimals(table, names, from, upTo);
    return names.entrySet().stream()
        .map(e ->
            quoted(e.getKey())
                + " "
                + (e.getValue().equals("numeric")
                    ? decimals.get(e.getKey())
                    : e.getValue().equals("text") ? "varchar" : e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> decimals(
      String table, Map<String, String> names, long from, long upTo) {
    List<String> columns =
        names.entrySet().stream()
            .filter(e -> e.getValue().equals("numeric"))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, String> decimals = new TreeMap<>();
    if (columns.isEmpty()) {
      return decimals;
    }
    List<String> items = new ArrayList<>();
    columns.forEach(c -> {
      items.add("coalesce(max(scale(trim_scale(%s))), 0)".formatted(quoted(c)));
      items.add("coalesce(max(length(trunc(abs(%s))::text)), 1)".formatted(quoted(c)));
    });
    records.query(
        "select %s from %s where known_from > %d and known_from <= %d"
            .formatted(String.join(", ", items), quoted(table), from, upTo),
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            int places = Math.max(2, row.getInt(2 * i + 1));
            int length = places + row.getInt(2 * i + 2);
            decimals.put(
                columns.get(i),
                "decimal(%d, %d)"
                    .formatted(length <= SHORT_DECIMAL ? SHORT_DECIMAL : LONG_DECIMAL, places));
          }
        });
    return decimals;
  }

  /** Whether rows of one shape can stand in a table of another. */
  private static boolean fits(String shape, String table) {
    String[] ours = shape.split(", (?=\")");
    String[] theirs = table.split(", (?=\")");
    if (ours.length != theirs.length) {
      return false;
    }
    for (int i = 0; i < ours.length; i++) {
      if (!fitsColumn(ours[i], theirs[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsColumn(String column, String other) {
    if (column.equals(other)) {
      return true;
    }
    int type = column.indexOf("\" decimal(");
    return type > 0
        && other.startsWith(column.substring(0, type) + "\" decimal(")
        && length(column) <= length(other)
        && places(column) <= places(other);
  }

  /** Digits before the point. */
  private static int length(String column) {
    return Integer.parseInt(column.replaceAll(".*decimal\\((\\d+), \\d+\\)", "$1"))
        - places(column);
  }

  private static int places(String column) {
    return Integer.parseInt(column.replaceAll(".*decimal\\(\\d+, (\\d+)\\)", "$1"));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("the mirror did not close why={}", e.getMessage());
    }
  }
}
