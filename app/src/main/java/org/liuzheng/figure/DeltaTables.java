package org.liuzheng.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The deltas of kept figures that stand one by one in the database. */
final class DeltaTables {
  private static final int FETCH_ROWS = 10_000;
  private static final String INSERT =
      """
      insert into figure_delta
        (figure, unit, key, day, valid_from, position, rows, numerator, denominator)
      select * from unnest(:figure, :unit, :key, :day, :validFrom, :position, :rows, :numerator,
        :denominator)
      """;
  private static final String LOAD =
      """
      select figure, unit, key, day, valid_from, position, rows, numerator, denominator
        from figure_delta where figure = :figure and position <= :upTo
      """;
  private static final String POSITIONS =
      """
      select distinct position from figure_delta
       where figure in (:figures) and position > :after and position <= :upTo
         and (:all or unit = any (:units))
       order by position
      """;
  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate nested;

  DeltaTables(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Runs {@code work} so that its failure leaves the transaction around it whole. */
  void nested(Runnable work) {
    nested.executeWithoutResult(tx -> work.run());
  }

  void insert(List<Delta> deltas) {
    if (deltas.isEmpty()) {
      return;
    }
    Map<String, Object> columns = new HashMap<>();
    columns.put("figure", column(deltas, "int", Delta::figure));
    columns.put("unit", column(deltas, "text", Delta::unit));
    columns.put("key", column(deltas, "text", Delta::key));
    columns.put("day", column(deltas, "date", Delta::day));
    columns.put("validFrom", column(deltas, "date", Delta::validFrom));
    columns.put("position", column(deltas, "bigint", Delta::position));
    columns.put("rows", column(deltas, "bigint", Delta::rows));
    columns.put("numerator", column(deltas, "numeric", Delta::numerator));
    columns.put("denominator", column(deltas, "numeric", Delta::denominator));
    jdbc.update(INSERT, columns);
  }

  /** One part of every row, as an array for {@code unnest}. */
  static <T> SqlArrayValue column(List<T> rows, String type, Function<T, Object> part) {
    return new SqlArrayValue(type, rows.stream().map(part).toArray());
  }

  private static SqlArrayValue texts(Collection<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }

  /** Gives every delta known at {@code upTo} that is not packed, in no order. */
  void tail(int figure, long upTo, Consumer<Delta> taker) {
    jdbc.query(
        LOAD,
        Map.of("figure", figure, "upTo", upTo),
        (RowCallbackHandler) row -> taker.accept(delta(row)));
  }

  /** The positions between two of deltas that are not packed. */
  List<Long> positions(Set<Integer> figures, long after, long upTo, Optional<Set<String>> units) {
    return jdbc.queryForList(
        POSITIONS,
        Map.of(
            "figures",
            figures,
            "after",
            after,
            "upTo",
            upTo,
            "all",
            units.isEmpty(),
            "units",
            texts(units.orElse(Set.of()))),
        Long.class);
  }

  /**
   * A window of days, and the day on which the rows must be valid.
   *
   * @param to included, as the others are
   */
  record Window(LocalDate from, LocalDate to, LocalDate on) {
    boolean takes(Delta delta) {
      return !delta.day().isBefore(from)
          && !delta.day().isAfter(to)
          && !delta.validFrom().isAfter(on);
    }
  }

  /** Reads a row that has the {@link DeltaSql#COLUMNS} in their order. */
  static Delta delta(ResultSet row) throws SQLException {
    return new Delta(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getLong(6),
        row.getLong(7),
        row.getBigDecimal(8),
        row.getBigDecimal(9));
  }
}
