package org.liuzheng.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Completeness;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Understands an SDMX key with its periods and times, and asks the figures. */
@Component
class SdmxReading {
  private static final String UNIT = "unit";
  private static final int MOST_UNITS = 100_000;
  private static final int MOST_OBSERVATIONS = 10_000;
  private static final int MOST_DAYS = 366;

  private final Figures figures;
  private final Registers registers;
  private final Ledger ledger;
  private final Asking asking;
  private final Clock clock;

  SdmxReading(Figures figures, Registers registers, Ledger ledger, Asking asking, Clock clock) {
    this.figures = figures;
    this.registers = registers;
    this.ledger = ledger;
    this.asking = asking;
    this.clock = clock;
  }

  SdmxObservations data(Definition figure, String key, SdmxQuery query) {
    When when = asking.when(query.on(), query.asOf());
    List<String> parts = parts(key);
    Period.Kind kind = frequency(figure, parts.getFirst());
    List<Period> periods = periods(kind, query, when);
    boolean every = parts.get(1).isEmpty();
    Map<String, Text> units = units(parts.get(1), when);
    List<Long> known = history(query) ? vintages(when.known()) : List.of(when.known());
    long asked = (long) units.size() * periods.size() * known.size();
    if (asked > MOST_OBSERVATIONS) {
      throw Problem.bad(
          Refusal.of("api.sdmx.too_many", "key", asked, String.valueOf(MOST_OBSERVATIONS)));
    }
    List<SdmxObservations.Vintage> vintages = new ArrayList<>();
    for (long position : known) {
      SdmxObservations.Vintage vintage =
          vintage(figure, units.keySet(), periods, new When(when.on(), position), every);
      if (vintages.isEmpty() || !vintages.getLast().series().equals(vintage.series())) {
        vintages.add(vintage);
      }
    }
    if (every) {
      units.keySet().removeIf(u -> vintages.stream().noneMatch(v -> v.series().containsKey(u)));
    }
    return new SdmxObservations(figure, kind, units, periods, vintages);
  }

  /** Frequency and units; empty where all are meant. */
  private static List<String> parts(String key) {
    if (key.isEmpty() || key.equals("all") || key.equals("*")) {
      return List.of("", "");
    }
    String[] parts = key.split("\\.", -1);
    if (parts.length != 2) {
      throw Problem.bad(Refusal.of("api.sdmx.bad_key", "key", key));
    }
    return Stream.of(parts).map(p -> p.equals("*") ? "" : p).toList();
  }

  private static Period.Kind frequency(Definition figure, String code) {
    return code.isEmpty()
        ? figure.period()
        : Stream.of(Period.Kind.values())
            .filter(k -> Sdmx.frequency(k).equals(code))
            .findFirst()
            .orElseThrow(() -> Problem.bad(Refusal.of("api.sdmx.bad_frequency", "key", code)));
  }

  private static List<Period> periods(Period.Kind kind, SdmxQuery query, When when) {
    Period last =
        query.endPeriod().isEmpty()
            ? Period.containing(kind, when.on())
            : Period.containing(kind, period("endPeriod", query.endPeriod()).end());
    Period first =
        query.startPeriod().isEmpty()
            ? last.plus(1 - usual(kind))
            : Period.containing(kind, period("startPeriod", query.startPeriod()).start());
    if (first.compareTo(last) > 0
        || first.plus(MOST_OBSERVATIONS).compareTo(last) < 0
        || first.start().getYear() < 1) {
      throw Problem.bad(
          Refusal.of("api.sdmx.bad_periods", "startPeriod", first.toString(), last.toString()));
    }
    return Stream.iterate(first, p -> p.compareTo(last) <= 0, p -> p.plus(1)).toList();
  }

  private static Period period(String parameter, String text) {
    return Period.parse(text)
        .filter(p -> p.start().getYear() > 0)
        .orElseThrow(() -> Problem.bad(Refusal.of("api.bad_period", parameter, text)));
  }

  private static int usual(Period.Kind kind) {
    return switch (kind) {
      case YEAR -> 6;
      case QUARTER -> 12;
      case MONTH -> 36;
      case DAY -> 31;
    };
  }

  /** Code to name, of all units that are there on that day. */
  Map<String, Text> units(When when) {
    Map<String, Text> units = new LinkedHashMap<>();
    if (registers.schema(UNIT).isPresent()) {
      registers
          .list(new Registers.Query(UNIT, Map.of(), "", "", 0, MOST_UNITS, when))
          .versions()
          .forEach(v -> units.put(v.record(), name(v)));
    }
    return units;
  }

  private static Text name(Version unit) {
    String zh = unit.value("name").isEmpty() ? unit.record() : unit.value("name");
    String en = unit.value("name_en");
    return new Text(zh, en.isEmpty() ? zh : en);
  }

  private Map<String, Text> units(String codes, When when) {
    Map<String, Text> all = units(when);
    Map<String, Text> units = new LinkedHashMap<>();
    if (codes.isEmpty()) {
      units.putAll(all);
      return units;
    }
    for (String code : codes.split("[+,]", -1)) {
      Text name = code.equals(Sdmx.TOTAL) ? Words.text("api.sdmx.total") : all.get(code);
      if (name == null) {
        throw Problem.bad(Refusal.of("api.sdmx.no_unit", "key", code, Near.to(code, all.keySet())));
      }
      units.put(code, name);
    }
    return units;
  }

  private static boolean history(SdmxQuery query) {
    return switch (query.includeHistory()) {
      case "", "false" -> false;
      case "true" -> true;
      default ->
          throw Problem.bad(
              Refusal.of(
                  "api.wants_one_of",
                  "includeHistory",
                  "includeHistory",
                  query.includeHistory(),
                  "true, false"));
    };
  }

  /** The positions at the ends of the last days on which anything was entered, and this one. */
  private List<Long> vintages(long known) {
    Set<Long> positions = new TreeSet<>();
    Optional<LocalDate> last = ledger.entry(known - 1).map(this::day);
    Optional<LocalDate> first = ledger.entry(0).map(this::day);
    if (last.isPresent() && first.isPresent()) {
      LocalDate day = last.get();
      for (int i = 0; i < MOST_DAYS && !day.isBefore(first.get()); i++, day = day.minusDays(1)) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusNanos(1);
        positions.add(Math.min(ledger.positionAt(end), known));
      }
    }
    positions.remove(0L);
    positions.add(known);
    return List.copyOf(positions);
  }

  private LocalDate day(Entry entry) {
    return LocalDate.ofInstant(entry.recordedAt(), clock.getZone());
  }

  /**
   * @param every whether units without any value are left out
   */
  private SdmxObservations.Vintage vintage(
      Definition figure, Set<String> units, List<Period> periods, When when, boolean every) {
    Map<String, List<SdmxObservations.Observation>> series = new LinkedHashMap<>();
    for (String unit : units) {
      Ask ask =
          new Ask(
              figure.name(),
              unit.equals(Sdmx.TOTAL) ? "" : unit,
              periods.getLast(),
              when,
              Map.of());
      List<Figures.Point> points = figures.series(ask, periods.getFirst());
      if (!every
          || points.stream().anyMatch(p -> p.value() instanceof Value.Number n && n.rows() > 0)) {
        series.put(unit, points.stream().map(p -> observation(figure, ask, p)).toList());
      }
    }
    Instant from =
        ledger.entry(when.known() - 1).map(Entry::recordedAt).orElseGet(() -> clock.instant());
    return new SdmxObservations.Vintage(when.known(), from, series);
  }

  /** A period that is not over, and one for which too few have reported, is provisional. */
  private SdmxObservations.Observation observation(
      Definition figure, Ask ask, Figures.Point point) {
    return switch (point.value()) {
      case Value.None none ->
          new SdmxObservations.Observation(Optional.empty(), Sdmx.MISSING, point.definition());
      case Value.Number n ->
          new SdmxObservations.Observation(
              Optional.of(n.rounded(figure.decimals()).toPlainString()),
              point.period().end().isAfter(ask.when().on())
                      || figures
                          .completeness(ask.in(point.period()))
                          .filter(Completeness::provisional)
                          .isPresent()
                  ? Sdmx.PROVISIONAL
                  : Sdmx.NORMAL,
              point.definition());
    };
  }
}
