package org.liuzheng.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
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
  private static final String NUMBERS =
      "select nextval('figure_page_number') from generate_series(1, :many)";
  private static final String INSERT =
      """
      insert into figure_page (number, part, height, %s)
      select * from unnest(:number, :part, :height, :figure, :unit, :deltas, :firstDay, :lastDay,
        :firstValid, :lastValid, :firstPosition, :lastPosition, :rows, :numerator, :denominator,
        :body)
      """
          .formatted(COLUMNS);
  private static final String OF_FIGURE =
      "select %s from figure_page where figure = :figure and height = 0".formatted(COLUMNS);
  private static final String BETWEEN =
      """
      select %s from figure_page
       where figure in (:figures) and height = 0 and last_position > :after
         and first_position <= :upTo and (:all or unit = any (:units))
      """
          .formatted(COLUMNS);
  private static final String LONG_TAILS =
      "select figure from figure_delta group by figure having count(*) >= :deltas";
  private static final String LOCK =
      "select id from figure_kept where id = :figure and complete for update";
  private static final String TAKE_OPEN =
      """
      delete from figure_page
       where figure = :figure and unit = any (:units) and part = 0 and deltas < :full
      returning %s
      """
          .formatted(COLUMNS);

  /** Of each unit, as many rows of one height as are worth it: full pages, or sums. */
  private static final String SUM_UP =
      """
      with open as (
        select unit, height, number,
               (row_number() over w - 1) / :many as nth
          from figure_page
         where figure = :figure and unit = any (:units) and part = 0
           and (height > 0 or deltas >= :full)
        window w as (partition by unit, height order by last_day, first_day, number)
      ), sum as (
        select unit, height, nth, nextval('figure_page_number') as number
          from open group by unit, height, nth having count(*) = :many
      ), part as (
        update figure_page p set part = sum.number
          from open join sum using (unit, height, nth)
         where p.figure = :figure and p.unit = open.unit and p.part = 0
           and p.number = open.number
        returning p.*
      )
      insert into figure_page (number, part, height, %s)
      select part, 0, height + 1, figure, unit, sum(deltas), min(first_day), max(last_day),
             min(first_valid), max(last_valid), min(first_position), max(last_position),
             sum(rows), sum(numerator), sum(denominator), cast('' as bytea)
        from part group by part, height, figure, unit
      """
          .formatted(COLUMNS);

  private static final String CUT_TAIL =
      "delete from figure_delta where figure = :figure and position <= :upTo";

  private final int full;
  private final int many;
  private final DeltaTables single;
  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate writing;
  private final TransactionTemplate snapshot;

  /**
   * @param full how many deltas a page holds at most; one with less is packed anew with what comes
   * @param many how many full pages are summed up in one row, and how many of those in another
   */
  PageTables(DataSource database, int full, int many) {
    this.full = full;
    this.many = many;
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
   * A page, or a sum with its parts.
   *
   * @param height 0 for a page
   */
  private record Node(DeltaPage page, int height, List<Node> parts) {}

  /** A row to be stored. */
  private record Row(long number, long part, Node node) {}

  /**
   * Packs the deltas of a figure by unit. Throws {@link ArithmeticException} when a number does not
   * fit.
   */
  void put(int figure, Map<String, DeltaColumns> deltas) {
    List<Node> tops = new ArrayList<>();
    deltas.forEach((unit, own) -> {
      own.sort();
      tops.addAll(summedUp(DeltaPage.of(figure, unit, own, full)));
    });
    Iterator<Long> numbers =
        jdbc.queryForList(NUMBERS, Map.of("many", rows(tops)), Long.class).iterator();
    List<Row> rows = new ArrayList<>();
    tops.forEach(top -> number(top, 0, numbers, rows));
    for (int from = 0; from < rows.size(); from += INSERTED_AT_ONCE) {
      insert(rows.subList(from, Math.min(rows.size(), from + INSERTED_AT_ONCE)));
    }
  }

  /** What stands at the top: sums, and what is left over at each height. */
  private List<Node> summedUp(List<DeltaPage> pages) {
    List<Node> tops = new ArrayList<>();
    List<Node> level = new ArrayList<>();
    for (DeltaPage page : pages) {
      (page.deltas() < full ? tops : level).add(new Node(page, 0, List.of()));
    }
    for (int height = 1; level.size() >= many; height++) {
      int whole = level.size() - level.size() % many;
      tops.addAll(level.subList(whole, level.size()));
      List<Node> sums = new ArrayList<>();
      for (int from = 0; from < whole; from += many) {
        List<Node> parts = List.copyOf(level.subList(from, from + many));
        sums.add(new Node(DeltaPage.sum(parts.stream().map(Node::page).toList()), height, parts));
      }
      level = sums;
    }
    tops.addAll(level);
    return tops;
  }

  private static int rows(List<Node> nodes) {
    return nodes.stream().mapToInt(n -> 1 + rows(n.parts())).sum();
  }

  private static void number(Node node, long part, Iterator<Long> numbers, List<Row> rows) {
    Row row = new Row(numbers.next(), part, node);
    rows.add(row);
    node.parts().forEach(p -> number(p, row.number(), numbers, rows));
  }

  private void insert(List<Row> rows) {
    List<DeltaPage> pages = rows.stream().map(r -> r.node().page()).toList();
    Map<String, Object> columns = new HashMap<>();
    columns.put("number", DeltaTables.column(rows, "bigint", Row::number));
    columns.put("part", DeltaTables.column(rows, "bigint", Row::part));
    columns.put("height", DeltaTables.column(rows, "int", r -> r.node().height()));
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
      Map<String, DeltaColumns> deltas = new TreeMap<>();
      single.tail(
          figure, upTo, d -> deltas.computeIfAbsent(d.unit(), u -> new DeltaColumns()).add(d));
      Map<String, Object> places =
          Map.of(
              "figure",
              figure,
              "units",
              new SqlArrayValue("text", deltas.keySet().toArray()),
              "full",
              full,
              "many",
              many);
      jdbc.query(
          TAKE_OPEN,
          places,
          (RowCallbackHandler)
              row -> {
                DeltaPage open = page(row);
                open.addTo(deltas.computeIfAbsent(open.unit(), u -> new DeltaColumns()));
              });
      put(figure, deltas);
      jdbc.update(SUM_UP, places);
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
