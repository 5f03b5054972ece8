package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code app.js} draws: lines over periods.
 *
 * @param label what a screen reader says of it
 * @param down whether small is good, as with ranks, so that the axis is turned round
 * @param zero whether the axis starts at zero
 * @param marks what the line is held against: a target, a floor
 * @param breaks where another definition begins to govern
 */
record Chart(
    String label,
    List<String> periods,
    List<Line> lines,
    String unit,
    int decimals,
    boolean down,
    boolean zero,
    List<Mark> marks,
    List<Break> breaks) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param values one for each period; empty where there is none
   */
  record Line(String name, boolean ours, List<Optional<BigDecimal>> values) {}

  /**
   * @param values one for each period; empty where there is none
   */
  record Mark(String name, boolean floor, List<Optional<BigDecimal>> values) {}

  /**
   * @param period the first that the other definition governs
   */
  record Break(String period, String label) {}

  String json() {
    return JSON.writeValueAsString(this);
  }
}
