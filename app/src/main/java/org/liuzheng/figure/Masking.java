package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how many rows look alike, and masks by it; the figure's and the period's name stay. */
final class Masking {
  private static final Set<String> OURS = Set.of(RowPage.FIGURE, RowPage.PERIOD);

  private final Mask mask;
  private final Map<Map<String, String>, Integer> rows = new HashMap<>();

  Masking(Mask mask) {
    this.mask = mask;
  }

  /** Has to see every row before they are masked. */
  void count(Map<String, String> row) {
    if (!mask.none()) {
      rows.merge(seen(row, 0), 1, Integer::sum);
    }
  }

  List<Map<String, String>> masked(List<Map<String, String>> page) {
    if (mask.none()) {
      return page;
    }
    List<Map<Map<String, String>, Integer>> alike = alike();
    return page.stream().map(row -> masked(row, alike)).toList();
  }

  /** By level, those that are not shown on the level before. */
  private List<Map<Map<String, String>, Integer>> alike() {
    List<Map<Map<String, String>, Integer>> alike = new ArrayList<>(List.of(rows));
    for (int i = 1; i < mask.levels().size(); i++) {
      int level = i;
      Map<Map<String, String>, Integer> left = new HashMap<>();
      alike
          .getLast()
          .forEach((row, count) -> {
            if (count < mask.least()) {
              left.merge(seen(row, level), count, Integer::sum);
            }
          });
      alike.add(left);
    }
    return alike;
  }

  private Map<String, String> masked(
      Map<String, String> row, List<Map<Map<String, String>, Integer>> alike) {
    for (int i = 0; i < alike.size(); i++) {
      if (alike.get(i).getOrDefault(seen(row, i), 0) >= mask.least()) {
        return only(row, mask.levels().get(i));
      }
    }
    return only(row, Set.of());
  }

  private Map<String, String> seen(Map<String, String> row, int level) {
    Map<String, String> seen = new TreeMap<>(row);
    seen.keySet().retainAll(mask.levels().get(level));
    return seen;
  }

  private static Map<String, String> only(Map<String, String> row, Set<String> columns) {
    Map<String, String> shown = new LinkedHashMap<>();
    row.forEach((column, text) ->
        shown.put(
            column, columns.contains(column) || OURS.contains(column) ? text : Mask.WITHHELD));
    return shown;
  }
}
