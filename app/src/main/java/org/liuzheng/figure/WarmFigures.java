package org.liuzheng.figure;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures in memory. One that is asked for and is not there yet is read in beside; where there
 * is no room for all, those asked for last stay.
 */
final class WarmFigures {
  private static final Logger LOG = LoggerFactory.getLogger(WarmFigures.class);

  private final PageTables pages;
  private final DeltaTables tables;
  private final long room;
  private final Map<Integer, WarmFigure> figures = new LinkedHashMap<>(16, 0.75f, true);
  private final Background beside;
  private long position;

  /**
   * @param room how many deltas may be in memory
   * @param beside where figures are read in
   */
  WarmFigures(PageTables pages, DeltaTables tables, long room, Background beside) {
    this.beside = beside;
    this.pages = pages;
    this.tables = tables;
    this.room = room;
  }

  synchronized long position() {
    return position;
  }

  /** Forgets all but these. */
  synchronized void only(Collection<Integer> ids, long upTo) {
    figures.keySet().retainAll(ids);
    position = upTo;
  }

  /** Takes in what was committed. */
  synchronized void committed(long upTo, List<Delta> deltas) {
    position = upTo;
    for (Delta delta : deltas) {
      WarmFigure figure = figures.get(delta.figure());
      if (figure != null) {
        add(figure, delta);
      }
    }
  }

  private void add(WarmFigure figure, Delta delta) {
    try {
      figure.add(delta);
    } catch (ArithmeticException e) {
      // It has more decimals than those before: the figure is read anew when it is next asked for.
      figures.remove(delta.figure());
    }
  }

  /** The figure, if it is in memory; if not, it will be. */
  Optional<WarmFigure> ready(Kept kept) {
    if (room == 0) {
      return Optional.empty();
    }
    WarmFigure figure = get(kept);
    if (figure.loaded()) {
      return Optional.of(figure);
    }
    if (figure.begin()) {
      beside.run(() -> load(kept, figure));
    }
    return Optional.empty();
  }

  private synchronized WarmFigure get(Kept kept) {
    return figures.computeIfAbsent(kept.id(), id -> new WarmFigure(kept.folded().fold(), position));
  }

  void load(Kept kept) {
    WarmFigure figure = get(kept);
    figure.begin();
    load(kept, figure);
  }

  private void load(Kept kept, WarmFigure figure) {
    try {
      figure.load(pages, tables, kept.id());
      makeRoom(kept.id());
    } catch (RuntimeException e) {
      beside.trouble(LOG, "figure not read into memory figure=" + kept.id(), e);
      forget(kept.id());
    }
  }

  synchronized void forget(int id) {
    figures.remove(id);
  }

  /** Forgets those that were asked for longest ago, but not the newest. */
  private synchronized void makeRoom(int newest) {
    long there = deltas();
    Iterator<Map.Entry<Integer, WarmFigure>> eldest = figures.entrySet().iterator();
    while (there > room && eldest.hasNext()) {
      Map.Entry<Integer, WarmFigure> next = eldest.next();
      if (next.getKey() != newest && next.getValue().loaded()) {
        there -= next.getValue().deltas();
        eldest.remove();
      }
    }
  }

  synchronized long deltas() {
    return figures.values().stream().filter(WarmFigure::loaded).mapToLong(WarmFigure::deltas).sum();
  }
}
