package org.liuzheng.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.YamlNode;

/**
 * SQL as it stands in a YAML value, made ready for the parser. SQL reserves words that a register
 * needs as field names ({@code value}, {@code month}, {@code period}), so a word is quoted here
 * wherever only a name can stand: beside a dot, after {@code as}, {@code from} and {@code join}.
 * The quotes shift columns; {@link #flaw} undoes that and the indentation of the YAML block.
 */
final class SqlText {
  private final YamlNode node;
  private final List<Integer> indents;
  private final int linesAbove;
  private final StringBuilder out = new StringBuilder();

  /** Per line, the columns of the parsed text at which a quote was put in. */
  private final List<List<Integer>> quotes = new ArrayList<>(List.of(new ArrayList<>()));

  private final Deque<Boolean> insideCast = new ArrayDeque<>();
  private String before = "";
  private int lineStart;

  private SqlText(YamlNode node, List<Integer> indents, int linesAbove) {
    this.node = node;
    this.indents = indents;
    this.linesAbove = linesAbove;
  }

  /**
   * @param fileLines the file that {@code node} comes from
   * @param linesAbove empty lines put before the text, so that places in two texts that are
   *     compiled together differ
   */
  static SqlText of(YamlNode node, List<String> fileLines, int linesAbove) {
    List<String> lines = node.text().lines().toList();
    List<Integer> indents = new ArrayList<>();
    int at = node.textLine() - 1;
    for (int i = 0; i < lines.size(); i++) {
      int from = lines.size() == 1 && node.textLine() == node.line() ? node.column() - 1 : 0;
      int indent =
          at + i < fileLines.size() ? fileLines.get(at + i).indexOf(lines.get(i), from) : -1;
      if (indent < 0 && !lines.get(i).isBlank()) {
        node.flaw("figure.rows_wants_block");
        return new SqlText(node, indents, linesAbove);
      }
      indents.add(Math.max(indent, 0));
    }
    SqlText text = new SqlText(node, indents, linesAbove);
    text.copy(node.text().stripTrailing());
    return text;
  }

  /** The text for the parser. */
  String parsable() {
    return "\n".repeat(linesAbove) + out;
  }

  boolean holds(SqlParserPos pos) {
    return pos.getLineNum() > linesAbove;
  }

  int lineCount() {
    return quotes.size();
  }

  /** Reports a flaw at a place of the parsed text. */
  void flaw(SqlParserPos pos, Text says) {
    int line = Math.clamp(pos.getLineNum() - linesAbove, 1, quotes.size());
    long shift = quotes.get(line - 1).stream().filter(c -> c < pos.getColumnNum()).count();
    int indent = line <= indents.size() ? indents.get(line - 1) : 0;
    node.flawInside(line, pos.getColumnNum() - (int) shift + indent, says);
  }

  private void copy(String sql) {
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      int end = end(sql, i);
      if (Character.isJavaIdentifierStart(c)) {
        word(sql, i, end);
      } else {
        plain(sql, i, end);
      }
      i = end;
    }
  }

  /** The end of the token that starts at {@code i}: a word, a quoted run, a comment or one char. */
  private static int end(String sql, int i) {
    char c = sql.charAt(i);
    if (Character.isJavaIdentifierPart(c)) {
      int end = i;
      while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
        end++;
      }
      return end;
    }
    if (c == '\'' || c == '"') {
      return after(sql, sql.indexOf(c, i + 1), 1);
    }
    if (sql.startsWith("--", i)) {
      return after(sql, sql.indexOf('\n', i), 0);
    }
    return sql.startsWith("/*", i) ? after(sql, sql.indexOf("*/", i + 2), 2) : i + 1;
  }

  private static int after(String sql, int found, int length) {
    return found < 0 ? sql.length() : found + length;
  }

  private void word(String sql, int from, int end) {
    String word = sql.substring(from, end);
    if (isName(word, sql, end)) {
      quote();
      append(word.toLowerCase(Locale.ROOT));
      quote();
    } else {
      append(word);
    }
    before = word.toLowerCase(Locale.ROOT);
  }

  private boolean isName(String word, String sql, int end) {
    int next = end;
    while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
      next++;
    }
    char follows = next < sql.length() ? sql.charAt(next) : ' ';
    boolean casting = Boolean.TRUE.equals(insideCast.peek());
    return switch (before) {
      case "." -> true;
      case "as" -> !casting && !word.equalsIgnoreCase("of");
      case "from", "join" -> follows != '(' && !word.equalsIgnoreCase("lateral");
      default -> follows == '.';
    };
  }

  private void plain(String sql, int from, int end) {
    String token = sql.substring(from, end);
    if (token.equals("(")) {
      insideCast.push(before.equals("cast"));
    } else if (token.equals(")") && !insideCast.isEmpty()) {
      insideCast.pop();
    }
    append(token);
    if (!token.isBlank() && !token.startsWith("--") && !token.startsWith("/*")) {
      before = token;
    }
  }

  private void quote() {
    quotes.getLast().add(out.length() - lineStart + 1);
    out.append('"');
  }

  private void append(String token) {
    for (int i = 0; i < token.length(); i++) {
      out.append(token.charAt(i));
      if (token.charAt(i) == '\n') {
        lineStart = out.length();
        quotes.add(new ArrayList<>());
      }
    }
  }
}
