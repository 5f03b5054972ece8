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
import org.liuzheng.figure.History.Touched;
import org.liuzheng.ledger.Upkeep;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The kept figures and their deltas in the database. */
final class DeltaTables {
  private static final int FETCH_ROWS = 10_000;
  private static final String COMPLETE = "select hash, id from figure_kept where complete";
  private static final String BEGIN =
      """
      insert into figure_kept (hash, name, complete) values (:hash, :name, false) returning id
      """;
  private static final String END = "update figure_kept set complete = true where id = :id";
  private static final String FORGET_DELTAS =
      """
      delete from figure_delta d using figure_kept k
       where k.id = d.figure and not (k.complete and k.hash = any (:hashes))
      """;
  private static final String FORGET_PAGES =
      """
      delete from figure_page p
       where not exists (select from figure_kept k
                          where k.id = p.figure and k.complete and k.hash = any (:hashes))
      """;
  private static final String FORGET =
      """
      delete from figure_kept where not (complete and hash = any (:hashes))
      """;
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
  private final TransactionTemplate reading;
  private final TransactionTemplate nested;

  DeltaTables(DataSource database) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** Runs {@code work} so that its failure leaves the transaction around it whole. */
  void nested(Runnable work) {
    nested.executeWithoutResult(tx -> work.run());
  }

  /** Hash to id of the complete figures; all others and those not in {@code wanted} are deleted. */
  Map<String, Integer> complete(Set<String> wanted) {
    Map<String, Object> hashes = Map.of("hashes", texts(wanted));
    nested(() -> {
      jdbc.update(FORGET_DELTAS, hashes);
      jdbc.update(FORGET_PAGES, hashes);
      jdbc.update(FORGET, hashes);
    });
    Map<String, Integer> complete = new HashMap<>();
    jdbc.query(COMPLETE, (RowCallbackHandler) row -> complete.put(row.getString(1), row.getInt(2)));
    return complete;
  }

  int begin(String hash, String name) {
    return Optional.ofNullable(
            jdbc.queryForObject(BEGIN, Map.of("hash", hash, "name", name), Integer.class))
        .orElseThrow();
  }

  void end(int id) {
    jdbc.update(END, Map.of("id", id));
  }

  /** Gives what {@link DeltaSql#everything} finds, in no order. */
  void everything(String sql, long upTo, Consumer<Delta> taker) {
    reading.executeWithoutResult(tx ->
        jdbc.query(
            sql,
            Map.of(Touched.UP_TO, upTo),
            (RowCallbackHandler) row -> taker.accept(delta(row))));
  }

  /** Runs the select of added deltas for a group. */
  List<Delta> added(String sql, Upkeep.Group group) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(Touched.AFTER, group.after());
    parameters.put(Touched.UP_TO, group.upTo());
    group.records().forEach((register, ids) -> parameters.put(Touched.ids(register), texts(ids)));
    return jdbc.query(sql, parameters, (row, n) -> delta(row));
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

  private static SqlArrayValue column(
      List<Delta> deltas, String type, Function<Delta, Object> part) {
    return new SqlArrayValue(type, deltas.stream().map(part).toArray());
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

  static Delta delta(ResultSet row) throws SQLException {
    return new Delta(
        row.getInt("figure"),
        row.getString("unit"),
        row.getString("key"),
        row.getObject("day", LocalDate.class),
        row.getObject("valid_from", LocalDate.class),
        row.getLong("position"),
        row.getLong("rows"),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"));
  }
}
