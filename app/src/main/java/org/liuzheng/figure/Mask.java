package org.liuzheng.figure;

import java.util.List;
import java.util.Set;

/**
 * What of the rows is shown to somebody who may not read the records. A row shows the columns of
 * the first level on which at least so many rows look alike that no level before shows.
 *
 * @param levels columns, each level's among those of the one before; below the last nothing is
 *     shown
 * @param least how many rows have to look alike
 */
public record Mask(List<Set<String>> levels, int least) {
  /** What stands in the place of a text that is not shown. */
  public static final String WITHHELD = "\u2022\u2022\u2022";

  /** Everything is shown. */
  public static final Mask NONE = new Mask(List.of(), 0);

  public Mask {
    levels = levels.stream().map(Set::copyOf).toList();
  }

  boolean none() {
    return least == 0;
  }
}
