package org.liuzheng.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as an office makes them, for tests. */
final class Workbooks {
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private XSSFSheet sheet = workbook.createSheet("台账");
  private int next;

  /** A formatted value, such as 0.097 shown as 9.7%. */
  record Shown(double value, String format) {}

  record Formula(String text) {}

  Workbooks sheet(String name) {
    sheet = workbook.createSheet(name);
    next = 0;
    return this;
  }

  Workbooks row(Object... cells) {
    Row row = sheet.createRow(next++);
    for (int c = 0; c < cells.length; c++) {
      fill(row.createCell(c), cells[c]);
    }
    return this;
  }

  private void fill(Cell cell, Object value) {
    switch (value) {
      case LocalDate day -> {
        cell.setCellValue(day);
        cell.setCellStyle(style("yyyy/m/d"));
      }
      case Shown shown -> {
        cell.setCellValue(shown.value());
        cell.setCellStyle(style(shown.format()));
      }
      case Formula formula -> {
        cell.setCellFormula(formula.text());
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
      }
      case Number number -> cell.setCellValue(number.doubleValue());
      case Boolean flag -> cell.setCellValue(flag);
      default -> cell.setCellValue(value.toString());
    }
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  /**
   * @param area such as {@code A1:D1}
   */
  Workbooks merge(String area) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    return this;
  }

  /** Rows that are formatted and hold nothing. */
  Workbooks formatted(int rows, int columns) {
    CellStyle style = style("0.00");
    for (int r = 0; r < rows; r++) {
      Row row = sheet.createRow(next++);
      for (int c = 0; c < columns; c++) {
        row.createCell(c).setCellStyle(style);
      }
    }
    return this;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
