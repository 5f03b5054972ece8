package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Answers from deltas that are complete: from memory, or else from the database. */
final class DeltaReading {
  private final WarmFigures warm;
  private final ColdCells cold;
  private final PageTables pages;
  private final DeltaTables tables;

  DeltaReading(DataSource database, WarmFigures warm, PageTables pages) {
    this.warm = warm;
    this.cold = new ColdCells(database);
    this.pages = pages;
    this.tables = new DeltaTables(database);
  }

  /**
   * From memory what is there, the others together from the database; a figure without cells may be
   * missing.
   *
   * @param figures by id
   */
  Map<Integer, Map<Cells.At, Cell>> cells(Map<Integer, Kept> figures, Cells.Question question) {
    Map<Integer, Map<Cells.At, Cell>> cells = new HashMap<>();
    Map<Integer, Kept> notThere = new HashMap<>();
    figures.forEach((id, figure) ->
        warm.ready(figure)
            .flatMap(w -> warm(w, figure, question))
            .ifPresentOrElse(c -> cells.put(id, c), () -> notThere.put(id, figure)));
    if (!notThere.isEmpty()) {
      cells.putAll(cold(notThere, question));
    }
    return cells;
  }

  private static Optional<Map<Cells.At, Cell>> warm(
      WarmFigure figure, Kept kept, Cells.Question question) {
    try {
      return Optional.of(
          figure.cells(
              question.periods(),
              windows(kept, question),
              question.units(),
              question.when().known()));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** From the database alone. */
  Map<Integer, Map<Cells.At, Cell>> cold(Map<Integer, Kept> figures, Cells.Question question) {
    List<ColdCells.Asked> asked =
        figures.values().stream()
            .map(k -> new ColdCells.Asked(k.id(), k.folded().fold().keyed(), windows(k, question)))
            .toList();
    Map<Integer, Map<Cells.At, Cell>> cells = new HashMap<>();
    cold.cells(asked, question.units(), question.when().known())
        .forEach((place, cell) ->
            cells
                .computeIfAbsent(place.figure(), f -> new HashMap<>())
                .put(new Cells.At(place.unit(), question.periods().get(place.window())), cell));
    return cells;
  }

  private static List<DeltaTables.Window> windows(Kept figure, Cells.Question question) {
    return question.periods().stream().map(p -> window(figure, p, question)).toList();
  }

  private static DeltaTables.Window window(Kept figure, Period period, Cells.Question question) {
    LocalDate on = question.when().on();
    if (figure.folded().flow()) {
      return new DeltaTables.Window(period.start(), period.end(), on);
    }
    LocalDate noDay = LocalDate.parse(DeltaSql.NO_DAY);
    return new DeltaTables.Window(noDay, noDay, on.isBefore(period.end()) ? on : period.end());
  }

  /**
   * The positions between two at which a figure can have changed.
   *
   * @param ids among the kept figures
   */
  SortedSet<Long> positions(Set<Integer> ids, long after, long upTo, Optional<Set<String>> units) {
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

  /** Every delta of a figure, in no order. */
  List<Delta> all(Kept figure) {
    List<Delta> all = new ArrayList<>();
    pages.snapshot(() -> {
      tables.tail(figure.id(), Long.MAX_VALUE, all::add);
      pages.each(figure.id(), p -> all.addAll(p.unpacked()));
    });
    return all;
  }
}
