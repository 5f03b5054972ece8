package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.liuzheng.ledger.Upkeep;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.register.When;
import org.liuzheng.yaml.Flaw;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Figures over tables filled by hand. */
public final class TestFigures {
  private static final String HEAD =
      """
        label: {zh: 甲, en: A}
        meaning: {zh: 甲, en: A}
        owner: office
      """;
  static final KeptDeltas.Memory MEMORY =
      new KeptDeltas.Memory(1_000, new Background(Runnable::run));
  static final UpkeepLimits LIMITS = new UpkeepLimits(20_000, Duration.ofSeconds(2));
  private static final String UNIT = "  unit: {zh: 件, en: cases}\n";

  public final Tables tables;
  QueriedFigures figures;
  private final DataSource database;
  private final Function<DataSource, KeptDeltas> deltas;
  private final SortedMap<Long, Edition> editions = new TreeMap<>();
  private final Map<List<String>, List<Definition>> read = new HashMap<>();
  private Editions compiled = Editions.NONE;

  /**
   * @param yaml per figure, what comes after its labels; cases are counted where it has no unit
   */
  public TestFigures(String... yaml) {
    this(onConnection(TestDatabase.fresh()), TestFigures::atOnce, yaml);
  }

  private TestFigures(
      DataSource database, Function<DataSource, KeptDeltas> deltas, String... yaml) {
    this.database = database;
    this.deltas = deltas;
    tables = new Tables(database, TestSchemas.ALL);
    figures = made();
    redefine(0, yaml);
    tables.beforeReading(this::commit);
  }

  /** Figures that are always computed as given, with few deltas in a commit. */
  static TestFigures recomputedBy(
      Function<DataSource, Recomputing> recomputing, UpkeepLimits limits, String... yaml) {
    HikariConfig connections = new HikariConfig();
    connections.setDataSource(TestDatabase.fresh());
    connections.setMaximumPoolSize(4);
    return new TestFigures(
        new HikariDataSource(connections),
        database ->
            new KeptDeltas(database, pages(database), MEMORY, recomputing.apply(database), limits),
        yaml);
  }

  /** Installs these figures instead, by an entry that follows those there are. */
  void redefine(String... yaml) {
    commit();
    tables.other();
    commit();
    redefine(tables.size(), yaml);
  }

  private void redefine(long since, String... yaml) {
    editions.put(
        since, new Edition(read.computeIfAbsent(List.of(yaml), y -> read(yaml)), TestSchemas.ALL));
    install();
  }

  private void install() {
    compiled = compiled.instead(editions);
    figures.install(compiled);
  }

  private static List<Definition> read(String... yaml) {
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read = read(flaws, yaml);
    assertThat(flaws).isEmpty();
    return read;
  }

  static List<Definition> read(List<Flaw> flaws, String... yaml) {
    StringBuilder file = new StringBuilder();
    for (String figure : yaml) {
      file.append("- ").append(figure.indent(2).strip()).append('\n');
      if (figure.startsWith("relation:")) {
        file.append("  meaning: {zh: 甲, en: A}\n");
      } else {
        file.append(HEAD).append(figure.contains("unit: {") ? "" : UNIT);
      }
    }
    return Definitions.readAll(
            Map.of("f.yaml", file.toString()), Definitions.Content.NONE, TestSchemas.ALL, flaws)
        .figures();
  }

  public Figures figures() {
    return figures;
  }

  private QueriedFigures made() {
    return made(deltas.apply(database));
  }

  private QueriedFigures made(KeptDeltas kept) {
    return new QueriedFigures(
        database, tables::size, () -> TestSchemas.ALL, kept, work -> work.at(tables.size()));
  }

  private static KeptDeltas atOnce(DataSource database) {
    return new KeptDeltas(
        database,
        pages(database),
        MEMORY,
        new Recomputing(
            new KeptFigures(database),
            pages(database),
            upTo -> List.of(new PostgresDeltas(database)),
            Long.MAX_VALUE,
            new Background(Runnable::run)),
        LIMITS);
  }

  /** Pages so small that few deltas make several, and sums of them. */
  static PageTables pages(DataSource database) {
    return new PageTables(database, 2, 2);
  }

  /** Does what the ledger does with a group of entries: everything since the last time. */
  void commit() {
    Upkeep.Group group = tables.group();
    figures.deltas().beforeCommit(group);
    figures.deltas().afterCommit(group);
  }

  /** As after a new start. */
  void again() {
    with(deltas.apply(database));
  }

  void with(KeptDeltas kept) {
    figures = made(kept);
    install();
  }

  DataSource database() {
    return database;
  }

  /** Forgets every record and all definitions but the first, as on a new database. */
  public void clear() {
    editions.tailMap(1L).clear();
    tables.clear();
    tables.group();
    figures = made();
    install();
  }

  /** The test database connects anew for each statement, which takes longer than the statement. */
  private static DataSource onConnection(DataSource database) {
    try {
      return new SingleConnectionDataSource(database.getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Period period(String text) {
    return Period.parse(text).orElseThrow();
  }

  Ask ask(String figure, String unit, String period, When when) {
    return new Ask(figure, unit, period(period), when, Map.of());
  }

  /** The value as text, such as {@code 7/2 of 2}, or why there is none; checks the rows too. */
  String value(String figure, String unit, String period, When when) {
    return value(ask(figure, unit, period, when));
  }

  String value(Ask ask) {
    commit();
    Value value = figures.value(ask);
    assertThat(figures.rows(ask, 0, 5).refolded()).isEqualTo(value);
    return text(value);
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Number n ->
          n.numerator().toPlainString()
              + (n.denominator().compareTo(BigDecimal.ONE) == 0
                  ? ""
                  : "/" + n.denominator().toPlainString())
              + " of "
              + n.rows();
      case Value.None none -> none.why().en();
    };
  }
}
