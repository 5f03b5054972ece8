package org.liuzheng.seal;

import java.util.Locale;

/** Text or bytes from outside are not in the format they should have; the message says where. */
public final class NotInFormat extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotInFormat(String pattern, Object... args) {
    super(String.format(Locale.ROOT, pattern, args));
  }

  /** Why, as a sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
