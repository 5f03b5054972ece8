package org.liuzheng.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the SQL around figures' rows. */
final class Reads {
  private static final int FETCH_ROWS = 1000;

  private final DataSource database;
  private final Deadline deadline;
  private final JdbcTemplate template;
  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate reading;
  private final Queries queries = new Queries();

  Reads(DataSource database) {
    this(database, Deadline.NONE);
  }

  Reads(DataSource database, Deadline deadline) {
    this.database = database;
    this.deadline = deadline;
    this.template = new JdbcTemplate(database);
    template.setFetchSize(FETCH_ROWS);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.reading = new TransactionTemplate(new JdbcTransactionManager(database));
    this.reading.setReadOnly(true);
  }

  DataSource database() {
    return database;
  }

  /** Is given each result row with the period it belongs to. */
  interface Taker {
    void take(ResultSet row, Period period) throws SQLException;
  }

  /** Folds by unit, period and, if wanted, a column. */
  void fold(Installed figure, Cells.Question question, Optional<String> key, Taker taker) {
    if (!(figure.definition().made() instanceof Definition.Folded folded)) {
      throw new IllegalArgumentException(figure.name() + " is a step and has no rows of its own");
    }
    each(
        figure,
        question,
        key,
        (rows, shape) -> queries.fold(figure, folded.fold(), rows, shape),
        taker);
  }

  /** The rows, those of one period after those of the one before, by key within. */
  void rows(Installed figure, Cells.Question question, Taker taker) {
    each(
        figure,
        question,
        Optional.empty(),
        (rows, shape) -> queries.rows(figure, rows, shape),
        taker);
  }

  /** The positions between two at which a version in one of these tables began or ended. */
  SortedSet<Long> positions(Collection<String> tables, long after, long upTo) {
    SortedSet<Long> positions = new TreeSet<>();
    for (String table : tables) {
      positions.addAll(
          jdbc.queryForList(
              queries.positions(table), Map.of("after", after, "upTo", upTo), Long.class));
    }
    return positions;
  }

  NamedParameterJdbcTemplate jdbc() {
    return jdbc;
  }

  private interface Writer {
    String sql(CompiledRows rows, Queries.Shape shape);
  }

  /** One query for all periods of a flow; a stock is read on one day at a time. */
  private void each(
      Installed figure, Cells.Question question, Optional<String> key, Writer writer, Taker taker) {
    CompiledRows rows = figure.rows().orElseThrow();
    if (rows.flow() && question.periods().size() > 1) {
      query(rows, question, key, Optional.of(question.periods().getFirst().kind()), writer, taker);
      return;
    }
    question
        .periods()
        .forEach(p -> query(rows, question.in(p), key, Optional.empty(), writer, taker));
  }

  private void query(
      CompiledRows rows,
      Cells.Question question,
      Optional<String> key,
      Optional<Period.Kind> bucket,
      Writer writer,
      Taker taker) {
    if (question.units().filter(u -> u.isEmpty()).isPresent()) {
      return;
    }
    Map<String, Object> parameters = parameters(rows, question);
    List<String> where = new ArrayList<>();
    List<String> blank = new ArrayList<>();
    new TreeMap<>(question.where())
        .forEach((column, text) -> {
          if (text.isEmpty()) {
            blank.add(column);
          } else {
            boolean month =
                rows.column(column).filter(c -> c.kind() == Column.Kind.MONTH).isPresent();
            parameters.put("where" + where.size(), month ? text + "-01" : text);
            where.add(column);
          }
        });
    String sql =
        writer.sql(
            rows, new Queries.Shape(question.units().isPresent(), where, blank, bucket, key));
    Map<LocalDate, Period> periods = new HashMap<>();
    question.periods().forEach(p -> periods.put(p.start(), p));
    deadline.limit(template);
    reading.executeWithoutResult(tx ->
        jdbc.query(
            sql,
            parameters,
            row -> {
              deadline.check();
              Period period =
                  bucket.isEmpty()
                      ? question.periods().getFirst()
                      : periods.get(row.getObject(Queries.PERIOD, LocalDate.class));
              if (period != null) {
                taker.take(row, period);
              }
            }));
  }

  private static Map<String, Object> parameters(CompiledRows rows, Cells.Question question) {
    Map<String, Object> parameters = new HashMap<>();
    LocalDate on = question.when().on();
    LocalDate from = question.periods().getFirst().start();
    LocalDate to = question.periods().getLast().end();
    if (rows.flow()) {
      parameters.put("from", from);
      parameters.put("to", to);
    }
    parameters.put("on", rows.flow() || on.isBefore(to) ? on : to);
    parameters.put("known", question.when().known());
    question.units().ifPresent(u -> parameters.put("units", u));
    return parameters;
  }
}
