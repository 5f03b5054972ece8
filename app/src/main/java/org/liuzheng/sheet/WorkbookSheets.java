package org.liuzheng.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.XLSBUnsupportedException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel workbooks, new and old, cell by cell as text. */
final class WorkbookSheets {
  private static final int DIGITS = 15;
  private static final double LOST_DIGITS = 1e15;
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");

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
    Map<Integer, List<String>> rows = new TreeMap<>();
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        String text = text(cell);
        if (!text.isBlank()) {
          set(cells, cell.getColumnIndex(), text);
        }
      }
      if (!cells.isEmpty()) {
        rows.put(row.getRowNum(), cells);
      }
    }
    Map<Integer, Map<Integer, Integer>> merged = merged(sheet, rows);
    return rows.entrySet().stream().map(e -> new Sheet.Row(e.getKey() + 1,
        List.copyOf(e.getValue()), merged.getOrDefault(e.getKey(), Map.of()))).toList();
  }

  private static void set(List<String> cells, int column, String text) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  /**
   * A value in a cell that reaches down over several rows is shown in each of them; rows that hold
   * nothing else stay blank.
   */
  private static Map<Integer, Map<Integer, Integer>> merged(
      org.apache.poi.ss.usermodel.Sheet sheet, Map<Integer, List<String>> rows) {
    Map<Integer, Map<Integer, Integer>> merged = new HashMap<>();
    for (CellRangeAddress region : sheet.getMergedRegions()) {
      int column = region.getFirstColumn();
      List<String> first = rows.getOrDefault(region.getFirstRow(), List.of());
      if (column < first.size() && !first.get(column).isBlank()) {
        for (int row = region.getFirstRow() + 1; row <= region.getLastRow(); row++) {
          List<String> cells = rows.get(row);
          if (cells != null) {
            set(cells, column, first.get(column));
            merged.computeIfAbsent(row, r -> new HashMap<>())
                .put(column, region.getFirstRow() + 1);
          }
        }
      }
    }
    return merged;
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

  /**
   * Fifteen digits, as Excel itself computes; so 0.1 + 0.2 reads 0.3. A percentage reads as it is
   * shown, and so do leading zeros. Of a longer number Excel has lost the last digits, which shows.
   */
  private static String number(Cell cell) {
    double value = cell.getNumericCellValue();
    BigDecimal exact = new BigDecimal(Double.toString(value));
    BigDecimal shown = (exact.precision() > DIGITS ? exact.round(new MathContext(DIGITS)) : exact)
        .stripTrailingZeros();
    if (Math.abs(value) >= LOST_DIGITS) {
      return new DecimalFormat("0.00000E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(shown).replace("E", "E+");
    }
    String format = String.valueOf(cell.getCellStyle().getDataFormatString());
    if (format.indexOf('%') >= 0) {
      return shown.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
    String plain = shown.toPlainString();
    return ZEROS.matcher(format).matches() && shown.signum() >= 0 && shown.scale() <= 0
        ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain : plain;
  }
}
