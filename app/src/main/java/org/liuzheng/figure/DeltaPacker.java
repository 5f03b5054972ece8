package org.liuzheng.figure;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Takes the deltas of a figure unit by unit and stores them packed, some units at a time: in
 * between the connection is free, so that the deltas may come from a select on the same one.
 */
final class DeltaPacker implements BiConsumer<String, DeltaColumns> {
  private static final int AT_ONCE = 50_000;

  private final PageTables pages;
  private final int figure;
  private final Map<String, DeltaColumns> units = new TreeMap<>();
  private int held;

  DeltaPacker(PageTables pages, int figure) {
    this.pages = pages;
    this.figure = figure;
  }

  @Override
  public void accept(String unit, DeltaColumns deltas) {
    units.put(unit, deltas);
    held += deltas.size();
    if (held >= AT_ONCE) {
      flush();
    }
  }

  /** Stores what is still held. */
  void flush() {
    pages.put(figure, units);
    units.clear();
    held = 0;
  }
}
