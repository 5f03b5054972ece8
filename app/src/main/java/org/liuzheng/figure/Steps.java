package org.liuzheng.figure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which figures a step stands on. */
final class Steps {
  private Steps() {}

  static List<String> bases(Definition.Stepped stepped) {
    return stepped.step() instanceof Definition.Step.Difference difference
        ? List.of(stepped.of(), difference.minus()) : List.of(stepped.of());
  }

  static boolean isRank(@Nullable Definition definition) {
    return definition != null && definition.made() instanceof Definition.Stepped s
        && s.step() instanceof Definition.Step.Rank;
  }

  /** Whether the step leads back to the figure called {@code name}. */
  static boolean reaches(String name, Definition.Stepped stepped, Map<String, Definition> all) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(bases(stepped));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(name)) {
        return true;
      }
      Definition definition = all.get(next);
      if (seen.add(next) && definition != null
          && definition.made() instanceof Definition.Stepped s) {
        open.addAll(bases(s));
      }
    }
    return false;
  }
}
