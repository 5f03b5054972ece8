package org.liuzheng.figure;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.liuzheng.figure.History.Touched;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Deltas computed by DuckDB, which reads columns and uses every core: on a large ledger a small
 * part of the time that PostgreSQL takes for the same SQL. It is no second truth: its tables are a
 * {@linkplain DuckMirror mirror} that can be deleted at any time.
 *
 * <p>Deltas come over as whole numbers, a column at a time: an object for each of their parts would
 * cost as much as computing them.
 */
final class DuckDeltas implements DeltaSource {
  /** With the power of ten by which numerators and denominators become whole. */
  private static final String WHOLE =
      """
      select unit, key, cast(day - date '1970-01-01' as int),
             cast(valid_from - date '1970-01-01' as int), cast(position as bigint),
             cast(rows as bigint), cast(numerator * %s as bigint),
             cast(denominator * %s as bigint)
        from (%s) as told
       order by unit, key, day, valid_from, position
      """;

  private final DataSource records;
  private final LongFunction<String> lastEntry;
  private final RecomputeSettings settings;

  /**
   * @param lastEntry names the entry before a position, as no other ledger would
   */
  DuckDeltas(DataSource records, LongFunction<String> lastEntry, RecomputeSettings settings) {
    this.records = records;
    this.lastEntry = lastEntry;
    this.settings = settings;
  }

  @Override
  public Telling ready(Collection<Kept> figures, long upTo) {
    DuckMirror mirror = DuckMirror.open(records, lastEntry, settings);
    try {
      mirror.catchUp(DuckSql.tables(figures), upTo);
    } catch (RuntimeException e) {
      mirror.close();
      throw e;
    }
    return new Mirrored(mirror, new PostgresDeltas(records).ready(figures, upTo));
  }

  /**
   * @param elsewhere for what DuckDB would count otherwise
   */
  private record Mirrored(DuckMirror mirror, Telling elsewhere) implements Telling {
    @Override
    public void units(Kept figure, long upTo, BiConsumer<String, DeltaColumns> taker) {
      if (!DuckSql.counts(figure)) {
        elsewhere.units(figure, upTo, taker);
        return;
      }
      try {
        told(figure, upTo, taker);
      } catch (SQLException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }

    private void told(Kept figure, long upTo, BiConsumer<String, DeltaColumns> taker)
        throws SQLException {
      String all = DeltaSql.unordered(figure);
      int decimals = decimals(all, upTo);
      boolean keyed = figure.folded().fold().keyed();
      String power = BigDecimal.TEN.pow(decimals).toPlainString();
      ByUnit units = new ByUnit(taker);
      try (PreparedStatement statement = prepared(WHOLE.formatted(power, power, all), upTo);
          DuckDBChunkedResult result = statement.unwrap(DuckDBPreparedStatement.class).query()) {
        while (result.nextChunk()) {
          chunk(result.chunk(), keyed, decimals, units);
        }
      }
      units.end();
    }

    private static void chunk(
        DuckDBDataChunkReader chunk, boolean keyed, int decimals, ByUnit units)
        throws SQLException {
      DuckDBReadableVector unit = chunk.vector(0);
      DuckDBReadableVector key = chunk.vector(1);
      DuckDBReadableVector day = chunk.vector(2);
      DuckDBReadableVector valid = chunk.vector(3);
      DuckDBReadableVector position = chunk.vector(4);
      DuckDBReadableVector rows = chunk.vector(5);
      DuckDBReadableVector numerator = chunk.vector(6);
      DuckDBReadableVector denominator = chunk.vector(7);
      for (long i = 0; i < chunk.rowCount(); i++) {
        units
            .of(unit.getString(i))
            .adding(decimals)
            .take(
                day.getInt(i),
                valid.getInt(i),
                position.getLong(i),
                rows.getLong(i),
                numerator.getLong(i),
                denominator.getLong(i),
                keyed ? key.getString(i) : "");
      }
    }

    /** How many decimals the numerator and the denominator have at most. */
    private int decimals(String sql, long upTo) throws SQLException {
      int most = 0;
      try (PreparedStatement statement = prepared(sql, upTo)) {
        ResultSetMetaData columns = statement.getMetaData();
        for (String name : List.of("numerator", "denominator")) {
          int column = DeltaSql.COLUMNS.indexOf(name) + 1;
          String type = columns.getColumnTypeName(column);
          if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            throw new SQLException("the %s is a %s".formatted(name, type));
          }
          most = Math.max(most, type.startsWith("DECIMAL") ? columns.getScale(column) : 0);
        }
      }
      return most;
    }

    private PreparedStatement prepared(String sql, long upTo) throws SQLException {
      SqlParameterSource position = new MapSqlParameterSource(Touched.UP_TO, upTo);
      ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
      PreparedStatement statement =
          mirror
              .connection()
              .prepareStatement(NamedParameterUtils.substituteNamedParameters(parsed, position));
      Object[] values = NamedParameterUtils.buildValueArray(parsed, position, null);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    }

    @Override
    public void close() {
      mirror.close();
    }
  }
}
