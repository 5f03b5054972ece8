package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;
import org.liuzheng.figure.History.Touched;
import org.liuzheng.ledger.Upkeep.Group;

/** What a group of entries adds to kept figures, by one select for all of them. */
final class GroupDeltas {
  private final DeltaTables tables;
  private final Map<Written, Optional<String>> written = new ConcurrentHashMap<>();

  GroupDeltas(DeltaTables tables) {
    this.tables = tables;
  }

  private record Written(Set<Integer> figures, Set<String> registers) {}

  List<Delta> added(Collection<Kept> concerned, Group group) {
    Set<Integer> figures = concerned.stream().map(Kept::id).collect(Collectors.toSet());
    Set<String> registers =
        concerned.stream()
            .flatMap(k -> k.registers().stream())
            .filter(group.records()::containsKey)
            .collect(Collectors.toSet());
    return written
        .computeIfAbsent(new Written(figures, registers), w -> sql(concerned, registers))
        .map(sql ->
            tables.added(
                sql, new Group(group.after(), group.upTo(), only(group.records(), registers))))
        .orElse(List.of());
  }

  private static Map<String, Set<String>> only(Map<String, Set<String>> all, Set<String> keys) {
    Map<String, Set<String>> some = new HashMap<>(all);
    some.keySet().retainAll(keys);
    return some;
  }

  private static Optional<String> sql(Collection<Kept> concerned, Set<String> registers) {
    Touched touched = new Touched(registers);
    List<SqlNode> selects =
        concerned.stream()
            .flatMap(k ->
                DeltaSql.added(k.id(), k.folded().fold(), k.history(), k.folded().flow(), touched)
                    .stream())
            .toList();
    return selects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Nodes.forPostgres(
                touched.before(
                    DeltaSql.union(selects),
                    concerned.stream()
                        .flatMap(k -> k.history().branches().stream())
                        .flatMap(b -> b.sources().stream())
                        .toList())));
  }
}
