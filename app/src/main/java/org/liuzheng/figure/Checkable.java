package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a recheck compares.
 *
 * @param forget forgets every answer given so far
 */
record Checkable(
    Keeping keeping,
    KeptDeltas deltas,
    SqlCells records,
    Reads reads,
    Supplier<Editions> editions,
    Runnable forget,
    LongSupplier committed) {

  /** The kept figures by what they count; those that were dropped are made anew before. */
  Map<String, List<Installed>> refilled() {
    if (editions.get().all().stream().anyMatch(f -> Kept.keepable(f) && !deltas.keeps(f))) {
      keeping.run(position -> deltas.keep(editions.get().all(), position));
      forget.run();
    }
    Map<String, List<Installed>> kept = new TreeMap<>();
    editions.get().all().stream()
        .filter(deltas::keeps)
        .forEach(f -> kept.computeIfAbsent(f.counts(), c -> new ArrayList<>()).add(f));
    return kept;
  }

  /** From now on it is asked of the records. */
  void forsake(Installed figure) {
    keeping.run(position -> deltas.forsake(figure));
    forget.run();
  }
}
