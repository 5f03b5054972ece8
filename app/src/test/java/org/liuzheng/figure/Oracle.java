package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What registers hold, by the plainest means: the changes in order, replayed for each question onto
 * a sheet with one square per record and day.
 */
final class Oracle {
  static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  static final int DAYS = 120;

  private final List<Change> changes = new ArrayList<>();

  enum Kind {
    PUT,
    CORRECT,
    WITHDRAW
  }

  record Change(Kind kind, String register, String id, int day, Map<String, String> values) {}

  /**
   * @param values empty square when nothing is true that day; starts: a version begins here
   */
  private record Sheet(List<Optional<Map<String, String>>> values, Set<Integer> starts) {
    Sheet() {
      this(new ArrayList<>(java.util.Collections.nCopies(DAYS, Optional.empty())), new HashSet<>());
    }
  }

  void add(Change change) {
    changes.add(change);
  }

  /** A change of something else. */
  void other() {
    add(new Change(Kind.PUT, "", "", 0, Map.of()));
  }

  int size() {
    return changes.size();
  }

  /** Whether a version of the record starts on the day, as known now. */
  boolean starts(String register, String id, int day) {
    return sheets(register, changes.size()).getOrDefault(id, new Sheet()).starts().contains(day);
  }

  /** Records true on the day as known at n: id to values. */
  Map<String, Map<String, String>> on(String register, LocalDate day, long known) {
    int square = (int) (day.toEpochDay() - FIRST.toEpochDay());
    Map<String, Map<String, String>> found = new TreeMap<>();
    sheets(register, known)
        .forEach((id, sheet) -> sheet.values().get(square).ifPresent(v -> found.put(id, v)));
    return found;
  }

  private Map<String, Sheet> sheets(String register, long known) {
    Map<String, Sheet> sheets = new HashMap<>();
    for (Change c : changes.subList(0, (int) known)) {
      if (c.register().equals(register)) {
        apply(sheets.computeIfAbsent(c.id(), i -> new Sheet()), c);
      }
    }
    return sheets;
  }

  private static void apply(Sheet sheet, Change c) {
    switch (c.kind()) {
      case PUT -> {
        sheet.starts().add(c.day());
        for (int d = c.day(); d < DAYS && (d == c.day() || !sheet.starts().contains(d)); d++) {
          sheet.values().set(d, Optional.of(c.values()));
        }
      }
      case CORRECT -> {
        for (int d = c.day();
            d < DAYS
                && (d == c.day() || !sheet.starts().contains(d))
                && sheet.values().get(d).isPresent();
            d++) {
          sheet.values().set(d, Optional.of(c.values()));
        }
      }
      case WITHDRAW -> {
        for (int d = c.day(); d < DAYS; d++) {
          sheet.values().set(d, Optional.empty());
          sheet.starts().remove(d);
        }
      }
    }
  }
}
