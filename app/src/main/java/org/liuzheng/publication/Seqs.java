package org.liuzheng.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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

  List<Long> all() {
    return ranges.stream().flatMapToLong(r -> LongStream.rangeClosed(r[0], r[1])).boxed().toList();
  }

  String text() {
    return ranges.stream()
        .map(r -> r[0] == r[1] ? String.valueOf(r[0]) : r[0] + "-" + r[1])
        .collect(Collectors.joining(","));
  }
}
