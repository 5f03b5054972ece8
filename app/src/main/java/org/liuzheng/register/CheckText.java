package org.liuzheng.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * A check as it stands in its file, made ready for the parser. SQL reserves words that registers
 * need as field names ({@code value}, {@code month}, {@code period}), so every word that is a field
 * is quoted; the quotes and YAML's indentation are taken out of a place again before it is told.
 */
final class CheckText {
  private final String text;
  private final Set<String> fields;
  private final StringBuilder out = new StringBuilder();

  /** Per line, the columns of the parsed text at which a quote was put in. */
  private final List<List<Integer>> quotes = new ArrayList<>(List.of(new ArrayList<>()));

  private int lineStart;

  CheckText(String text, Set<String> fields) {
    this.text = text;
    this.fields = fields;
    copy();
  }

  String parsable() {
    return out.toString();
  }

  private void copy() {
    int i = 0;
    while (i < text.length()) {
      int end = end(i);
      String token = text.substring(i, end);
      boolean literal = text.substring(end).stripLeading().startsWith("'");
      if (fields.contains(token) && !literal) {
        quote();
        append(token);
        quote();
      } else {
        append(token);
      }
      i = end;
    }
  }

  /** The end of the token that starts at {@code i}: a word, a quoted run or one character. */
  private int end(int i) {
    char c = text.charAt(i);
    if (c == '\'' || c == '"') {
      int close = text.indexOf(c, i + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int end = i;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return Math.max(end, i + 1);
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

  /**
   * What is wrong at a place of the parsed text, told at its place in the file.
   *
   * @param fileLines the lines of the file that {@code node}'s text stands in
   */
  Flaw flaw(YamlNode node, List<String> fileLines, SqlParserPos at, Text says) {
    int line = Math.clamp(at.getLineNum(), 1, quotes.size());
    long shift = quotes.get(line - 1).stream().filter(c -> c < at.getColumnNum()).count();
    int inFile = node.textLine() + line - 1;
    String written = inFile <= fileLines.size() ? fileLines.get(inFile - 1) : "";
    List<String> lines = text.lines().toList();
    int indent =
        line > lines.size()
            ? -1
            : written.indexOf(lines.get(line - 1), inFile == node.line() ? node.column() - 1 : 0);
    return indent < 0
        ? new Flaw(node.file(), node.line(), node.column(), says)
        : new Flaw(node.file(), inFile, indent + at.getColumnNum() - (int) shift, says);
  }
}
