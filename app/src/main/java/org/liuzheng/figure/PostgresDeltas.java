package org.liuzheng.figure;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.liuzheng.figure.History.Touched;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deltas computed by the database that holds the records. */
final class PostgresDeltas implements DeltaSource {
  private static final int FETCH_ROWS = 10_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate reading;

  PostgresDeltas(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.reading = new TransactionTemplate(new JdbcTransactionManager(database));
  }

  @Override
  public Telling ready(Collection<Kept> figures, long upTo) {
    return new Telling() {
      @Override
      public void units(Kept figure, long position, BiConsumer<String, DeltaColumns> taker) {
        ByUnit units = new ByUnit(taker);
        // Inside a transaction the rows come by and by instead of all at once.
        reading.executeWithoutResult(tx ->
            jdbc.query(
                DeltaSql.everything(figure),
                Map.of(Touched.UP_TO, position),
                (RowCallbackHandler)
                    row -> {
                      Delta delta = DeltaTables.delta(row);
                      units.of(delta.unit()).add(delta);
                    }));
        units.end();
      }

      @Override
      public void close() {}
    };
  }
}
