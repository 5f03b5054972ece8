package org.liuzheng.board;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;

/**
 * Figures that stand together on a page. Whatever a board shows is a figure: it has no numbers and
 * no queries of its own.
 *
 * @param says a sentence for both languages, with {@code {figure}} where a value belongs
 */
public record Board(String name, Text label, Text purpose, Text says, List<Section> sections) {
  private static final Pattern FIGURE = Pattern.compile("\\{([^{}]*)\\}");

  public Board {
    sections = List.copyOf(sections);
  }

  /** One part of a board, under its heading. */
  public sealed interface Section {
    Text label();

    List<String> figures();

    /** Figures one below the other, each held against its target and the period before. */
    record Lines(Text label, List<String> figures) implements Section {}

    /**
     * Figures side by side.
     *
     * @param by the column whose values are the lines, or {@code unit} for the units below
     */
    record Table(Text label, List<String> figures, String by) implements Section {}

    /** A figure over its periods. */
    record Trend(Text label, String figure) implements Section {
      @Override
      public List<String> figures() {
        return List.of(figure);
      }
    }

    /** Who has how much of a figure, in order. */
    record Ranking(Text label, String figure) implements Section {
      @Override
      public List<String> figures() {
        return List.of(figure);
      }
    }

    /**
     * The records that a figure is made of.
     *
     * @param most how many of them are shown
     */
    record Rows(Text label, String figure, int most) implements Section {
      @Override
      public List<String> figures() {
        return List.of(figure);
      }
    }
  }

  /** A piece of the sentence: words, or the name of a figure. */
  public record Piece(String text, boolean figure) {}

  /**
   * The boards of a pack's files.
   *
   * @param files path, as flaws shall name it, to content
   * @param taken names that the packs it uses have given away
   */
  public static List<Board> readAll(
      Map<String, String> files, Set<String> taken, List<Definition> figures, List<Flaw> flaws) {
    return new BoardReader(taken, figures, flaws).read(files);
  }

  /** The sentence in one language. */
  public List<Piece> sentence(Lang lang) {
    return pieces(says.in(lang));
  }

  static List<Piece> pieces(String sentence) {
    List<Piece> pieces = new ArrayList<>();
    Matcher figure = FIGURE.matcher(sentence);
    int from = 0;
    while (figure.find()) {
      if (figure.start() > from) {
        pieces.add(new Piece(sentence.substring(from, figure.start()), false));
      }
      pieces.add(new Piece(figure.group(1), true));
      from = figure.end();
    }
    if (from < sentence.length()) {
      pieces.add(new Piece(sentence.substring(from), false));
    }
    return pieces;
  }

  /** The figures that the sentence names, in no order. */
  public Set<String> said() {
    Set<String> said = new LinkedHashSet<>();
    sentence(Lang.ZH).stream().filter(Piece::figure).map(Piece::text).forEach(said::add);
    return said;
  }

  /** Every figure on the board once. */
  public List<String> figures() {
    return Stream.concat(said().stream(), sections.stream().flatMap(s -> s.figures().stream()))
        .distinct()
        .toList();
  }

  /** The board of this name. */
  public static Optional<Board> named(String name, List<Board> boards) {
    return boards.stream().filter(b -> b.name().equals(name)).findFirst();
  }
}
