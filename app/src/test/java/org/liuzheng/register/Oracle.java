package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is true of one record, by the plainest means: a square per day, and the whole row of squares
 * kept again after every entry. The last square stands for all days after it.
 */
final class Oracle {
  static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  static final int DAYS = 40;

  /**
   * @param start the day its version starts; -1 when nothing is true that day
   */
  private record Square(int start, int entry, Map<String, String> values) {
    static final Square NOTHING = new Square(-1, -1, Map.of());
  }

  /** Index: how many entries are known. */
  private final List<List<Square>> known = new ArrayList<>();

  Oracle() {
    known.add(java.util.Collections.nCopies(DAYS, Square.NOTHING));
  }

  int size() {
    return known.size() - 1;
  }

  Map<String, String> at(int day, int entries) {
    return known.get(entries).get(day).values();
  }

  int entry(int day, int entries) {
    return known.get(entries).get(day).entry();
  }

  void put(int day, Map<String, String> mentioned) {
    Square held = known.getLast().get(day);
    Map<String, String> values = merged(held.values(), mentioned);
    if (held.start() >= 0 && held.values().equals(values)) {
      return;
    }
    List<Square> next = new ArrayList<>(known.getLast());
    for (int d = day; d < DAYS && known.getLast().get(d).start() == held.start(); d++) {
      next.set(d, new Square(day, size(), values));
    }
    known.add(next);
  }

  /** Whether there was a version that starts on the day. */
  boolean correct(int day, Map<String, String> mentioned) {
    List<Square> next = new ArrayList<>(known.getLast());
    if (next.get(day).start() != day) {
      return false;
    }
    Map<String, String> values = merged(next.get(day).values(), mentioned);
    next.replaceAll(s -> s.start() == day ? new Square(day, size(), values) : s);
    known.add(next);
    return true;
  }

  /** Whether anything was true on the day or later. */
  boolean withdraw(int from) {
    List<Square> next = new ArrayList<>(known.getLast());
    boolean any = next.subList(from, DAYS).stream().anyMatch(s -> s.start() >= 0);
    if (any) {
      next.subList(from, DAYS).replaceAll(s -> Square.NOTHING);
      known.add(next);
    }
    return any;
  }

  private static Map<String, String> merged(
      Map<String, String> held, Map<String, String> mentioned) {
    Map<String, String> merged = new TreeMap<>(held);
    merged.putAll(mentioned);
    merged.values().removeIf(String::isEmpty);
    return merged;
  }
}
