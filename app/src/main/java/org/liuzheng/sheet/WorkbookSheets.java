package org.liuzheng.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.XLSBUnsupportedException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel workbooks, new and old, cell by cell as text. */
final class WorkbookSheets {
  private WorkbookSheets() {}

  static List<Sheet> readXlsx(byte[] content)
      throws IOException, InvalidFormatException, SheetFiles.Unsuitable {
    try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content));
        Workbook workbook = new XSSFWorkbook(file)) {
      return sheets(workbook);
    } catch (XLSBUnsupportedException e) {
      throw new SheetFiles.Unsuitable("sheet.xlsb");
    }
  }

  static List<Sheet> readXls(byte[] content) throws IOException {
    try (Workbook workbook = new HSSFWorkbook(new ByteArrayInputStream(content))) {
      return sheets(workbook);
    }
  }

  private static List<Sheet> sheets(Workbook workbook) {
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
        sheets.add(new Sheet(workbook.getSheetName(i), rows(workbook.getSheetAt(i))));
      }
    }
    return sheets;
  }

  private static List<Sheet.Row> rows(org.apache.poi.ss.usermodel.Sheet sheet) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      List<String> cells = new ArrayList<>();
      int last = -1;
      for (Cell cell : row) {
        String text = text(cell);
        if (!text.isBlank()) {
          while (cells.size() <= cell.getColumnIndex()) {
            cells.add("");
          }
          cells.set(cell.getColumnIndex(), text);
          last = cell.getColumnIndex();
        }
      }
      if (last >= 0) {
        rows.add(new Sheet.Row(row.getRowNum() + 1, List.copyOf(cells)));
      }
    }
    return List.copyOf(rows);
  }

  private static String text(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case STRING -> cell.getRichStringCellValue().getString();
      case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
      case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      default -> "";
    };
  }

  /** A day as ISO date; a time of day is kept where there is one. */
  private static String date(Cell cell) {
    LocalDateTime at = cell.getLocalDateTimeCellValue();
    if (at == null) {
      return number(cell);
    }
    return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString()
        : at.toString();
  }

  /** Fifteen digits, as Excel itself computes; so 0.1 + 0.2 reads 0.3. */
  private static String number(Cell cell) {
    double value = cell.getNumericCellValue();
    BigDecimal exact = new BigDecimal(Double.toString(value));
    BigDecimal shown = exact.precision() > 15
        ? exact.round(new java.math.MathContext(15)).stripTrailingZeros()
        : exact.stripTrailingZeros();
    return shown.toPlainString();
  }
}
