package org.liuzheng.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A value of a YAML file. Readers ask it for what they expect; whatever is missing or of another
 * shape is added to the {@code flaws} that the whole file shares, and a harmless stand-in is
 * returned, so that one reading finds all flaws. A reader that sees no flaw may trust every value.
 */
public final class YamlNode {
  private static final int TEXT_LIMIT = 50_000_000;

  /** Aliases of aliases grow by powers. */
  private static final int MOST_ALIASES = 12;

  private static final Node NOTHING =
      new ScalarNode(
          org.yaml.snakeyaml.nodes.Tag.NULL, "", null, null, DumperOptions.ScalarStyle.PLAIN);

  private final String file;
  private final Node node;
  private final int line;
  private final int column;
  private final List<Flaw> flaws;

  private YamlNode(String file, Node node, int line, int column, List<Flaw> flaws) {
    this.file = file;
    this.node = node;
    this.line = line;
    this.column = column;
    this.flaws = flaws;
  }

  /** Reads a whole file; what is wrong is added to {@code flaws}. */
  public static YamlNode read(String file, String content, List<Flaw> flaws) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(TEXT_LIMIT);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(content));
      YamlNode read = of(file, root == null ? NOTHING : root, 1, 1, flaws);
      if (root != null && holdsItself(root, Collections.newSetFromMap(new IdentityHashMap<>()))) {
        flaws.add(new Flaw(file, read.line, read.column, Words.text("yaml.of_itself")));
        return new YamlNode(file, NOTHING, 1, 1, new ArrayList<>());
      }
      read.flawKeysWrittenTwice();
      return read;
    } catch (ReaderException e) {
      String before = content.substring(0, content.offsetByCodePoints(0, e.getPosition()));
      flaws.add(
          new Flaw(
              file,
              (int) before.chars().filter(c -> c == '\n').count() + 1,
              before.length() - before.lastIndexOf('\n'),
              Words.text("yaml.character", "U+%04X".formatted(e.getCodePoint()))));
      return new YamlNode(file, NOTHING, 1, 1, new ArrayList<>());
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      flaws.add(
          new Flaw(
              file,
              mark == null ? 1 : mark.getLine() + 1,
              mark == null ? 1 : mark.getColumn() + 1,
              Words.text("yaml.syntax", String.valueOf(e.getProblem()))));
      // What is missing after the broken place is not the author's second mistake.
      return new YamlNode(file, NOTHING, 1, 1, new ArrayList<>());
    }
  }

  /** An alias may stand inside what it names; nothing that is read here can go on for ever. */
  private static boolean holdsItself(Node node, Set<Node> around) {
    if (!around.add(node)) {
      return true;
    }
    boolean found =
        switch (node) {
          case SequenceNode list -> list.getValue().stream().anyMatch(n -> holdsItself(n, around));
          case MappingNode map ->
              map.getValue().stream()
                  .anyMatch(t ->
                      holdsItself(t.getKeyNode(), around) || holdsItself(t.getValueNode(), around));
          default -> false;
        };
    around.remove(node);
    return found;
  }

  private static YamlNode of(String file, Node node, int line, int column, List<Flaw> flaws) {
    Mark mark = node.getStartMark();
    return new YamlNode(
        file,
        node,
        mark == null ? line : mark.getLine() + 1,
        mark == null ? column : mark.getColumn() + 1,
        flaws);
  }

  private YamlNode child(Node child) {
    return of(file, child, line, column, flaws);
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  /** The first line of a block scalar's text, which stands below its {@code |}. */
  public int textLine() {
    boolean block =
        node instanceof ScalarNode s
            && (s.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                || s.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED);
    return block ? line + 1 : line;
  }

  /** Reports a flaw at this place. */
  public void flaw(String key, Object... args) {
    flaws.add(new Flaw(file, line, column, Words.text(key, args)));
  }

  /** Reports a flaw in the text of this value, at a line and column counted from 1 inside it. */
  public void flawInside(int textLine, int textColumn, Text says) {
    flaws.add(new Flaw(file, textLine() + textLine - 1, textColumn, says));
  }

  public boolean isText() {
    return node instanceof ScalarNode && !isNothing();
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isNothing() {
    return node instanceof ScalarNode s && s.getTag().equals(org.yaml.snakeyaml.nodes.Tag.NULL);
  }

  /** The scalar as written. */
  public String text() {
    if (node instanceof ScalarNode s && !isNothing()) {
      return s.getValue();
    }
    flaw("yaml.wants_text");
    return "";
  }

  public int whole() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      flaw("yaml.wants_whole", text());
      return 0;
    }
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        flaw("yaml.wants_flag", text());
        yield false;
      }
    };
  }

  /** The value under {@code key}, if the map has it. */
  public Optional<YamlNode> get(String key) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key)) {
          return Optional.of(child(tuple.getValueNode()));
        }
      }
    }
    return Optional.empty();
  }

  /** The value under {@code key}; reports a flaw when it is missing. */
  public YamlNode need(String key) {
    return get(key)
        .orElseGet(() -> {
          flaw("yaml.missing", key);
          return new YamlNode(file, NOTHING, line, column, new ArrayList<>());
        });
  }

  /** A list's items; a single value counts as a list of one, nothing as an empty list. */
  public List<YamlNode> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(this::child).toList();
    }
    return isNothing() ? List.of() : List.of(this);
  }

  /** YAML lets the last of two equal keys win, so the first would be lost without a word. */
  private void flawKeysWrittenTwice() {
    if (node instanceof SequenceNode) {
      items().forEach(YamlNode::flawKeysWrittenTwice);
    } else if (node instanceof MappingNode map) {
      Set<String> seen = new HashSet<>();
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !seen.add(key.getValue())) {
          child(key).flaw("yaml.key_twice", key.getValue());
        }
        child(tuple.getValueNode()).flawKeysWrittenTwice();
      }
    }
  }

  /** Reports a flaw at the place of a key of this map. */
  public void flawAtKey(String name, String key, Object... args) {
    if (node instanceof MappingNode map) {
      map.getValue().stream()
          .map(NodeTuple::getKeyNode)
          .filter(k -> k instanceof ScalarNode s && s.getValue().equals(name))
          .findFirst()
          .ifPresentOrElse(k -> child(k).flaw(key, args), () -> flaw(key, args));
    } else {
      flaw(key, args);
    }
  }

  /** A map's entries in the order of the file. */
  public Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        entries.put(child(tuple.getKeyNode()).text(), child(tuple.getValueNode()));
      }
    } else if (!isNothing()) {
      flaw("yaml.wants_map");
    }
    return entries;
  }

  /** Reports every key that is not one of {@code allowed}, at its own place. */
  public void onlyKeys(String... allowed) {
    Set<String> known = new HashSet<>(List.of(allowed));
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        YamlNode key = child(tuple.getKeyNode());
        if (!known.contains(key.text())) {
          key.flaw("yaml.unknown_key", key.text(), String.join(", ", allowed));
        }
      }
    }
  }

  /** A label in both languages: {@code {zh: …, en: …}}. */
  public Text label() {
    if (isMap()) {
      return new Text(need("zh").text(), need("en").text());
    }
    flaw("yaml.wants_label");
    return Text.same("");
  }
}
