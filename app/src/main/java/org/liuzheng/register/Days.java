package org.liuzheng.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.register.Spelling.Spelled;

/** Dates and months as offices write them; a time of day after a date is left out. */
final class Days {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})\\s*[-/.\u5e74]\\s*(\\d{1,2})"
              + "\\s*[-/.\u6708]\\s*(\\d{1,2})\\s*[\u65e5\u53f7]?"
              + "(?:[ T]+(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})\\s*(?:[-/.\u5e74]\\s*(\\d{1,2})|(\\d{2}))\\s*\u6708?");

  /** The number 2018.10 and the number 2018.1 are the same to Excel. */
  private static final Pattern AMBIGUOUS_MONTH = Pattern.compile("\\d{4}\\.1");

  private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int FIRST_YEAR = 1000;

  private Days() {}

  /**
   * @param found half-width
   */
  static Spelled date(Field field, String found) {
    if (SERIAL.matcher(found).matches()) {
      return Spelling.wrong(
          "register.date_serial",
          field,
          found,
          SERIAL_ZERO.plusDays(Integer.parseInt(found)).toString());
    }
    return parsed(found)
        .<Spelled>map(day -> new Spelled.Right(day.toString()))
        .orElseGet(() -> Spelling.wrong("register.bad_date", field, found));
  }

  /** The day that somebody wrote; empty when it is none. */
  static Optional<LocalDate> parsed(String found) {
    String text = Spelling.halfWidth(found.strip());
    Matcher m = DATE.matcher(text);
    Matcher match = m.matches() ? m : COMPACT_DATE.matcher(text);
    if (!match.matches() || Integer.parseInt(match.group(1)) < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(2)),
              Integer.parseInt(match.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * @param found half-width
   */
  static Spelled month(Field field, String found) {
    if (AMBIGUOUS_MONTH.matcher(found).matches()) {
      return Spelling.wrong("register.ambiguous_month", field, found);
    }
    Optional<YearMonth> day =
        parsed(found).filter(d -> d.getDayOfMonth() == 1).map(YearMonth::from);
    return day.or(() -> parsedMonth(found))
        .<Spelled>map(m -> new Spelled.Right(m.toString()))
        .orElseGet(() -> Spelling.wrong("register.bad_month", field, found));
  }

  private static Optional<YearMonth> parsedMonth(String found) {
    Matcher m = MONTH.matcher(found);
    if (!m.matches() || Integer.parseInt(m.group(1)) < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          YearMonth.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2) == null ? m.group(3) : m.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
