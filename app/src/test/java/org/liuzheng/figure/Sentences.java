package org.liuzheng.figure;

import java.util.regex.Pattern;
import org.liuzheng.words.Words;

/** Recognises the program's sentences whatever stands in their gaps. */
final class Sentences {
  private Sentences() {}

  static String pattern(String key) {
    String gap = "\u0000";
    String said = Words.text(key, gap, gap, gap, gap).en();
    return "(?s)" + Pattern.quote(said).replace(gap, "\\E.*\\Q");
  }
}
