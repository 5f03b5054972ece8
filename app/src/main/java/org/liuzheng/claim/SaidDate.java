package org.liuzheng.claim;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liuzheng.words.Lang;

/**
 * A date as words say it: often without the year, sometimes without the day.
 *
 * @param year 0 where it is not said
 * @param day 0 where it is not said
 */
record SaidDate(int year, int month, int day) {

  /** The first date in the words, whatever their language. */
  static Optional<SaidDate> in(String words) {
    return in(words, Lang.ZH).or(() -> in(words, Lang.EN));
  }

  private static Optional<SaidDate> in(String words, Lang lang) {
    for (Pattern pattern : Lexicon.of(lang).saidDates()) {
      Matcher found = pattern.matcher(words);
      if (found.find()) {
        int month = month(found.group("m"));
        if (month >= 1 && month <= 12) {
          return Optional.of(
              new SaidDate(number(found.group("y")), month, number(found.group("d"))));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * @param otherwise the year that is meant where none is said
   */
  boolean is(LocalDate date, int otherwise) {
    return date.getYear() == (year == 0 ? otherwise : year)
        && date.getMonthValue() == month
        && (day == 0 || date.getDayOfMonth() == day);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int month(String text) {
    return Scan.digit(text.charAt(0))
        ? Integer.parseInt(text)
        : Arrays.stream(Month.values())
            .filter(m -> m.getDisplayName(TextStyle.FULL, Locale.ENGLISH).equalsIgnoreCase(text))
            .findFirst()
            .map(Month::getValue)
            .orElse(0);
  }
}
