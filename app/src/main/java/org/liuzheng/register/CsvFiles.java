package org.liuzheng.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Words;

/**
 * CSV that Excel opens rightly: a byte order mark, and no cell that Excel would take for a formula.
 */
public final class CsvFiles {
  private static final int PAGE = 1000;

  /** What Excel may take for a formula, also behind apostrophes, of which a reader takes one. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-]");

  private CsvFiles() {}

  /** The bad cells of an import, to be mended and sent again. */
  public static String rejects(Import done, Lang lang) {
    StringWriter text = new StringWriter().append('\ufeff');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          List.of(
                  "register.reject_sheet",
                  "register.reject_row",
                  "register.reject_column",
                  "register.reject_cell",
                  "register.reject_found",
                  "register.reject_says")
              .stream()
              .map(k -> Words.text(k).in(lang))
              .toList());
      for (Import.Reject r : done.rejects()) {
        csv.writeRecord(
            List.of(
                safe(r.sheet()),
                String.valueOf(r.row()),
                safe(r.column()),
                r.cell(),
                safe(r.found()),
                r.says().in(lang)));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * A register's records true and known then, in the form in which they can be imported again;
   * private fields are left out.
   */
  public static String register(Registers registers, Registers.Query query, Lang lang) {
    Schema schema = registers.schema(query.register()).orElseThrow();
    List<Field> fields =
        schema.fields().stream().filter(f -> f.type() != FieldType.PRIVATE).toList();
    StringWriter text = new StringWriter().append('\ufeff');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> header = new ArrayList<>(fields.stream().map(f -> header(f, lang)).toList());
      header.add(Words.text("register.valid_from").in(lang));
      csv.writeRecord(header);
      for (int page = 0; ; page++) {
        List<Version> versions =
            registers
                .list(
                    new Registers.Query(
                        query.register(),
                        query.equal(),
                        query.search(),
                        query.sort(),
                        page,
                        PAGE,
                        query.when()))
                .versions();
        versions.forEach(v -> csv.writeRecord(record(fields, v, lang)));
        if (versions.size() < PAGE) {
          break;
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A file to start from: every field a column, and nothing below. */
  public static String template(Schema schema, Lang lang) {
    StringWriter text = new StringWriter().append('\ufeff');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> header =
          new ArrayList<>(schema.fields().stream().map(f -> header(f, lang)).toList());
      header.add(Words.text("register.valid_from").in(lang));
      csv.writeRecord(header);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String header(Field field, Lang lang) {
    String unit = field.unit().in(lang);
    return unit.isEmpty()
        ? field.label().in(lang)
        : Words.text("register.header_unit", field.label(), field.unit()).in(lang);
  }

  private static List<String> record(List<Field> fields, Version version, Lang lang) {
    List<String> cells =
        new ArrayList<>(fields.stream().map(f -> cell(f, version.value(f.name()), lang)).toList());
    cells.add(version.validFrom().toString());
    return cells;
  }

  private static String cell(Field field, String value, Lang lang) {
    return switch (field.type()) {
      case WHOLE, DECIMAL -> value;
      default -> safe(field.shown(value).in(lang));
    };
  }

  private static String safe(String cell) {
    return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
  }
}
