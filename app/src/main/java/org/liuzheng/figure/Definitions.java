package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Figure files: YAML into definitions, every flaw with its line and column. */
public final class Definitions {
  private Definitions() {}

  /**
   * Reads one file with one figure or a list of them. A figure with a flaw is left out of the
   * result. That the figures named by {@code of} and {@code minus} exist is seen by {@link #readAll}.
   *
   * @param file path as flaws shall name it
   */
  public static List<Definition> read(String file, String content, List<Schema> schemas,
      List<Flaw> flaws) {
    return declared(file, content, schemas, flaws).stream().map(Declared::definition).toList();
  }

  /**
   * Reads the files of a whole pack, path to content, and checks that figures fit together.
   *
   * @param known figures of the packs that this one uses
   */
  public static List<Definition> readAll(Map<String, String> files, List<Definition> known,
      List<Schema> schemas, List<Flaw> flaws) {
    List<Declared> all = new ArrayList<>();
    files.forEach((file, content) -> all.addAll(declared(file, content, schemas, flaws)));
    Map<String, Definition> byName = new HashMap<>();
    known.forEach(d -> byName.put(d.name(), d));
    for (Declared d : all) {
      if (byName.putIfAbsent(d.definition().name(), d.definition()) != null) {
        d.flaw(flaws, "figure.name_twice", d.definition().name());
      }
    }
    all.forEach(d -> checkSteps(d, byName, flaws));
    return all.stream().map(Declared::definition).toList();
  }

  /** @param line where the definition starts */
  private record Declared(Definition definition, String file, int line, int column) {
    void flaw(List<Flaw> flaws, String key, Object... args) {
      flaws.add(new Flaw(file, line, column, Words.text(key, args)));
    }
  }

  private static List<Declared> declared(String file, String content, List<Schema> schemas,
      List<Flaw> flaws) {
    YamlNode root = YamlNode.read(file, content, flaws);
    List<String> lines = content.lines().toList();
    List<YamlNode> nodes = root.items();
    List<Declared> read = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      YamlNode node = nodes.get(i);
      int end = i + 1 < nodes.size() ? nodes.get(i + 1).line() - 1 : lines.size();
      int start = root.isList() ? node.line() - 1 : 0;
      String yaml = String.join("\n", lines.subList(start, Math.max(start + 1, end)));
      new DefinitionReader(node, lines, yaml, schemas, flaws).read()
          .ifPresent(r -> read.add(
              new Declared(r.definition(), file, node.line(), node.column())));
    }
    return read;
  }

  private static void checkSteps(Declared d, Map<String, Definition> byName, List<Flaw> flaws) {
    if (!(d.definition().made() instanceof Definition.Stepped stepped)) {
      return;
    }
    List<String> bases = Steps.bases(stepped);
    bases.stream().filter(b -> !byName.containsKey(b))
        .forEach(b -> d.flaw(flaws, "figure.unknown_figure", b));
    if (!bases.stream().allMatch(byName::containsKey)) {
      return;
    }
    if (Steps.reaches(d.definition().name(), stepped, byName)) {
      d.flaw(flaws, "figure.of_itself", d.definition().name());
    } else if (stepped.step() instanceof Definition.Step.Streak
        && !Steps.isRank(byName.get(stepped.of()))) {
      d.flaw(flaws, "figure.streak_of_rank", stepped.of());
    } else if (stepped.step() instanceof Definition.Step.Reduction reduction
        && !Steps.isReducible(byName.get(stepped.of()), reduction.key())) {
      d.flaw(flaws, "figure.reduction_of_stock", stepped.of(), reduction.key());
    } else if (Steps.widens(stepped.step()) && !Steps.isFlow(byName.get(stepped.of()))) {
      d.flaw(flaws, "figure.window_of_flow", stepped.of());
    }
  }
}
