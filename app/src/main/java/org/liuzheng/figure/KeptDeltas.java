package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.liuzheng.ledger.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the deltas of figures in the commit of the entries they follow from, and answers from them.
 *
 * <table>
 * <caption>What a failure at each step means</caption>
 * <tr><td>the deltas of a group cannot be computed or stored</td><td>the group is written all the
 * same; the figures are no longer kept and are asked of the records, which is slower and as
 * right</td></tr>
 * <tr><td>killed before the commit</td><td>neither entries nor deltas</td></tr>
 * <tr><td>killed while a figure is first filled</td><td>it is not complete, and is filled anew at
 * the next start</td></tr>
 * </table>
 */
final class KeptDeltas implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(KeptDeltas.class);

  private static final int PAGE = 512;

  private final DeltaTables tables;
  private final PageTables pages;
  private final ColdCells cold;
  private final Packing packing;
  private final GroupDeltas groups;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Integer, WarmFigure> warm = new HashMap<>();
  private List<Delta> waiting = List.of();
  private long position;

  KeptDeltas(DataSource database) {
    this(database, PAGE);
  }

  /**
   * @param page how many deltas are packed together
   */
  KeptDeltas(DataSource database, int page) {
    this.tables = new DeltaTables(database);
    this.pages = new PageTables(database, page);
    this.cold = new ColdCells(database);
    this.packing = new Packing(pages);
    this.groups = new GroupDeltas(tables);
  }

  /**
   * Makes these figures, and no others, the kept ones; deltas that are not there yet are computed.
   * Figures that count the same share theirs, whatever each is called. Runs on the writer's thread,
   * so that no entry comes between.
   *
   * @param upTo the position of the ledger
   */
  void keep(Collection<Installed> figures, long upTo) {
    Map<String, Installed> wanted = new TreeMap<>();
    figures.stream().filter(Kept::keepable).forEach(f -> wanted.putIfAbsent(f.counts(), f));
    Map<String, Integer> complete = tables.complete(wanted.keySet());
    kept.keySet().retainAll(complete.keySet());
    synchronized (warm) {
      warm.keySet().retainAll(complete.values());
      position = upTo;
    }
    wanted.forEach((hash, figure) ->
        kept.computeIfAbsent(
            hash,
            h -> {
              Integer id = complete.get(hash);
              return Kept.of(figure, id == null ? fill(figure, upTo) : id);
            }));
  }

  private int fill(Installed figure, long upTo) {
    int id = tables.begin(figure.counts(), figure.name());
    Kept begun = Kept.of(figure, id);
    if (upTo > 0) {
      Map<String, List<Delta>> all = new TreeMap<>();
      tables.everything(
          DeltaSql.everything(id, begun.folded().fold(), begun.history(), begun.folded().flow()),
          upTo,
          d -> all.computeIfAbsent(d.unit(), u -> new ArrayList<>()).add(d));
      pages.put(all);
    }
    tables.end(id);
    return id;
  }

  boolean keeps(Installed figure) {
    return kept.containsKey(figure.counts());
  }

  @Override
  public void beforeCommit(Group group) {
    waiting = List.of();
    List<Kept> concerned =
        kept.values().stream()
            .filter(k -> k.registers().stream().anyMatch(group.records()::containsKey))
            .toList();
    if (concerned.isEmpty()) {
      return;
    }
    try {
      tables.nested(() -> {
        List<Delta> added = groups.added(concerned, group);
        tables.insert(added);
        waiting = added;
      });
    } catch (RuntimeException e) {
      LOG.error("figures no longer kept figures={}", concerned.stream().map(Kept::id).toList(), e);
      concerned.forEach(k -> kept.values().remove(k));
      tables.complete(Set.copyOf(kept.keySet()));
      waiting = List.of();
    }
  }

  @Override
  public void afterCommit(Group group) {
    synchronized (warm) {
      position = group.upTo();
      for (Delta delta : waiting) {
        WarmFigure figure = warm.get(delta.figure());
        if (figure != null) {
          add(figure, delta);
        }
      }
    }
    packing.added(waiting.size(), group.upTo());
    waiting = List.of();
  }

  private void add(WarmFigure figure, Delta delta) {
    try {
      figure.add(delta);
    } catch (ArithmeticException e) {
      // It has more decimals than those before: the figure is read anew when it is next asked for.
      warm.remove(delta.figure());
    }
  }

  /** The cells of a kept figure, as {@link Cells#cells} promises; the question has no filter. */
  Map<Cells.At, Cell> cells(Installed figure, Cells.Question question) {
    Kept answering = kept.get(figure.counts());
    if (answering == null) {
      throw new IllegalArgumentException(figure.name() + " is not kept");
    }
    List<DeltaTables.Window> windows =
        question.periods().stream().map(p -> window(answering, p, question)).toList();
    try {
      return warm(answering)
          .cells(question.periods(), windows, question.units(), question.when().known());
    } catch (ArithmeticException e) {
      return cold(figure, question);
    }
  }

  /** The positions at which one of these figures can have changed; all of them must be kept. */
  List<Long> positions(
      Collection<Installed> figures, long after, long upTo, Optional<Set<String>> units) {
    Set<Integer> ids =
        figures.stream()
            .flatMap(f -> Stream.ofNullable(kept.get(f.counts())))
            .map(Kept::id)
            .collect(Collectors.toSet());
    return ids.isEmpty() ? List.of() : List.copyOf(positions(ids, after, upTo, units));
  }

  private SortedSet<Long> positions(
      Set<Integer> ids, long after, long upTo, Optional<Set<String>> units) {
    SortedSet<Long> positions = new TreeSet<>();
    pages.snapshot(() -> {
      positions.addAll(tables.positions(ids, after, upTo, units));
      pages.between(
          ids,
          after,
          upTo,
          units.orElse(Set.of()),
          page -> page.positions().filter(p -> p > after && p <= upTo).forEach(positions::add));
    });
    return positions;
  }

  private static DeltaTables.Window window(Kept figure, Period period, Cells.Question question) {
    LocalDate on = question.when().on();
    if (figure.folded().flow()) {
      return new DeltaTables.Window(period.start(), period.end(), on);
    }
    LocalDate noDay = LocalDate.parse(DeltaSql.NO_DAY);
    return new DeltaTables.Window(noDay, noDay, on.isBefore(period.end()) ? on : period.end());
  }

  private WarmFigure warm(Kept figure) {
    WarmFigure found;
    synchronized (warm) {
      found =
          warm.computeIfAbsent(figure.id(), id -> new WarmFigure(figure.folded().fold(), position));
    }
    found.load(pages, tables, figure.id());
    return found;
  }

  /** The same from the database alone. */
  Map<Cells.At, Cell> cold(Installed figure, Cells.Question question) {
    return cold(List.of(figure), question).getOrDefault(figure.counts(), Map.of());
  }

  /** The same for several figures at once, by what they are known by. */
  Map<String, Map<Cells.At, Cell>> cold(Collection<Installed> figures, Cells.Question question) {
    Map<Integer, String> hashes = new HashMap<>();
    List<ColdCells.Asked> asked = new ArrayList<>();
    figures.stream()
        .map(Installed::counts)
        .distinct()
        .forEach(hash -> {
          Kept found = kept.get(hash);
          if (found != null) {
            hashes.put(found.id(), hash);
            asked.add(
                new ColdCells.Asked(
                    found.id(),
                    found.folded().fold().keyed(),
                    question.periods().stream().map(p -> window(found, p, question)).toList()));
          }
        });
    Map<String, Map<Cells.At, Cell>> cells = new HashMap<>();
    cold.cells(asked, question.units(), question.when().known())
        .forEach((place, cell) ->
            cells
                .computeIfAbsent(hashes.getOrDefault(place.figure(), ""), h -> new HashMap<>())
                .put(new Cells.At(place.unit(), question.periods().get(place.window())), cell));
    return cells;
  }

  /** Packs whatever stands one by one. */
  void pack() {
    packing.pack(position, 1);
  }

  /** Every delta of a kept figure, in no order. */
  List<Delta> all(String hash) {
    List<Delta> all = new ArrayList<>();
    Optional.ofNullable(kept.get(hash))
        .ifPresent(k ->
            pages.snapshot(() -> {
              tables.tail(k.id(), Long.MAX_VALUE, all::add);
              pages.each(k.id(), p -> all.addAll(p.unpacked()));
            }));
    return all;
  }

  /** Deltas in memory, for measurements. */
  long warmDeltas() {
    List<WarmFigure> all;
    synchronized (warm) {
      all = new ArrayList<>(warm.values());
    }
    return all.stream().mapToLong(WarmFigure::deltas).sum();
  }

  /** Names of what is kept, for tests. */
  Set<String> hashes() {
    return new TreeSet<>(kept.keySet());
  }
}
