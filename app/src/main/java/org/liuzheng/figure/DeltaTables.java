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
  private static final String SUMS =
      """
      select p.number, d.unit, d.key, sum(d.rows) as rows, sum(d.numerator) as numerator,
             sum(d.denominator) as denominator
        from unnest(:from, :to, :on) with ordinality as p(day_from, day_to, day_on, number)
        join figure_delta d
          on d.day between p.day_from and p.day_to and d.valid_from <= p.day_on
       where d.figure = :figure and d.position <= :known and (:all or d.unit = any (:units))
       group by p.number, d.unit, d.key
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

  /** Runs {@link DeltaSql#everything}. */
  void fill(String everything, long upTo) {
    jdbc.update(everything, Map.of(Touched.UP_TO, upTo));
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

  /** Gives every delta known at {@code upTo}, in no order. */
  void load(int figure, long upTo, Consumer<Delta> taker) {
    reading.executeWithoutResult(tx ->
        jdbc.query(
            LOAD,
            Map.of("figure", figure, "upTo", upTo),
            (RowCallbackHandler) row -> taker.accept(delta(row))));
  }

  /** The positions between two at which one of these figures can have changed. */
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
  record Window(LocalDate from, LocalDate to, LocalDate on) {}

  /** Takes what the deltas of a window add up to. */
  interface SumTaker {
    void take(int window, Delta sum);
  }

  /** The sums per window, unit and key; {@code units} empty for all. */
  void sums(
      int figure, List<Window> windows, long known, Optional<Set<String>> units, SumTaker taker) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", days(windows, Window::from));
    parameters.put("to", days(windows, Window::to));
    parameters.put("on", days(windows, Window::on));
    parameters.put("figure", figure);
    parameters.put("known", known);
    parameters.put("all", units.isEmpty());
    parameters.put("units", texts(units.orElse(Set.of())));
    jdbc.query(
        SUMS,
        parameters,
        row -> {
          int window = row.getInt("number") - 1;
          taker.take(
              window,
              new Delta(
                  figure,
                  row.getString("unit"),
                  row.getString("key"),
                  windows.get(window).to(),
                  windows.get(window).on(),
                  known,
                  row.getLong("rows"),
                  row.getBigDecimal("numerator"),
                  row.getBigDecimal("denominator")));
        });
  }

  private static SqlArrayValue days(List<Window> windows, Function<Window, LocalDate> day) {
    return new SqlArrayValue("date", windows.stream().map(day).toArray());
  }

  private static Delta delta(ResultSet row) throws SQLException {
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
