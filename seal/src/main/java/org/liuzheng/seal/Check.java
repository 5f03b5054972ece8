package org.liuzheng.seal;

import java.util.Locale;

/** What a verification came to; when it failed, why, in a sentence. */
public sealed interface Check {
  record Sound() implements Check {}

  record Unsound(String reason) implements Check {}

  default boolean isSound() {
    return this instanceof Sound;
  }

  /** The reason of a failure; empty when sound. */
  default String reason() {
    return switch (this) {
      case Sound() -> "";
      case Unsound(String reason) -> reason;
    };
  }

  static Check sound() {
    return new Sound();
  }

  static Check unsound(String pattern, Object... args) {
    return new Unsound(String.format(Locale.ROOT, pattern, args));
  }
}
