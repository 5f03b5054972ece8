package org.liuzheng.bench.example;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of one register as one office sends them in one file.
 *
 * @param order where the file stands in the order of import
 * @param what the rest of the file's name
 * @param title what the office writes above its table
 * @param sender the name of the office
 * @param fields the fields that have a column, in order
 * @param rows field to canonical value; an absent field is a blank cell
 */
record Sheetful(
    int order,
    String register,
    String what,
    Form form,
    String title,
    String sender,
    List<String> fields,
    List<Map<String, String>> rows) {

  /** What kind of file an office sends. */
  enum Form {
    CSV("csv"),
    CSV_WITH_MARK("csv"),
    CSV_GBK("csv"),
    WORKBOOK("xlsx");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }
  }

  /** Every field that any row has gets a column, in the order of {@code wanted}. */
  static List<String> used(List<String> wanted, List<Map<String, String>> rows) {
    Set<String> there = new LinkedHashSet<>();
    rows.forEach(r -> there.addAll(r.keySet()));
    if (!wanted.containsAll(there)) {
      throw new IllegalArgumentException("columns %s for rows with %s".formatted(wanted, there));
    }
    return wanted.stream().filter(there::contains).toList();
  }

  String fileName() {
    return "%02d-%s-%s.%s".formatted(order, register, what, form.ending);
  }
}
