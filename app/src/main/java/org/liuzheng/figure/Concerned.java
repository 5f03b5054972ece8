package org.liuzheng.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;
import org.liuzheng.figure.History.Touched;
import org.liuzheng.ledger.Upkeep.Group;
import org.liuzheng.register.FieldType;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Which figures a few entries can concern: those for which a touched version has the constants that
 * the figure's {@code where} asks for, such as {@code a.kind = 'permit'}. A form that is saved then
 * costs what its own figures cost and not what all of its register cost.
 */
final class Concerned {
  /** With more records than this nearly every figure is concerned, and nobody waits for a form. */
  private static final int FEW = 16;

  private static final int REMEMBERED = 10_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final Map<Integer, Map<String, Map<String, String>>> constants =
      new ConcurrentHashMap<>();
  private final Map<Looked, String> written = new ConcurrentHashMap<>();

  /** Used by the writer's thread alone. */
  Concerned(DataSource database) {
    this.jdbc = new NamedParameterJdbcTemplate(database);
  }

  private record Looked(String register, Set<String> columns) {}

  /**
   * @param candidates those that read a register of the group
   */
  List<Kept> of(List<Kept> candidates, Group group) {
    if (constants.size() > REMEMBERED) {
      constants.clear();
    }
    int records = group.records().values().stream().mapToInt(Set::size).sum();
    if (records > FEW || candidates.size() < 2) {
      return candidates;
    }
    Map<String, List<Map<String, String>>> touched = new HashMap<>();
    group
        .records()
        .keySet()
        .forEach(r -> touched(r, candidates, group).ifPresent(v -> touched.put(r, v)));
    return candidates.stream().filter(k -> concerned(k, group, touched)).toList();
  }

  private boolean concerned(
      Kept figure, Group group, Map<String, List<Map<String, String>>> touched) {
    return figure.registers().stream()
        .filter(group.records()::containsKey)
        .anyMatch(r -> {
          List<Map<String, String>> versions = touched.get(r);
          return versions == null
              || versions.stream()
                  .anyMatch(v -> v.entrySet().containsAll(constants(figure, r).entrySet()));
        });
  }

  /** The touched versions' values in the columns that any of the figures compares. */
  private Optional<List<Map<String, String>>> touched(
      String register, List<Kept> figures, Group group) {
    Set<String> columns = new TreeSet<>();
    figures.forEach(f -> columns.addAll(constants(f, register).keySet()));
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Source source =
        figures.stream()
            .flatMap(Concerned::sources)
            .filter(s -> s.schema().name().equals(register))
            .findFirst()
            .orElseThrow();
    String sql =
        written.computeIfAbsent(
            new Looked(register, columns),
            l ->
                Nodes.forPostgres(
                    Touched.versions(
                        source,
                        columns.stream()
                            .map(c -> (SqlNode) new SqlIdentifier(c, Nodes.ZERO))
                            .toList())));
    return Optional.of(
        jdbc.query(
            sql,
            Map.of(
                Touched.AFTER,
                group.after(),
                Touched.UP_TO,
                group.upTo(),
                Touched.ids(register),
                new SqlArrayValue(
                    "text", group.records().getOrDefault(register, Set.of()).toArray())),
            (row, n) -> {
              Map<String, String> values = new TreeMap<>();
              for (String column : columns) {
                values.put(column, Objects.requireNonNullElse(row.getString(column), ""));
              }
              return values;
            }));
  }

  private Map<String, String> constants(Kept figure, String register) {
    return constants
        .computeIfAbsent(figure.id(), id -> constants(figure))
        .getOrDefault(register, Map.of());
  }

  /** By register, the texts that its columns must have for a row of it to count. */
  private static Map<String, Map<String, String>> constants(Kept figure) {
    SelectReader.Read read = figure.history().branches().getFirst().read();
    Map<String, Map<String, String>> constants = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Source source : read.sources()) {
      Map<String, String> own = new TreeMap<>();
      if (!source.optional()) {
        read.where().stream()
            .flatMap(w -> Nodes.conjuncts(w).stream())
            .forEach(c -> constant(c, source, own));
      }
      if (constants.put(source.schema().name(), own) != null) {
        twice.add(source.schema().name());
      }
    }
    // Where a register is joined to itself, a version may be either of the two.
    constants.keySet().removeAll(twice);
    return constants;
  }

  private static void constant(SqlNode condition, Source source, Map<String, String> constants) {
    if (condition.getKind() == SqlKind.EQUALS && condition instanceof SqlBasicCall call) {
      constant(call.operand(0), call.operand(1), source, constants);
      constant(call.operand(1), call.operand(0), source, constants);
    }
  }

  private static void constant(
      @Nullable SqlNode column,
      @Nullable SqlNode text,
      Source source,
      Map<String, String> constants) {
    if (column instanceof SqlIdentifier id
        && text instanceof SqlCharStringLiteral literal
        && id.names.size() == 2
        && id.names.getFirst().equals(source.alias())
        && source.schema().field(id.names.getLast()).filter(f -> isText(f.type())).isPresent()) {
      constants.put(id.names.getLast(), Objects.requireNonNull(literal.getValueAs(String.class)));
    }
  }

  private static boolean isText(FieldType type) {
    return switch (type) {
      case TEXT, CODE, CHOICE, REFERENCE -> true;
      case WHOLE, DECIMAL, DATE, MONTH, FLAG, POINT, FILE, PRIVATE -> false;
    };
  }

  private static Stream<Source> sources(Kept figure) {
    return figure.history().branches().getFirst().read().sources().stream();
  }
}
