package org.liuzheng.screens;

/**
 * What a person says of a light, as a page shows it beside the computed colour.
 *
 * @param light the colour in a word; empty when nobody has judged
 * @param words who, on which day, and why
 * @param link the record, or, where nobody has judged and the visitor may, the form
 */
public record Judged(String light, String words, String link) {
  public boolean none() {
    return light.isEmpty();
  }
}
