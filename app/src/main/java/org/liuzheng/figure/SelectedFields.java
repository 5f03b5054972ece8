package org.liuzheng.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which field of which register a column of a figure's select shows unchanged, but for blanks. The
 * select was compiled before, so that its plain columns can be read off its text; a computed column
 * has none.
 *
 * @param columns column to its field
 */
public record SelectedFields(Map<String, Source> columns) {
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:from|join)\\s+(\\w+)"
              + "(?:\\s+for\\s+system_time\\s+as\\s+of\\s+[\\w.]+)?(?:\\s+as)?\\s+(\\w+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?<=select|,)\\s*(?:coalesce\\()?"
              + "(\\w+)\\.(\\w+)(?:,[^,()]*\\))?(?:\\s+as\\s+(\\w+))?\\s*(?=,|\\sfrom\\b)",
          Pattern.CASE_INSENSITIVE);

  public record Source(String register, String field) {}

  public static SelectedFields of(String select) {
    Map<String, String> tables = new HashMap<>();
    Matcher table = TABLE.matcher(select);
    while (table.find()) {
      tables.put(table.group(2), table.group(1));
    }
    Map<String, Source> columns = new HashMap<>();
    Matcher column = COLUMN.matcher(select);
    while (column.find()) {
      String register = tables.get(column.group(1));
      if (register != null) {
        String name = column.group(3) == null ? column.group(2) : column.group(3);
        columns.put(name, new Source(register, column.group(2)));
      }
    }
    return new SelectedFields(columns);
  }

  public Optional<Source> source(String column) {
    return Optional.ofNullable(columns.get(column));
  }
}
