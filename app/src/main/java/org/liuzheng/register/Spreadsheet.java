package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.register.Import.Reject;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.sheet.Sheets;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A file read against a schema: good rows with their cells, bad cells with what would be right.
 * Nothing here looks at the database.
 */
record Spreadsheet(String sheet, Map<String, String> columns, List<Line> lines,
    List<Reject> rejects, int rows) {

  /**
   * A row without flaws of its own.
   *
   * @param mentioned canonical values of the columns that the file has; blank cells are empty texts
   * @param cells field to cell, for values that are not blank
   */
  record Line(int row, String id, LocalDate validFrom, Map<String, String> mentioned,
      Map<String, String> cells) {

    Reject reject(Spreadsheet in, Facts.Flawed flaw) {
      String header = in.columns().entrySet().stream()
          .filter(e -> e.getValue().equals(flaw.place())).map(Map.Entry::getKey).findFirst()
          .orElse(flaw.place());
      return new Reject(in.sheet(), row, header, cells.getOrDefault(flaw.place(), ""),
          flaw.found(), flaw.why().says());
    }
  }

  static Spreadsheet read(Facts facts, Sheets sheets, ImportRequest request) {
    return switch (sheets.read(request.fileName(), request.content())) {
      case Sheets.Reading.Unreadable unreadable -> refused(unreadable.why().says());
      case Sheets.Reading.Read read -> best(facts.schema(), read.sheets())
          .map(found -> new Reader(facts, found.sheet(), found.heading(), request).read())
          .orElseGet(() -> refused(Words.text("register.no_header", facts.schema().label())));
    };
  }

  private static Spreadsheet refused(Text says) {
    return new Spreadsheet("", Map.of(), List.of(), List.of(new Reject("", 0, "", "", "", says)),
        0);
  }

  private record Headed(Sheet sheet, Heading heading) {}

  /** The sheet whose header names most fields; the first of equals. */
  private static Optional<Headed> best(Schema schema, List<Sheet> sheets) {
    Optional<Headed> best = Optional.empty();
    for (Sheet sheet : sheets) {
      Optional<Heading> heading = Heading.find(schema, sheet);
      if (heading.isPresent() && best
          .filter(b -> b.heading().fields().size() >= heading.get().fields().size()).isEmpty()) {
        best = Optional.of(new Headed(sheet, heading.get()));
      }
    }
    return best;
  }

  /** Reads the rows below the heading. */
  private static final class Reader {
    private final Schema schema;
    private final Sheet sheet;
    private final Heading heading;
    private final ImportRequest request;
    private final Facts facts;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    Reader(Facts facts, Sheet sheet, Heading heading, ImportRequest request) {
      this.schema = facts.schema();
      this.sheet = sheet;
      this.heading = heading;
      this.request = request;
      this.facts = facts;
    }

    Spreadsheet read() {
      List<String> missing = schema.fields().stream()
          .filter(f -> schema.key().contains(f.name()) && heading.column(f.name()).isEmpty())
          .map(f -> f.label().zh() + " / " + f.label().en()).toList();
      if (!missing.isEmpty()) {
        rejects.add(new Reject(sheet.name(), heading.row().number(), "", "", "",
            Words.text("register.missing_columns", String.join(", ", missing))));
        return new Spreadsheet(sheet.name(), heading.columns(), List.of(), rejects, 0);
      }
      List<Line> lines = new ArrayList<>();
      int rows = 0;
      for (Sheet.Row row : sheet.rows()) {
        if (row.number() > heading.row().number()
            && row.cells().stream().anyMatch(c -> !c.isBlank())) {
          rows++;
          line(row).ifPresent(lines::add);
        }
      }
      return new Spreadsheet(sheet.name(), heading.columns(), lines, rejects, rows);
    }

    private Optional<Line> line(Sheet.Row row) {
      Map<String, String> found = new LinkedHashMap<>();
      Map<String, String> cells = new LinkedHashMap<>();
      heading.fields().forEach((column, field) -> {
        found.put(field, row.cell(column));
        if (!row.cell(column).isBlank()) {
          cells.put(field, Sheet.address(column, row.number()));
        }
      });
      String stated = Optional.ofNullable(found.remove(ValidFrom.NAME)).orElse("");
      List<Facts.Flawed> flaws = new ArrayList<>();
      Map<String, String> values = facts.spelled(found, flaws);
      Optional<LocalDate> from =
          ValidFrom.of(schema, stated, values, request.validFrom(), flaws);
      Optional<String> id = facts.id(values, flaws);
      if (id.isPresent() && from.isPresent()) {
        duplicate(id.get(), from.get(), row, flaws);
      }
      flaws.forEach(flaw -> rejects.add(new Reject(sheet.name(), row.number(),
          heading.header(flaw.place()), heading.column(flaw.place())
              .map(c -> Sheet.address(c, row.number())).orElse(""),
          flaw.found(), flaw.why().says())));
      return flaws.isEmpty() && id.isPresent() && from.isPresent()
          ? Optional.of(new Line(row.number(), id.get(), from.get(), values, cells))
          : Optional.empty();
    }

    private void duplicate(String id, LocalDate from, Sheet.Row row, List<Facts.Flawed> flaws) {
      Integer before = seen.putIfAbsent(id + "@" + from, row.number());
      if (before != null) {
        flaws.add(new Facts.Flawed(schema.key().getFirst(), id, Refusal.of("register.duplicate",
            "", id, from.toString(), String.valueOf(before))));
      }
    }
  }
}
