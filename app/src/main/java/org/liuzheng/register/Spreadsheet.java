package org.liuzheng.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.register.Import.Reject;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.sheet.Sheets;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A file read against a schema: good rows with their cells, bad cells with what would be right.
 * Nothing here looks at the database.
 */
record Spreadsheet(
    String sheet, Map<String, String> columns, List<Line> lines, List<Reject> rejects, int rows) {

  /**
   * A row without flaws of its own.
   *
   * @param mentioned canonical values of the columns that the file has; blank cells are empty texts
   * @param cells field to cell, for values that are not blank
   */
  record Line(
      int row,
      String id,
      java.time.LocalDate validFrom,
      Map<String, String> mentioned,
      Map<String, String> cells) {

    Reject reject(Spreadsheet in, Facts.Flawed flaw) {
      String header =
          in.columns().entrySet().stream()
              .filter(e -> !flaw.place().isEmpty() && e.getValue().equals(flaw.place()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      return new Reject(
          in.sheet(),
          row,
          header,
          cells.getOrDefault(flaw.place(), ""),
          flaw.found(),
          flaw.why().says());
    }
  }

  static Spreadsheet read(Facts facts, Sheets sheets, ImportRequest request) {
    return switch (sheets.read(request.fileName(), request.content())) {
      case Sheets.Reading.Unreadable unreadable -> refused(unreadable.why().says());
      case Sheets.Reading.Read read -> read(facts, read.sheets(), request.validFrom());
    };
  }

  private record Headed(Sheet sheet, Heading heading) {
    boolean identifies(Schema schema) {
      return schema.key().stream().allMatch(k -> heading.column(k).isPresent())
          && sheet.rows().getLast().number() > heading.end();
    }
  }

  /** The sheet whose header names most fields; the first of equals. */
  private static Spreadsheet read(Facts facts, List<Sheet> sheets, String validFrom) {
    Schema schema = facts.schema();
    List<Headed> headed = new ArrayList<>();
    sheets.forEach(s -> Heading.find(schema, s).ifPresent(h -> headed.add(new Headed(s, h))));
    List<Headed> rivals = headed.stream().filter(h -> h.identifies(schema)).toList();
    if (rivals.size() > 1) {
      return refused(
          Words.text(
              "register.many_sheets",
              schema.label(),
              new Text(names(rivals, "”、“"), names(rivals, "”, “"))));
    }
    Optional<Headed> best = Optional.empty();
    for (Headed here : headed) {
      if (best.filter(b -> b.heading().fields().size() >= here.heading().fields().size())
          .isEmpty()) {
        best = Optional.of(here);
      }
    }
    return best.map(b -> new SheetReader(facts, b.sheet(), b.heading(), validFrom).read())
        .orElseGet(() -> refused(Words.text("register.no_header", schema.label())));
  }

  private static String names(List<Headed> headed, String between) {
    return String.join(between, headed.stream().map(h -> h.sheet().name()).toList());
  }

  private static Spreadsheet refused(Text says) {
    return new Spreadsheet(
        "", Map.of(), List.of(), List.of(new Reject("", 0, "", "", "", says)), 0);
  }
}
