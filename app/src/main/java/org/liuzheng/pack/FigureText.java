package org.liuzheng.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.yaml.YamlNode;

/**
 * The lines of a figure file that define one figure.
 *
 * @param start index of the first line, @param end index after the last
 */
record FigureText(List<String> lines, int start, int end) {
  private static final Set<String> SAID_OF_EARLIER =
      Set.of("day", "rows", "fold", "roll_up", "of", "step", "meaning", "source");
  private static final String EARLIER = "earlier";

  static Optional<FigureText> of(String file, String content, String figure) {
    List<String> lines = content.lines().toList();
    YamlNode root = YamlNode.read(file, content, new ArrayList<>());
    List<YamlNode> nodes = root.items();
    for (int i = 0; i < nodes.size(); i++) {
      boolean found =
          nodes.get(i).get("figure").filter(f -> f.isText() && f.text().equals(figure)).isPresent();
      if (found) {
        int end = i + 1 < nodes.size() ? nodes.get(i + 1).line() - 1 : lines.size();
        int start = root.isList() ? nodes.get(i).line() - 1 : 0;
        return Optional.of(new FigureText(lines, start, end));
      }
    }
    return Optional.empty();
  }

  /** Without the blank lines and comments that lead to the next figure. */
  String text() {
    int last = end;
    while (last > start + 1 && trails(lines.get(last - 1))) {
      last--;
    }
    return String.join("\n", lines.subList(start, last)) + "\n";
  }

  private static boolean trails(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  /** The whole file with another text in this place. */
  String with(String text) {
    int last = end;
    while (last > start + 1 && trails(lines.get(last - 1))) {
      last--;
    }
    List<String> all = new ArrayList<>(lines.subList(0, start));
    all.addAll(text.stripTrailing().lines().toList());
    all.addAll(lines.subList(last, lines.size()));
    return String.join("\n", all) + "\n";
  }

  /**
   * A new text that keeps a former one for the periods up to a day.
   *
   * @param until the last day whose periods the former governs
   */
  static String keeping(String former, String text, String until, String note) {
    Map<String, List<String>> now = blocks(text);
    List<String> kept = new ArrayList<>();
    String indent = " ".repeat(indent(text) + 2);
    kept.add(indent + "- until: " + until);
    kept.add(indent + "  note: {zh: " + quoted(note) + ", en: " + quoted(note) + "}");
    blocks(former)
        .forEach((key, lines) -> {
          if (SAID_OF_EARLIER.contains(key) && !lines.equals(now.get(key))) {
            lines.forEach(l -> kept.add(l.isBlank() ? "" : "    " + l));
          }
        });
    if (now.containsKey("roll_up") && !blocks(former).containsKey("roll_up")) {
      kept.add(indent + "  roll_up: true");
    }
    List<String> lines = new ArrayList<>(text.stripTrailing().lines().toList());
    String heading = " ".repeat(indent(text)) + EARLIER + ":";
    int at = lines.indexOf(heading);
    if (at < 0) {
      lines.add(heading);
      lines.addAll(kept);
    } else {
      lines.addAll(at + 1, kept);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
  }

  /** How far the keys are set in: a figure of a list stands behind its dash. */
  private static int indent(String text) {
    return text.stripLeading().startsWith("- ") ? text.indexOf("- ") + 2 : 0;
  }

  /** Each key's lines as they are written, the dash of a list taken away. */
  private static Map<String, List<String>> blocks(String text) {
    int indent = indent(text);
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    List<String> block = new ArrayList<>();
    for (String written : text.lines().toList()) {
      String line =
          indent > 0 && written.startsWith("- ", indent - 2)
              ? written.substring(0, indent - 2) + "  " + written.substring(indent)
              : written;
      boolean key = line.length() > indent && line.substring(indent).matches("[a-z_]+:.*");
      if (key && line.substring(0, indent).isBlank()) {
        block = new ArrayList<>();
        blocks.put(line.substring(indent, line.indexOf(':')), block);
      }
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        block.add(line);
      }
    }
    return blocks;
  }
}
