package org.liuzheng.screens;

/**
 * A field's value as a page shows it.
 *
 * @param text empty when the field is blank
 * @param unit as it stands behind a number
 * @param link to the record it refers to or the file it names; empty when there is none
 * @param sealed whether it is private, so that the text is only its digest
 */
public record FieldValue(String text, String unit, String link, boolean sealed) {

  public boolean blank() {
    return text.isEmpty();
  }
}
