package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.words.Text;

/** The records that speak against a claim of no exception. */
final class Exceptions {
  private static final int READ = 1000;

  private final Figures figures;
  private final Records records;

  Exceptions(Figures figures, Records records) {
    this.figures = figures;
    this.records = records;
  }

  /** Whether there is anything that could have been an exception: of nothing, all is true. */
  boolean possible(Definition definition, Ask ask) {
    return switch (definition.made()) {
      case Definition.Folded folded ->
          folded.registers().stream().allMatch(r -> records.any(r, ask.when()));
      case Definition.Stepped stepped -> true;
    };
  }

  /**
   * The name of the worst exception; empty when nobody but the staff may know it.
   *
   * @param worst the column whose largest value is worst; empty for the first row
   */
  Optional<Text> worst(Ask ask, String worst) {
    Figures.Rows rows = figures.rows(ask, 0, worst.isEmpty() ? 1 : READ);
    Map<String, String> links = figures.links(ask.figure());
    return rows.rows().stream()
        .max(Comparator.comparing(row -> size(row, worst)))
        .flatMap(row -> name(row, rows.columns(), links, ask));
  }

  private static BigDecimal size(Map<String, String> row, String worst) {
    String text = row.getOrDefault(worst, "");
    return text.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(text)
        : BigDecimal.valueOf(Long.MIN_VALUE);
  }

  /** The first column that names a record names the exception. */
  private Optional<Text> name(
      Map<String, String> row, List<String> columns, Map<String, String> links, Ask ask) {
    for (String column : columns) {
      String register = links.getOrDefault(column, "");
      String record = row.getOrDefault(column, "");
      if (!register.isEmpty() && !record.isEmpty()) {
        return records.name(register, record, ask.when()).map(Text::same);
      }
    }
    return Optional.empty();
  }
}
