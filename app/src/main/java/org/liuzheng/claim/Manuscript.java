package org.liuzheng.claim;

import java.util.List;

/**
 * A report's text as written in Markdown: passages of running words and links to claims.
 *
 * @param unshown places of things that no page shows, such as HTML
 */
record Manuscript(List<Passage> passages, List<Place> unshown) {

  /**
   * @param level of a heading 1 to 6, of an item how deep it lies, counted from 1; else 0
   * @param marker of an item, such as {@code 2.}; empty in its further paragraphs
   */
  record Passage(Claims.Shape shape, int level, String marker, List<Run> runs) {

    /** The words directly before a run; empty where it starts the passage or follows a claim. */
    String before(int run) {
      return run > 0 && runs.get(run - 1) instanceof Plain p ? p.text() : "";
    }

    /** The words directly after a run. */
    String after(int run) {
      return run + 1 < runs.size() && runs.get(run + 1) instanceof Plain p ? p.text() : "";
    }
  }

  /** A piece of a passage. */
  sealed interface Run {}

  record Plain(String text) implements Run {}

  /** A link to a claim; {@code target} is what stands after {@code claim:}. */
  record Linked(String target, String words, Place place) implements Run {}

  /** A place in the file, counted from 1. */
  record Place(int line, int column) {}

  static Manuscript of(String markdown) {
    return MarkdownReader.read(markdown);
  }
}
