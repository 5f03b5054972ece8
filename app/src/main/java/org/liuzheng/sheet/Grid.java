package org.liuzheng.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;

/** The filled cells of a sheet; formatted cells that hold nothing take no room. */
final class Grid {
  private final Map<Integer, List<String>> rows = new TreeMap<>();

  /**
   * @param row, column counted from 0
   */
  void put(int row, int column, String text) {
    if (!text.isBlank()) {
      set(rows.computeIfAbsent(row, r -> new ArrayList<>()), column, text);
    }
  }

  private static void set(List<String> cells, int column, String text) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  List<Sheet.Row> rows(List<CellRangeAddress> regions) {
    Map<Integer, Map<Integer, Integer>> merged = new HashMap<>();
    regions.forEach(region -> reachDown(region, merged));
    return rows.entrySet().stream()
        .map(e ->
            new Sheet.Row(
                e.getKey() + 1,
                List.copyOf(e.getValue()),
                merged.getOrDefault(e.getKey(), Map.of())))
        .toList();
  }

  /**
   * A value in a cell that reaches down over several rows is shown in each of them; rows that hold
   * nothing else stay blank.
   */
  private void reachDown(CellRangeAddress region, Map<Integer, Map<Integer, Integer>> merged) {
    int column = region.getFirstColumn();
    List<String> first = rows.getOrDefault(region.getFirstRow(), List.of());
    if (column >= first.size() || first.get(column).isBlank()) {
      return;
    }
    for (int row = region.getFirstRow() + 1; row <= region.getLastRow(); row++) {
      List<String> cells = rows.get(row);
      if (cells != null) {
        set(cells, column, first.get(column));
        merged.computeIfAbsent(row, r -> new HashMap<>()).put(column, region.getFirstRow() + 1);
      }
    }
  }
}
