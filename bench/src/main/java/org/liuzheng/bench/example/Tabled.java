package org.liuzheng.bench.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * Sheets that stand in full in the example's words, under {@code sheets}: rules, lists, and what
 * happened once. A row is a list of values, one for each of the columns.
 */
final class Tabled {
  private Tabled() {}

  static List<Sheetful> all(String words) {
    return Vocabulary.read(
        words, root -> root.need("sheets").items().stream().map(Tabled::sheet).toList());
  }

  private static Sheetful sheet(YamlNode sheet) {
    List<String> columns = Vocabulary.texts(sheet.need("columns"));
    List<Map<String, String>> rows =
        sheet.need("rows").items().stream().map(r -> row(columns, Vocabulary.texts(r))).toList();
    return new Sheetful(
        sheet.need("order").whole(),
        sheet.need("register").text(),
        sheet.need("what").text(),
        Form.valueOf(sheet.need("form").text().toUpperCase(Locale.ROOT)),
        sheet.need("title").text(),
        sheet.need("sender").text(),
        columns,
        rows);
  }

  private static Map<String, String> row(List<String> columns, List<String> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException("%s for the columns %s".formatted(values, columns));
    }
    List<String> named = new ArrayList<>(columns);
    Row row = Row.of(named.removeFirst(), values.getFirst());
    for (int i = 1; i < columns.size(); i++) {
      row.when(!values.get(i).isEmpty(), columns.get(i), values.get(i));
    }
    return row.done();
  }
}
