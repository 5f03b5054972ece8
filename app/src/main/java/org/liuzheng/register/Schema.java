package org.liuzheng.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.words.Text;

/**
 * A register as its file declares it.
 *
 * @param name lower-case with underscores; the table is {@code r_<name>}
 * @param key fields whose values, joined by {@code /}, are the record's id
 * @param since the date field that gives {@code valid_from} when a row states none; may be empty
 * @param title the field shown where a record is named
 * @param list the fields that a list shows beside the title; empty where the program chooses
 * @param owner code of the owning unit
 */
public record Schema(
    String name,
    Text label,
    Text purpose,
    String owner,
    List<String> key,
    Optional<String> since,
    String title,
    List<String> list,
    Access access,
    List<Field> fields,
    List<Check> checks) {

  /** Who may see rows and who may write; a role name, or everyone on the staff. */
  public record Access(Reader read, Set<String> write) {}

  /** Who may read a register's rows. */
  public enum Reader {
    PUBLIC,
    STAFF,
    OWNER
  }

  /**
   * A check that every row must pass.
   *
   * @param that a condition over the row's fields, in SQL's expression language
   */
  public record Check(String that, Text says) {}

  public Optional<Field> field(String field) {
    return fields.stream().filter(f -> f.name().equals(field)).findFirst();
  }

  /** The table that holds the record versions. */
  public String table() {
    return "r_" + name;
  }
}
