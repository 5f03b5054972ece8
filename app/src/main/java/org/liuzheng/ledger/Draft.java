package org.liuzheng.ledger;

import java.time.LocalDate;
import java.util.Map;

/**
 * An entry to be written.
 *
 * @param register the register's name
 * @param record the record's id inside it
 * @param validFrom the day from which it is true in the world
 * @param body JSON object: text, flags, whole numbers, lists and maps of these
 * @param privates private values; each is put into the body under its name as a salted digest
 */
public record Draft(
    String register,
    String record,
    LocalDate validFrom,
    Author author,
    Source source,
    Map<String, Object> body,
    Privates privates) {

  /**
   * Values that never enter the chain in clear.
   *
   * @param subject whose key encrypts them; erasing the subject erases them
   */
  public record Privates(String subject, Map<String, String> values) {
    public static final Privates NONE = new Privates("", Map.of());
  }
}
