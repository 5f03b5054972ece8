package org.liuzheng.screens;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liuzheng.ledger.Entry;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.RecordPage.State;
import org.liuzheng.screens.RecordPage.Stretch;
import org.liuzheng.screens.RecordPage.Tick;

/** Both times in one picture: days from left to right, and below each other what was known then. */
final class Stretches {
  private static final int MOST_STATES = 16;
  private static final int WIDE = 100;
  private static final int LABELLED = 9;

  /** Narrower than this in per cent, a stretch is too small to be hit. */
  private static final BigDecimal SMALLEST = new BigDecimal("2.5");

  private static final int TICKS = 6;

  /** How much of the line is left for what has no end. */
  private static final int OPEN_PART = 8;

  private Stretches() {}

  /** The line of days that all states share. */
  private record Line(LocalDate from, LocalDate to) {
    static Line of(Shell shell, Past past) {
      LocalDate from =
          past.versions().stream()
              .map(Version::validFrom)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      LocalDate last =
          past.versions().stream()
              .map(v -> v.validTo().equals(Version.FOREVER) ? v.validFrom() : v.validTo())
              .max(Comparator.naturalOrder())
              .orElseThrow();
      LocalDate to = last.isBefore(shell.when().on()) ? shell.when().on() : last;
      return new Line(
          from, to.plusDays(Math.max(30, ChronoUnit.DAYS.between(from, to) / OPEN_PART)));
    }

    BigDecimal at(LocalDate day) {
      LocalDate within = day.isAfter(to) ? to : day.isBefore(from) ? from : day;
      return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, within) * WIDE)
          .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)), 2, RoundingMode.HALF_UP);
    }
  }

  /** The newest states first; none where there was only one. */
  static List<State> states(Shell shell, Schema schema, Past past, Days days) {
    if (past.entries().size() < 2) {
      return List.of();
    }
    Line line = Line.of(shell, past);
    List<State> states = new ArrayList<>();
    for (Entry entry : past.entries().reversed()) {
      long position = entry.seq() + 1;
      states.add(
          new State(
              String.valueOf(entry.seq()),
              RecordLinks.entry(shell, entry.seq()),
              days.minute(entry.recordedAt()),
              states.isEmpty(),
              past.at(position).stream()
                  .map(v -> stretch(shell, schema, line, v, position))
                  .toList()));
      if (states.size() == MOST_STATES) {
        break;
      }
    }
    return states;
  }

  private static Stretch stretch(Shell shell, Schema schema, Line line, Version v, long position) {
    BigDecimal left = line.at(v.validFrom());
    BigDecimal width = line.at(v.validTo()).subtract(left);
    String known =
        shell.moment().known().isEmpty() && v.knownTo() == Long.MAX_VALUE
            ? ""
            : String.valueOf(position);
    boolean here =
        !v.validFrom().isAfter(shell.when().on())
            && shell.when().on().isBefore(v.validTo())
            && v.knownFrom() <= shell.when().known()
            && shell.when().known() < v.knownTo();
    return new Stretch(
        left.toPlainString(),
        width.toPlainString(),
        RecordReading.stretch(shell, v),
        width.compareTo(BigDecimal.valueOf(LABELLED)) < 0 ? "" : v.validFrom().toString(),
        width.compareTo(SMALLEST) < 0
            ? ""
            : RecordLinks.record(
                shell, schema.name(), v.record(), "on", v.validFrom().toString(), "known", known),
        v.entry() + 1 == position,
        here);
  }

  static List<Tick> ticks(Shell shell, Past past) {
    if (past.entries().size() < 2) {
      return List.of();
    }
    Line line = Line.of(shell, past);
    long months = ChronoUnit.MONTHS.between(line.from(), line.to()) + 1;
    int step =
        months <= TICKS * 3
            ? 3
            : months <= TICKS * 6 ? 6 : (int) ((months / 12 + TICKS - 1) / TICKS) * 12;
    List<Tick> ticks = new ArrayList<>();
    LocalDate day =
        line.from()
            .withDayOfMonth(1)
            .withMonth(step >= 12 ? 1 : (line.from().getMonthValue() - 1) / 3 * 3 + 1);
    for (; !day.isAfter(line.to()); day = day.plusMonths(step)) {
      if (!day.isBefore(line.from())) {
        ticks.add(
            new Tick(
                line.at(day).toPlainString(),
                step >= 12 ? String.valueOf(day.getYear()) : day.toString().substring(0, 7)));
      }
    }
    return ticks;
  }
}
