package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;

/** Finds the record that speaks most against a claim of no exception. */
final class Exceptions {
  private static final int READ = 1000;

  private final Figures figures;
  private final Registers registers;

  Exceptions(Figures figures, Registers registers) {
    this.figures = figures;
    this.registers = registers;
  }

  /**
   * The name of the worst exception; empty when nobody but the staff may know it.
   *
   * @param worst the column whose largest value is worst; empty for the first row
   */
  Optional<Text> worst(Ask ask, String worst) {
    Figures.Rows rows = figures.rows(ask, 0, worst.isEmpty() ? 1 : READ);
    Map<String, String> links = figures.links(ask.figure());
    return rows.rows().stream().max(Comparator.comparing(row -> size(row, worst)))
        .flatMap(row -> name(row, rows.columns(), links, ask));
  }

  private static BigDecimal size(Map<String, String> row, String worst) {
    String text = row.getOrDefault(worst, "");
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text)
        : BigDecimal.valueOf(Long.MIN_VALUE);
  }

  private Optional<Text> name(Map<String, String> row, List<String> columns,
      Map<String, String> links, Ask ask) {
    for (String column : columns) {
      Optional<Schema> register = Optional.ofNullable(links.get(column)).flatMap(registers::schema);
      String record = row.getOrDefault(column, "");
      if (register.isPresent() && !record.isEmpty()) {
        return register.filter(r -> r.access().read() == Schema.Reader.PUBLIC)
            .map(r -> Text.same(registers.record(r.name(), record, ask.when())
                .map(v -> v.value(r.title())).filter(t -> !t.isEmpty()).orElse(record)));
      }
    }
    return Optional.empty();
  }
}
