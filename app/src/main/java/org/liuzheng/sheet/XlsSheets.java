package org.liuzheng.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** Workbooks of Excel 97–2003. */
final class XlsSheets {
  private XlsSheets() {}

  static List<Sheet> read(byte[] content) throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(content))) {
      boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
      List<Sheet> sheets = new ArrayList<>();
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
          sheets.add(new Sheet(workbook.getSheetName(i), rows(workbook.getSheetAt(i), from1904)));
        }
      }
      return sheets;
    }
  }

  private static List<Sheet.Row> rows(HSSFSheet sheet, boolean from1904) {
    Grid grid = new Grid();
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      for (Cell cell : row) {
        grid.put(row.getRowNum(), cell.getColumnIndex(), text(cell, from1904));
      }
    }
    return grid.rows(sheet.getMergedRegions());
  }

  private static String text(Cell cell, boolean from1904) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> number(cell, from1904);
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }

  private static String number(Cell cell, boolean from1904) {
    CellStyle style = cell.getCellStyle();
    return new NumberFormat(
            style.getDataFormat(), String.valueOf(style.getDataFormatString()), from1904)
        .text(Double.toString(cell.getNumericCellValue()));
  }
}
