package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the parts of a folded figure that meet a condition; each is folded from its own rows. */
final class Parts {
  private Parts() {}

  /**
   * @param of the figure that is told apart by a column
   * @param rows those that count for it, column to text
   * @param counts is told of the rows of each part that meets the condition
   */
  static Value meeting(
      Definition of,
      Definition.Step.Parts step,
      List<Map<String, String>> rows,
      Consumer<Map<String, String>> counts) {
    Definition.Fold fold = ((Definition.Folded) of.made()).fold();
    Map<String, List<Map<String, String>>> parts = new LinkedHashMap<>();
    rows.forEach(
        r -> parts.computeIfAbsent(r.getOrDefault(step.each(), ""), p -> new ArrayList<>()).add(r));
    long meeting = 0;
    long counted = 0;
    for (List<Map<String, String>> part : parts.values()) {
      Cell cell = part.stream().map(r -> RowCells.cell(fold, r, "")).reduce(Cell.EMPTY, Cell::plus);
      boolean met =
          cell.value(fold, of.scale())
              .filter(
                  v -> Steps.holds(step.comparison(), v.compareTo(step.number(), BigDecimal.ONE)))
              .isPresent();
      if (met) {
        meeting++;
        counted += part.size();
        part.forEach(counts);
      }
    }
    return Cell.fraction(BigDecimal.valueOf(meeting), BigDecimal.ONE, counted);
  }
}
