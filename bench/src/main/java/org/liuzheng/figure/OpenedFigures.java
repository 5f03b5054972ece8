package org.liuzheng.figure;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;

/** The ways in which a figure can be answered, each by itself, and the SQL for other engines. */
public final class OpenedFigures {
  private static final LocalDate DAYS_FROM = LocalDate.of(2000, 1, 1);
  private static final int POSITIONS = 1_000_003;

  private final QueriedFigures figures;
  private final SqlCells records;
  private final Map<String, Installed> installed;
  private final Queries queries = new Queries();

  public OpenedFigures(Figures figures, DataSource database, List<Schema> schemas) {
    this.figures = (QueriedFigures) figures;
    this.records = new SqlCells(new Reads(database));
    this.installed =
        Editions.of(new TreeMap<>(Map.of(0L, new Edition(figures.definitions(), schemas)))).now();
  }

  /** The year of a day up to that day, for some units. */
  public record Dashboard(Set<String> units, When when) {
    Period year() {
      return new Period(Period.Kind.YEAR, when.on().withDayOfYear(1));
    }
  }

  /** Where the cells of a dashboard come from. */
  private interface Way {
    Map<Cells.At, Cell> cells(Installed figure, Cells.Question question);
  }

  public SortedMap<String, String> fromMemory(Dashboard asked) {
    return answers(
        asked,
        (figure, question) ->
            figures.deltas().cells(List.of(figure), question).getOrDefault(figure, Map.of()));
  }

  public SortedMap<String, String> fromStoredDeltas(Dashboard asked) {
    Map<String, Map<Cells.At, Cell>> found =
        figures.deltas().cold(installed.values(), question(asked));
    return answers(asked, (figure, question) -> found.getOrDefault(figure.counts(), Map.of()));
  }

  public SortedMap<String, String> fromRecords(Dashboard asked) {
    return answers(asked, records::cells);
  }

  /** Each value by itself, as a page asks for it. */
  public SortedMap<String, String> throughTheDoor(Dashboard asked) {
    SortedMap<String, String> answers = new TreeMap<>();
    figures.forget();
    asks(asked).forEach(ask -> put(answers, ask, figures.value(ask)));
    return answers;
  }

  /** All values together, as a wall asks for them. */
  public SortedMap<String, String> together(Dashboard asked) {
    SortedMap<String, String> answers = new TreeMap<>();
    List<Ask> asks = asks(asked);
    List<Value> values = figures.values(asks);
    for (int i = 0; i < asks.size(); i++) {
      put(answers, asks.get(i), values.get(i));
    }
    return answers;
  }

  private List<Ask> asks(Dashboard asked) {
    return installed.keySet().stream()
        .flatMap(f ->
            asked.units().stream().map(u -> new Ask(f, u, asked.year(), asked.when(), Map.of())))
        .toList();
  }

  private static void put(Map<String, String> answers, Ask ask, Value value) {
    if (value instanceof Value.Number n && n.rows() > 0) {
      answers.put(ask.figure() + " " + ask.unit(), text(n));
    }
  }

  private SortedMap<String, String> answers(Dashboard asked, Way way) {
    Cells.Question question = question(asked);
    SortedMap<String, String> answers = new TreeMap<>();
    installed
        .values()
        .forEach(figure ->
            way.cells(figure, question)
                .forEach((at, cell) -> put(answers, figure, at.unit(), cell)));
    return answers;
  }

  private static Cells.Question question(Dashboard asked) {
    return new Cells.Question(
        Optional.of(asked.units()), List.of(asked.year()), asked.when(), Map.of());
  }

  private static void put(Map<String, String> answers, Installed figure, String unit, Cell cell) {
    if (cell.rows() > 0) {
      cell.value(folded(figure).fold(), figure.definition().scale())
          .ifPresent(n -> answers.put(figure.name() + " " + unit, text(n)));
    }
  }

  /** An answer of another engine, in the same words. */
  public void put(Map<String, String> answers, String figure, String unit, Sums sums) {
    Installed known = installed.get(figure);
    if (known == null) {
      throw new IllegalArgumentException("no figure " + figure);
    }
    put(
        answers,
        known,
        unit,
        new Cell(sums.numerator(), sums.denominator(), sums.rows(), Map.of()));
  }

  /** What the rows of a figure add up to. */
  public record Sums(long rows, BigDecimal numerator, BigDecimal denominator) {}

  private static String text(Value.Number n) {
    return n.numerator().toPlainString()
        + "/"
        + n.denominator().toPlainString()
        + " of "
        + n.rows();
  }

  private static Definition.Folded folded(Installed figure) {
    return (Definition.Folded) figure.definition().made();
  }

  public List<String> names() {
    return List.copyOf(installed.keySet());
  }

  public boolean flow(String figure) {
    return folded(of(figure)).flow();
  }

  private Installed of(String figure) {
    return Optional.ofNullable(installed.get(figure)).orElseThrow();
  }

  /** The figure's own query, with its parameters written out. */
  public String query(String figure, Dashboard asked) {
    Installed known = of(figure);
    String sql =
        queries.fold(
            known,
            folded(known).fold(),
            known.rows().orElseThrow(),
            new Queries.Shape(true, List.of(), List.of(), Optional.empty(), Optional.empty()));
    LocalDate end = asked.year().end();
    LocalDate on = asked.when().on();
    return sql.replace(":known", String.valueOf(asked.when().known()))
        .replace(":on", day(on.isBefore(end) ? on : end))
        .replace(":from", day(asked.year().start()))
        .replace(":to", day(end))
        .replace(":units", literals(asked.units()));
  }

  private static String day(LocalDate day) {
    return "date '" + day + "'";
  }

  private static String literals(Collection<String> texts) {
    return texts.stream().map(t -> "'" + t + "'").collect(Collectors.joining(", "));
  }

  /** The insert of a figure's deltas over all history. */
  public String fill(String figure, int id, long upTo) {
    Installed known = of(figure);
    return "insert into figure_delta "
        + DeltaSql.everything(Kept.of(known, id)).replace(":upTo", String.valueOf(upTo));
  }

  /** The figure by unit, day and validity as known now: what a view or a nightly table can hold. */
  public String asKnownNow(String figure, int id) {
    Installed known = of(figure);
    boolean flow = folded(known).flow();
    List<String> amounts =
        switch (folded(known).fold()) {
          case Definition.Fold.Sum s -> List.of(s.column());
          case Definition.Fold.Mean m -> List.of(m.column());
          case Definition.Fold.Ratio r -> List.of(r.numerator(), r.denominator());
          default -> List.of();
        };
    String there =
        amounts.stream().map(a -> " and q." + a + " is not null").collect(Collectors.joining());
    List<String> sums = new ArrayList<>(amounts.stream().map(a -> "q." + a).toList());
    while (sums.size() < 2) {
      sums.add("0");
    }
    return """
    select %d as figure, q.unit as unit, %s as day, c.day as valid_from,
           sum(c.sign) as rows, sum(c.sign * %s) as numerator, sum(c.sign * %s) as denominator
      from (%s) q
     cross join lateral (values (q._valid_from, 1), (q._valid_to, -1)) as c(day, sign)
     where q._known_to = 9223372036854775807 and c.day < date '9999-12-31'%s%s
     group by 2, 3, 4
    """
        .formatted(
            id,
            flow ? "q._day" : "date '0001-01-01'",
            sums.get(0),
            sums.get(1),
            Nodes.forPostgres(
                RowsCompiler.forPostgres(
                    known
                        .rows()
                        .flatMap(CompiledRows::history)
                        .orElseThrow()
                        .branches()
                        .getFirst()
                        .select())),
            there,
            flow ? " and q._day is not null" : "");
  }

  /**
   * What the stored deltas add up to, each weighted by its place, so that no two sets look the
   * same.
   */
  public String fingerprint() {
    long count = 0;
    long rows = 0;
    long byPosition = 0;
    long byValidity = 0;
    long byDay = 0;
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ZERO;
    BigDecimal numeratorByPosition = BigDecimal.ZERO;
    for (Kept figure : figures.deltas().complete()) {
      for (Delta d : figures.deltas().all(figure)) {
        count++;
        rows += d.rows();
        byPosition += d.rows() * d.position();
        byValidity += d.rows() * ChronoUnit.DAYS.between(DAYS_FROM, d.validFrom());
        byDay += d.rows() * ChronoUnit.DAYS.between(DAYS_FROM, d.day());
        numerator = numerator.add(d.numerator());
        denominator = denominator.add(d.denominator());
        numeratorByPosition =
            numeratorByPosition.add(
                d.numerator().multiply(BigDecimal.valueOf(d.position() % POSITIONS)));
      }
    }
    return "%d deltas, %d, %s, %s, %d, %s, %d, %d"
        .formatted(
            count,
            rows,
            numerator.setScale(2),
            denominator.setScale(2),
            byPosition,
            numeratorByPosition.setScale(2),
            byValidity,
            byDay);
  }

  /** Waits until no figure is being recomputed; how many are kept then. */
  public int settled() {
    while (names().stream().anyMatch(n -> figures.recomputing(n).isPresent())) {
      LockSupport.parkNanos(5_000_000);
    }
    return figures.deltas().complete().size();
  }

  /** The record tables in DuckDB, as the program mirrors them. */
  public Connection mirrored(DataSource database, Path folder, long upTo) {
    DuckMirror mirror =
        DuckMirror.open(
            database,
            position -> "",
            new RecomputeSettings(
                folder, 0, 0, "4GB", Runtime.getRuntime().availableProcessors(), 0));
    mirror.catchUp(
        DuckSql.tables(installed.values().stream().map(f -> Kept.of(f, 0)).toList()), upTo);
    return mirror.connection();
  }

  /** Reads the deltas into memory; how many there are then. */
  public long warmUp() {
    return figures.deltas().warmUp();
  }
}
