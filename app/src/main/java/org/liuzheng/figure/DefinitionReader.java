package org.liuzheng.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads one figure out of its YAML map. */
final class DefinitionReader {
  private static final String UNIT = "unit";
  static final String EARLIER = "earlier";
  static final String UNTIL = "until";

  private static final List<String> ALWAYS =
      List.of(
          "figure",
          "label",
          "meaning",
          UNIT,
          "better",
          "round",
          "scale",
          "by",
          "period",
          "owner",
          "source",
          "target",
          "floor",
          "completeness",
          "small_cells",
          "judgement",
          EARLIER);
  private static final List<String> OF_STEPS = List.of("of", "step");
  private static final List<String> OF_ROWS =
      List.of("kind", "day", "valid_on", "rows", "fold", "roll_up");

  private final YamlNode node;
  private final Optional<YamlNode> later;
  private final List<String> fileLines;
  private final String yaml;
  private final Shelf shelf;
  private final List<Flaw> flaws;
  private Optional<CompiledRows> compiled = Optional.empty();

  DefinitionReader(
      YamlNode node, List<String> fileLines, String yaml, Shelf shelf, List<Flaw> flaws) {
    this(node, Optional.empty(), fileLines, yaml, shelf, flaws);
  }

  /**
   * @param later the figure's map, which says what an earlier definition leaves out
   */
  private DefinitionReader(
      YamlNode node,
      Optional<YamlNode> later,
      List<String> fileLines,
      String yaml,
      Shelf shelf,
      List<Flaw> flaws) {
    this.node = node;
    this.later = later;
    this.fileLines = fileLines;
    this.yaml = yaml;
    this.shelf = shelf;
    this.flaws = flaws;
  }

  /**
   * @param rows empty for a step
   * @param until the last day whose periods it governs; the last of all days for the present one
   * @param note why there is another after it
   * @param at where it stands
   */
  record Read(
      Definition definition, Optional<CompiledRows> rows, LocalDate until, Text note, YamlNode at) {
    Read with(List<Relation> relations) {
      return new Read(definition.with(relations), rows, until, note, at);
    }
  }

  /**
   * Compiles a definition again that was read before, with those that governed earlier; its
   * registers may have grown since.
   */
  static List<Read> again(Definition definition, List<Schema> schemas) {
    List<Flaw> flaws = new ArrayList<>();
    Shelf shelf = new Shelf(schemas, Relations.of(definition.relations()));
    YamlNode root = YamlNode.read(definition.name(), definition.yaml(), flaws);
    for (YamlNode node : root.items()) {
      if (node.get("figure").filter(f -> f.text().equals(definition.name())).isPresent()) {
        List<Read> read =
            new DefinitionReader(
                    node, definition.yaml().lines().toList(), definition.yaml(), shelf, flaws)
                .versions();
        if (!read.isEmpty()) {
          return read;
        }
      }
    }
    throw new IllegalArgumentException(
        "figure %s does not fit the installed registers: %s".formatted(definition.name(), flaws));
  }

  /** The present definition, then those before it, the latest first; none when there is a flaw. */
  List<Read> versions() {
    int before = flaws.size();
    List<Read> versions = new ArrayList<>();
    read().ifPresent(versions::add);
    if (versions.isEmpty()) {
      return versions;
    }
    for (YamlNode earlier : get(EARLIER).map(YamlNode::items).orElse(List.of())) {
      // A bad date is told when the version is read.
      LocalDate until = earlier.get(UNTIL).flatMap(DefinitionReader::day).orElse(LocalDate.MAX);
      new DefinitionReader(earlier, Optional.of(node), fileLines, yaml, shelf.on(until), flaws)
          .before(versions.getLast())
          .ifPresent(versions::add);
    }
    return flaws.size() == before ? standing(changing(versions)) : List.of();
  }

  /** Where a relation changes on a day, the figure counts in another way before it. */
  private List<Read> changing(List<Read> own) {
    List<Read> versions = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Read version = own.get(i);
      LocalDate before = i + 1 < own.size() ? own.get(i + 1).until() : LocalDate.MIN;
      versions.add(version);
      for (Relations.Change c : shelf.relations().changes(relations(version))) {
        if (c.until().isAfter(before) && c.until().isBefore(version.until())) {
          new DefinitionReader(
                  version.at(),
                  version.at() == node ? Optional.empty() : Optional.of(node),
                  fileLines,
                  yaml,
                  shelf.on(c.until()),
                  flaws)
              .read()
              .filter(r -> !r.definition().hash().equals(versions.getLast().definition().hash()))
              .ifPresent(r ->
                  versions.add(
                      new Read(r.definition(), r.rows(), c.until(), c.note(), version.at())));
        }
      }
    }
    return versions;
  }

  private static Set<String> relations(Read read) {
    return read.rows().map(CompiledRows::relations).orElse(Set.of());
  }

  /** The present version knows the relations of all, so that all can be read from it again. */
  private List<Read> standing(List<Read> versions) {
    Set<String> names =
        versions.stream().flatMap(v -> relations(v).stream()).collect(Collectors.toSet());
    return versions.stream()
        .map(v -> v.equals(versions.getFirst()) ? v.with(shelf.relations().standingOn(names)) : v)
        .toList();
  }

  /** The one of these versions that governs a day. */
  static Read on(LocalDate day, List<Read> versions) {
    Read governing = versions.getFirst();
    for (Read earlier : versions) {
      if (!day.isAfter(earlier.until())) {
        governing = earlier;
      }
    }
    return governing;
  }

  private Optional<Read> before(Read next) {
    Optional<Read> read = read();
    read.filter(r -> !r.until().isBefore(next.until()))
        .ifPresent(r ->
            node.need(UNTIL)
                .flaw("figure.earlier_order", r.until().toString(), next.until().toString()));
    read.filter(r -> r.definition().hash().equals(next.definition().hash()))
        .ifPresent(r -> node.flaw("figure.earlier_same", r.definition().name()));
    return read;
  }

  /** A flaw, and the first of all days, where there is none. */
  static LocalDate date(YamlNode node) {
    return day(node)
        .orElseGet(() -> {
          node.flaw("figure.wants_date", node.text());
          return LocalDate.MIN;
        });
  }

  private static Optional<LocalDate> day(YamlNode node) {
    try {
      return Optional.of(LocalDate.parse(node.isText() ? node.text() : ""));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<YamlNode> get(String key) {
    return node.get(key).or(() -> later.flatMap(l -> l.get(key)));
  }

  private YamlNode need(String key) {
    return get(key).orElseGet(() -> node.need(key));
  }

  /** Empty when there is a flaw. */
  private Optional<Read> read() {
    int before = flaws.size();
    boolean stepped = get("of").isPresent();
    onlyKeys(stepped);
    LocalDate until = later.isEmpty() ? LocalDate.MAX : date(node.need(UNTIL));
    Text note = later.isEmpty() ? Text.same("") : node.need("note").label();
    Optional<Definition.Made> made = stepped ? Optional.of(stepped()) : folded();
    Optional<Definition> definition = made.map(this::definition);
    return flaws.size() == before
        ? definition.map(d -> new Read(d, compiled, until, note, node))
        : Optional.empty();
  }

  /** What a value is a value of stays; an earlier definition says only how it came about. */
  private void onlyKeys(boolean stepped) {
    if (later.isPresent()) {
      List<String> made =
          stepped ? OF_STEPS : OF_ROWS.stream().filter(k -> !k.equals("kind")).toList();
      node.onlyKeys(
          Stream.concat(Stream.of(UNTIL, "note", "meaning", "source"), made.stream())
              .toArray(String[]::new));
    } else {
      node.onlyKeys(
          Stream.concat(ALWAYS.stream(), (stepped ? OF_STEPS : OF_ROWS).stream())
              .toArray(String[]::new));
    }
  }

  private Definition definition(Definition.Made made) {
    YamlNode name = need("figure");
    if (!name.text().matches("[a-z][a-z0-9_]*")) {
      name.flaw("figure.name", name.text());
    }
    Definition d =
        new Definition(
            name.text(),
            need("label").label(),
            need("meaning").label(),
            need(UNIT).label(),
            better(),
            whole("round", 0),
            Math.max(1, whole("scale", 1)),
            by(),
            get("roll_up").map(YamlNode::flag).orElse(true),
            period(),
            need("owner").text(),
            get("source").map(YamlNode::label).orElse(Text.same("")),
            made,
            StandardsReader.read(this::get, made, shelf),
            "",
            yaml,
            shelf.relations().standingOn(compiled.map(CompiledRows::relations).orElse(Set.of())));
    return Fingerprint.of(d);
  }

  private int whole(String key, int otherwise) {
    return get(key)
        .map(n -> {
          int value = n.whole();
          if (value < 0 || value > 1_000_000) {
            n.flaw("figure.number_range", n.text());
          }
          return value;
        })
        .orElse(otherwise);
  }

  private Definition.Better better() {
    return get("better")
        .map(n -> choice(n, Definition.Better.values(), Definition.Better.NEITHER))
        .orElse(Definition.Better.NEITHER);
  }

  private Period.Kind period() {
    return get("period")
        .map(n -> choice(n, Period.Kind.values(), Period.Kind.YEAR))
        .orElse(Period.Kind.YEAR);
  }

  private static <E extends Enum<E>> E choice(YamlNode at, E[] values, E otherwise) {
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(at.text())) {
        return value;
      }
    }
    at.flaw(
        "figure.wants_one_of",
        at.text(),
        java.util.Arrays.stream(values)
            .map(v -> v.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
    return otherwise;
  }

  private List<String> by() {
    return get("by").map(n -> n.items().stream().map(YamlNode::text).toList()).orElse(List.of());
  }

  private Optional<Definition.Made> folded() {
    YamlNode kind = need("kind");
    boolean flow = kind.text().equals("flow");
    if (!flow && !kind.text().equals("stock")) {
      kind.flaw("figure.wants_one_of", kind.text(), "flow, stock");
    }
    Optional<SqlText> rows =
        get("rows").filter(YamlNode::isText).map(n -> SqlText.of(n, fileLines, 0));
    if (rows.isEmpty()) {
      need("rows").text();
      return Optional.empty();
    }
    SqlText select = rows.get();
    Optional<SqlText> day =
        (flow ? Optional.of(need("day")) : Optional.<YamlNode>empty())
            .filter(YamlNode::isText)
            .map(n -> SqlText.of(n, fileLines, select.lineCount() + 1));
    if (!flow) {
      get("day").ifPresent(d -> d.flaw("figure.stock_has_no_day"));
    } else if (day.isEmpty()) {
      return Optional.empty();
    }
    return RowsCompiler.compile(select, day, new Places(select, day), shelf)
        .map(rowsOfIt -> {
          compiled = Optional.of(rowsOfIt);
          return folded(flow, rowsOfIt);
        });
  }

  private boolean atEnd(boolean flow) {
    Optional<YamlNode> valid = get("valid_on");
    valid
        .filter(v -> !flow || !v.text().equals("period_end"))
        .ifPresent(v -> v.flaw("figure.wants_period_end", v.text()));
    return valid.isPresent();
  }

  private Definition.Made folded(boolean flow, CompiledRows compiled) {
    if (compiled.column(UNIT).filter(c -> c.kind() == Column.Kind.TEXT).isEmpty()) {
      need("rows").flaw("figure.rows_want_unit");
    }
    get("by").ifPresent(by -> by.items().forEach(b -> FoldReader.known(compiled, b)));
    return new Definition.Folded(
        flow,
        atEnd(flow),
        FoldReader.fold(compiled, need("fold")),
        need("rows").text(),
        compiled.readable(),
        compiled.links(),
        compiled.fields(),
        compiled.registers());
  }

  private Definition.Made stepped() {
    String of = need("of").text();
    return new Definition.Stepped(of, StepReader.step(of, need("step")));
  }
}
