package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.YamlNode;

/**
 * The relations that figures can select from. A relation is rows and nothing else; where it is used
 * the compiler puts its tables, joins and conditions in its place, so that all that is true of a
 * figure's select stays true.
 */
final class Relations {
  static final String RELATION = "relation";

  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Map<Reading, Optional<SelectReader.Read>> read = new HashMap<>();

  /** One relation's select on the days that are read alike. */
  private record Reading(String name, LocalDate until) {}

  /**
   * @param versions the present select first
   */
  private record Declared(Relation relation, List<Version> versions) {
    Version on(LocalDate day) {
      return versions.reversed().stream()
          .filter(v -> !day.isAfter(v.until()))
          .findFirst()
          .orElse(versions.getFirst());
    }
  }

  private record Version(YamlNode node, LocalDate until, Text note, List<String> fileLines) {}

  /**
   * A day after which figures that select from a relation count in another way.
   *
   * @param until the last day before it
   */
  record Change(LocalDate until, Text note) {}

  /** Relations that were read before without a flaw. */
  static Relations of(Collection<Relation> relations) {
    Relations all = new Relations();
    relations.forEach(r -> {
      List<String> lines = r.yaml().lines().toList();
      for (YamlNode node : YamlNode.read(r.name(), r.yaml(), new ArrayList<>()).items()) {
        all.declared.put(r.name(), new Declared(r, versions(node, lines)));
      }
    });
    return all;
  }

  List<Relation> all() {
    return declared.values().stream().map(Declared::relation).toList();
  }

  Set<String> names() {
    return declared.keySet();
  }

  /** Adds what a file declares. */
  void declare(YamlNode node, List<String> fileLines, String yaml, List<Schema> schemas) {
    node.onlyKeys(RELATION, "meaning", "rows", DefinitionReader.EARLIER);
    YamlNode name = node.need(RELATION);
    Text meaning = node.need("meaning").label();
    if (!name.text().matches("[a-z][a-z0-9_]{0,58}")) {
      name.flaw("figure.relation_name", name.text());
    } else if (schemas.stream().anyMatch(s -> s.name().equals(name.text()))) {
      name.flaw("figure.relation_is_register", name.text());
    } else if (declared.containsKey(name.text())) {
      name.flaw("figure.relation_twice", name.text());
    } else {
      declared.put(
          name.text(),
          new Declared(new Relation(name.text(), meaning, yaml), versions(node, fileLines)));
    }
  }

  private static List<Version> versions(YamlNode node, List<String> fileLines) {
    List<Version> versions =
        new ArrayList<>(List.of(new Version(node, LocalDate.MAX, Text.same(""), fileLines)));
    for (YamlNode earlier :
        node.get(DefinitionReader.EARLIER).map(YamlNode::items).orElse(List.of())) {
      earlier.onlyKeys(DefinitionReader.UNTIL, "note", "rows");
      YamlNode until = earlier.need(DefinitionReader.UNTIL);
      LocalDate day = DefinitionReader.date(until);
      if (!day.isBefore(versions.getLast().until())) {
        until.flaw("figure.earlier_order", until.text(), versions.getLast().until().toString());
      }
      versions.add(new Version(earlier, day, earlier.need("note").label(), fileLines));
    }
    return versions;
  }

  /** Reads every select there is, so that its flaws are told also where nothing uses it. */
  void check(List<Schema> schemas) {
    declared.forEach(
        (name, d) -> d.versions().forEach(v -> read(name, new Shelf(schemas, this).on(v.until()))));
  }

  /** What a relation selects on the shelf's day; empty when it has flaws. */
  Optional<SelectReader.Read> read(String name, Shelf shelf) {
    Version version = Objects.requireNonNull(declared.get(name)).on(shelf.day());
    // What it stands on may change on other days than it does.
    Reading reading = new Reading(name, changed(name, shelf.day()));
    Optional<SelectReader.Read> known = read.get(reading);
    if (known == null) {
      known = read(version, shelf.inside(name));
      read.put(reading, known);
    }
    return known;
  }

  private static Optional<SelectReader.Read> read(Version version, Shelf shelf) {
    Optional<SqlText> rows =
        Optional.of(version.node().need("rows"))
            .filter(YamlNode::isText)
            .map(n -> SqlText.of(n, version.fileLines(), 0));
    return rows.flatMap(r -> RowsCompiler.relation(r, new Places(r, Optional.empty()), shelf));
  }

  /** The last day on which all is as on this day. */
  private LocalDate changed(String name, LocalDate day) {
    return changes(Set.of(name)).stream()
        .map(Change::until)
        .filter(u -> !day.isAfter(u))
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  /** When these relations, and those they stand on, change; the latest first. */
  List<Change> changes(Set<String> names) {
    return below(names).stream()
        .flatMap(n -> Objects.requireNonNull(declared.get(n)).versions().stream())
        .filter(v -> v.until().isBefore(LocalDate.MAX))
        .map(v -> new Change(v.until(), v.note()))
        .sorted(Comparator.comparing(Change::until).reversed())
        .toList();
  }

  /** These relations and all that they stand on, on whatever day. */
  List<Relation> standingOn(Set<String> names) {
    return below(names).stream()
        .map(n -> Objects.requireNonNull(declared.get(n)).relation())
        .toList();
  }

  private Set<String> below(Set<String> names) {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String next = open.pop();
      Declared relation = declared.get(next);
      if (relation != null && found.add(next)) {
        relation.versions().forEach(v -> open.addAll(named(v)));
      }
    }
    return found;
  }

  /** The relations that a select mentions; a word too many only costs a look. */
  private Set<String> named(Version version) {
    Set<String> named = new TreeSet<>();
    version
        .node()
        .get("rows")
        .filter(YamlNode::isText)
        .ifPresent(rows ->
            List.of(rows.text().split("[^A-Za-z0-9_]+")).stream()
                .filter(declared::containsKey)
                .forEach(named::add));
    return named;
  }
}
