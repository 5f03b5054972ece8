package org.liuzheng.claim;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Lang;

/**
 * A date as words say it: often without the year, sometimes without the day.
 *
 * @param year 0 where it is not said
 * @param before where a word such as last year stands for the year: how many years before the one
 *     that is spoken of, beside that one itself; whoever writes on a year may do so in it or after
 * @param days the days of the month that are meant; all of them where none is said
 */
record SaidDate(int year, int before, int month, Lexicon.Days days) {
  private static final Lexicon.Days ALL = new Lexicon.Days(1, 31);

  /**
   * A date at its place.
   *
   * @param to behind its last character
   */
  record Found(int from, int to, SaidDate date) {}

  /** The first date in the words, whatever their language. */
  static Optional<SaidDate> in(String words) {
    return first(words, Lang.ZH).or(() -> first(words, Lang.EN));
  }

  private static Optional<SaidDate> first(String words, Lang lang) {
    return all(words, lang).stream().findFirst().map(Found::date);
  }

  /** All dates in the words, in their order. */
  static List<Found> all(String words, Lang lang) {
    List<Found> all = new ArrayList<>();
    for (Pattern pattern : Lexicon.of(lang).dating().said()) {
      Matcher matcher = pattern.matcher(words);
      while (matcher.find()) {
        read(matcher, Lexicon.of(lang).dating())
            .ifPresent(d -> all.add(new Found(matcher.start(), matcher.end(), d)));
      }
    }
    all.sort(Comparator.comparingInt(Found::from).thenComparing(f -> -f.to()));
    List<Found> apart = new ArrayList<>();
    for (Found found : all) {
      if (apart.isEmpty() || found.from() >= apart.getLast().to()) {
        apart.add(found);
      }
    }
    return apart;
  }

  private static Optional<SaidDate> read(Matcher found, Lexicon.Dating dating) {
    int month = month(group(found, "m"));
    int day = number(group(found, "d"));
    String part = group(found, "t").toLowerCase(Locale.ROOT);
    Lexicon.Days days = dating.partsOfMonth().getOrDefault(part, ALL);
    return month < 1 || month > 12 || day > 31
        ? Optional.empty()
        : Optional.of(
            new SaidDate(
                number(group(found, "y")),
                dating.otherYears().getOrDefault(group(found, "r").toLowerCase(Locale.ROOT), 0),
                month,
                day == 0 ? days : new Lexicon.Days(day, day)));
  }

  private static String group(Matcher found, String name) {
    @Nullable String group = found.namedGroups().containsKey(name) ? found.group(name) : null;
    return group == null ? "" : group;
  }

  /** Whether a day or a part of the month is said. */
  boolean precise() {
    return !days.equals(ALL);
  }

  /**
   * @param otherwise the year that is meant where none is said
   */
  boolean is(LocalDate date, int otherwise) {
    int spoken = year == 0 ? otherwise : year;
    return (date.getYear() == spoken || date.getYear() == spoken - before)
        && date.getMonthValue() == month
        && date.getDayOfMonth() >= days.first()
        && date.getDayOfMonth() <= days.last();
  }

  /** Whether any day of the period is meant. */
  boolean meets(Period period, int otherwise) {
    return period.start().datesUntil(period.end().plusDays(1)).anyMatch(d -> is(d, otherwise));
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
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
