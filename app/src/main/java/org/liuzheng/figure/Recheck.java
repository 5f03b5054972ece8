package org.liuzheng.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a recheck found.
 *
 * @param position the position up to which it looked
 * @param figures how many figures it checked
 * @param values how many values it compared
 */
public record Recheck(
    Instant began,
    Instant ended,
    long position,
    int figures,
    long values,
    List<Mismatch> mismatches) {
  public Recheck {
    mismatches = List.copyOf(mismatches);
  }

  public boolean sound() {
    return mismatches.isEmpty();
  }

  /**
   * A value that is not its rows.
   *
   * @param figures names of the figures that count so
   * @param unit as the rows name it
   * @param kept exact, from the deltas
   * @param records exact, from the records
   * @param from {@code memory} or {@code database}: where the kept value lay
   */
  public record Mismatch(
      List<String> figures,
      String unit,
      String period,
      LocalDate on,
      long known,
      String from,
      String kept,
      String records) {
    public Mismatch {
      figures = List.copyOf(figures);
    }
  }
}
