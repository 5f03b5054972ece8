package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.figure.DefinitionReader.Read;
import org.liuzheng.yaml.YamlNode;

/** Makes definitions ready: compiled, with the figures they stand on. */
final class Installation {
  private final Map<String, Definition> declared = new LinkedHashMap<>();
  private final Map<String, Read> read = new LinkedHashMap<>();
  private final Map<String, Installed> ready = new LinkedHashMap<>();

  private Installation(List<Read> definitions) {
    definitions.forEach(d -> {
      declared.put(d.definition().name(), d.definition());
      read.put(d.definition().name(), d);
    });
  }

  /** In the order given; throws when a definition names a figure that is not among them. */
  static Map<String, Installed> of(List<Read> definitions) {
    Installation installation = new Installation(definitions);
    Map<String, Installed> inOrder = new LinkedHashMap<>();
    installation.read.keySet().forEach(name -> inOrder.put(name, installation.install(name)));
    return inOrder;
  }

  /** The folded figure that a figure stands on, first of two for a difference. */
  static Installed leaf(Map<String, Installed> figures, Installed figure) {
    Installed leaf = figure;
    while (leaf.definition().made() instanceof Definition.Stepped s) {
      leaf = Objects.requireNonNull(figures.get(s.of()));
    }
    return leaf;
  }

  /** Every folded figure that a figure stands on. */
  static Set<Installed> leaves(Map<String, Installed> figures, Installed figure) {
    return switch (figure.definition().made()) {
      case Definition.Folded f -> Set.of(figure);
      case Definition.Stepped s ->
          Steps.bases(s).stream()
              .flatMap(b -> leaves(figures, Objects.requireNonNull(figures.get(b))).stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
    };
  }

  private Installed install(String name) {
    Installed done = ready.get(name);
    if (done != null) {
      return done;
    }
    Read found = read.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no figure %s among %s".formatted(name, declared.keySet()));
    }
    Definition definition = found.definition();
    Installed installed =
        switch (definition.made()) {
          case Definition.Folded f -> new Installed(definition, definition.hash(), found.rows());
          case Definition.Stepped s -> stepped(definition, s);
        };
    ready.put(name, installed);
    return installed;
  }

  private Installed stepped(Definition definition, Definition.Stepped stepped) {
    if (Steps.reaches(definition.name(), stepped, declared)) {
      throw new IllegalArgumentException(definition.name() + " stands on itself");
    }
    List<Installed> bases = new ArrayList<>();
    Steps.bases(stepped).forEach(b -> bases.add(install(b)));
    String hashes = bases.stream().map(Installed::hash).collect(Collectors.joining(" "));
    return new Installed(
        inheriting(definition, bases.stream().map(Installed::definition).toList()),
        Fingerprint.sha256(definition.hash() + " on " + hashes),
        Optional.empty());
  }

  /** A step has its base's period and reporters, unless it says otherwise. */
  private static Definition inheriting(Definition d, List<Definition> bases) {
    Definition base = bases.getFirst();
    boolean saysPeriod =
        YamlNode.read(d.name(), d.yaml(), new ArrayList<>()).items().stream()
            .filter(n -> n.get("figure").filter(f -> f.text().equals(d.name())).isPresent())
            .anyMatch(n -> n.get("period").isPresent());
    return new Definition(
        d.name(),
        d.label(),
        d.meaning(),
        d.unit(),
        d.better(),
        d.decimals(),
        d.scale(),
        Steps.by(d, bases),
        base.rollUp(),
        saysPeriod ? d.period() : base.period(),
        d.owner(),
        d.source(),
        d.made(),
        d.standards().over(base.standards()),
        d.hash(),
        d.yaml(),
        d.relations());
  }
}
