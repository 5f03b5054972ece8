package org.liuzheng.claim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.figure.Definition;

/** The figures that claims can rest on, by name. */
final class FigureShelf {
  private final Map<String, Definition> figures = new HashMap<>();

  FigureShelf(List<Definition> definitions) {
    definitions.forEach(d -> figures.put(d.name(), d));
  }

  Optional<Definition> find(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /** The columns a figure can be filtered by; a step has those of the figure it stands on. */
  List<String> columns(Definition definition) {
    Set<String> seen = new HashSet<>();
    Definition leaf = definition;
    while (leaf.made() instanceof Definition.Stepped s && seen.add(leaf.name())) {
      Definition base = figures.get(s.of());
      if (base == null) {
        return leaf.by();
      }
      leaf = base;
    }
    return leaf.by();
  }

  /** The name that is written most like this one. */
  String nearest(String name) {
    return figures.keySet().stream()
        .min(Comparator.<String>comparingInt(f -> distance(f, name)).thenComparing(f -> f))
        .orElse("");
  }

  /** How many letters must be put in, left out or changed. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
