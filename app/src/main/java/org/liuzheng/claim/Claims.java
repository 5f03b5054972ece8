package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/** The reports of this district and what the records say of each claim. */
public interface Claims {

  void install(List<Report> reports);

  List<Report> reports();

  Optional<Report> report(String name);

  /** Every claim in the order of the text, as true on {@code when.on()} and known then. */
  List<Checked> check(Report report, Lang lang, When when);

  /** The text as paragraphs of plain words, claims and unbound numbers, ready to be shown. */
  List<Block> blocks(Report report, Lang lang, When when);

  /** A heading or a paragraph. */
  record Block(int headingLevel, List<Piece> pieces) {
    /** @return whether it is a paragraph */
    public boolean isParagraph() {
      return headingLevel == 0;
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
