package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liuzheng.figure.Cells.At;

/**
 * A figure's deltas in memory, a cell per unit. It is told of every delta that is committed after
 * {@code from}; those before are read once.
 */
final class WarmFigure {
  private final boolean keyed;
  private final long from;
  private final List<Delta> early = new ArrayList<>();
  private final Map<String, DeltaCell> sums = new HashMap<>();
  private final Map<String, KeyedCell> keys = new HashMap<>();
  private volatile boolean loaded;
  private final AtomicBoolean begun = new AtomicBoolean();

  WarmFigure(Definition.Fold fold, long from) {
    this.keyed = fold.keyed();
    this.from = from;
  }

  boolean loaded() {
    return loaded;
  }

  /** Whether nobody began to read it in before. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  /** Does nothing when the deltas are there already. */
  synchronized void load(PageTables pages, DeltaTables tables, int figure) {
    if (loaded) {
      return;
    }
    List<Delta> tail = new ArrayList<>(early);
    List<DeltaPage> packed = new ArrayList<>();
    pages.snapshot(() -> {
      tables.tail(figure, from, tail::add);
      pages.each(figure, packed::add);
    });
    if (keyed) {
      packed.stream()
          .flatMap(p -> p.unpacked().stream())
          .filter(d -> d.position() <= from)
          .forEach(this::addKeyed);
      tail.forEach(this::addKeyed);
    } else {
      loadSums(packed, tail);
    }
    early.clear();
    loaded = true;
  }

  private void loadSums(List<DeltaPage> packed, List<Delta> tail) {
    Map<String, DeltaColumns> units = new HashMap<>();
    packed.forEach(p -> unpack(p, units.computeIfAbsent(p.unit(), u -> new DeltaColumns())));
    tail.forEach(d -> units.computeIfAbsent(d.unit(), u -> new DeltaColumns()).add(d));
    units.forEach((unit, deltas) -> sums.put(unit, new DeltaCell(deltas)));
  }

  private void unpack(DeltaPage page, DeltaColumns deltas) {
    PageBody.Taker taker = deltas.adding(PageBody.scale(page.body()));
    PageBody.each(
        page.body(),
        (day, valid, position, rows, numerator, denominator, key) -> {
          if (position <= from) {
            taker.take(day, valid, position, rows, numerator, denominator, key);
          }
        });
  }

  /** Throws {@link ArithmeticException} when it does not fit; then the figure must be read anew. */
  synchronized void add(Delta delta) {
    if (!loaded) {
      early.add(delta);
    } else if (keyed) {
      addKeyed(delta);
    } else {
      addSum(delta);
    }
  }

  private void addSum(Delta delta) {
    DeltaCell there = sums.get(delta.unit());
    if (there == null) {
      DeltaColumns first = new DeltaColumns();
      first.add(delta);
      sums.put(delta.unit(), new DeltaCell(first));
    } else {
      there.add(delta);
    }
  }

  private void addKeyed(Delta delta) {
    keys.computeIfAbsent(delta.unit(), u -> new KeyedCell()).add(delta);
  }

  /** The cells that are not empty. */
  synchronized Map<At, Cell> cells(
      List<Period> periods,
      List<DeltaTables.Window> windows,
      Optional<Set<String>> units,
      long known) {
    Map<At, Cell> found = new HashMap<>();
    List<DeltaCell.Asked> asked = windows.stream().map(w -> DeltaCell.Asked.of(w, known)).toList();
    for (String unit : units.orElse(keyed ? keys.keySet() : sums.keySet())) {
      for (int i = 0; i < windows.size(); i++) {
        Cell cell = keyed ? keyed(unit, windows.get(i), known) : sum(unit, asked.get(i));
        if (cell.rows() != 0) {
          found.put(new At(unit, periods.get(i)), cell);
        }
      }
    }
    return found;
  }

  private Cell keyed(String unit, DeltaTables.Window window, long known) {
    KeyedCell cell = keys.get(unit);
    return cell == null ? Cell.EMPTY : cell.sum(window, known);
  }

  private Cell sum(String unit, DeltaCell.Asked asked) {
    DeltaCell cell = sums.get(unit);
    return cell == null ? Cell.EMPTY : cell.sum(asked);
  }

  synchronized long deltas() {
    return keyed
        ? keys.values().stream().mapToLong(KeyedCell::size).sum()
        : sums.values().stream().mapToLong(DeltaCell::size).sum();
  }
}
