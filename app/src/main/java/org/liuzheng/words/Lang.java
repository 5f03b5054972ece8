package org.liuzheng.words;

import java.util.Locale;

/** The two languages every page speaks; Chinese is the default. */
public enum Lang {
  ZH("zh-CN", Locale.SIMPLIFIED_CHINESE),
  EN("en", Locale.ENGLISH);

  private final String tag;
  private final Locale locale;

  Lang(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** The BCP 47 tag for a {@code lang} attribute. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }

  /** Reads {@code en}, {@code en-GB} … as English and everything else as Chinese. */
  public static Lang of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
  }
}
