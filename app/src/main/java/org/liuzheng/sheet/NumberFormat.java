package org.liuzheng.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a number of a workbook is shown: as itself, as a percentage, with leading zeros, or as a day.
 *
 * @param index the format's number in the workbook
 * @param from1904 whether days are counted from 1904, as on old Macintoshes
 */
record NumberFormat(int index, String format, boolean from1904) {
  private static final MathContext DIGITS = new MathContext(15);
  private static final double LOST_DIGITS = 1e15;
  private static final Pattern ZEROS = Pattern.compile("0{2,30}");

  /**
   * @param stored as the file holds it
   */
  String text(String stored) {
    double value = Double.parseDouble(stored);
    return DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
        ? day(value)
        : number(new BigDecimal(stored).round(DIGITS).stripTrailingZeros());
  }

  /** A day as ISO date; a time of day is kept where there is one. */
  private String day(double value) {
    LocalDateTime at = DateUtil.getLocalDateTime(value, from1904);
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.toLocalDate().toString()
        : at.toString();
  }

  /**
   * Fifteen digits, as Excel itself computes; so 0.1 + 0.2 reads 0.3. A percentage reads as it is
   * shown, and so do leading zeros. Of a longer number Excel has lost the last digits, which shows.
   */
  private String number(BigDecimal value) {
    if (Math.abs(value.doubleValue()) >= LOST_DIGITS) {
      return new DecimalFormat("0.00000E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(value)
          .replace("E", "E+");
    }
    if (format.indexOf('%') >= 0) {
      return value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
    String plain = value.toPlainString();
    return ZEROS.matcher(format).matches() && value.signum() >= 0 && value.scale() <= 0
        ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain
        : plain;
  }
}
