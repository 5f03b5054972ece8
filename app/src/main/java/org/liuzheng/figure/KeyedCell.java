package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deltas of one unit of a figure that counts values once. Such a count is no sum: what is there
 * on a day is found by adding up each value's deltas, so a question costs the number of deltas.
 */
final class KeyedCell {
  private final List<Delta> deltas = new ArrayList<>();

  void add(Delta delta) {
    deltas.add(delta);
  }

  int size() {
    return deltas.size();
  }

  Cell sum(DeltaTables.Window window, long known) {
    Map<String, Long> rows = new HashMap<>();
    for (Delta d : deltas) {
      if (d.position() <= known && window.takes(d)) {
        rows.merge(d.key(), d.rows(), Long::sum);
      }
    }
    return of(rows);
  }

  /**
   * @param rows key to how many rows have it
   */
  static Cell of(Map<String, Long> rows) {
    Map<String, Long> there = new HashMap<>(rows);
    there.values().removeIf(count -> count == 0);
    return new Cell(
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        there.values().stream().mapToLong(Long::longValue).sum(),
        there);
  }
}
