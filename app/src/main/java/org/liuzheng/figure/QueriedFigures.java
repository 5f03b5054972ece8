package org.liuzheng.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.liuzheng.figure.Cells.At;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;
import org.liuzheng.words.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Figures by querying the registers' tables anew for each question. What was asked as known at a
 * position that is committed is remembered, because it cannot change.
 */
@Component
final class QueriedFigures implements Figures, AutoCloseable {
  private static final String UNIT = "unit";
  private static final int STREAK_WINDOW = 16;

  private final LongSupplier committed;
  private final Supplier<List<Schema>> schemas;
  private final Reads reads;
  private final SqlCells records;
  private final KeptDeltas deltas;
  private final Cells cells;
  private final Keeping keeping;
  private final Answers answers;
  private final KnownScores scores;
  private final UnitTrees trees;
  private volatile Editions editions = Editions.NONE;

  @Autowired
  QueriedFigures(
      DataSource database,
      Ledger ledger,
      Registers registers,
      RecomputeSettings settings,
      UpkeepLimits limits) {
    this(
        database,
        ledger::size,
        registers::schemas,
        KeptDeltas.asSet(database, ledger, settings, limits),
        work ->
            ledger.write(appender -> {
              // What others have written in the same group is kept up with the group.
              work.at(ledger.size());
              return appender.next();
            }));
    ledger.keepUp(deltas);
  }

  /**
   * @param committed the position up to which nothing changes any more
   */
  QueriedFigures(
      DataSource database,
      LongSupplier committed,
      Supplier<List<Schema>> schemas,
      KeptDeltas deltas,
      Keeping keeping) {
    this(new Reads(database), committed, schemas, deltas, keeping);
  }

  private QueriedFigures(
      Reads reads,
      LongSupplier committed,
      Supplier<List<Schema>> schemas,
      KeptDeltas deltas,
      Keeping keeping) {
    this.committed = committed;
    this.schemas = schemas;
    this.reads = reads;
    this.answers = new Answers(committed);
    this.scores = new KnownScores(committed);
    this.trees = new UnitTrees(reads, committed);
    this.records = new SqlCells(reads);
    this.deltas = deltas;
    this.cells = new DeltaCells(deltas, records);
    this.keeping = keeping;
  }

  KeptDeltas deltas() {
    return deltas;
  }

  /** Forgets what was answered, so that it can be measured. */
  void forget() {
    answers.clear();
  }

  Checkable checkable() {
    return new Checkable(keeping, deltas, records, reads, () -> editions, this::forget, committed);
  }

  /** The value from the deltas in the database, without those in memory. */
  Value cold(Ask ask) {
    Installed figure = figure(ask);
    return new Evaluation(
            editions.of(ask),
            new DeltaCells(deltas, records) {
              @Override
              public Map<At, Cell> cells(Installed folded, Question question) {
                return deltas.cold(folded, question);
              }
            },
            tree(ask.when()),
            ask.when(),
            ask.where(),
            KnownScores.ofOne(),
            STREAK_WINDOW)
        .value(figure, ask.unit(), ask.period());
  }

  @Override
  public void install(List<Definition> definitions) {
    install(new TreeMap<>(Map.of(0L, new Edition(definitions, schemas.get()))));
  }

  @Override
  public void install(SortedMap<Long, Edition> installed) {
    install(editions.instead(installed));
  }

  void install(Editions ready) {
    keeping.run(position -> deltas.keep(ready.all(), position));
    editions = ready;
    answers.clear();
  }

  @Override
  public Figures trial(Edition draft, Duration within) {
    QueriedFigures trial =
        new QueriedFigures(
            new Reads(reads.database(), Deadline.in(within)),
            committed,
            schemas,
            deltas,
            work -> {});
    trial.editions = Editions.of(new TreeMap<>(Map.of(0L, draft)));
    return trial;
  }

  @Override
  public List<Definition> definitions() {
    return editions.now().values().stream().map(Installed::definition).toList();
  }

  @Override
  public Optional<Definition> definition(String figure) {
    return Optional.ofNullable(editions.now().get(figure)).map(Installed::definition);
  }

  @Override
  public Definition definition(Ask ask) {
    return figure(ask).definition();
  }

  @Override
  public List<Definition> leaves(Ask ask) {
    return Installation.leaves(editions.of(ask), figure(ask)).stream()
        .map(Installed::definition)
        .toList();
  }

  @Override
  public List<Version> versions(String figure) {
    return editions.versions(figure);
  }

  @Override
  public Optional<Long> recomputing(String figure) {
    Map<String, Installed> now = editions.now();
    return Optional.ofNullable(now.get(figure)).stream()
        .flatMap(f -> Installation.leaves(now, f).stream())
        .flatMap(f -> deltas.recomputing(f).stream())
        .min(Comparator.naturalOrder());
  }

  @Override
  public Value value(Ask ask) {
    Installed figure = figure(ask);
    return answers.of(
        Set.of(figure),
        ask,
        Answers.VALUE,
        () -> evaluation(ask).value(figure, ask.unit(), ask.period()));
  }

  @Override
  public List<Value> values(List<Ask> asks) {
    return new Together(cells, asks, this::figure)
        .values(
            (read, ask, figure, units) ->
                evaluation(ask, read).grid(figure, units, List.of(ask.period())),
            when -> tree(when)::below);
  }

  @Override
  public Rows rows(Ask ask, int page, int size, Mask mask) {
    Installed figure = figure(ask);
    int window = window(figure, ask);
    RowPage rows =
        new RowPage(editions.of(ask), figure, (long) page * size, size, new Masking(mask));
    Value refolded =
        new Evaluation(
                editions.of(ask),
                new RowCells(reads, rows),
                tree(ask.when()),
                ask.when(),
                ask.where(),
                KnownScores.ofOne(),
                window)
            .value(figure, ask.unit(), ask.period());
    return new Rows(figure.definition(), rows.columns(), rows.rows(), rows.total(), refolded);
  }

  /** Of a streak, the rows are those of its run and of the period that ended it. */
  private int window(Installed figure, Ask ask) {
    return Rankings.isStreak(figure) ? run(ask).periods().size() + 1 : 1;
  }

  @Override
  public Map<Period, Long> naming(Ask ask, Period from, String register, String record) {
    Map<Period, Long> rows = new TreeMap<>();
    governed(ask, from)
        .forEach((figure, periods) -> {
          if (figure.definition().made() instanceof Definition.Folded folded) {
            folded
                .links()
                .forEach((column, named) -> {
                  if (named.equals(register)) {
                    new PeriodEnds(cells)
                        .cells(
                            figure,
                            new Cells.Question(
                                units(figure, ask), periods, ask.when(), Map.of(column, record)))
                        .forEach((at, cell) -> {
                          if (cell.rows() > 0) {
                            rows.merge(at.period(), cell.rows(), Math::max);
                          }
                        });
                  }
                });
          }
        });
    return rows;
  }

  @Override
  public List<Point> series(Ask ask, Period from) {
    if (from.kind() != ask.period().kind()) {
      throw new IllegalArgumentException(
          "a series from %s cannot end with %s".formatted(from, ask.period()));
    }
    Map<Installed, List<Period>> governed = governed(ask, from);
    return answers.of(
        governed.keySet(),
        ask,
        from,
        () -> {
          List<Point> points = new ArrayList<>();
          governed.forEach((figure, periods) -> {
            Evaluation.Grid grid =
                evaluation(ask.in(periods.getFirst())).grid(figure, List.of(ask.unit()), periods);
            periods.forEach(
                p -> points.add(new Point(p, grid.get(new At(ask.unit(), p)), figure.hash())));
          });
          points.sort(Comparator.comparing(Point::period));
          return List.copyOf(points);
        });
  }

  /** The periods up to the asked one, by the definition that governs them. */
  private Map<Installed, List<Period>> governed(Ask ask, Period from) {
    Map<Installed, List<Period>> governed = new LinkedHashMap<>();
    Stream.iterate(from, p -> p.compareTo(ask.period()) <= 0, p -> p.plus(1))
        .forEach(p -> governed.computeIfAbsent(figure(ask.in(p)), f -> new ArrayList<>()).add(p));
    return governed;
  }

  @Override
  public List<Change> changes(Ask ask, long since) {
    Installed figure = figure(ask);
    return answers.of(
        Set.of(figure),
        ask,
        "since " + since,
        () ->
            Changes.between(
                since,
                candidates(figure, ask, since),
                fromDeltas(figure, ask) ? Changes.MOST_OF_DELTAS : Changes.MOST_OF_RECORDS,
                position -> value(ask.knownAt(position))));
  }

  private boolean fromDeltas(Installed figure, Ask ask) {
    return ask.where().isEmpty()
        && !Steps.readsRows(figure.definition())
        && Installation.leaves(editions.of(ask), figure).stream().allMatch(deltas::keeps);
  }

  /** Where the deltas, the tables of what has none, or the tree of units changed. */
  private List<Long> candidates(Installed figure, Ask ask, long since) {
    long upTo = ask.when().known();
    SortedSet<Long> redefined =
        ask.definitions().isPresent() ? new TreeSet<>() : editions.positions(since, upTo);
    Set<Installed> leaves = new HashSet<>();
    Stream.concat(Stream.of(since), redefined.stream())
        .map(ask::knownAt)
        .forEach(a -> leaves.addAll(Installation.leaves(editions.of(a), figure(a))));
    SortedSet<Long> candidates = new TreeSet<>(redefined);
    candidates.addAll(
        new Candidates(reads, deltas, schemas.get())
            .between(leaves, since, upTo, unitsThenAndNow(figure, ask, since)));
    return List.copyOf(candidates);
  }

  private Optional<Set<String>> unitsThenAndNow(Installed figure, Ask ask, long since) {
    boolean stepped = figure.definition().made() instanceof Definition.Stepped;
    return stepped
        ? Optional.empty()
        : units(figure, ask)
            .flatMap(now ->
                units(figure, ask.knownAt(since))
                    .map(then -> {
                      Set<String> both = new TreeSet<>(now);
                      both.addAll(then);
                      return both;
                    }));
  }

  @Override
  public List<Standing> ranking(Ask ask) {
    Installed figure = figure(ask);
    return answers.of(Set.of(figure), ask, "ranking", () -> rankings(ask).ranking(figure, ask));
  }

  @Override
  public List<TooFew> tooFew(Ask ask) {
    Installed figure = figure(ask);
    return answers.of(Set.of(figure), ask, "too few", () -> rankings(ask).tooFew(figure, ask));
  }

  @Override
  public Run run(Ask ask) {
    Installed figure = figure(ask);
    return answers.of(Set.of(figure), ask, "run", () -> rankings(ask).run(figure, ask));
  }

  private Rankings rankings(Ask ask) {
    return new Rankings(editions.of(ask), evaluation(ask), tree(ask.when()));
  }

  @Override
  public List<Part> breakdown(Ask ask, String column) {
    Installed figure = figure(ask);
    Installed leaf = Installation.leaf(editions.of(ask), figure);
    checkBy(figure, Set.of(column));
    return answers.of(
        Set.of(figure),
        ask,
        "by " + column,
        () -> {
          if (Steps.isScored(figure.definition())) {
            List<Part> scored = new ArrayList<>();
            new Scores(
                    editions.of(ask), new PeriodEnds(cells), tree(ask.when()), ask.when(), scores)
                .parts(figure, ask.unit(), ask.period(), ask.where(), column)
                .forEach((key, value) -> scored.add(new Part(key, value)));
            return inOrder(scored);
          }
          Cells.Question asked =
              new Cells.Question(units(leaf, ask), List.of(ask.period()), ask.when(), ask.where());
          Cells.Question question =
              Steps.isReduction(figure.definition()) ? asked.before(ask.period()) : asked;
          Map<String, Cell> found =
              ask.period().start().isAfter(ask.when().on())
                  ? Map.of()
                  : records.by(leaf, PeriodEnds.adjusted(leaf, question), column);
          List<Part> parts = new ArrayList<>();
          found.forEach((key, cell) ->
              parts.add(
                  new Part(
                      key,
                      leaf.equals(figure)
                          ? cellValue(leaf, cell)
                          : value(ask.filtered(column, key)))));
          return inOrder(parts);
        });
  }

  private static List<Part> inOrder(List<Part> parts) {
    return parts.stream()
        .sorted(Comparator.comparing(Part::value, Value::largestFirst).thenComparing(Part::key))
        .toList();
  }

  private static Value cellValue(Installed leaf, Cell cell) {
    Definition.Folded folded = (Definition.Folded) leaf.definition().made();
    return cell.value(folded.fold(), leaf.definition().scale())
        .<Value>map(n -> n)
        .orElseGet(() -> new Value.None(Words.text("figure.no_value_in_part")));
  }

  private Optional<Set<String>> units(Installed leaf, Ask ask) {
    if (ask.unit().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        leaf.definition().rollUp()
            ? new TreeSet<>(tree(ask.when()).below(ask.unit()))
            : Set.of(ask.unit()));
  }

  /**
   * An unknown figure or filter is the caller's mistake: what may be asked is in the definition.
   */
  private Installed figure(Ask ask) {
    Installed figure = Objects.requireNonNull(editions.of(ask).get(ask.figure()));
    checkBy(figure, ask.where().keySet());
    return figure;
  }

  private static void checkBy(Installed figure, Set<String> columns) {
    if (!figure.definition().by().containsAll(columns)) {
      throw new IllegalArgumentException(
          "figure %s can be filtered by %s, not by %s"
              .formatted(figure.name(), figure.definition().by(), columns));
    }
  }

  private Evaluation evaluation(Ask ask) {
    return evaluation(ask, cells);
  }

  private Evaluation evaluation(Ask ask, Cells from) {
    return new Evaluation(
        editions.of(ask), from, tree(ask.when()), ask.when(), ask.where(), scores, STREAK_WINDOW);
  }

  private UnitTree tree(When when) {
    boolean units = schemas.get().stream().anyMatch(s -> s.name().equals(UNIT));
    return units ? trees.read(when) : UnitTree.EMPTY;
  }

  /** Before the database closes. */
  @Override
  public void close() {
    deltas.close();
  }
}
