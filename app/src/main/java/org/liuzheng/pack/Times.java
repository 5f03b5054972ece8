package org.liuzheng.pack;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.When;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Turns what a request says about the two times into the two times; both may be left out. */
@Component
public class Times {
  private static final int LAST_YEAR = 9999;

  private final Ledger ledger;
  private final Packs packs;
  private final Clock clock;

  Times(Ledger ledger, Packs packs, Clock clock) {
    this.ledger = ledger;
    this.packs = packs;
    this.clock = clock;
  }

  /** The day pages open on: the example's day, or today. */
  public LocalDate today() {
    return packs.installed().flatMap(p -> p.about().today()).orElseGet(() -> LocalDate.now(clock));
  }

  /**
   * @param on ISO date; empty for {@code otherwise}
   * @param known a position, an ISO date (as known at its end) or an ISO time with offset; empty
   *     for now
   */
  public Asked asked(String on, String known, LocalDate otherwise) {
    try {
      LocalDate day = on.isBlank() ? otherwise : day(on.strip());
      try {
        return new Asked.At(
            new When(day, known.isBlank() ? ledger.size() : position(known.strip())));
      } catch (DateTimeException | NumberFormatException e) {
        return new Asked.Refused(
            Refusal.of("pack.bad_known", "known", known, String.valueOf(ledger.size())));
      }
    } catch (DateTimeException e) {
      return new Asked.Refused(Refusal.of("pack.bad_on", "on", on));
    }
  }

  /** A day of the calendar that registers can hold; beyond it no database finds anything. */
  private static LocalDate day(String on) {
    LocalDate day = LocalDate.parse(on);
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw new DateTimeException("year " + day.getYear());
    }
    return day;
  }

  private long position(String known) {
    if (known.matches("\\d{1,18}")) {
      return Math.min(Long.parseLong(known), ledger.size());
    }
    Instant moment =
        known.length() == "2018-12-31".length()
            ? LocalDate.parse(known)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .minusNanos(1)
            : OffsetDateTime.parse(known.replace(' ', '+')).toInstant();
    return ledger.positionAt(moment);
  }

  /** Two times, or why the request does not name them. */
  public sealed interface Asked {
    record At(When when) implements Asked {}

    record Refused(Refusal why) implements Asked {}
  }
}
