package org.liuzheng.words;

/** One label or sentence in both languages. */
public record Text(String zh, String en) {

  /** A text that is the same in both languages, such as a name somebody typed. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Lang lang) {
    return switch (lang) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
