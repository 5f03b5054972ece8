package org.liuzheng.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.register.Schema;

/** The positions at which figures can have changed: those of their deltas, or of their tables. */
final class Candidates {
  private static final String UNIT = "unit";

  private final Reads reads;
  private final KeptDeltas deltas;
  private final List<Schema> schemas;

  Candidates(Reads reads, KeptDeltas deltas, List<Schema> schemas) {
    this.reads = reads;
    this.deltas = deltas;
    this.schemas = schemas;
  }

  SortedSet<Long> between(
      Set<Installed> leaves, long after, long upTo, Optional<Set<String>> units) {
    Set<Installed> kept = leaves.stream().filter(deltas::keeps).collect(Collectors.toSet());
    SortedSet<Long> positions = new TreeSet<>(deltas.positions(kept, after, upTo, units));
    // A figure may have been dropped while its deltas were looked through.
    kept.removeIf(k -> !deltas.keeps(k));
    Set<String> asked =
        Stream.concat(
                Stream.of(UNIT),
                leaves.stream()
                    .filter(l -> !kept.contains(l))
                    .flatMap(l -> l.rows().stream())
                    .flatMap(r -> r.registers().stream()))
            .collect(Collectors.toSet());
    positions.addAll(
        reads.positions(
            schemas.stream().filter(s -> asked.contains(s.name())).map(Schema::table).toList(),
            after,
            upTo));
    return positions;
  }
}
