package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.liuzheng.register.When;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** Random streams of changes, one of them a change of definitions, and an oracle written apart. */
final class ChangingRecords {
  private static final int CHANGES = 24;
  private static final List<String> UNITS = List.of("T", "D1", "D2", "D3");
  private static final String CLOSED =
      """
      figure: NAME
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, a.department as unit, a.used, a.promised, a.outcome
        from application a where a.outcome = 'granted' or a.used > 5
      fold: FOLD
      by: [outcome]
      """;
  private static final String SAVED =
      """
      figure: saved
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, i.id as item, i.department as unit, i.promised - a.used as saved
        from application a
        join item for system_time as of a.accepted_on as i on i.id = a.item
      fold: {mean: saved}
      """;
  private static final String ITEMS =
      """
      figure: items
      kind: stock
      rows: |
        select i.id as item, i.department as unit, coalesce(i.promised, 0) as days from item i
        where i.mobile
      fold: {sum: days}
      """;

  /** Joined to a register, and with a left join of its own: all that a relation can be. */
  private static final String DONE =
      """
      relation: done
      rows: |
        select a.id as application, a.item, a.used from application a
      """;

  private static final String JUDGED =
      """
      relation: judged
      rows: |
        select a.id as application, i.id as item, a.closed_on,
               coalesce(i.department, a.department) as unit, coalesce(i.promised, 7) - a.used as saved
        from application a
        left join item for system_time as of a.accepted_on as i on i.id = a.item
      """;
  private static final String KEPT =
      """
      figure: kept
      kind: flow
      day: j.closed_on
      rows: |
        select j.* from judged as j
      fold: {mean: saved}
      """;
  private static final String PAIRS =
      """
      figure: pairs
      kind: stock
      rows: |
        select d.application, i.id as item, i.department as unit, i.promised - d.used as days
        from item i join done d on d.item = i.id
      fold: {sum: days}
      """;
  private static final List<String> FIGURES =
      List.of(
          "count",
          "distinct",
          "ratio",
          "saved",
          "kept",
          "items",
          "pairs",
          "smallest",
          "largest",
          "median",
          "ninth",
          "last");

  /** What is not here is thought of later; {@code count} counts something else at first. */
  private static final List<String> FIRST =
      List.of(
          closed("count", "{count distinct: used}"),
          closed("ratio", "{ratio: [used, promised]}"),
          closed("smallest", "{min: used}"),
          closed("largest", "{max: used}"),
          closed("median", "{median: used}"),
          SAVED,
          ITEMS);

  private static final List<String> LATER =
      List.of(
          closed("count", "count"),
          closed("distinct", "{count distinct: used}"),
          closed("ratio", "{ratio: [used, promised]}"),
          closed("smallest", "{min: used}"),
          closed("largest", "{max: used}"),
          closed("median", "{median: used}"),
          closed("ninth", "{quantile: [used, 0.9]}"),
          closed("last", "{last: used}").replace(" or a.used > 5", ""),
          SAVED,
          DONE,
          JUDGED,
          KEPT,
          ITEMS,
          PAIRS);

  private final TestFigures given = new TestFigures(FIRST.toArray(String[]::new));
  private final Path folder;
  private long redefined;
  private Oracle oracle = new Oracle();
  private Random random = new Random(0);

  /**
   * @param folder for the mirrors
   */
  ChangingRecords(Path folder) {
    this.folder = folder;
  }

  /** Plays one stream of changes and asks; the same seed and number play the same stream. */
  void play(long seed, int stream) {
    random = new Random(seed + stream);
    oracle = new Oracle();
    given.clear();
    int redefining = random.nextInt(CHANGES);
    for (int i = 0; i < CHANGES; i++) {
      if (i == redefining) {
        given.commit();
        duck(stream).ready(given.figures.deltas().complete(), given.tables.size()).close();
        given.redefine(LATER.toArray(String[]::new));
        oracle.other();
        redefined = oracle.size();
      }
      change();
      if (random.nextInt(3) == 0) {
        given.commit();
        given.figures.value(ask("count", random.nextInt(oracle.size() + 1)));
      }
      if (random.nextInt(6) == 0) {
        given.figures.deltas().pack();
        given.figures.deltas().warmUp();
      }
    }
    given.commit();
    String named = "seed %d, stream %d".formatted(seed, stream);
    for (int probe = 0; probe < 4; probe++) {
      check(named);
    }
    sameAsComputedAnew(named, stream);
    forget(stream);
  }

  /** Deltas kept commit by commit are those that all history gives at once, row for row. */
  private void sameAsComputedAnew(String stream, int number) {
    Map<String, Map<List<Object>, List<BigDecimal>>> incremental = deltas();
    assertThat(incremental).hasSize(FIGURES.size());
    assertThat(byDuckDb(number)).as("%s, DuckDB", stream).isEqualTo(incremental);
    new JdbcTemplate(given.database()).execute("truncate figure_delta, figure_page, figure_kept");
    given.again();
    assertThat(deltas()).as(stream).isEqualTo(incremental);
  }

  /** What is kept, by the hash of each figure, and what it adds up to at each place. */
  private Map<String, Map<List<Object>, List<BigDecimal>>> deltas() {
    Map<String, Map<List<Object>, List<BigDecimal>>> kept = new TreeMap<>();
    for (Kept figure : given.figures.deltas().complete()) {
      kept.put(figure.counts(), sums(given.figures.deltas().all(figure)));
    }
    return kept;
  }

  /** The same by DuckDB, whose mirror was begun in the middle of the stream. */
  private Map<String, Map<List<Object>, List<BigDecimal>>> byDuckDb(int stream) {
    Map<String, Map<List<Object>, List<BigDecimal>>> told = new TreeMap<>();
    List<Kept> figures = given.figures.deltas().complete();
    try (DeltaSource.Telling telling = duck(stream).ready(figures, given.tables.size())) {
      for (Kept figure : figures) {
        List<Delta> all = new ArrayList<>();
        telling.deltas(figure, given.tables.size(), all::add);
        told.put(figure.counts(), sums(all));
      }
    }
    return told;
  }

  private DuckDeltas duck(int stream) {
    return new DuckDeltas(
        given.database(),
        position -> "",
        new RecomputeSettings(mirror(stream), 0, 0, "200MB", 1, 1_000));
  }

  private Path mirror(int stream) {
    return folder.resolve(String.valueOf(stream));
  }

  private void forget(int stream) {
    try {
      FileSystemUtils.deleteRecursively(mirror(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<List<Object>, List<BigDecimal>> sums(List<Delta> deltas) {
    Map<List<Object>, List<BigDecimal>> sums = new HashMap<>();
    for (Delta d : deltas) {
      sums.merge(
          List.of(d.unit(), d.key(), d.day(), d.validFrom(), d.position()),
          List.of(
              BigDecimal.valueOf(d.rows()),
              d.numerator().stripTrailingZeros(),
              d.denominator().stripTrailingZeros()),
          ChangingRecords::plus);
    }
    sums.values().removeIf(s -> s.stream().allMatch(n -> n.signum() == 0));
    return sums;
  }

  private static List<BigDecimal> plus(List<BigDecimal> a, List<BigDecimal> b) {
    return IntStream.range(0, a.size())
        .mapToObj(i -> a.get(i).add(b.get(i)).stripTrailingZeros())
        .toList();
  }

  private Ask ask(String figure, long known) {
    Period period = new Period(Period.Kind.MONTH, LocalDate.of(2018, 1 + random.nextInt(4), 1));
    return new Ask(
        figure,
        random.nextInt(5) == 0 ? "" : UNITS.get(random.nextInt(UNITS.size())),
        period,
        new When(Oracle.FIRST.plusDays(random.nextInt(Oracle.DAYS)), known),
        Map.of());
  }

  private void check(String stream) {
    Ask probe = ask("count", random.nextInt(oracle.size() + 1));
    for (String figure : FIGURES) {
      Ask ask = probe.with(figure);
      Value value = given.figures.value(ask);
      assertThat(TestFigures.text(value)).as("%s, %s", stream, ask).isEqualTo(expected(ask));
      assertThat(given.figures.rows(ask, 0, 3).refolded())
          .as("%s, %s", stream, ask)
          .isEqualTo(value);
      assertThat(given.figures.values(List.of(ask, probe)).getFirst())
          .as("%s, %s, with others", stream, ask)
          .isEqualTo(value);
      assertThat(given.figures.cold(ask))
          .as("%s, %s, from the database alone", stream, ask)
          .isEqualTo(value);
    }
  }

  private String expected(Ask ask) {
    return asDefined(
        ask.figure().equals("count") && ask.when().known() < redefined
            ? ask.with("distinct")
            : ask);
  }

  private String asDefined(Ask ask) {
    Period period = ask.period();
    if (period.start().isAfter(ask.when().on())) {
      return period + " has not begun on " + ask.when().on();
    }
    List<BigDecimal[]> rows = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    TreeMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
    if (ask.figure().equals("items")) {
      LocalDate day = ask.when().on().isBefore(period.end()) ? ask.when().on() : period.end();
      oracle
          .on("item", day, ask.when().known())
          .forEach((id, item) -> {
            if ("true".equals(item.get("mobile")) && counts(ask, item.get("department"))) {
              rows.add(
                  new BigDecimal[] {number(item.getOrDefault("promised", "0")), BigDecimal.ONE});
            }
          });
      return rows.isEmpty() ? none(ask) : text(sum(rows, 0), BigDecimal.ONE, rows.size());
    }
    if (ask.figure().equals("pairs")) {
      LocalDate day = ask.when().on().isBefore(period.end()) ? ask.when().on() : period.end();
      oracle
          .on("application", day, ask.when().known())
          .forEach((id, a) ->
              pair(
                  ask,
                  oracle.on("item", day, ask.when().known()).get(a.getOrDefault("item", "")),
                  a,
                  rows));
      return rows.isEmpty() ? none(ask) : text(sum(rows, 0), BigDecimal.ONE, rows.size());
    }
    oracle
        .on("application", ask.when().on(), ask.when().known())
        .forEach((id, a) -> {
          LocalDate closed =
              a.containsKey("closed_on") ? LocalDate.parse(a.get("closed_on")) : LocalDate.MIN;
          if (closed.isBefore(period.start()) || closed.isAfter(period.end())) {
            return;
          }
          if (ask.figure().equals("saved")) {
            saved(ask, a, rows);
          } else if (ask.figure().equals("kept")) {
            kept(ask, a, rows);
          } else if (("granted".equals(a.get("outcome"))
                  || (!ask.figure().equals("last")
                      && number(a.getOrDefault("used", "0")).intValue() > 5))
              && counts(ask, a.get("department"))) {
            if (ask.figure().equals("count")
                || (a.containsKey("used")
                    && (!ask.figure().equals("ratio") || a.containsKey("promised")))) {
              byDay.merge(closed, number(a.getOrDefault("used", "0")), BigDecimal::add);
              distinct.add(a.getOrDefault("used", ""));
              rows.add(
                  new BigDecimal[] {
                    number(a.getOrDefault("used", "0")), number(a.getOrDefault("promised", "0"))
                  });
            }
          }
        });
    BigDecimal count = BigDecimal.valueOf(rows.size());
    List<BigDecimal> sorted = rows.stream().map(r -> r[0]).sorted().toList();
    if (List.of("smallest", "largest", "median", "ninth", "last").contains(ask.figure())) {
      return rows.isEmpty()
          ? none(ask)
          : switch (ask.figure()) {
            case "smallest" -> text(sorted.getFirst(), BigDecimal.ONE, rows.size());
            case "largest" -> text(sorted.getLast(), BigDecimal.ONE, rows.size());
            case "median" -> quantile(sorted, 5);
            case "ninth" -> quantile(sorted, 9);
            default -> text(byDay.lastEntry().getValue(), BigDecimal.ONE, rows.size());
          };
    }
    return switch (ask.figure()) {
      case "count" -> text(count, BigDecimal.ONE, rows.size());
      case "distinct" -> text(BigDecimal.valueOf(distinct.size()), BigDecimal.ONE, rows.size());
      case "saved", "kept" -> rows.isEmpty() ? none(ask) : text(sum(rows, 0), count, rows.size());
      default ->
          rows.isEmpty()
              ? none(ask)
              : sum(rows, 1).signum() == 0
                  ? none(ask).replace("There is no record of", "The denominators of")
                      + " add up to 0"
                  : text(sum(rows, 0), sum(rows, 1), rows.size());
    };
  }

  private static String quantile(List<BigDecimal> sorted, int tenths) {
    int below = sorted.size() * tenths;
    BigDecimal at = sorted.get(below / 10);
    return below % 10 == 0 && sorted.get(below / 10 - 1).compareTo(at) != 0
        ? text(sorted.get(below / 10 - 1).add(at), BigDecimal.TWO, sorted.size())
        : text(at, BigDecimal.ONE, sorted.size());
  }

  private Map<String, String> itemOf(Ask ask, Map<String, String> a) {
    if (!a.containsKey("accepted_on") || !a.containsKey("item")) {
      return null;
    }
    return oracle
        .on("item", LocalDate.parse(a.get("accepted_on")), ask.when().known())
        .get(a.get("item"));
  }

  private void kept(Ask ask, Map<String, String> a, List<BigDecimal[]> rows) {
    Map<String, String> found = itemOf(ask, a);
    Map<String, String> item = found == null ? Map.of() : found;
    String unit = item.getOrDefault("department", a.get("department"));
    if (a.containsKey("used") && counts(ask, unit)) {
      rows.add(
          new BigDecimal[] {
            number(item.getOrDefault("promised", "7")).subtract(number(a.get("used"))),
            BigDecimal.ONE
          });
    }
  }

  private void saved(Ask ask, Map<String, String> a, List<BigDecimal[]> rows) {
    pair(ask, itemOf(ask, a), a, rows);
  }

  private void pair(
      Ask ask, Map<String, String> item, Map<String, String> a, List<BigDecimal[]> rows) {
    if (item != null
        && item.containsKey("promised")
        && a.containsKey("used")
        && counts(ask, item.get("department"))) {
      rows.add(
          new BigDecimal[] {
            number(item.get("promised")).subtract(number(a.get("used"))), BigDecimal.ONE
          });
    }
  }

  /** Whether the department is the asked unit or reaches it going up. */
  private boolean counts(Ask ask, String department) {
    Map<String, Map<String, String>> units = oracle.on("unit", ask.when().on(), ask.when().known());
    if (ask.unit().isEmpty()) {
      return true;
    }
    Set<String> passed = new HashSet<>();
    String at = department;
    while (at != null && passed.add(at)) {
      if (at.equals(ask.unit())) {
        return true;
      }
      at = units.getOrDefault(at, Map.of()).get("parent");
    }
    return false;
  }

  private String none(Ask ask) {
    String name =
        ask.unit().isEmpty()
            ? "all units"
            : oracle
                .on("unit", ask.when().on(), ask.when().known())
                .getOrDefault(ask.unit(), Map.of())
                .getOrDefault("name", ask.unit());
    return "There is no record of " + name + " in " + ask.period();
  }

  private static BigDecimal sum(List<BigDecimal[]> rows, int part) {
    return rows.stream().map(r -> r[part]).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String text(BigDecimal numerator, BigDecimal denominator, long rows) {
    return TestFigures.text(Cell.fraction(numerator, denominator, rows));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private void change() {
    String register = List.of("application", "application", "item", "unit").get(random.nextInt(4));
    String id =
        register.equals("unit")
            ? UNITS.get(random.nextInt(UNITS.size()))
            : register.substring(0, 1) + random.nextInt(register.equals("item") ? 2 : 4);
    int day = random.nextInt(Oracle.DAYS / 4) * 4;
    Map<String, String> values =
        switch (register) {
          case "application" -> application();
          case "item" ->
              some(
                  Map.of(
                      "promised",
                      String.valueOf(random.nextInt(20)),
                      "department",
                      unit(),
                      "mobile",
                      String.valueOf(random.nextBoolean())));
          default -> some(Map.of("name", "Unit " + random.nextInt(9), "parent", unit()));
        };
    Oracle.Kind kind =
        switch (random.nextInt(8)) {
          case 0 -> Oracle.Kind.WITHDRAW;
          case 1, 2 -> oracle.starts(register, id, day) ? Oracle.Kind.CORRECT : Oracle.Kind.PUT;
          default -> Oracle.Kind.PUT;
        };
    LocalDate from = Oracle.FIRST.plusDays(day);
    switch (kind) {
      case PUT -> given.tables.put(register, id, from, values);
      case CORRECT -> given.tables.correct(register, id, from, values);
      case WITHDRAW -> given.tables.withdraw(register, id, from);
    }
    oracle.add(new Oracle.Change(kind, register, id, day, values));
  }

  private Map<String, String> application() {
    return some(
        Map.of(
            "department",
            unit(),
            "item",
            "i" + random.nextInt(2),
            "outcome",
            random.nextBoolean() ? "granted" : "refused",
            "closed_on",
            date(),
            "accepted_on",
            date(),
            "used",
            String.valueOf(random.nextInt(9)),
            "promised",
            String.valueOf(random.nextInt(3))));
  }

  /** Now and then a field is blank. */
  private Map<String, String> some(Map<String, String> all) {
    Map<String, String> some = new TreeMap<>(all);
    new TreeMap<>(all)
        .keySet()
        .forEach(k -> {
          if (random.nextInt(8) == 0) {
            some.remove(k);
          }
        });
    return some;
  }

  private String unit() {
    return UNITS.get(random.nextInt(UNITS.size()));
  }

  private String date() {
    return Oracle.FIRST.plusDays(random.nextInt(Oracle.DAYS)).toString();
  }

  private static String closed(String name, String fold) {
    return CLOSED.replace("NAME", name).replace("FOLD", fold);
  }
}
