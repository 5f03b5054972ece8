package org.liuzheng.screens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.Shell;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.EntryPage.Cell;
import org.liuzheng.screens.EntryPage.Column;
import org.liuzheng.screens.EntryPage.Excerpt;
import org.liuzheng.screens.EntryPage.Row;
import org.liuzheng.sheet.Sheet;
import org.liuzheng.sheet.Sheets;
import org.springframework.stereotype.Component;

/**
 * The files that entries were read from. A file of a register with private fields may name people
 * in any of its cells: it is given back only to who sent it and to administrators, and of such a
 * file nothing is shown but the open cells of the entry's own row.
 */
@Component
class KeptFiles {
  private static final int MAGIC = 512;
  private static final int REMEMBERED = 8;
  private static final int LARGEST_SHOWN = 8 * 1024 * 1024;
  private static final int MOST_COLUMNS = 40;

  private final Evidence evidence;
  private final Sheets sheets;
  private final Map<String, List<Sheet>> read = new LinkedHashMap<>();

  KeptFiles(Evidence evidence, Sheets sheets) {
    this.evidence = evidence;
    this.sheets = sheets;
  }

  static boolean namesPeople(Schema schema) {
    return schema.fields().stream().anyMatch(f -> f.type() == FieldType.PRIVATE);
  }

  static boolean open(Shell shell, Schema schema, Entry entry) {
    return !namesPeople(schema)
        || OpenRegisters.administers(shell.visitor())
        || (shell.visitor().signedIn() && shell.visitor().login().equals(entry.actor()));
  }

  /** What the name of a file ends with, by what it starts with; empty for what is not known. */
  static String ending(byte[] content) {
    String start =
        new String(content, 0, Math.min(content.length, MAGIC), StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return ".pdf";
    }
    if (start.startsWith("\u0089PNG")) {
      return ".png";
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return ".jpg";
    }
    if (start.startsWith("PK")) {
      String all = new String(content, StandardCharsets.ISO_8859_1);
      return all.contains("word/document.xml")
          ? ".docx"
          : all.contains("xl/workbook.xml") ? ".xlsx" : ".zip";
    }
    return start.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')
        ? ".txt"
        : "";
  }

  Optional<byte[]> content(Source.Row row) {
    return evidence.open(row.file());
  }

  Optional<Excerpt> excerpt(Shell shell, Schema schema, Source.Row row) {
    return sheets(row).stream()
        .filter(s -> s.name().equals(row.sheet()))
        .findFirst()
        .map(s -> excerpt(shell, schema, row, s));
  }

  private Excerpt excerpt(Shell shell, Schema schema, Source.Row row, Sheet sheet) {
    Map<Integer, Filled> filled = filled(shell, schema, row);
    boolean people = namesPeople(schema);
    List<Sheet.Row> rows =
        sheet.rows().stream()
            .filter(r -> people ? r.number() == row.row() : Math.abs(r.number() - row.row()) <= 1)
            .toList();
    int width =
        Math.min(
            MOST_COLUMNS,
            Math.max(
                rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0),
                filled.keySet().stream().mapToInt(c -> c + 1).max().orElse(0)));
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      columns.add(
          new Column(letter(c), Optional.ofNullable(filled.get(c)).map(Filled::label).orElse("")));
    }
    return new Excerpt(
        columns, rows.stream().map(r -> row(r, width, filled, people, row.row())).toList());
  }

  private static Row row(
      Sheet.Row r, int width, Map<Integer, Filled> filled, boolean people, int ours) {
    boolean here = r.number() == ours;
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      Filled field = filled.get(c);
      boolean hidden = people && (field == null || field.secret());
      boolean blank = r.cell(c).isBlank();
      cells.add(
          new Cell(hidden ? "" : r.cell(c), here && field != null && !blank, hidden && !blank));
    }
    return new Row(String.valueOf(r.number()), here, cells);
  }

  /** What was read from a column. */
  private record Filled(String label, boolean secret) {}

  private static Map<Integer, Filled> filled(Shell shell, Schema schema, Source.Row row) {
    Map<Integer, Filled> filled = new TreeMap<>();
    row.cells()
        .forEach((name, cell) ->
            filled.put(
                column(cell),
                schema
                    .field(name)
                    .map(f -> new Filled(shell.say(f.label()), f.type() == FieldType.PRIVATE))
                    .orElseGet(() -> new Filled(shell.say("register.valid_from"), false))));
    return filled;
  }

  private static int column(String cell) {
    int column = 0;
    for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)); i++) {
      column = column * 26 + cell.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private static String letter(int column) {
    return Sheet.address(column, 1).replaceAll("\\d", "");
  }

  /** A file is read once for several pages that show it. */
  private synchronized List<Sheet> sheets(Source.Row row) {
    List<Sheet> known = read.remove(row.file());
    List<Sheet> found =
        known != null
            ? known
            : content(row)
                .filter(c -> c.length <= LARGEST_SHOWN)
                .map(c ->
                    sheets.read(row.name(), c) instanceof Sheets.Reading.Read r
                        ? r.sheets()
                        : List.<Sheet>of())
                .orElse(List.of());
    read.put(row.file(), found);
    if (read.size() > REMEMBERED) {
      read.remove(read.keySet().iterator().next());
    }
    return found;
  }
}
