package org.liuzheng.claim;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for words at a place of a text; a word of Latin letters counts only as a whole. */
final class Scan {
  private static final int FULL_WIDTH = 0xFF01 - '!';

  private final String text;

  /**
   * @param text is compared in lower case, full-width signs like half-width ones
   */
  Scan(String text) {
    this.text = normal(text);
  }

  /** As long as the text itself, so that places stay the same. */
  private static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean wide = c >= 0xFF10 && c <= 0xFF19 || c == 0xFF05 || c == 0xFF0E || c == 0xFF0D;
      normal.append(
          c == '\u00A0' || c == '\u202F'
              ? ' '
              : c == '\u2212' ? '-' : wide ? (char) (c - FULL_WIDTH) : c);
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  int length() {
    return text.length();
  }

  boolean ends(int at) {
    return at >= text.length();
  }

  /** The character, or 0 outside the text. */
  char at(int place) {
    return place < 0 || place >= text.length() ? 0 : text.charAt(place);
  }

  String between(int from, int to) {
    return text.substring(from, to);
  }

  boolean has(int at, String word) {
    String w = word.toLowerCase(Locale.ROOT);
    return !w.isEmpty() && text.startsWith(w, at) && startsWord(at, w) && endsWord(at, w);
  }

  private boolean startsWord(int at, String word) {
    return !latin(word.charAt(0)) || !latin(at(at - 1));
  }

  private boolean endsWord(int at, String word) {
    return !latin(word.charAt(word.length() - 1)) || !latin(at(at + word.length()));
  }

  static boolean latin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The longest of the words that stands here; empty when none does. */
  String longest(int at, Collection<String> words) {
    String found = "";
    for (String word : words) {
      if (word.length() > found.length() && has(at, word)) {
        found = word;
      }
    }
    return found;
  }

  /** The longest of the words that the text ends with; empty when there is none. */
  String ending(Collection<String> words) {
    int end = text.stripTrailing().length();
    String found = "";
    for (String word : words) {
      if (word.length() > found.length()
          && word.length() <= end
          && has(end - word.length(), word)) {
        found = word;
      }
    }
    return found;
  }

  /** The longest of the words that the text starts with; empty when there is none. */
  String starting(Collection<String> words) {
    return longest(spaces(0), words);
  }

  /** The place after any spaces. */
  int spaces(int from) {
    int at = from;
    while (at(at) == ' ' || at(at) == '\n') {
      at++;
    }
    return at;
  }

  /** How far the longest of the patterns matches from here; {@code from} when none does. */
  int matched(int from, Collection<Pattern> patterns) {
    int end = from;
    for (Pattern pattern : patterns) {
      Matcher matcher =
          pattern
              .matcher(text)
              .region(from, text.length())
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      if (matcher.lookingAt()) {
        end = Math.max(end, matcher.end());
      }
    }
    return end;
  }

  Optional<Matcher> matcher(int from, Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }
}
