package org.liuzheng.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * The header row of a sheet: which column fills which field. Offices put titles above it, so it is
 * looked for among the first rows: the one that names most fields.
 *
 * @param fields column counted from 0 to the field it fills; {@link ValidFrom#NAME} is one too
 */
record Heading(Sheet.Row row, Map<Integer, String> fields) {
  private static final int LOOKED_AT = 20;
  private static final Pattern UNIT = Pattern.compile("[(\uff08\\[].*[)\uff09\\]]$");
  private static final Pattern SPACE = Pattern.compile("[\\s\u3000*\uff0a]+");

  static Optional<Heading> find(Schema schema, Sheet sheet) {
    Map<String, String> names = names(schema);
    Optional<Heading> best = Optional.empty();
    for (Sheet.Row row : sheet.rows().subList(0, Math.min(LOOKED_AT, sheet.rows().size()))) {
      Heading here = new Heading(row, match(row, names));
      if (!here.fields().isEmpty()
          && best.filter(b -> b.fields().size() >= here.fields().size()).isEmpty()) {
        best = Optional.of(here);
      }
    }
    return best;
  }

  private static Map<String, String> names(Schema schema) {
    Map<String, String> names = new HashMap<>();
    Text validFrom = Words.text("register.valid_from");
    for (String spelling : List.of(ValidFrom.NAME, validFrom.zh(), validFrom.en())) {
      names.put(plain(spelling), ValidFrom.NAME);
    }
    for (Field field : schema.fields()) {
      names.put(plain(field.label().zh()), field.name());
      names.put(plain(field.label().en()), field.name());
    }
    schema.fields().forEach(f -> names.put(plain(f.name()), f.name()));
    return names;
  }

  private static Map<Integer, String> match(Sheet.Row row, Map<String, String> names) {
    Map<Integer, String> fields = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (int c = 0; c < row.cells().size(); c++) {
      String found = names.get(plain(row.cell(c)));
      if (found != null && taken.add(found)) {
        fields.put(c, found);
      }
    }
    return fields;
  }

  /** Without spaces, marks for required columns, and a unit in brackets at the end. */
  static String plain(String header) {
    String tight = SPACE.matcher(header).replaceAll("").toLowerCase(Locale.ROOT);
    return UNIT.matcher(tight).replaceAll("");
  }

  /** Header as found to the field it fills, for a report. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int c = 0; c < row.cells().size(); c++) {
      if (!row.cell(c).isBlank()) {
        columns.put(row.cell(c), fields.getOrDefault(c, ""));
      }
    }
    return columns;
  }

  String header(String field) {
    return fields.entrySet().stream().filter(e -> e.getValue().equals(field)).findFirst()
        .map(e -> row.cell(e.getKey())).orElse("");
  }

  Optional<Integer> column(String field) {
    return fields.entrySet().stream().filter(e -> e.getValue().equals(field))
        .map(Map.Entry::getKey).findFirst();
  }
}
