package org.liuzheng.bench.example;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A sheet as an Excel workbook of an office: a title over all columns, who sends it and when, the
 * header, the rows; days are days and numbers are numbers. Nothing in the file tells when or where
 * it was written.
 */
final class WorkbookFile {
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2019, 1, 15, 9, 0);
  private static final int HEADER_ROW = 2;
  private static final int WIDTH = 16 * 256;

  private final Sheetful sheet;
  private final Spelled spelled;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle title = bold(true);
  private final CellStyle header = bold(false);
  private final CellStyle day = workbook.createCellStyle();

  private WorkbookFile(Sheetful sheet, Spelled spelled) {
    this.sheet = sheet;
    this.spelled = spelled;
    day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
  }

  static byte[] of(Sheetful sheet, Spelled spelled) {
    WorkbookFile file = new WorkbookFile(sheet, spelled);
    try (XSSFWorkbook workbook = file.workbook) {
      file.fill();
      workbook
          .getProperties()
          .getCoreProperties()
          .setCreated(Optional.of(Date.from(WRITTEN.toInstant(ZoneOffset.ofHours(8)))));
      workbook.getProperties().getCoreProperties().setCreator(sheet.sender());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return timeless(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CellStyle bold(boolean centred) {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    if (centred) {
      style.setAlignment(HorizontalAlignment.CENTER);
    }
    return style;
  }

  private void fill() {
    List<String> fields = sheet.fields();
    XSSFSheet out = workbook.createSheet();
    out.setDefaultColumnWidth(WIDTH / 256);
    cell(out.createRow(0), 0, sheet.title()).setCellStyle(title);
    if (fields.size() > 1) {
      out.addMergedRegion(new CellRangeAddress(0, 0, 0, fields.size() - 1));
    }
    cell(out.createRow(1), 0, sheet.sender());
    Row heading = out.createRow(HEADER_ROW);
    for (int c = 0; c < fields.size(); c++) {
      cell(heading, c, spelled.header(fields.get(c))).setCellStyle(header);
    }
    out.createFreezePane(0, HEADER_ROW + 1);
    for (Map<String, String> row : sheet.rows()) {
      row(out.createRow(out.getLastRowNum() + 1), row);
    }
  }

  private void row(Row out, Map<String, String> row) {
    for (int c = 0; c < sheet.fields().size(); c++) {
      String field = sheet.fields().get(c);
      String value = row.getOrDefault(field, "");
      if (value.isEmpty()) {
        continue;
      }
      if (spelled.isDay(field)) {
        Cell cell = out.createCell(c);
        cell.setCellValue(LocalDate.parse(value));
        cell.setCellStyle(day);
      } else if (spelled.isNumber(field)) {
        out.createCell(c).setCellValue(Double.parseDouble(value));
      } else {
        cell(out, c, spelled.value(field, value));
      }
    }
  }

  private static Cell cell(Row row, int column, String text) {
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    return cell;
  }

  /** The same archive with the same time on every part. */
  private static byte[] timeless(byte[] archive) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(out)) {
      to.setLevel(9);
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        ZipEntry timeless = new ZipEntry(part.getName());
        timeless.setTimeLocal(WRITTEN);
        to.putNextEntry(timeless);
        from.transferTo(to);
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
