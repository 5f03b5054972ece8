package org.liuzheng.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives scored parts grades by quota, the first grade to the best. Who is level with the last of a
 * grade is in it as well, so equal scores never get different grades; the quota after it is that
 * much smaller. Who is vetoed stands behind all others and gets the last grade.
 */
final class Grading {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Grading() {}

  /**
   * Part to grade; parts without a score, and groups whose shares do not add up to 100, have none.
   *
   * @param groups part to its group
   * @param shares group to its grades in order, with what share in per cent gets them
   */
  static Map<String, String> grades(
      Map<String, Value> scores,
      Map<String, String> groups,
      Map<String, SortedMap<String, BigDecimal>> shares,
      Set<String> vetoed) {
    Map<String, List<Standing>> standing = new HashMap<>();
    scores.forEach((part, score) -> {
      if (score instanceof Value.Number n) {
        standing
            .computeIfAbsent(groups.getOrDefault(part, ""), g -> new ArrayList<>())
            .add(new Standing(part, n, vetoed.contains(part)));
      }
    });
    Map<String, String> grades = new HashMap<>();
    standing.forEach((group, parts) -> {
      SortedMap<String, BigDecimal> of = shares.getOrDefault(group, new TreeMap<>());
      if (addsUp(of)) {
        grade(parts, of, grades);
      }
    });
    return grades;
  }

  private record Standing(String part, Value.Number score, boolean vetoed) {
    boolean level(Standing other) {
      return !vetoed
          && !other.vetoed
          && score.compareTo(other.score.numerator(), other.score.denominator()) == 0;
    }
  }

  private static boolean addsUp(SortedMap<String, BigDecimal> shares) {
    return shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(ALL) == 0;
  }

  private static void grade(
      List<Standing> parts, SortedMap<String, BigDecimal> shares, Map<String, String> grades) {
    parts.sort(
        Comparator.comparing(Standing::vetoed)
            .thenComparing(Standing::score, Value::largestFirst)
            .thenComparing(Standing::part));
    String grade = shares.firstKey();
    for (int i = 0; i < parts.size(); i++) {
      Standing now = parts.get(i);
      if (now.vetoed()) {
        grade = shares.lastKey();
      } else if (i == 0 || !now.level(parts.get(i - 1))) {
        grade = at(i, parts.size(), shares);
      }
      grades.put(now.part(), grade);
    }
  }

  /** The grade of a place, counted from 0. */
  private static String at(int place, int of, SortedMap<String, BigDecimal> shares) {
    BigDecimal shared = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
      shared = shared.add(share.getValue());
      int cut =
          shared
              .multiply(BigDecimal.valueOf(of))
              .divide(ALL, 0, RoundingMode.HALF_UP)
              .intValueExact();
      if (place < cut) {
        return share.getKey();
      }
    }
    return shares.lastKey();
  }
}
