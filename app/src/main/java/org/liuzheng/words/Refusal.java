package org.liuzheng.words;

/**
 * Why something was not done: a refusal is a value, not an exception.
 *
 * @param key the key of the sentence in {@link Words}, stable for programs
 * @param place the field, row, cell or file position it is about; empty when it is about the whole
 * @param says what was found and what would be right
 */
public record Refusal(String key, String place, Text says) {

  public static Refusal of(String key, String place, Object... args) {
    return new Refusal(key, place, Words.text(key, args));
  }
}
