package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/** The reports of this district and what the records say of each claim. */
public interface Claims {

  /**
   * @param names what figures are called besides their labels
   */
  void install(List<Report> reports, List<OtherNames> names);

  List<Report> reports();

  Optional<Report> report(String name);

  /** Every claim in the order of the text, as true on {@code when.on()} and known then. */
  default List<Checked> check(Report report, Lang lang, When when) {
    return bound(blocks(report, lang, when));
  }

  /** The claims of a text that was checked already, in its order. */
  static List<Checked> bound(List<Block> blocks) {
    return blocks.stream()
        .flatMap(b -> b.pieces().stream())
        .flatMap(p -> p instanceof Piece.Bound bound ? Stream.of(bound.claim()) : Stream.empty())
        .toList();
  }

  /** The text as paragraphs of plain words, claims and unbound numbers, ready to be shown. */
  List<Block> blocks(Report report, Lang lang, When when);

  /** What any text says, what that may stand for, and the verdicts. Nothing is kept. */
  Examined examine(Examination what);

  /** What a block of the text is. */
  enum Shape {
    HEADING,
    PARAGRAPH,
    ITEM,
    QUOTE
  }

  /**
   * A heading, a paragraph, or a paragraph of a list's item.
   *
   * @param level of a heading 1 to 6, of an item how deep it lies, counted from 1; else 0
   * @param marker of an item, such as {@code 2.}; empty in its further paragraphs
   */
  record Block(Shape shape, int level, String marker, List<Piece> pieces) {
    /**
     * @return 1 to 6; 0 where it is no heading
     */
    public int headingLevel() {
      return shape == Shape.HEADING ? level : 0;
    }

    /**
     * @return whether it is a paragraph
     */
    public boolean isParagraph() {
      return shape == Shape.PARAGRAPH;
    }
  }

  /** A piece of running text. */
  sealed interface Piece {
    record Plain(String text) implements Piece {}

    record Bound(Checked claim) implements Piece {}

    /** A number no claim speaks for. */
    record Unbound(String text) implements Piece {}
  }
}
