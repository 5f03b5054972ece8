package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The deltas of one unit of a figure that is a sum, in memory, asked for the sum over a window of
 * days, valid on a day, known at a position.
 *
 * <p>Deltas are cut into blocks by day and validity. Inside a block they stand by position, with
 * running sums: a block that lies wholly in the window is answered by one binary search for the
 * position, at whatever age of knowledge; only blocks on the window's edge are looked through. So a
 * question costs the number of blocks and not the number of deltas, and asking for a past position
 * costs what asking for the newest costs. A delta takes 28 bytes, 36 with denominators.
 *
 * <p>New deltas stand in a short tail until they are worth a new arrangement. Not thread-safe.
 */
final class DeltaCell {
  private static final int BLOCK = 256;
  private static final Comparator<Point> BY_DAY =
      Comparator.comparingInt(Point::day)
          .thenComparingInt(Point::valid)
          .thenComparingInt(Point::position);

  private final int scale;
  private final boolean denominators;
  private Blocks blocks;
  private final List<Point> tail = new ArrayList<>();

  /** A delta with its numbers as whole multiples of 10 to the minus {@code scale}. */
  record Point(int day, int valid, int position, long rows, long numerator, long denominator) {

    static Point of(Delta d, int scale) {
      return new Point(
          Math.toIntExact(d.day().toEpochDay()),
          Math.toIntExact(d.validFrom().toEpochDay()),
          Math.toIntExact(d.position()),
          d.rows(),
          PageBody.whole(d.numerator(), scale),
          PageBody.whole(d.denominator(), scale));
    }
  }

  DeltaCell(int scale, boolean denominators, List<Point> points) {
    this.scale = scale;
    this.denominators = denominators;
    this.blocks = new Blocks(points, denominators);
  }

  void add(Point point) {
    tail.add(point);
    if (tail.size() >= BLOCK && tail.size() * 8 >= blocks.size()) {
      List<Point> all = blocks.points();
      all.addAll(tail);
      tail.clear();
      blocks = new Blocks(all, denominators);
    }
  }

  int size() {
    return blocks.size() + tail.size();
  }

  /**
   * @param known as a position
   */
  Cell sum(DeltaTables.Window window, long known) {
    Total total = new Total();
    Asked asked = Asked.of(window, known);
    blocks.sum(asked, total);
    for (Point p : tail) {
      if (asked.takes(p.day(), p.valid(), p.position())) {
        total.add(p.rows(), p.numerator(), p.denominator());
      }
    }
    return new Cell(
        BigDecimal.valueOf(total.numerator, scale),
        BigDecimal.valueOf(total.denominator, scale),
        total.rows,
        Map.of());
  }

  /** A window as the packed days and positions are compared with it. */
  record Asked(int from, int to, int on, long known) {
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

  private static final class Total {
    private long rows;
    private long numerator;
    private long denominator;

    void add(long moreRows, long moreNumerator, long moreDenominator) {
      rows += moreRows;
      numerator = Math.addExact(numerator, moreNumerator);
      denominator = Math.addExact(denominator, moreDenominator);
    }
  }

  /** The arranged deltas; running sums start anew in each block. */
  private static final class Blocks {
    private final int[] day;
    private final int[] valid;
    private final int[] position;
    private final long[] rows;
    private final long[] numerator;
    private final long[] denominator;

    /** Per block: smallest and largest day, smallest and largest validity. */
    private final int[] edges;

    Blocks(List<Point> points, boolean denominators) {
      Point[] sorted = points.toArray(Point[]::new);
      Arrays.sort(sorted, BY_DAY);
      int n = sorted.length;
      day = new int[n];
      valid = new int[n];
      position = new int[n];
      rows = new long[n];
      numerator = new long[n];
      denominator = new long[denominators ? n : 0];
      edges = new int[4 * ((n + BLOCK - 1) / BLOCK)];
      for (int from = 0; from < n; from += BLOCK) {
        block(sorted, from, Math.min(n, from + BLOCK));
      }
    }

    private void block(Point[] sorted, int from, int to) {
      int at = 4 * (from / BLOCK);
      edges[at] = sorted[from].day();
      edges[at + 1] = sorted[to - 1].day();
      edges[at + 2] = Integer.MAX_VALUE;
      edges[at + 3] = Integer.MIN_VALUE;
      Arrays.sort(sorted, from, to, Comparator.comparingInt(Point::position));
      Total running = new Total();
      for (int i = from; i < to; i++) {
        Point p = sorted[i];
        edges[at + 2] = Math.min(edges[at + 2], p.valid());
        edges[at + 3] = Math.max(edges[at + 3], p.valid());
        running.add(p.rows(), p.numerator(), p.denominator());
        day[i] = p.day();
        valid[i] = p.valid();
        position[i] = p.position();
        rows[i] = running.rows;
        numerator[i] = running.numerator;
        if (denominator.length > 0) {
          denominator[i] = running.denominator;
        }
      }
    }

    int size() {
      return day.length;
    }

    void sum(Asked asked, Total total) {
      for (int b = first(asked.from()); b < edges.length / 4; b++) {
        int at = 4 * b;
        if (edges[at] > asked.to()) {
          return;
        }
        if (edges[at + 2] <= asked.on()) {
          int from = b * BLOCK;
          int to = Math.min(day.length, from + BLOCK);
          boolean whole =
              edges[at] >= asked.from()
                  && edges[at + 1] <= asked.to()
                  && edges[at + 3] <= asked.on();
          if (whole) {
            upTo(from, to, asked.known(), total);
          } else {
            through(from, to, asked, total);
          }
        }
      }
    }

    /** The first block that reaches {@code from}. */
    private int first(int from) {
      int low = 0;
      int high = edges.length / 4;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (edges[4 * middle + 1] < from) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private void upTo(int from, int to, long known, Total total) {
      int low = from;
      int high = to;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (position[middle] <= known) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low > from) {
        total.add(
            rows[low - 1], numerator[low - 1], denominator.length > 0 ? denominator[low - 1] : 0);
      }
    }

    private void through(int from, int to, Asked asked, Total total) {
      for (int i = from; i < to && position[i] <= asked.known(); i++) {
        if (asked.takes(day[i], valid[i], position[i])) {
          total.add(
              step(rows, from, i),
              step(numerator, from, i),
              denominator.length > 0 ? step(denominator, from, i) : 0);
        }
      }
    }

    private static long step(long[] running, int from, int i) {
      return i == from ? running[i] : running[i] - running[i - 1];
    }

    List<Point> points() {
      List<Point> points = new ArrayList<>(day.length + BLOCK);
      for (int i = 0; i < day.length; i++) {
        int from = i / BLOCK * BLOCK;
        points.add(
            new Point(
                day[i],
                valid[i],
                position[i],
                step(rows, from, i),
                step(numerator, from, i),
                denominator.length > 0 ? step(denominator, from, i) : 0));
      }
      return points;
    }
  }
}
