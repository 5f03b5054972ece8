package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The deltas of one unit of a figure that is a sum, in memory, asked for the sum over a window of
 * days, valid on a day, known at a position.
 *
 * <p>New deltas stand in a short tail until they fill a leaf; then they become a {@link DeltaTree}
 * of their own, and one that is not much smaller than the one before is merged into it. So there
 * are never many, and a delta is seldom arranged anew. Not thread-safe.
 */
final class DeltaCell {
  private static final int MUCH = 8;

  private final int scale;
  private final List<DeltaTree> trees = new ArrayList<>();
  private DeltaColumns tail;

  /**
   * @param deltas no longer changed by others; what comes later must not have more decimals
   */
  DeltaCell(DeltaColumns deltas) {
    this.scale = deltas.scale();
    deltas.sort();
    trees.add(new DeltaTree(deltas));
    tail = new DeltaColumns(scale);
  }

  /** Throws {@link ArithmeticException} when it does not fit. */
  void add(Delta delta) {
    if (DeltaColumns.scale(delta) > scale || Math.toIntExact(delta.position()) < 0) {
      throw new ArithmeticException("%s among numbers of %d decimals".formatted(delta, scale));
    }
    tail.add(delta);
    if (tail.size() >= DeltaTree.LEAF) {
      arrange();
    }
  }

  private void arrange() {
    DeltaColumns merged = tail;
    while (!trees.isEmpty() && trees.getLast().size() < MUCH * merged.size()) {
      trees.removeLast().addTo(merged, scale);
    }
    merged.sort();
    trees.add(new DeltaTree(merged));
    tail = new DeltaColumns(scale);
  }

  int size() {
    return tail.size() + trees.stream().mapToInt(DeltaTree::size).sum();
  }

  Cell sum(Asked asked) {
    DeltaTree.Total total = new DeltaTree.Total();
    for (DeltaTree tree : trees) {
      tree.sum(asked, total);
    }
    for (int i = 0; i < tail.size(); i++) {
      if (asked.takes(tail.day(i), tail.valid(i), tail.position(i))) {
        total.add(tail.rows(i), tail.numerator(i), tail.denominator(i));
      }
    }
    return new Cell(
        BigDecimal.valueOf(total.numerator(), scale),
        BigDecimal.valueOf(total.denominator(), scale),
        total.rows(),
        Map.of());
  }

  /** A window as the packed days and positions are compared with it. */
  record Asked(int from, int to, int on, long known) {

    /**
     * @param known as a position
     */
    static Asked of(DeltaTables.Window window, long known) {
      return new Asked(
          (int) window.from().toEpochDay(),
          (int) window.to().toEpochDay(),
          (int) window.on().toEpochDay(),
          known);
    }

    boolean takes(int day, int valid, long position) {
      return day >= from && day <= to && valid <= on && position <= known;
    }
  }
}
