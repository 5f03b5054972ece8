package org.liuzheng.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The units of a district as valid on one day and known at one position. */
final class UnitTree {
  static final UnitTree EMPTY = new UnitTree(List.of());

  private final Map<String, Unit> units = new TreeMap<>();
  private final Map<String, List<String>> children = new TreeMap<>();

  /**
   * @param parent code of the unit above; empty for the top
   */
  record Unit(String code, String name, String parent) {}

  UnitTree(List<Unit> all) {
    all.forEach(u -> {
      units.put(u.code(), u);
      children.computeIfAbsent(u.parent(), p -> new ArrayList<>()).add(u.code());
    });
  }

  /** The unit and all below it; a unit nobody has entered still is itself. */
  Set<String> below(String unit) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(unit));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(children(next));
      }
    }
    return found;
  }

  /** Direct children, by code. */
  List<String> children(String unit) {
    return unit.isEmpty()
        ? List.of()
        : children.getOrDefault(unit, List.of()).stream().sorted().toList();
  }

  Set<String> all() {
    return new TreeSet<>(units.keySet());
  }

  /** Empty for the top and for a unit nobody has entered. */
  String parent(String unit) {
    Unit found = units.get(unit);
    return found == null ? "" : found.parent();
  }

  String name(String unit) {
    Unit found = units.get(unit);
    return found == null || found.name().isEmpty() ? unit : found.name();
  }
}
