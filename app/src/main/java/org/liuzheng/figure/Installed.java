package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A definition ready to be evaluated.
 *
 * @param hash over this definition and all it stands on
 * @param rows empty for a step
 * @param counts what its deltas are known by; empty for a step
 * @param from the day from which it governs, in place of another definition
 */
record Installed(
    Definition definition,
    String hash,
    Optional<CompiledRows> rows,
    String counts,
    LocalDate from) {

  Installed(Definition definition, String hash, Optional<CompiledRows> rows) {
    this(
        definition,
        hash,
        rows,
        switch (definition.made()) {
          case Definition.Folded f -> Fingerprint.ofCounting(f);
          case Definition.Stepped s -> "";
        },
        LocalDate.MIN);
  }

  /** The whole definition need not be read to tell two apart. */
  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  Installed from(LocalDate day) {
    return new Installed(definition, hash, rows, counts, day);
  }

  String name() {
    return definition.name();
  }
}
