package org.liuzheng.screens;

import org.jspecify.annotations.Nullable;
import org.liuzheng.page.Shell;
import org.liuzheng.words.Lang;

/** Text as somebody entered it, which is not translated. */
public final class Entered {
  private Entered() {}

  /** The {@code lang} of the text, where it is not the page's; null for no attribute. */
  public static @Nullable String lang(Shell shell, String text) {
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return shell.lang() == Lang.EN && han ? Lang.ZH.tag() : null;
  }
}
