package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.register.Import.Reject;
import org.liuzheng.register.Spreadsheet.Line;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Reads one sheet: first whether its header can be trusted, then the rows below it. */
final class SheetReader {
  private static final Pattern TITLE_UNIT =
      Pattern.compile("\u5355\u4f4d[:\uff1a]?([^\\s:\uff1a]+)");

  /** Units that measure the same thing, by different amounts. */
  private static final List<Set<String>> FAMILIES =
      Stream.of(Words.text("register.units").zh().split("\\|")).map(SheetReader::words).toList();

  private static final Set<String> TOTALS =
      words(Words.text("register.totals").zh() + " " + Words.text("register.totals").en());

  private final Schema schema;
  private final Sheet sheet;
  private final Heading heading;
  private final String validFrom;
  private final Facts facts;
  private final List<Reject> rejects = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * @param validFrom for rows that state none; may be blank
   */
  SheetReader(Facts facts, Sheet sheet, Heading heading, String validFrom) {
    this.schema = facts.schema();
    this.facts = facts;
    this.sheet = sheet;
    this.heading = heading;
    this.validFrom = validFrom;
  }

  private static Set<String> words(String spaced) {
    return Stream.of(spaced.split(" "))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  Spreadsheet read() {
    checkColumns();
    checkUnits();
    List<Line> lines = new ArrayList<>();
    int rows = 0;
    if (rejects.isEmpty()) {
      for (Sheet.Row row : sheet.rows()) {
        if (row.number() > heading.end()
            && heading.fields().keySet().stream().anyMatch(c -> !row.cell(c).isBlank())) {
          rows++;
          line(row).ifPresent(lines::add);
        }
      }
    }
    return new Spreadsheet(sheet.name(), heading.columns(), lines, rejects, rows);
  }

  private void checkColumns() {
    List<Field> missing =
        schema.fields().stream()
            .filter(f -> schema.key().contains(f.name()))
            .filter(f -> heading.column(f.name()).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      rejects.add(
          new Reject(
              sheet.name(),
              heading.end(),
              "",
              "",
              "",
              Words.text(
                  "register.missing_columns",
                  new Text(
                      String.join("、", missing.stream().map(f -> f.label().zh()).toList()),
                      String.join(", ", missing.stream().map(f -> f.label().en()).toList())))));
    }
    heading
        .again()
        .forEach((column, field) ->
            flawColumn(
                column,
                "register.column_twice",
                heading.header(field),
                Sheet.address(heading.column(field).orElseThrow(), heading.end())));
  }

  /** A column in another unit is wrong by a factor, so it is not read at all. */
  private void checkUnits() {
    List<String> stated =
        sheet.rows().stream()
            .filter(r -> r.number() < heading.end())
            .flatMap(r -> r.cells().stream())
            .map(TITLE_UNIT::matcher)
            .filter(Matcher::find)
            .map(m -> bare(m.group(1)))
            .toList();
    heading
        .fields()
        .forEach((column, name) ->
            schema
                .field(name)
                .filter(f -> !f.unit().zh().isEmpty())
                .ifPresent(field -> {
                  Set<String> family =
                      FAMILIES.stream()
                          .filter(f -> f.contains(field.unit().zh()))
                          .findFirst()
                          .orElse(Set.of());
                  String header = heading.headers().getOrDefault(column, "");
                  Stream.concat(
                          Heading.bracketed(header).map(SheetReader::bare).stream(),
                          stated.stream())
                      .filter(family::contains)
                      .findFirst()
                      .filter(u ->
                          !u.equals(bare(field.unit().zh()))
                              && !u.equalsIgnoreCase(bare(field.unit().en())))
                      .ifPresent(unit ->
                          flawColumn(
                              column, "register.column_unit", field.label(), unit, field.unit()));
                }));
  }

  private static String bare(String unit) {
    Matcher m = TITLE_UNIT.matcher(unit);
    return Spelling.halfWidth(m.matches() ? m.group(1) : unit).replaceAll("[()]", "");
  }

  private void flawColumn(int column, String key, Object... args) {
    String header = heading.headers().getOrDefault(column, "");
    rejects.add(
        new Reject(
            sheet.name(),
            heading.end(),
            header,
            Sheet.address(column, heading.end()),
            header,
            Words.text(key, args)));
  }

  private Optional<Line> line(Sheet.Row row) {
    List<Facts.Flawed> flaws = new ArrayList<>();
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> cells = new LinkedHashMap<>();
    heading
        .fields()
        .forEach((column, field) -> {
          found.put(field, row.cell(column));
          if (!row.cell(column).isBlank()) {
            cells.put(field, row.address(column));
          }
          shared(row, column, field, flaws);
        });
    String stated = Optional.ofNullable(found.remove(ValidFrom.NAME)).orElse("");
    Map<String, String> values = facts.spelled(found, flaws);
    Optional<LocalDate> from = ValidFrom.of(schema, stated, values, validFrom, flaws);
    Optional<String> id = facts.id(values, flaws);
    if (id.isPresent() && from.isPresent()) {
      duplicate(id.get(), from.get(), row, flaws);
    } else if (id.isEmpty() && isTotal(row)) {
      flaws.clear();
      flaws.add(new Facts.Flawed("", "", Refusal.of("register.total_row", "")));
    }
    reject(row, flaws);
    return flaws.isEmpty() && id.isPresent() && from.isPresent()
        ? Optional.of(new Line(row.number(), id.get(), from.get(), values, cells))
        : Optional.empty();
  }

  private void reject(Sheet.Row row, List<Facts.Flawed> flaws) {
    flaws.forEach(flaw ->
        rejects.add(
            new Reject(
                sheet.name(),
                row.number(),
                heading.header(flaw.place()),
                heading.column(flaw.place()).map(c -> Sheet.address(c, row.number())).orElse(""),
                flaw.found(),
                flaw.why().says())));
  }

  /**
   * A name may be written once for several rows; a number shared by them would be counted again.
   */
  private void shared(Sheet.Row row, int column, String field, List<Facts.Flawed> flaws) {
    boolean number =
        schema
            .field(field)
            .filter(f -> f.type() == FieldType.WHOLE || f.type() == FieldType.DECIMAL)
            .isPresent();
    if (number && row.merged().containsKey(column)) {
      flaws.add(
          new Facts.Flawed(
              field,
              row.cell(column),
              Refusal.of(
                  "register.shared_number", field, heading.header(field), row.address(column))));
    }
  }

  private static boolean isTotal(Sheet.Row row) {
    return row.cells().stream()
        .map(c -> c.replaceAll("[\\s\u3000:\uff1a]", ""))
        .filter(c -> !c.isEmpty())
        .limit(2)
        .anyMatch(c -> TOTALS.contains(c.toLowerCase(java.util.Locale.ROOT)));
  }

  private void duplicate(String id, LocalDate from, Sheet.Row row, List<Facts.Flawed> flaws) {
    Integer before = seen.putIfAbsent(id + "@" + from, row.number());
    if (before != null) {
      flaws.add(
          new Facts.Flawed(
              schema.key().getFirst(),
              id,
              Refusal.of("register.duplicate", "", id, from.toString(), String.valueOf(before))));
    }
  }
}
