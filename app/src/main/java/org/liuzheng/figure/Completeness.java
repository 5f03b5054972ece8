package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How complete a value is: who was to report, and who has.
 *
 * @param late those of the received that came after their time
 * @param estimated those of the received that are estimates
 * @param floor the share of the expected below which the value is provisional
 */
public record Completeness(
    Count expected,
    Count received,
    Optional<Count> late,
    Optional<Count> estimated,
    BigDecimal floor) {

  /**
   * @param ask the figure that counts them, which leads to their records
   */
  public record Count(Ask ask, long number) {}

  /** Whether too few have reported for the value to be relied on. */
  public boolean provisional() {
    return BigDecimal.valueOf(received.number())
            .compareTo(floor.multiply(BigDecimal.valueOf(expected.number())))
        < 0;
  }
}
