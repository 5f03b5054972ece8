package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.calcite.sql.SqlNode;
import org.liuzheng.figure.History.Touched;
import org.liuzheng.ledger.Upkeep.Group;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/** What a group of entries adds to kept figures, by one select for all of them. */
final class GroupDeltas {
  private static final int FORMS = 1_000;

  /** The select for thirty figures takes longer to plan than to run: it is planned once. */
  private static final String PLANNED_ONCE = "set local plan_cache_mode = force_generic_plan";

  private final JdbcTemplate template;
  private final NamedParameterJdbcTemplate jdbc;
  private final UpkeepLimits limits;
  private final Map<Written, Optional<String>> written = new ConcurrentHashMap<>();

  /** Used by the writer's thread alone. */
  GroupDeltas(DataSource database, UpkeepLimits limits) {
    this.template = new JdbcTemplate(database);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.limits = limits;
  }

  private record Written(Set<Integer> figures, Set<String> registers) {}

  /**
   * Throws {@link org.springframework.dao.QueryTimeoutException} when it takes longer than it may.
   */
  List<Delta> added(Collection<Kept> concerned, Group group) {
    Set<Integer> figures = concerned.stream().map(Kept::id).collect(Collectors.toSet());
    Set<String> registers =
        concerned.stream()
            .flatMap(k -> k.registers().stream())
            .filter(group.records()::containsKey)
            .collect(Collectors.toSet());
    if (written.size() > FORMS) {
      written.clear();
    }
    return written
        .computeIfAbsent(new Written(figures, registers), w -> sql(concerned, registers))
        .map(sql -> added(sql, registers, group))
        .orElse(List.of());
  }

  private List<Delta> added(String sql, Set<String> registers, Group group) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(Touched.AFTER, group.after());
    parameters.put(Touched.UP_TO, group.upTo());
    registers.forEach(r ->
        parameters.put(
            Touched.ids(r),
            new SqlArrayValue("text", group.records().getOrDefault(r, Set.of()).toArray())));
    template.setQueryTimeout(limits.seconds(group));
    template.execute(PLANNED_ONCE);
    return jdbc.query(sql, parameters, (row, n) -> DeltaTables.delta(row));
  }

  /** The figures to which the group adds more than it may. */
  Set<Integer> tooMany(List<Delta> added, Group group) {
    return added.size() <= limits.deltas(group)
        ? Set.of()
        : added.stream()
            .collect(Collectors.groupingBy(Delta::figure, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(e -> e.getValue() > limits.deltas(group))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
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
