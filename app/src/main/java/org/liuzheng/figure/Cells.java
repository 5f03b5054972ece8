package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.register.When;

/** Where cells come from: folded by the database, or from the rows one by one. */
interface Cells {

  /** The cells of a folded figure; where there are no rows there is no cell. */
  Map<At, Cell> cells(Installed figure, Question question);

  /** The cells of several figures at once. */
  default Map<Installed, Map<At, Cell>> cells(Collection<Installed> figures, Question question) {
    Map<Installed, Map<At, Cell>> cells = new HashMap<>();
    figures.forEach(f -> cells.put(f, cells(f, question)));
    return cells;
  }

  /**
   * Of a stock, the cells of the rows on the day before each period whose {@code key} no row of any
   * unit has on the period's last day; the cells hold the different keys. A period before which
   * there is no row at all has no cells, not even empty ones.
   */
  Map<At, Cell> vanished(Installed stock, Question question, String key);

  /** The rows themselves, column to text, of what cannot be folded row by row. */
  List<Map<String, String>> rows(Installed figure, Question question);

  /** Whether anybody wants to be told of the rows that count for a value. */
  default boolean listens() {
    return false;
  }

  /** Is told of each of those rows, where anybody wants to. */
  default void shown(Installed figure, Period period, Map<String, String> row) {}

  /**
   * @param unit as the row names it; empty when it names none
   */
  record At(String unit, Period period) {}

  /**
   * @param units the units that rows must name; empty for all rows
   * @param periods of one kind, in order of time
   * @param where column to the text it must have; an empty text stands for blank
   */
  record Question(
      Optional<Set<String>> units, List<Period> periods, When when, Map<String, String> where) {

    Question in(Period period) {
      return new Question(units, List.of(period), when, where);
    }

    /** The same on the day before a period. */
    Question before(Period period) {
      return in(new Period(Period.Kind.DAY, period.start().minusDays(1)));
    }

    /** The rows of all units, unfiltered. */
    Question everywhere() {
      return new Question(Optional.empty(), periods, when, Map.of());
    }
  }
}
