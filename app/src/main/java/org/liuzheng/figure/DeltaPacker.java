package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes the deltas of a figure unit by unit and stores them packed, some units at a time: in
 * between the connection is free, so that the deltas may come from a select on the same one.
 */
final class DeltaPacker implements Consumer<Delta> {
  private static final int AT_ONCE = 50_000;

  private final PageTables pages;
  private final Map<String, List<Delta>> units = new TreeMap<>();
  private List<Delta> unit = List.of();
  private String name = "";
  private int held;

  DeltaPacker(PageTables pages) {
    this.pages = pages;
  }

  @Override
  public void accept(Delta delta) {
    if (unit.isEmpty() || !delta.unit().equals(name)) {
      if (held >= AT_ONCE) {
        flush();
      }
      name = delta.unit();
      unit = units.computeIfAbsent(name, u -> new ArrayList<>());
    }
    unit.add(delta);
    held++;
  }

  /** Stores what is still held. */
  void flush() {
    pages.put(units);
    units.clear();
    unit = List.of();
    held = 0;
  }
}
