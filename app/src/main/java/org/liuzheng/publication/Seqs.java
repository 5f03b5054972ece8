package org.liuzheng.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Growing seqs of entries, written as ranges: {@code 0-57,60}. */
final class Seqs {
  private final List<long[]> ranges = new ArrayList<>();

  Seqs() {}

  static Seqs of(String text) {
    Seqs seqs = new Seqs();
    for (String range : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      String[] ends = range.split("-", -1);
      seqs.ranges.add(new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])});
    }
    return seqs;
  }

  void add(long seq) {
    if (!ranges.isEmpty() && ranges.getLast()[1] == seq - 1) {
      ranges.getLast()[1] = seq;
    } else {
      ranges.add(new long[] {seq, seq});
    }
  }

  boolean has(long seq) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long[] range = ranges.get(middle);
      if (seq < range[0]) {
        high = middle - 1;
      } else if (seq > range[1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Those that are not among the others; only the ends of ranges are looked at. */
  Seqs without(Seqs others) {
    Seqs left = new Seqs();
    int next = 0;
    for (long[] range : ranges) {
      long from = range[0];
      while (next < others.ranges.size() && others.ranges.get(next)[0] <= range[1]) {
        long[] other = others.ranges.get(next);
        if (other[1] >= from) {
          left.range(from, other[0] - 1);
          from = other[1] + 1;
        }
        if (other[1] > range[1]) {
          break;
        }
        next++;
      }
      left.range(from, range[1]);
    }
    return left;
  }

  private void range(long first, long last) {
    if (first <= last) {
      ranges.add(new long[] {first, last});
    }
  }

  OptionalLong first() {
    return ranges.stream().mapToLong(r -> r[0]).findFirst();
  }

  long count() {
    return ranges.stream().mapToLong(r -> r[1] - r[0] + 1).sum();
  }

  String text() {
    return ranges.stream()
        .map(r -> r[0] == r[1] ? String.valueOf(r[0]) : r[0] + "-" + r[1])
        .collect(Collectors.joining(","));
  }
}
