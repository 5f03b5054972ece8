package org.liuzheng.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * The header of a sheet: which column fills which field. Offices put titles above it and make it of
 * up to three rows with merged cells, so it is looked for among the first rows: the fewest rows
 * that name most fields.
 *
 * @param rows the rows it is made of
 * @param headers column counted from 0 to what stands above it
 * @param fields column to the field it fills; {@link ValidFrom#NAME} is one too
 * @param again column to the field that another column before it fills already
 */
record Heading(
    List<Sheet.Row> rows,
    Map<Integer, String> headers,
    Map<Integer, String> fields,
    Map<Integer, String> again) {
  private static final int LOOKED_AT = 20;
  private static final int DEEPEST = 3;
  private static final Pattern UNIT =
      Pattern.compile("[(\uff08\\[\u3010]([^()\uff08\uff09\\[\\]]*)[)\uff09\\]\u3011]$");
  private static final Pattern BRACKETED =
      Pattern.compile("[(\uff08\\[\u3010].*[)\uff09\\]\u3011]");
  private static final int FEWEST_COUNTED = 3;
  private static final Pattern SPACE = Pattern.compile("[\\s\u3000*\uff0a]+");

  static Optional<Heading> find(Schema schema, Sheet sheet) {
    Map<String, String> names = names(schema);
    Optional<Heading> best = Optional.empty();
    int last = Math.min(LOOKED_AT, sheet.rows().size());
    for (int depth = 1; depth <= DEEPEST; depth++) {
      for (int first = 0; first + depth <= last; first++) {
        Heading here = of(sheet.rows().subList(first, first + depth), names);
        if (!here.fields().isEmpty()
            && best.filter(b -> b.fields().size() >= here.fields().size()).isEmpty()) {
          best = Optional.of(here);
        }
      }
    }
    return best.map(b -> b.withRest(sheet, names));
  }

  /** Below the names may stand a row of units in brackets, or one that counts the columns. */
  private Heading withRest(Sheet sheet, Map<String, String> names) {
    int next = sheet.rows().indexOf(rows.getLast()) + 1;
    if (next >= sheet.rows().size()
        || rows.size() > DEEPEST
        || !(explains(sheet.rows().get(next)) || counts(sheet.rows().get(next)))) {
      return this;
    }
    List<Sheet.Row> more = new ArrayList<>(rows);
    more.add(sheet.rows().get(next));
    Heading longer = of(more, names);
    return (longer.fields().equals(fields) ? longer : new Heading(more, headers, fields, again))
        .withRest(sheet, names);
  }

  private boolean explains(Sheet.Row row) {
    List<Integer> filled = filled(row);
    return filled.stream()
        .allMatch(c ->
            BRACKETED.matcher(row.cell(c).strip()).matches()
                || row.merged().getOrDefault(c, row.number()) <= end());
  }

  private static boolean counts(Sheet.Row row) {
    List<Integer> filled = filled(row);
    return filled.size() >= FEWEST_COUNTED
        && IntStream.range(0, filled.size())
            .allMatch(i -> row.cell(filled.get(i)).strip().equals(String.valueOf(i + 1)));
  }

  private static List<Integer> filled(Sheet.Row row) {
    return IntStream.range(0, row.cells().size())
        .filter(c -> !row.cell(c).isBlank())
        .boxed()
        .toList();
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

  private static Heading of(List<Sheet.Row> rows, Map<String, String> names) {
    Map<Integer, String> headers = new TreeMap<>();
    Map<Integer, String> fields = new LinkedHashMap<>();
    Map<Integer, String> again = new LinkedHashMap<>();
    int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    String[] groups = new String[rows.size()];
    Arrays.fill(groups, "");
    for (int c = 0; c < width; c++) {
      List<String> above = above(rows, c, groups);
      if (!above.isEmpty()) {
        String whole = String.join("", above);
        boolean known = names.containsKey(plain(whole));
        String header = known ? whole : above.getLast();
        String field = names.getOrDefault(plain(header), "");
        headers.put(c, header);
        if (fields.containsValue(field)) {
          again.put(c, field);
        } else if (!field.isEmpty()) {
          fields.put(c, field);
        }
      }
    }
    return new Heading(List.copyOf(rows), headers, fields, again);
  }

  /**
   * What stands above a column, from the top; a group's name reaches right over its columns.
   *
   * @param groups per row, the name that reaches this column from the left; brought up to date
   */
  private static List<String> above(List<Sheet.Row> rows, int column, String[] groups) {
    List<String> above = new ArrayList<>();
    boolean own = false;
    for (int i = 0; i < groups.length; i++) {
      String text = rows.get(i).cell(column).strip();
      own |= !text.isEmpty();
      if (!text.isEmpty()) {
        groups[i] = text;
      }
      String here = i == groups.length - 1 ? text : groups[i];
      if (!here.isEmpty() && !above.contains(here)) {
        above.add(here);
      }
    }
    return own ? above : List.of();
  }

  /** Without spaces, marks for required columns, and a unit in brackets at the end. */
  static String plain(String header) {
    String tight = SPACE.matcher(header).replaceAll("").toLowerCase(Locale.ROOT);
    return UNIT.matcher(tight).replaceAll("");
  }

  /** What stands in brackets at the end of a header, such as {@code 万元}. */
  static Optional<String> bracketed(String header) {
    Matcher m = UNIT.matcher(SPACE.matcher(header).replaceAll(""));
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** The number of the last row of the header. */
  int end() {
    return rows.getLast().number();
  }

  /** Header as found to the field it fills, for a report. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    headers.forEach((c, header) -> columns.put(header, fields.getOrDefault(c, "")));
    return columns;
  }

  String header(String field) {
    return column(field).map(c -> headers.getOrDefault(c, "")).orElse("");
  }

  Optional<Integer> column(String field) {
    return fields.entrySet().stream()
        .filter(e -> e.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
