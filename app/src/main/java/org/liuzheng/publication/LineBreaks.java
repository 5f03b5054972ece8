package org.liuzheng.publication;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/** Where a line of Chinese may end: no mark that closes begins a line, none that opens ends it. */
final class LineBreaks implements SplitCharacter {
  static final SplitCharacter CHINESE = new LineBreaks();

  private LineBreaks() {}

  @Override
  public boolean isSplitCharacter(
      int start, int current, int end, char[] characters, PdfChunk[] chunks) {
    char here = characters[current];
    if (here == ' ' || here == '-') {
      return true;
    }
    if (current + 1 >= end) {
      return wide(here) && !opens(here);
    }
    char next = characters[current + 1];
    return (wide(here) || wide(next)) && !opens(here) && !closes(next);
  }

  private static boolean wide(char c) {
    return Character.isIdeographic(c) || opens(c) || closes(c) && c > 0xff;
  }

  static boolean opens(char c) {
    int type = Character.getType(c);
    return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
  }

  /** Marks that belong to what stands before them. */
  static boolean closes(char c) {
    int type = Character.getType(c);
    return type == Character.END_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION
        || type == Character.OTHER_PUNCTUATION;
  }
}
