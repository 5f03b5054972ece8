package org.liuzheng.figure;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Hands on deltas that come unit by unit, a whole unit at a time. */
final class ByUnit {
  private final BiConsumer<String, DeltaColumns> taker;
  private final Set<String> told = new HashSet<>();
  private Optional<DeltaColumns> open = Optional.empty();
  private String unit = "";

  ByUnit(BiConsumer<String, DeltaColumns> taker) {
    this.taker = taker;
  }

  /** Where the deltas of this unit belong. */
  DeltaColumns of(String next) {
    if (open.isPresent() && next.equals(unit)) {
      return open.get();
    }
    end();
    if (!told.add(next)) {
      throw new IllegalStateException("unit %s after %s once more".formatted(next, unit));
    }
    unit = next;
    DeltaColumns columns = new DeltaColumns();
    open = Optional.of(columns);
    return columns;
  }

  /** Hands on the last one. */
  void end() {
    open.ifPresent(columns -> taker.accept(unit, columns));
    open = Optional.empty();
  }
}
