package org.liuzheng.screens;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Periods in words, and which of them a page opens with. */
final class Periods {
  private static final int YEARS = 6;
  private static final int QUARTERS = 12;
  private static final int MONTHS = 36;
  private static final int DAYS = 31;
  private static final int MONTHS_IN_QUARTER = 3;

  private Periods() {}

  static Text words(Period period) {
    String year = String.valueOf(period.start().getYear());
    int month = period.start().getMonthValue();
    String name = period.start().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return switch (period.kind()) {
      case YEAR -> Words.text("screens.period.year", year);
      case QUARTER ->
          Words.text(
              "screens.period.quarter", year, (month + MONTHS_IN_QUARTER - 1) / MONTHS_IN_QUARTER);
      case MONTH -> Words.text("screens.period.month", year, month, name);
      case DAY ->
          Words.text("screens.period.day", year, month, period.start().getDayOfMonth(), name);
    };
  }

  /** The last period that was over at the end of {@code day}. */
  static Period lastComplete(Period.Kind kind, LocalDate day) {
    Period now = Period.containing(kind, day);
    return now.end().isAfter(day) ? now.plus(-1) : now;
  }

  /** How many periods a trend shows. */
  static int shown(Period.Kind kind) {
    return switch (kind) {
      case YEAR -> YEARS;
      case QUARTER -> QUARTERS;
      case MONTH -> MONTHS;
      case DAY -> DAYS;
    };
  }
}
