package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;

/**
 * Keeps the deltas of figures in the commit of the entries they follow from; {@link DeltaReading}
 * answers from them.
 *
 * <table>
 * <caption>What a failure at each step means</caption>
 * <tr><td>the deltas of a group cannot be computed or stored, or are more than a commit may
 * do</td><td>the group is written all the same; the figures are no longer kept, are asked of the
 * records, which is slower and as right, and are computed anew in the background</td></tr>
 * <tr><td>killed before the commit</td><td>neither entries nor deltas</td></tr>
 * <tr><td>killed while a figure is computed</td><td>it is not complete, and is computed anew after
 * the next start</td></tr>
 * <tr><td>a figure cannot be computed</td><td>it is asked of the records until the next
 * start</td></tr>
 * </table>
 */
final class KeptDeltas implements Upkeep, Recomputing.Wanting, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptDeltas.class);

  /** A page on an edge is looked through, which is to cost little beside finding it. */
  private static final int PAGE = 128;

  private static final int SUMMED_UP = 16;

  private final DeltaTables tables;
  private final Packing packing;
  private final KeptFigures figures;
  private final Concerned whom;
  private final GroupDeltas groups;
  private final Recomputing recomputing;

  /**
   * Changed by those who hold its lock, so that no figure is complete for one and not for another.
   */
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** Those of the kept that are not complete yet, and the position up to which they will be. */
  private final Map<Integer, Long> filling = new ConcurrentHashMap<>();

  private final Background beside;
  private final WarmFigures warm;
  private final DeltaReading reading;
  private final List<Delta> waiting = new ArrayList<>();
  private final Map<Kept, Kept> begunAgain = new HashMap<>();

  static KeptDeltas asSet(
      DataSource database, Ledger ledger, RecomputeSettings settings, UpkeepLimits limits) {
    LongFunction<String> lastEntry =
        position ->
            ledger.entry(position - 1).map(e -> HexFormat.of().formatHex(e.leafHash())).orElse("");
    PageTables pages = new PageTables(database, PAGE, SUMMED_UP);
    return new KeptDeltas(
        database,
        pages,
        new Memory(settings.inMemory(), Background.named("figures")),
        Recomputing.asSet(database, pages, lastEntry, settings),
        limits);
  }

  /**
   * @param deltas how many are held in memory
   * @param beside where they are read in, and packed
   */
  record Memory(long deltas, Background beside) {}

  KeptDeltas(
      DataSource database,
      PageTables pages,
      Memory memory,
      Recomputing recomputing,
      UpkeepLimits limits) {
    this.tables = new DeltaTables(database);
    this.beside = memory.beside();
    this.warm = new WarmFigures(pages, tables, memory.deltas(), beside);
    this.reading = new DeltaReading(database, warm, pages);
    this.packing = new Packing(pages, beside);
    this.figures = new KeptFigures(database);
    this.whom = new Concerned(database);
    this.groups = new GroupDeltas(database, limits);
    this.recomputing = recomputing;
  }

  /**
   * Makes these figures, and no others, the kept ones; deltas that are not there yet are computed.
   * Figures that count the same share theirs, whatever each is called. Runs on the writer's thread,
   * so that no entry comes between.
   *
   * @param upTo the position of the ledger
   */
  void keep(Collection<Installed> installed, long upTo) {
    Map<String, Installed> wanted = new TreeMap<>();
    installed.stream().filter(Kept::keepable).forEach(f -> wanted.putIfAbsent(f.counts(), f));
    List<Recomputing.Task> missing;
    synchronized (kept) {
      missing = begun(wanted, upTo);
    }
    recomputing.begin(missing, upTo, this);
  }

  /** Keeps these from now on, and gives those whose deltas are not there. */
  private List<Recomputing.Task> begun(Map<String, Installed> wanted, long upTo) {
    Map<String, Kept> now = new HashMap<>();
    List<Recomputing.Task> missing = new ArrayList<>();
    figures.apart(() -> {
      Map<String, Integer> complete =
          figures.complete(wanted.keySet(), Set.copyOf(filling.keySet()));
      wanted.forEach((hash, figure) -> {
        Optional<Kept> there =
            Optional.ofNullable(complete.get(hash))
                .map(id -> Kept.of(figure, id))
                .or(() -> Optional.ofNullable(kept.get(hash)).filter(this::wants));
        if (there.isEmpty()) {
          there = Optional.of(Kept.of(figure, figures.begin(hash, figure.name())));
          missing.add(new Recomputing.Task(there.get(), upTo));
        }
        now.put(hash, there.get());
      });
    });
    missing.forEach(t -> filling.put(t.figure().id(), upTo));
    kept.putAll(now);
    kept.keySet().retainAll(now.keySet());
    Set<Integer> ids = now.values().stream().map(Kept::id).collect(Collectors.toSet());
    filling.keySet().retainAll(ids);
    warm.only(ids, upTo);
    return missing;
  }

  /** Drops a figure's deltas, until {@link #keep} makes them anew; on the writer's thread. */
  void forsake(Installed figure) {
    synchronized (kept) {
      kept.remove(figure.counts());
      figures.apart(
          () -> figures.complete(Set.copyOf(kept.keySet()), Set.copyOf(filling.keySet())));
    }
  }

  boolean keeps(Installed figure) {
    return answering(figure).isPresent();
  }

  /** What answers for the figure, when its deltas are complete. */
  private Optional<Kept> answering(Installed figure) {
    return Optional.ofNullable(kept.get(figure.counts())).filter(k -> !wants(k));
  }

  /** The position up to which the figure's deltas are being computed. */
  Optional<Long> recomputing(Installed figure) {
    return Optional.ofNullable(kept.get(figure.counts()))
        .flatMap(k -> Optional.ofNullable(filling.get(k.id())));
  }

  @Override
  public boolean wants(Kept figure) {
    return filling.containsKey(figure.id());
  }

  @Override
  public void complete(Kept figure) {
    synchronized (kept) {
      filling.remove(figure.id());
    }
  }

  @Override
  public void failed(Kept figure) {
    synchronized (kept) {
      kept.computeIfPresent(figure.counts(), (hash, k) -> k.id() == figure.id() ? null : k);
      filling.remove(figure.id());
    }
  }

  @Override
  public void beforeCommit(Group group) {
    waiting.clear();
    begunAgain.clear();
    List<Kept> concerned =
        kept.values().stream()
            .filter(k -> k.registers().stream().anyMatch(group.records()::containsKey))
            .toList();
    if (!concerned.isEmpty()) {
      List<Kept> lost = lost(concerned, group);
      if (!lost.isEmpty()) {
        tables.nested(() -> lost.forEach(k -> begunAgain.put(k, k.as(figures.again(k)))));
      }
    }
  }

  /** Keeps up those that it can, and gives the others. */
  private List<Kept> lost(List<Kept> concerned, Group group) {
    Set<Integer> tooMany = new HashSet<>();
    List<Delta> stored = new ArrayList<>();
    try {
      tables.nested(() -> {
        List<Delta> added = groups.added(whom.of(concerned, group), group);
        tooMany.addAll(groups.tooMany(added, group));
        added.stream().filter(d -> !tooMany.contains(d.figure())).forEach(stored::add);
        tables.insert(stored);
      });
    } catch (QueryTimeoutException e) {
      LOG.warn("figures take too long to keep up figures={}", names(concerned));
      return concerned;
    } catch (RuntimeException e) {
      if (concerned.size() > 1) {
        return concerned.stream().flatMap(k -> lost(List.of(k), group).stream()).toList();
      }
      LOG.error("a figure cannot be kept up figure={}", names(concerned), e);
      return concerned;
    }
    waiting.addAll(stored);
    List<Kept> lost = concerned.stream().filter(k -> tooMany.contains(k.id())).toList();
    if (!lost.isEmpty()) {
      LOG.info("figures are recomputed, so much changed figures={}", names(lost));
    }
    return lost;
  }

  private static List<String> names(List<Kept> figures) {
    return figures.stream().map(Kept::name).toList();
  }

  @Override
  public void afterCommit(Group group) {
    warm.committed(group.upTo(), waiting);
    begunAgain.keySet().forEach(k -> warm.forget(k.id()));
    packing.added(waiting.size(), group.upTo());
    synchronized (kept) {
      begunAgain.forEach((before, again) -> {
        filling.put(again.id(), group.upTo());
        kept.replace(before.counts(), again);
        filling.remove(before.id());
      });
    }
    if (!begunAgain.isEmpty()) {
      recomputing.start(
          begunAgain.values().stream().map(k -> new Recomputing.Task(k, group.upTo())).toList(),
          this);
    }
  }

  /**
   * The cells of those that are kept: from memory, or together from the database, so that nobody
   * waits until a figure is in memory. The question has no filter.
   */
  Map<Installed, Map<Cells.At, Cell>> cells(
      Collection<Installed> installed, Cells.Question question) {
    Map<Installed, Kept> answering = new HashMap<>();
    installed.forEach(f -> answering(f).ifPresent(k -> answering.put(f, k)));
    Map<Integer, Map<Cells.At, Cell>> read = reading.cells(byId(answering.values()), question);
    Map<Installed, Map<Cells.At, Cell>> cells = new HashMap<>();
    answering.forEach((figure, k) -> cells.put(figure, read.getOrDefault(k.id(), Map.of())));
    // A commit that changes too much may have dropped them while they were read.
    cells.keySet().removeIf(f -> !answering(f).equals(Optional.ofNullable(answering.get(f))));
    return cells;
  }

  /** The positions at which one of these figures can have changed, of those that are kept. */
  List<Long> positions(
      Collection<Installed> installed, long after, long upTo, Optional<Set<String>> units) {
    Set<Integer> ids =
        installed.stream()
            .flatMap(f -> answering(f).stream())
            .map(Kept::id)
            .collect(Collectors.toSet());
    return ids.isEmpty() ? List.of() : List.copyOf(reading.positions(ids, after, upTo, units));
  }

  /** The cells from the database alone. */
  Map<Cells.At, Cell> cold(Installed figure, Cells.Question question) {
    return cold(List.of(figure), question).getOrDefault(figure.counts(), Map.of());
  }

  /** The same for several figures at once, by what they are known by. */
  Map<String, Map<Cells.At, Cell>> cold(Collection<Installed> figures, Cells.Question question) {
    Map<Integer, Kept> found = byId(figures.stream().flatMap(f -> answering(f).stream()).toList());
    Map<String, Map<Cells.At, Cell>> cells = new HashMap<>();
    Map<Integer, Map<Cells.At, Cell>> read = reading.cold(found, question);
    found.forEach((id, k) -> cells.put(k.counts(), read.getOrDefault(id, Map.of())));
    return cells;
  }

  /** Figures that count the same are one. */
  private static Map<Integer, Kept> byId(Collection<Kept> figures) {
    return figures.stream().collect(Collectors.toMap(Kept::id, k -> k, (one, same) -> one));
  }

  /** Packs whatever stands one by one. */
  void pack() {
    packing.pack(warm.position(), 1);
  }

  /** Every delta of a kept figure, in no order. */
  List<Delta> all(Kept figure) {
    return reading.all(figure);
  }

  /** Reads every kept figure into memory, as far as there is room, and waits for it. */
  long warmUp() {
    complete().forEach(warm::load);
    return warm.deltas();
  }

  /** What is kept and complete, for tests. */
  List<Kept> complete() {
    return kept.values().stream()
        .filter(k -> !wants(k))
        .sorted(Comparator.comparing(Kept::name))
        .toList();
  }

  /** Gives up what is being done in the background. */
  @Override
  public void close() {
    recomputing.close();
    beside.close();
  }
}
