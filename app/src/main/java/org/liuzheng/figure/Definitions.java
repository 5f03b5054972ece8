package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liuzheng.figure.DefinitionReader.Read;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Figure files: YAML into definitions, every flaw with its line and column. */
public final class Definitions {
  private Definitions() {}

  /**
   * Figures and the relations that they select from.
   *
   * @param relations in the order in which their names are declared
   */
  public record Content(List<Definition> figures, List<Relation> relations) {
    public static final Content NONE = new Content(List.of(), List.of());

    public Content {
      figures = List.copyOf(figures);
      relations = List.copyOf(relations);
    }

    public Content and(Content more) {
      return new Content(
          Stream.concat(figures.stream(), more.figures().stream()).toList(),
          Stream.concat(relations.stream(), more.relations().stream()).toList());
    }
  }

  /**
   * Reads one file with one figure or a list of them. A figure with a flaw is left out of the
   * result. That the figures named by {@code of} and {@code minus} exist is seen by {@link
   * #readAll}.
   *
   * @param file path as flaws shall name it
   */
  public static List<Definition> read(
      String file, String content, List<Schema> schemas, List<Flaw> flaws) {
    return declared(
            items(Map.of(file, content), flaws), new Shelf(schemas, Relations.of(List.of())), flaws)
        .stream()
        .map(Declared::definition)
        .toList();
  }

  /**
   * Reads the files of a whole pack, path to content, and checks that figures fit together.
   *
   * @param known what the packs have that this one uses
   */
  public static Content readAll(
      Map<String, String> files, Content known, List<Schema> schemas, List<Flaw> flaws) {
    List<Item> items = items(files, flaws);
    Relations relations = Relations.of(known.relations());
    items.stream()
        .filter(Item::isRelation)
        .forEach(i -> relations.declare(i.node(), i.fileLines(), i.yaml(), schemas));
    relations.check(schemas);
    List<Declared> all = declared(items, new Shelf(schemas, relations), flaws);
    Map<String, Definition> byName = new HashMap<>();
    known.figures().forEach(d -> byName.put(d.name(), d));
    for (Declared d : all) {
      if (byName.putIfAbsent(d.definition().name(), d.definition()) != null) {
        d.flaw(flaws, "figure.name_twice", d.definition().name());
      }
    }
    flaws.addAll(stepFlaws(all, byName));
    return new Content(
        all.stream().map(Declared::definition).toList(),
        relations.all().stream().filter(r -> !known.relations().contains(r)).toList());
  }

  /** What is found on each day on which other definitions govern, each flaw once. */
  private static Set<Flaw> stepFlaws(List<Declared> all, Map<String, Definition> byName) {
    Set<Flaw> found = new LinkedHashSet<>();
    all.stream()
        .flatMap(d -> d.versions().stream())
        .map(Read::until)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(day -> {
          List<Declared> then = all.stream().map(d -> d.on(day)).toList();
          Map<String, Definition> governing = new HashMap<>(byName);
          then.forEach(d -> governing.put(d.definition().name(), d.definition()));
          List<Flaw> flaws = new ArrayList<>();
          then.forEach(d -> checkSteps(d, governing, flaws));
          then.forEach(d -> checkStandards(d, governing, flaws));
          found.addAll(flaws);
        });
    return found;
  }

  /**
   * @param versions the present one first; the one that is meant lies at {@code node}
   */
  private record Declared(Definition definition, YamlNode node, List<Read> versions) {
    void flaw(List<Flaw> flaws, String key, Object... args) {
      flaws.add(new Flaw(node.file(), node.line(), node.column(), Words.text(key, args)));
    }

    Declared on(LocalDate day) {
      Read then = DefinitionReader.on(day, versions);
      return new Declared(then.definition(), then.at(), versions);
    }
  }

  /**
   * What a file declares at one place.
   *
   * @param yaml its own lines
   */
  private record Item(YamlNode node, List<String> fileLines, String yaml) {
    boolean isRelation() {
      return node.get(Relations.RELATION).isPresent();
    }
  }

  private static List<Item> items(Map<String, String> files, List<Flaw> flaws) {
    List<Item> items = new ArrayList<>();
    files.forEach((file, content) -> {
      YamlNode root = YamlNode.read(file, content, flaws);
      List<String> lines = content.lines().toList();
      List<YamlNode> nodes = root.items();
      for (int i = 0; i < nodes.size(); i++) {
        YamlNode node = nodes.get(i);
        int end = i + 1 < nodes.size() ? nodes.get(i + 1).line() - 1 : lines.size();
        int start = root.isList() ? node.line() - 1 : 0;
        String yaml = String.join("\n", lines.subList(start, Math.max(start + 1, end)));
        items.add(new Item(node, lines, yaml));
      }
    });
    return items;
  }

  private static List<Declared> declared(List<Item> items, Shelf shelf, List<Flaw> flaws) {
    List<Declared> read = new ArrayList<>();
    for (Item i : items) {
      List<Read> versions =
          i.isRelation()
              ? List.of()
              : new DefinitionReader(i.node(), i.fileLines(), i.yaml(), shelf, flaws).versions();
      if (!versions.isEmpty()) {
        read.add(new Declared(versions.getFirst().definition(), i.node(), versions));
      }
    }
    return read;
  }

  /** The figures that a value is held against have to be there, and to be of the same unit. */
  private static void checkStandards(Declared d, Map<String, Definition> byName, List<Flaw> flaws) {
    Standards standards = d.definition().standards();
    Stream.concat(standards.marks().stream(), standards.counted().stream())
        .filter(f -> !byName.containsKey(f))
        .forEach(f -> d.flaw(flaws, "figure.unknown_figure", f));
    standards.marks().stream()
        .flatMap(f -> Stream.ofNullable(byName.get(f)))
        .filter(m -> !m.unit().equals(d.definition().unit()))
        .forEach(m ->
            d.flaw(flaws, "figure.mark_of_other_unit", m.name(), m.unit(), d.definition().unit()));
  }

  private static boolean isTerms(
      Map<String, Definition> byName, String of, Definition.Step.Score score) {
    return Steps.hasColumns(
            byName.get(of),
            score.each(),
            score.group(),
            Steps.NUMERATOR,
            Steps.DENOMINATOR,
            Steps.WEIGHT,
            Steps.BASE,
            Steps.INDICATOR)
        && (score.bonus().isEmpty()
            || Steps.hasColumns(
                byName.get(score.bonus().orElseThrow()), score.each(), Steps.POINTS));
  }

  private static void checkSteps(Declared d, Map<String, Definition> byName, List<Flaw> flaws) {
    if (!(d.definition().made() instanceof Definition.Stepped stepped)) {
      return;
    }
    List<String> bases = Steps.bases(stepped);
    bases.stream()
        .filter(b -> !byName.containsKey(b))
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
    } else if (stepped.step() instanceof Definition.Step.Parts parts
        && !Steps.hasParts(byName.get(stepped.of()), parts.each())) {
      d.flaw(flaws, "figure.parts_of_rows", stepped.of(), parts.each());
    } else if (stepped.step() instanceof Definition.Step.Score score
        && !isTerms(byName, stepped.of(), score)) {
      d.flaw(flaws, "figure.score_of_terms", stepped.of(), score.each(), score.group());
    } else if (stepped.step() instanceof Definition.Step.Grade grade
        && !(Steps.isScore(byName.get(stepped.of()))
            && Steps.hasColumns(byName.get(grade.shares()), Steps.GRADE, Steps.SHARE))) {
      d.flaw(flaws, "figure.grade_of_score", stepped.of(), grade.shares());
    } else if (Steps.widens(stepped.step()) && !Steps.isFlow(byName.get(stepped.of()))) {
      d.flaw(flaws, "figure.window_of_flow", stepped.of());
    }
  }
}
