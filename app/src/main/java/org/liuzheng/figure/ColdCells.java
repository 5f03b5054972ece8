package org.liuzheng.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.liuzheng.figure.DeltaTables.Window;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums of deltas read from the database, of several figures at once. A page that lies wholly inside
 * what is asked gives its sums, and so does a sum of pages; a sum on an edge is gone into, a page
 * there is looked through.
 */
final class ColdCells {
  private static final String PAGES =
      """
      select p.figure, p.unit, p.number, p.height, p.rows, p.numerator, p.denominator, f.whole,
             case when f.whole then null else p.body end as body
        from unnest(:figure, :unit, :part, :from, :to, :on, :one)
             as w(figure, unit, part, day_from, day_to, day_on, one)
        join figure_page p
          on p.figure = w.figure and p.part = w.part and p.last_day >= w.day_from
             and p.first_day <= w.day_to and p.first_valid <= w.day_on
             and p.first_position <= :known%s
       cross join lateral (
         select w.one and p.first_day >= w.day_from and p.last_day <= w.day_to
                and p.last_valid <= w.day_on and p.last_position <= :known as whole) f
      """;
  private static final String OF_UNIT = " and p.unit = w.unit";

  /** The pages are found by their key, whatever the database knows of the table yet. */
  private static final String BY_KEY = "set local enable_seqscan = off";

  private static final String TAIL =
      """
      select d.figure, d.unit, d.key, d.day, d.valid_from, d.position, d.rows, d.numerator,
             d.denominator
        from figure_delta d
       where d.figure = any (:figures) and d.position <= :known%s
      """;
  private static final String OF_UNITS = " and d.unit = any (:units)";

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate snapshot;

  ColdCells(DataSource database) {
    this.jdbc = new NamedParameterJdbcTemplate(new JdbcTemplate(database));
    this.snapshot = snapshot(database);
  }

  /** Pages and what is not packed yet must be read as of one moment. */
  static TransactionTemplate snapshot(DataSource database) {
    TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return snapshot;
  }

  /**
   * @param id among the kept figures
   * @param keyed whether the sums are wanted by key
   */
  record Asked(int id, boolean keyed, List<Window> windows) {
    LocalDate from() {
      return windows.stream().map(Window::from).min(LocalDate::compareTo).orElseThrow();
    }

    LocalDate to() {
      return windows.stream().map(Window::to).max(LocalDate::compareTo).orElseThrow();
    }

    LocalDate on() {
      return windows.stream().map(Window::on).max(LocalDate::compareTo).orElseThrow();
    }

    boolean one() {
      return windows.size() == 1 && !keyed;
    }
  }

  /** Where a sum belongs; {@code window} counts from 0. */
  record Place(int figure, String unit, int window) {}

  /**
   * Rows to be read.
   *
   * @param part of which sum; 0 for what stands at the top
   */
  private record Part(Asked asked, String unit, long part) {}

  /** The cells that are not empty; {@code units} empty for all. */
  Map<Place, Cell> cells(Collection<Asked> asked, Optional<Set<String>> units, long known) {
    Summing summing = new Summing(known);
    List<Part> tops = new ArrayList<>();
    asked.forEach(a -> {
      summing.asked.put(a.id(), a);
      units.orElse(Set.of("")).forEach(unit -> tops.add(new Part(a, unit, 0)));
    });
    snapshot.executeWithoutResult(tx -> {
      jdbc.getJdbcOperations().execute(BY_KEY);
      read(PAGES.formatted(units.isPresent() ? OF_UNIT : ""), tops, summing);
      while (!summing.parts.isEmpty()) {
        List<Part> parts = List.copyOf(summing.parts);
        summing.parts.clear();
        read(PAGES.formatted(OF_UNIT), parts, summing);
      }
      tail(asked, units, summing);
    });
    return summing.cells();
  }

  private void read(String pages, List<Part> parts, Summing summing) {
    Map<String, Object> columns = new HashMap<>();
    columns.put("figure", DeltaTables.column(parts, "int", p -> p.asked().id()));
    columns.put("unit", DeltaTables.column(parts, "text", Part::unit));
    columns.put("part", DeltaTables.column(parts, "bigint", Part::part));
    columns.put("from", DeltaTables.column(parts, "date", p -> p.asked().from()));
    columns.put("to", DeltaTables.column(parts, "date", p -> p.asked().to()));
    columns.put("on", DeltaTables.column(parts, "date", p -> p.asked().on()));
    columns.put("one", DeltaTables.column(parts, "boolean", p -> p.asked().one()));
    columns.put("known", summing.known);
    jdbc.query(pages, columns, (RowCallbackHandler) summing::page);
  }

  private void tail(Collection<Asked> asked, Optional<Set<String>> units, Summing summing) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("figures", DeltaTables.column(List.copyOf(asked), "int", Asked::id));
    parameters.put("known", summing.known);
    units.ifPresent(u -> parameters.put("units", new SqlArrayValue("text", u.toArray())));
    jdbc.query(
        TAIL.formatted(units.isPresent() ? OF_UNITS : ""),
        parameters,
        (RowCallbackHandler) summing::delta);
  }

  private static final class Sum {
    private long rows;
    private BigDecimal numerator = BigDecimal.ZERO;
    private BigDecimal denominator = BigDecimal.ZERO;
    private final Map<String, Long> keys = new TreeMap<>();

    void add(long moreRows, BigDecimal moreNumerator, BigDecimal moreDenominator) {
      rows += moreRows;
      numerator = numerator.add(moreNumerator);
      denominator = denominator.add(moreDenominator);
    }
  }

  private static final class Summing {
    private final Map<Integer, Asked> asked = new HashMap<>();
    private final Map<Place, Sum> sums = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final long known;

    Summing(long known) {
      this.known = known;
    }

    void page(ResultSet row) throws SQLException {
      Asked figure = asked(row);
      String unit = row.getString("unit");
      if (row.getBoolean("whole")) {
        sum(figure, unit, 0)
            .add(
                row.getLong("rows"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"));
      } else if (row.getInt("height") > 0) {
        parts.add(new Part(figure, unit, row.getLong("number")));
      } else {
        byte[] body = row.getBytes("body");
        for (int i = 0; i < figure.windows().size(); i++) {
          look(body, figure, unit, i);
        }
      }
    }

    private void look(byte[] body, Asked figure, String unit, int window) {
      Looking looking = new Looking(figure.windows().get(window), known);
      if (figure.keyed()) {
        Map<String, Long> keys = sum(figure, unit, window).keys;
        PageBody.each(
            body,
            (day, valid, position, rows, numerator, denominator, key) -> {
              if (looking.asked.takes(day, valid, position)) {
                keys.merge(key, rows, Long::sum);
              }
            });
        return;
      }
      PageBody.each(body, looking);
      int scale = PageBody.scale(body);
      sum(figure, unit, window)
          .add(
              looking.total.rows(),
              BigDecimal.valueOf(looking.total.numerator(), scale),
              BigDecimal.valueOf(looking.total.denominator(), scale));
    }

    void delta(ResultSet row) throws SQLException {
      Asked figure = asked(row);
      Delta delta = DeltaTables.delta(row);
      for (int i = 0; i < figure.windows().size(); i++) {
        if (figure.windows().get(i).takes(delta)) {
          Sum sum = sum(figure, delta.unit(), i);
          sum.add(delta.rows(), delta.numerator(), delta.denominator());
          if (figure.keyed()) {
            sum.keys.merge(delta.key(), delta.rows(), Long::sum);
          }
        }
      }
    }

    private Asked asked(ResultSet row) throws SQLException {
      Asked found = asked.get(row.getInt("figure"));
      if (found == null) {
        throw new IllegalStateException("nobody asked for figure " + row.getInt("figure"));
      }
      return found;
    }

    private Sum sum(Asked figure, String unit, int window) {
      return sums.computeIfAbsent(new Place(figure.id(), unit, window), p -> new Sum());
    }

    Map<Place, Cell> cells() {
      Map<Place, Cell> cells = new HashMap<>();
      sums.forEach((place, sum) -> {
        Asked figure = asked.get(place.figure());
        Cell cell =
            figure != null && figure.keyed()
                ? KeyedCell.of(sum.keys)
                : new Cell(sum.numerator, sum.denominator, sum.rows, Map.of());
        if (cell.rows() != 0) {
          cells.put(place, cell);
        }
      });
      return cells;
    }
  }

  /** Adds up the deltas of a page that lie in a window. */
  private static final class Looking implements PageBody.Taker {
    private final DeltaCell.Asked asked;
    private final DeltaTree.Total total = new DeltaTree.Total();

    Looking(Window window, long known) {
      this.asked = DeltaCell.Asked.of(window, known);
    }

    @Override
    public void take(
        int day,
        int valid,
        long position,
        long rows,
        long numerator,
        long denominator,
        String key) {
      if (asked.takes(day, valid, position)) {
        total.add(rows, numerator, denominator);
      }
    }
  }
}
