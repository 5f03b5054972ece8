package org.liuzheng.figure;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.liuzheng.figure.History.Touched;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Deltas computed by DuckDB, which reads columns and uses every core: on a large ledger a small
 * part of the time that PostgreSQL takes for the same SQL. It is no second truth: its tables are a
 * {@linkplain DuckMirror mirror} that can be deleted at any time.
 */
final class DuckDeltas implements DeltaSource {
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
    public void deltas(Kept figure, long upTo, Consumer<Delta> taker) {
      if (!DuckSql.counts(figure)) {
        elsewhere.deltas(figure, upTo, taker);
        return;
      }
      JdbcTemplate jdbc =
          new JdbcTemplate(new SingleConnectionDataSource(mirror.connection(), true));
      new NamedParameterJdbcTemplate(jdbc)
          .query(
              DeltaSql.everything(figure),
              Map.of(Touched.UP_TO, upTo),
              (RowCallbackHandler) row -> taker.accept(DeltaTables.delta(row)));
    }

    @Override
    public void close() {
      mirror.close();
    }
  }
}
