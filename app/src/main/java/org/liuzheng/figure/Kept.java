package org.liuzheng.figure;

import java.util.Optional;
import java.util.Set;

/**
 * A way of counting whose deltas are kept, whatever the figures are called that count so.
 *
 * @param id what the tables know it by; computed anew, it has another
 * @param counts what it is known by
 * @param registers the registers whose entries can change it
 */
record Kept(
    int id,
    String name,
    String counts,
    Definition.Folded folded,
    History history,
    Set<String> registers) {

  static Kept of(Installed figure, int id) {
    History history = history(figure).orElseThrow();
    return new Kept(
        id,
        figure.name(),
        figure.counts(),
        (Definition.Folded) figure.definition().made(),
        history,
        history.registers());
  }

  /** Whether its deltas can be kept at all. */
  static boolean keepable(Installed figure) {
    return history(figure).isPresent();
  }

  private static Optional<History> history(Installed figure) {
    return figure.rows().flatMap(CompiledRows::history);
  }

  Kept as(int other) {
    return new Kept(other, name, counts, folded, history, registers);
  }
}
