package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Deltas of a figure that is a sum, in order of day and validity, for sums over a window of days,
 * valid on a day, known at a position.
 *
 * <p>They are cut into leaves of {@value #LEAF}, sixteen leaves make a node, and so on until few
 * are left. In a leaf, and once more in each node, they stand by position with running sums. What
 * lies wholly in the window is answered by one binary search for the position, at whatever age of
 * knowledge; only what lies on the window's edge is gone into, and only leaves on it are looked
 * through. So a question costs the logarithm of the number of deltas. One takes 16 to 36 bytes in
 * its leaf and 8 to 20 more in each level of nodes, of which there is one from 4,000 deltas on.
 */
final class DeltaTree {
  static final int LEAF = 128;
  private static final int MANY = 16;

  private final int[] day;
  private final int[] valid;
  private final List<Level> levels = new ArrayList<>();

  /**
   * @param sorted no longer changed
   */
  DeltaTree(DeltaColumns sorted) {
    int size = sorted.size();
    day = new int[size];
    valid = new int[size];
    Level leaves = new Level(sorted, LEAF);
    for (int i = 0; i < size; i++) {
      day[i] = sorted.day(leaves.order[i]);
      valid[i] = sorted.valid(leaves.order[i]);
    }
    levels.add(leaves);
    for (int span = LEAF; levels.getLast().nodes() > 2 * MANY; ) {
      span *= MANY;
      levels.add(new Level(sorted, span));
    }
    levels.forEach(Level::made);
  }

  int size() {
    return day.length;
  }

  void sum(DeltaCell.Asked asked, Total total) {
    int top = levels.size() - 1;
    for (int node = 0; node < levels.get(top).nodes(); node++) {
      sum(top, node, asked, total);
    }
  }

  private void sum(int height, int node, DeltaCell.Asked asked, Total total) {
    Level level = levels.get(height);
    if (level.outside(node, asked)) {
      return;
    }
    if (level.inside(node, asked)) {
      level.upTo(node, asked.known(), total);
    } else if (height == 0) {
      through(level, node, asked, total);
    } else {
      int end = Math.min((node + 1) * MANY, levels.get(height - 1).nodes());
      for (int child = node * MANY; child < end; child++) {
        sum(height - 1, child, asked, total);
      }
    }
  }

  private void through(Level leaves, int leaf, DeltaCell.Asked asked, Total total) {
    int from = leaf * LEAF;
    int to = leaves.end(leaf);
    for (int i = from; i < to && leaves.position[i] <= asked.known(); i++) {
      if (asked.takes(day[i], valid[i], leaves.position[i])) {
        total.add(
            leaves.rows.step(i, from),
            leaves.numerator.step(i, from),
            leaves.denominator.step(i, from));
      }
    }
  }

  /** Adds all deltas to others. */
  void addTo(DeltaColumns others, int scale) {
    PageBody.Taker taker = others.adding(scale);
    Level leaves = levels.getFirst();
    for (int i = 0; i < day.length; i++) {
      int from = i - i % LEAF;
      taker.take(
          day[i],
          valid[i],
          leaves.position[i],
          leaves.rows.step(i, from),
          leaves.numerator.step(i, from),
          leaves.denominator.step(i, from),
          "");
    }
  }

  /** What is added up on the way. */
  static final class Total {
    private long rows;
    private long numerator;
    private long denominator;

    void add(long moreRows, long moreNumerator, long moreDenominator) {
      rows += moreRows;
      numerator = Math.addExact(numerator, moreNumerator);
      denominator = Math.addExact(denominator, moreDenominator);
    }

    long rows() {
      return rows;
    }

    long numerator() {
      return numerator;
    }

    long denominator() {
      return denominator;
    }
  }

  /** All deltas, cut into nodes of so many; running sums start anew in each node. */
  private static final class Level {
    /** Per node: smallest and largest day, validity and position. */
    private static final int EDGES = 6;

    private final int span;
    private final int[] position;
    private final RunningSums rows;
    private final RunningSums numerator;
    private final RunningSums denominator;
    private final int[] edges;

    /** Where each comes from; only while the tree is made. */
    private int[] order;

    Level(DeltaColumns sorted, int span) {
      int size = sorted.size();
      this.span = span;
      order = new int[size];
      position = new int[size];
      edges = new int[EDGES * ((size + span - 1) / span)];
      for (int from = 0; from < size; from += span) {
        arrange(sorted, from, Math.min(size, from + span));
      }
      rows = RunningSums.of(size, span, i -> sorted.rows(order[i]));
      numerator = RunningSums.of(size, span, i -> sorted.numerator(order[i]));
      denominator = RunningSums.of(size, span, i -> sorted.denominator(order[i])).or(rows);
    }

    private void arrange(DeltaColumns sorted, int from, int to) {
      long[] byPosition = new long[to - from];
      int smallest = Integer.MAX_VALUE;
      int largest = Integer.MIN_VALUE;
      for (int i = from; i < to; i++) {
        byPosition[i - from] =
            (long) Math.toIntExact(sorted.position(i)) << Integer.SIZE | (i - from);
        smallest = Math.min(smallest, sorted.valid(i));
        largest = Math.max(largest, sorted.valid(i));
      }
      Arrays.sort(byPosition);
      for (int i = from; i < to; i++) {
        position[i] = (int) (byPosition[i - from] >>> Integer.SIZE);
        order[i] = from + (int) byPosition[i - from];
      }
      int at = EDGES * (from / span);
      edges[at] = sorted.day(from);
      edges[at + 1] = sorted.day(to - 1);
      edges[at + 2] = smallest;
      edges[at + 3] = largest;
      edges[at + 4] = position[from];
      edges[at + 5] = position[to - 1];
    }

    void made() {
      order = new int[0];
    }

    int nodes() {
      return edges.length / EDGES;
    }

    int end(int node) {
      return Math.min(position.length, (node + 1) * span);
    }

    boolean outside(int node, DeltaCell.Asked asked) {
      int at = EDGES * node;
      return edges[at] > asked.to()
          || edges[at + 1] < asked.from()
          || edges[at + 2] > asked.on()
          || edges[at + 4] > asked.known();
    }

    /** Whether all of it lies in the window, though it need not be known yet. */
    boolean inside(int node, DeltaCell.Asked asked) {
      int at = EDGES * node;
      return edges[at] >= asked.from()
          && edges[at + 1] <= asked.to()
          && edges[at + 3] <= asked.on();
    }

    void upTo(int node, long known, Total total) {
      int low = node * span;
      int high = end(node);
      if (edges[EDGES * node + 5] <= known) {
        low = high;
      }
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (position[middle] <= known) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low > node * span) {
        total.add(rows.at(low - 1), numerator.at(low - 1), denominator.at(low - 1));
      }
    }
  }
}
