package org.liuzheng.claim;

import java.util.List;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * The parts of a figure by one of its columns, largest first, with names that everybody may read.
 * What is made of too few records of a register that is not open stays without a name, because a
 * reason is read by strangers.
 */
final class Parts {
  private final Figures figures;
  private final Records records;
  private final Ask ask;
  private final String column;
  private final boolean open;

  Parts(Figures figures, Records records, Ask ask, String column) {
    this.figures = figures;
    this.records = records;
    this.ask = ask;
    this.column = column;
    this.open =
        figures.leaves(ask).stream()
            .allMatch(leaf ->
                leaf.made() instanceof Definition.Folded f
                    && f.registers().stream().allMatch(records::open));
  }

  /**
   * @param told whether everybody may know its value
   */
  record Part(String key, Text name, Value.Number value, boolean told) {
    Fraction exact() {
      return Shown.exact(value);
    }
  }

  /** Those that have a value; what has no name in the column is no part. */
  List<Part> all() {
    return figures.breakdown(ask, column).stream()
        .filter(p -> !p.key().isEmpty())
        .flatMap(p ->
            p.value() instanceof Value.Number n && n.rows() > 0
                ? Stream.of(part(p.key(), n))
                : Stream.<Part>empty())
        .toList();
  }

  List<Part> positive() {
    return all().stream().filter(p -> p.value().numerator().signum() > 0).toList();
  }

  private Part part(String key, Value.Number value) {
    boolean told = open || value.rows() >= figures.definition(ask).standards().leastRecords();
    return new Part(key, told ? name(key) : Words.text("claim.part_unnamed"), value, told);
  }

  /** What the part is called that has this value in the column. */
  Text name(String key) {
    return figures.leaves(ask).stream()
        .filter(leaf -> leaf.by().contains(column))
        .findFirst()
        .map(leaf -> records.part(leaf, column, key, ask.when()))
        .orElse(Text.same(key));
  }

  /** Whether the figure knows anybody else at all, whatever the unit and the filter. */
  boolean knowsOthers(String key) {
    return figures.breakdown(ask.of("").whole(), column).stream()
        .anyMatch(p -> !p.key().isEmpty() && !p.key().equals(key));
  }
}
