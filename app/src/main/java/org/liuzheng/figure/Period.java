package org.liuzheng.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A year, quarter, month or day: {@code 2018}, {@code 2018-Q3}, {@code 2018-03}, {@code
 * 2018-03-31}.
 */
public record Period(Kind kind, LocalDate start) implements Comparable<Period> {

  /** How long a period is. */
  public enum Kind {
    YEAR,
    QUARTER,
    MONTH,
    DAY
  }

  public static Optional<Period> parse(String text) {
    try {
      if (text.matches("\\d{4}")) {
        return Optional.of(new Period(Kind.YEAR, LocalDate.of(Integer.parseInt(text), 1, 1)));
      }
      if (text.matches("\\d{4}-Q[1-4]")) {
        int month = (text.charAt(6) - '1') * 3 + 1;
        return Optional.of(
            new Period(
                Kind.QUARTER, LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1)));
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        return Optional.of(new Period(Kind.MONTH, YearMonth.parse(text).atDay(1)));
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(new Period(Kind.DAY, LocalDate.parse(text)));
      }
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The period of this kind in which a day lies. */
  public static Period containing(Kind kind, LocalDate day) {
    return new Period(
        kind,
        switch (kind) {
          case YEAR -> day.withDayOfYear(1);
          case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
          case MONTH -> day.withDayOfMonth(1);
          case DAY -> day;
        });
  }

  /** The period after this one; negative steps go back. */
  public Period plus(int steps) {
    return new Period(
        kind,
        switch (kind) {
          case YEAR -> start.plusYears(steps);
          case QUARTER -> start.plusMonths(3L * steps);
          case MONTH -> start.plusMonths(steps);
          case DAY -> start.plusDays(steps);
        });
  }

  /** The periods of this kind in the year up to and including this one. */
  public List<Period> yearToDate() {
    LocalDate first = start.withDayOfYear(1);
    return Stream.iterate(this, p -> !p.start().isBefore(first), p -> p.plus(-1))
        .toList()
        .reversed();
  }

  /** This many periods, this one last. */
  public List<Period> last(int periods) {
    return Stream.iterate(plus(1 - periods), p -> p.plus(1)).limit(periods).toList();
  }

  /** The same period one year earlier. */
  public Period yearBefore() {
    return new Period(kind, start.minusYears(1));
  }

  /** The period's last day. */
  public LocalDate end() {
    return plus(1).start().minusDays(1);
  }

  @Override
  public int compareTo(Period other) {
    return start.compareTo(other.start);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
      case QUARTER ->
          String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), (start.getMonthValue() + 2) / 3);
      case MONTH -> YearMonth.from(start).toString();
      case DAY -> start.toString();
    };
  }
}
