package org.liuzheng.figure;

import java.math.BigDecimal;
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
  private final boolean denominators;
  private final long from;
  private final List<Delta> early = new ArrayList<>();
  private final Map<String, DeltaCell> sums = new HashMap<>();
  private final Map<String, KeyedCell> keys = new HashMap<>();
  private int scale;
  private volatile boolean loaded;
  private final AtomicBoolean begun = new AtomicBoolean();

  WarmFigure(Definition.Fold fold, long from) {
    this.keyed = fold.keyed();
    this.denominators = fold instanceof Definition.Fold.Ratio;
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
    scale =
        Math.max(
            packed.stream().mapToInt(p -> PageBody.scale(p.body())).max().orElse(0),
            tail.stream().mapToInt(PageBody::scale).max().orElse(0));
    Map<String, List<DeltaCell.Point>> points = new HashMap<>();
    packed.forEach(p -> unpack(p, points.computeIfAbsent(p.unit(), u -> new ArrayList<>())));
    tail.forEach(d ->
        points.computeIfAbsent(d.unit(), u -> new ArrayList<>()).add(DeltaCell.Point.of(d, scale)));
    points.forEach((unit, own) -> sums.put(unit, new DeltaCell(scale, denominators, own)));
  }

  private void unpack(DeltaPage page, List<DeltaCell.Point> points) {
    long factor = BigDecimal.TEN.pow(scale - PageBody.scale(page.body())).longValueExact();
    PageBody.each(
        page.body(),
        (day, valid, position, rows, numerator, denominator, key) -> {
          if (position <= from) {
            points.add(
                new DeltaCell.Point(
                    day,
                    valid,
                    Math.toIntExact(position),
                    rows,
                    Math.multiplyExact(numerator, factor),
                    Math.multiplyExact(denominator, factor)));
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
      sums.computeIfAbsent(delta.unit(), u -> new DeltaCell(scale, denominators, List.of()))
          .add(DeltaCell.Point.of(delta, scale));
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
    for (String unit : units.orElse(keyed ? keys.keySet() : sums.keySet())) {
      for (int i = 0; i < windows.size(); i++) {
        Cell cell = cell(unit, windows.get(i), known);
        if (cell.rows() != 0) {
          found.put(new At(unit, periods.get(i)), cell);
        }
      }
    }
    return found;
  }

  private Cell cell(String unit, DeltaTables.Window window, long known) {
    if (keyed) {
      KeyedCell cell = keys.get(unit);
      return cell == null ? Cell.EMPTY : cell.sum(window, known);
    }
    DeltaCell cell = sums.get(unit);
    return cell == null ? Cell.EMPTY : cell.sum(window, known);
  }

  synchronized long deltas() {
    return keyed
        ? keys.values().stream().mapToLong(KeyedCell::size).sum()
        : sums.values().stream().mapToLong(DeltaCell::size).sum();
  }
}
