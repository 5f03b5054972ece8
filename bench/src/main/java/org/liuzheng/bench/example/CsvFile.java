package org.liuzheng.bench.example;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sheet as CSV: a title, the header, the rows; lines end as Windows ends them. */
final class CsvFile {
  private static final String MARK = "\ufeff";

  private CsvFile() {}

  static byte[] of(Sheetful sheet, Spelled spelled) {
    StringBuilder text = new StringBuilder();
    boolean titled = sheet.form() == Sheetful.Form.CSV_GBK;
    if (titled) {
      text.append(quoted(sheet.title())).append("\r\n");
    }
    line(text, sheet.fields(), spelled::header);
    for (Map<String, String> row : sheet.rows()) {
      line(text, sheet.fields(), f -> spelled.value(f, row.getOrDefault(f, "")));
    }
    return switch (sheet.form()) {
      case CSV_GBK -> text.toString().getBytes(Charset.forName("GB18030"));
      case CSV_WITH_MARK -> (MARK + text).getBytes(StandardCharsets.UTF_8);
      case CSV, WORKBOOK -> text.toString().getBytes(StandardCharsets.UTF_8);
    };
  }

  private static void line(StringBuilder text, List<String> fields, Function<String, String> cell) {
    text.append(fields.stream().map(cell).map(CsvFile::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
