package org.liuzheng.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liuzheng.board.Board.Section;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads the files of boards; a board or section with a flaw is left out of the result. */
final class BoardReader {
  private static final String NAME = "[a-z][a-z0-9-]{0,39}";
  private static final String UNIT = "unit";
  private static final String[] KINDS = {"lines", "table", "trend", "ranking", "rows"};
  private static final int MOST_FIGURES = 20;
  private static final int USUAL_ROWS = 10;
  private static final int MOST_ROWS = 50;

  private final Map<String, Definition> figures;
  private final List<Flaw> flaws;
  private final Set<String> taken;

  BoardReader(Set<String> taken, List<Definition> figures, List<Flaw> flaws) {
    this.taken = new HashSet<>(taken);
    this.flaws = flaws;
    this.figures =
        figures.stream()
            .collect(
                Collectors.toMap(Definition::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  List<Board> read(Map<String, String> files) {
    List<Board> boards = new ArrayList<>();
    files.forEach((file, content) ->
        YamlNode.read(file, content, flaws).items().forEach(node -> boards.add(board(node))));
    return boards;
  }

  private Board board(YamlNode node) {
    node.onlyKeys("board", "label", "purpose", "says", "sections");
    YamlNode name = node.need("board");
    if (!name.isNothing() && !name.text().matches(NAME)) {
      name.flaw("board.bad_name", name.text());
    } else if (!taken.add(name.text())) {
      name.flaw("board.name_twice", name.text());
    }
    YamlNode sections = node.need("sections");
    return new Board(
        name.text(),
        node.need("label").label(),
        node.need("purpose").label(),
        node.get("says").map(this::says).orElse(Text.same("")),
        sections.items().stream().flatMap(s -> section(s).stream()).toList());
  }

  private Text says(YamlNode node) {
    Text says = node.label();
    Set<String> zh = named(says, Lang.ZH);
    Set<String> en = named(says, Lang.EN);
    zh.forEach(f -> known(node, f));
    if (!zh.equals(en)) {
      node.flaw("board.says_unlike", String.join(", ", zh), String.join(", ", en));
    }
    return says;
  }

  private static Set<String> named(Text says, Lang lang) {
    return Board.pieces(says.in(lang)).stream()
        .filter(Board.Piece::figure)
        .map(Board.Piece::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<Section> section(YamlNode node) {
    node.onlyKeys("label", "lines", "table", "trend", "ranking", "rows", "by", "most");
    Text label = node.need("label").label();
    List<String> kinds = List.of(KINDS).stream().filter(k -> node.get(k).isPresent()).toList();
    if (kinds.size() != 1) {
      node.flaw("board.one_kind", String.join(", ", KINDS), String.join(", ", kinds));
      return Optional.empty();
    }
    String kind = kinds.getFirst();
    YamlNode what = node.need(kind);
    only(node, "by", kind.equals("table"));
    only(node, "most", kind.equals("rows"));
    return Optional.of(
        switch (kind) {
          case "lines" -> new Section.Lines(label, several(what));
          case "table" -> table(node, label, several(what));
          case "trend" -> new Section.Trend(label, one(what));
          case "ranking" -> new Section.Ranking(label, one(what));
          default -> new Section.Rows(label, one(what), most(node));
        });
  }

  private static void only(YamlNode node, String key, boolean allowed) {
    if (!allowed && node.get(key).isPresent()) {
      node.flawAtKey(key, "board.not_here", key);
    }
  }

  private Section table(YamlNode node, Text label, List<String> named) {
    YamlNode by = node.need("by");
    if (!by.isNothing() && !by.text().equals(UNIT)) {
      named.stream()
          .map(figures::get)
          .filter(d -> d != null && !columns(d).contains(by.text()))
          .forEach(
              d -> by.flaw("board.no_column", by.text(), d.name(), String.join(", ", columns(d))));
    }
    return new Section.Table(label, named, by.text());
  }

  /** A step is broken down by the columns of the figure it stands on. */
  private List<String> columns(Definition definition) {
    return switch (definition.made()) {
      case Definition.Folded folded -> definition.by();
      case Definition.Stepped stepped ->
          definition.by().isEmpty()
              ? Optional.ofNullable(figures.get(stepped.of())).map(this::columns).orElse(List.of())
              : definition.by();
    };
  }

  private List<String> several(YamlNode node) {
    List<YamlNode> items = node.items();
    if (items.isEmpty() || items.size() > MOST_FIGURES) {
      node.flaw("board.how_many", MOST_FIGURES, items.size());
    }
    return items.stream().map(this::one).toList();
  }

  private String one(YamlNode node) {
    String name = node.text();
    known(node, name);
    return name;
  }

  private void known(YamlNode node, String name) {
    if (!figures.containsKey(name)) {
      node.flaw("board.unknown_figure", name);
    }
  }

  private static int most(YamlNode node) {
    return node.get("most")
        .map(m -> {
          int most = m.whole();
          if (most < 1 || most > MOST_ROWS) {
            m.flaw("board.most", MOST_ROWS, m.text());
          }
          return Math.clamp(most, 1, MOST_ROWS);
        })
        .orElse(USUAL_ROWS);
  }
}
