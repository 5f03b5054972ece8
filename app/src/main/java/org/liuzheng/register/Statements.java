package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;

/**
 * Judges rows that are put into one register against what is known now, in their order: a row may
 * refer to an earlier one, and may change what an earlier one said.
 */
final class Statements {
  private final Schema schema;
  private final Map<String, Schema> schemas;
  private final RecordTables tables;
  private final Ledger ledger;
  private final Facts facts;

  Statements(Facts facts, Map<String, Schema> schemas, RecordTables tables, Ledger ledger) {
    this.schema = facts.schema();
    this.schemas = schemas;
    this.tables = tables;
    this.ledger = ledger;
    this.facts = facts;
  }

  /**
   * @param mentioned canonical values; blank mentions as empty texts, private ones in clear
   */
  record Row(String id, LocalDate from, Map<String, String> mentioned, Source source) {}

  /**
   * A row that changes something.
   *
   * @param values what holds from now on; private fields as digests, new ones missing
   * @param secrets new private values in clear
   */
  record Accepted(Row row, Map<String, String> values, Map<String, String> secrets) {}

  /**
   * @param row index into the rows judged
   */
  record Bad(int row, Facts.Flawed flaw) {}

  record Judged(List<Accepted> accepted, int unchanged, List<Bad> bad) {}

  Judged judge(List<Row> rows, Map<String, Timeline> known) {
    Map<String, Timeline> timelines = new HashMap<>(known);
    Map<String, Set<String>> references = references(rows);
    Map<String, String> revealed = revealed(known.values());
    List<Accepted> accepted = new ArrayList<>();
    List<Bad> bad = new ArrayList<>();
    int unchanged = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Timeline timeline = timelines.getOrDefault(row.id(), new Timeline(List.of()));
      Optional<Version> held = timeline.at(row.from());
      Accepted merged = merged(row, held.map(Version::values).orElse(Map.of()), revealed);
      Map<String, String> before =
          timeline.at(row.from().minusDays(1)).map(Version::values).orElse(Map.of());
      List<Facts.Flawed> flaws = flaws(merged, before, references);
      if (!flaws.isEmpty()) {
        for (Facts.Flawed flaw : flaws) {
          bad.add(new Bad(i, flaw));
        }
        continue;
      }
      references.computeIfAbsent(schema.name(), r -> new HashSet<>()).add(row.id());
      if (merged.secrets().isEmpty()
          && held.filter(v -> v.values().equals(merged.values())).isPresent()) {
        unchanged++;
      } else {
        accepted.add(merged);
        timelines.put(
            row.id(),
            timeline.after(
                timeline.put(
                    new Timeline.Stated(
                        schema.name(),
                        row.id(),
                        row.from(),
                        Long.MAX_VALUE - 1,
                        merged.values()))));
      }
    }
    return new Judged(accepted, unchanged, bad);
  }

  /** The private values that are known now: digest to value. */
  Map<String, String> revealed(Collection<Timeline> known) {
    Set<String> digests = new HashSet<>();
    if (!facts.secrets().isEmpty()) {
      known.forEach(
          t -> t.versions().forEach(v -> facts.secrets().forEach(s -> digests.add(v.value(s)))));
      digests.remove("");
    }
    return digests.isEmpty() ? Map.of() : ledger.reveal(digests);
  }

  /**
   * What is mentioned goes over what is held; a private value that is held already stays.
   *
   * @param revealed digests of held private values to the values
   */
  Accepted merged(Row row, Map<String, String> held, Map<String, String> revealed) {
    Map<String, String> values = new TreeMap<>(held);
    Map<String, String> secrets = new TreeMap<>();
    row.mentioned()
        .forEach((name, value) -> {
          if (!facts.secrets().contains(name) || value.isEmpty()) {
            values.put(name, value);
          } else if (!value.equals(revealed.get(values.getOrDefault(name, "")))) {
            values.remove(name);
            secrets.put(name, value);
          }
        });
    return new Accepted(row, Facts.stored(values), secrets);
  }

  /**
   * @param before what held on the day before the row does
   */
  List<Facts.Flawed> flaws(
      Accepted merged, Map<String, String> before, Map<String, Set<String>> references) {
    Map<String, String> all = new HashMap<>(merged.values());
    all.putAll(merged.secrets());
    List<Facts.Flawed> flaws = new ArrayList<>(facts.judged(all, before));
    flaws.addAll(facts.dangling(merged.row().mentioned(), references));
    return flaws;
  }

  /** Register to those ids, of all the rows refer to, that are known. */
  Map<String, Set<String>> references(List<Row> rows) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Row row : rows) {
      facts
          .references(row.mentioned())
          .forEach((register, ids) ->
              wanted.computeIfAbsent(register, r -> new HashSet<>()).addAll(ids));
    }
    Map<String, Set<String>> known = new HashMap<>();
    wanted.forEach((register, ids) ->
        Optional.ofNullable(schemas.get(register))
            .ifPresent(s -> known.put(register, tables.known(s, ids))));
    return known;
  }
}
