package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.liuzheng.register.When;

/**
 * Reads the tree of units out of the register of units. Between two changes the tree is the same,
 * so it is read once for all days and positions between them.
 */
final class UnitTrees {
  private static final int TREES = 256;
  private static final String UNITS =
      """
      select id, name, parent
        from r_unit
       where known_from <= :known and :known < known_to
         and valid_from <= :on and :on < valid_to
      """;
  private static final String CHANGED_AT =
      """
      select known_from from r_unit union select known_to from r_unit
      """;
  private static final String CHANGED_ON =
      """
      select valid_from from r_unit union select valid_to from r_unit
      """;

  private final Reads reads;
  private final LongSupplier committed;
  private final Remembered<When, UnitTree> trees = new Remembered<>(TREES);
  private volatile Edges edges = new Edges(0, new TreeSet<>(), new TreeSet<>());

  /**
   * @param committed the position up to which nothing changes any more
   */
  UnitTrees(Reads reads, LongSupplier committed) {
    this.reads = reads;
    this.committed = committed;
  }

  /**
   * Where the tree can change.
   *
   * @param upTo the position up to which that is known
   */
  private record Edges(long upTo, NavigableSet<Long> positions, NavigableSet<LocalDate> days) {
    /** The times since which the tree is as it is then. */
    When since(When when) {
      return new When(
          Objects.requireNonNullElse(days.floor(when.on()), LocalDate.MIN),
          Objects.requireNonNullElse(positions.floor(when.known()), 0L));
    }
  }

  UnitTree read(When when) {
    if (when.known() > committed.getAsLong()) {
      return readAnew(when);
    }
    When since = edges(when.known()).since(when);
    return trees.of(since, true, () -> readAnew(when));
  }

  private Edges edges(long known) {
    Edges there = edges;
    if (known <= there.upTo()) {
      return there;
    }
    long upTo = committed.getAsLong();
    Edges now =
        new Edges(
            upTo,
            new TreeSet<>(reads.jdbc().queryForList(CHANGED_AT, Map.of(), Long.class)),
            new TreeSet<>(reads.jdbc().queryForList(CHANGED_ON, Map.of(), LocalDate.class)));
    edges = now;
    return now;
  }

  private UnitTree readAnew(When when) {
    List<UnitTree.Unit> units =
        reads
            .jdbc()
            .query(
                UNITS,
                Map.of("known", when.known(), "on", when.on()),
                (row, n) ->
                    new UnitTree.Unit(
                        row.getString("id"),
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        Objects.requireNonNullElse(row.getString("parent"), "")));
    return new UnitTree(units);
  }
}
