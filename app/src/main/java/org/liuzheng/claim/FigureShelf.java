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

  /** The columns a figure can be filtered by; a step has those that all it stands on have. */
  List<String> columns(Definition definition) {
    return columns(definition, new HashSet<>());
  }

  private List<String> columns(Definition definition, Set<String> seen) {
    if (!(definition.made() instanceof Definition.Stepped stepped)
        || !seen.add(definition.name())) {
      return definition.by();
    }
    List<String> columns = List.of();
    for (String base : stepped.bases()) {
      List<String> its = find(base).map(b -> columns(b, new HashSet<>(seen))).orElse(List.of());
      columns = base.equals(stepped.of()) ? its : columns.stream().filter(its::contains).toList();
    }
    return columns;
  }

  /** Whether the figure can be filtered by these columns; a flaw for each that it cannot. */
  boolean known(Map<String, Given.Option> filter, Definition definition) {
    List<String> columns = columns(definition);
    filter.forEach((column, value) -> known(column, value.place(), definition));
    return columns.containsAll(filter.keySet());
  }

  boolean known(String column, Given.Spot place, Definition definition) {
    List<String> columns = columns(definition);
    if (!columns.contains(column)) {
      place.flaw(
          "claim.no_column",
          column,
          definition.name(),
          columns.isEmpty() ? "–" : String.join(", ", columns));
    }
    return columns.contains(column);
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
