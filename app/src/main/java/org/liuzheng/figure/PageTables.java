package org.liuzheng.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The packed deltas in the database, and the packing. A full page never changes again; the others
 * of a unit are packed anew together with what came later.
 */
final class PageTables {
  private static final int INSERTED_AT_ONCE = 500;
  private static final String COLUMNS =
      """
      figure, unit, deltas, first_day, last_day, first_valid, last_valid, first_position,
      last_position, rows, numerator, denominator, body
      """;
  private static final String INSERT =
      """
      insert into figure_page (%s)
      select * from unnest(:figure, :unit, :deltas, :firstDay, :lastDay, :firstValid, :lastValid,
        :firstPosition, :lastPosition, :rows, :numerator, :denominator, :body)
      """
          .formatted(COLUMNS);
  private static final String OF_FIGURE =
      "select %s from figure_page where figure = :figure".formatted(COLUMNS);
  private static final String BETWEEN =
      """
      select %s from figure_page
       where figure in (:figures) and last_position > :after and first_position <= :upTo
         and (:all or unit = any (:units))
      """
          .formatted(COLUMNS);
  private static final String LONG_TAILS =
      "select figure from figure_delta group by figure having count(*) >= :deltas";
  private static final String LOCK =
      "select id from figure_kept where id = :figure and complete for update";
  private static final String TAKE_OPEN =
      """
      delete from figure_page where figure = :figure and unit = any (:units) and deltas < :full
      returning %s
      """
          .formatted(COLUMNS);
  private static final String CUT_TAIL =
      "delete from figure_delta where figure = :figure and position <= :upTo";

  private final int full;
  private final DeltaTables single;
  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate writing;
  private final TransactionTemplate snapshot;

  /**
   * @param full how many deltas a page holds at most; one with less is packed anew with what comes
   */
  PageTables(DataSource database, int full) {
    this.full = full;
    this.single = new DeltaTables(database);
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(INSERTED_AT_ONCE);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.writing = new TransactionTemplate(new JdbcTransactionManager(database));
    this.snapshot = ColdCells.snapshot(database);
  }

  /** Runs {@code reading} as of one moment. */
  void snapshot(Runnable reading) {
    snapshot.executeWithoutResult(tx -> reading.run());
  }

  /**
   * Packs the deltas of a figure by unit. Throws {@link ArithmeticException} when a number does not
   * fit.
   */
  void put(Map<String, List<Delta>> deltas) {
    insert(deltas.values().stream().flatMap(d -> DeltaPage.of(d, full).stream()).toList());
  }

  private void insert(List<DeltaPage> pages) {
    for (int from = 0; from < pages.size(); from += INSERTED_AT_ONCE) {
      insertSome(pages.subList(from, Math.min(pages.size(), from + INSERTED_AT_ONCE)));
    }
  }

  private void insertSome(List<DeltaPage> pages) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("figure", DeltaTables.column(pages, "int", DeltaPage::figure));
    columns.put("unit", DeltaTables.column(pages, "text", DeltaPage::unit));
    columns.put("deltas", DeltaTables.column(pages, "int", DeltaPage::deltas));
    columns.put("firstDay", DeltaTables.column(pages, "date", DeltaPage::firstDay));
    columns.put("lastDay", DeltaTables.column(pages, "date", DeltaPage::lastDay));
    columns.put("firstValid", DeltaTables.column(pages, "date", DeltaPage::firstValid));
    columns.put("lastValid", DeltaTables.column(pages, "date", DeltaPage::lastValid));
    columns.put("firstPosition", DeltaTables.column(pages, "bigint", DeltaPage::firstPosition));
    columns.put("lastPosition", DeltaTables.column(pages, "bigint", DeltaPage::lastPosition));
    columns.put("rows", DeltaTables.column(pages, "bigint", DeltaPage::rows));
    columns.put("numerator", DeltaTables.column(pages, "numeric", DeltaPage::numerator));
    columns.put("denominator", DeltaTables.column(pages, "numeric", DeltaPage::denominator));
    columns.put(
        "body",
        new SqlArrayValue("bytea", pages.stream().map(DeltaPage::body).toArray(byte[][]::new)));
    jdbc.update(INSERT, columns);
  }

  /** Gives every page of a figure, in no order. */
  void each(int figure, Consumer<DeltaPage> taker) {
    jdbc.query(
        OF_FIGURE, Map.of("figure", figure), (RowCallbackHandler) row -> taker.accept(page(row)));
  }

  /** Gives the pages with deltas between two positions; {@code units} empty for all. */
  void between(
      Set<Integer> figures,
      long after,
      long upTo,
      Collection<String> units,
      Consumer<DeltaPage> taker) {
    jdbc.query(
        BETWEEN,
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
            new SqlArrayValue("text", units.toArray())),
        (RowCallbackHandler) row -> taker.accept(page(row)));
  }

  /** The figures of which at least so many deltas stand one by one. */
  List<Integer> withTail(int deltas) {
    return jdbc.queryForList(LONG_TAILS, Map.of("deltas", deltas), Integer.class);
  }

  /**
   * Packs what stands one by one up to a position, which must be committed. Readers see the deltas
   * before or after, and never twice. Throws {@link ArithmeticException} when a number does not fit
   * into a page.
   */
  void pack(int figure, long upTo) {
    writing.executeWithoutResult(tx -> {
      if (jdbc.queryForList(LOCK, Map.of("figure", figure), Integer.class).isEmpty()) {
        return;
      }
      Map<String, List<Delta>> deltas = new TreeMap<>();
      single.tail(
          figure, upTo, d -> deltas.computeIfAbsent(d.unit(), u -> new ArrayList<>()).add(d));
      jdbc.query(
          TAKE_OPEN,
          Map.of(
              "figure",
              figure,
              "units",
              new SqlArrayValue("text", deltas.keySet().toArray()),
              "full",
              full),
          (RowCallbackHandler)
              row -> {
                DeltaPage open = page(row);
                deltas.computeIfAbsent(open.unit(), u -> new ArrayList<>()).addAll(open.unpacked());
              });
      put(deltas);
      jdbc.update(CUT_TAIL, Map.of("figure", figure, "upTo", upTo));
    });
  }

  private static DeltaPage page(ResultSet row) throws SQLException {
    return new DeltaPage(
        row.getInt("figure"),
        row.getString("unit"),
        row.getInt("deltas"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("first_valid", LocalDate.class),
        row.getObject("last_valid", LocalDate.class),
        row.getLong("first_position"),
        row.getLong("last_position"),
        row.getLong("rows"),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"),
        row.getBytes("body"));
  }
}
