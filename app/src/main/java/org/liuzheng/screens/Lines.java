package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.List;

/** Two texts side by side, line by line. */
public final class Lines {
  private static final int LONGEST = 600;

  private Lines() {}

  /**
   * @param gone whether only the former text has it, @param added whether only the new one has it
   */
  public record Line(String text, boolean gone, boolean added) {}

  /**
   * The longest run of common lines stays; texts beyond all reason are shown one after the other.
   */
  static List<Line> between(List<String> before, List<String> after) {
    if (before.size() > LONGEST || after.size() > LONGEST) {
      List<Line> both = new ArrayList<>();
      before.forEach(l -> both.add(new Line(l, true, false)));
      after.forEach(l -> both.add(new Line(l, false, true)));
      return both;
    }
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(before.get(i), false, false));
        i++;
        j++;
      } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(before.get(i), true, false));
        i++;
      } else {
        lines.add(new Line(after.get(j), false, true));
        j++;
      }
    }
    return lines;
  }

  /** Without long runs of lines that stay. */
  static List<Line> changed(List<String> before, List<String> after) {
    List<Line> all = between(before, after);
    List<Line> near = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean close = false;
      for (int k = Math.max(0, i - 2); k <= Math.min(all.size() - 1, i + 2); k++) {
        close |= all.get(k).gone() || all.get(k).added();
      }
      if (close) {
        near.add(all.get(i));
      }
    }
    return near;
  }
}
