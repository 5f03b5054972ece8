package org.liuzheng.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words cut so that a number and the measure word behind it stay on one line. */
public final class Typeset {
  private static final Pattern WHOLE =
      Pattern.compile("\u7b2c?\\d[\\d,.]*\\d?(?:\u4e2a\\p{IsHan}{0,2}|%|\\p{IsHan})?");

  private Typeset() {}

  /**
   * @param whole must not be broken
   */
  public record Piece(String text, boolean whole) {}

  public static List<Piece> pieces(String words) {
    List<Piece> pieces = new ArrayList<>();
    Matcher whole = WHOLE.matcher(words);
    int from = 0;
    while (whole.find()) {
      if (whole.start() > from) {
        pieces.add(new Piece(words.substring(from, whole.start()), false));
      }
      pieces.add(new Piece(whole.group(), true));
      from = whole.end();
    }
    if (from < words.length()) {
      pieces.add(new Piece(words.substring(from), false));
    }
    return pieces;
  }
}
