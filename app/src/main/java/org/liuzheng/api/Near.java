package org.liuzheng.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The names that a mistyped one was perhaps meant to be. */
final class Near {
  private static final int SHOWN = 3;
  private static final int LONGEST = 100;

  private Near() {}

  static String to(String found, Collection<String> names) {
    String typed = found.length() <= LONGEST ? found : found.substring(0, LONGEST);
    return names.stream()
        .sorted(
            Comparator.<String>comparingInt(n -> distance(typed, n))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .collect(Collectors.joining(", "));
  }

  /** Levenshtein's: the fewest letters to add, take away or change; a shared beginning is free. */
  private static int distance(String from, String to) {
    if (!from.isEmpty() && to.startsWith(from)) {
      return 0;
    }
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
