package org.liuzheng.bench.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Five years of a district, in the order in which its offices say what happened: applications with
 * their steps, items whose promises change, projects that report each month. One statement in a
 * hundred comes weeks late, one in a hundred is corrected later. The same number of entries always
 * gives the same years.
 */
final class Years {
  static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
  static final LocalDate LAST = LocalDate.of(2018, 12, 31);
  static final int UNITS = 200;
  private static final long SEED = 20_181_231L;
  private static final int DAYS = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
  private static final int MONTHS = 60;
  private static final int ITEM_CHANGES = 8;
  private static final double ENTRIES_PER_APPLICATION = 4.8;
  private static final int PER_HUNDRED = 100;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  private final TreeMap<LocalDate, List<Runnable>> ahead = new TreeMap<>();
  private final Consumer<Said> listener;
  private final int items;
  private final int projects;
  private final double applicationsPerDay;
  private final Map<String, Map<String, String>> itemFields = new HashMap<>();
  private LocalDate today = FIRST;
  private int applications;

  /**
   * @param entries about how many are said
   */
  Years(long entries, Consumer<Said> listener) {
    this.listener = listener;
    this.items = (int) Math.clamp(entries / 1_000, 100, 2_000);
    this.projects = (int) Math.max(20, entries / 10 / MONTHS);
    long rest = entries - UNITS - (long) items * (1 + ITEM_CHANGES) - (long) projects * MONTHS;
    this.applicationsPerDay = Math.max(0, rest) / ENTRIES_PER_APPLICATION / DAYS;
  }

  /**
   * What an office says.
   *
   * @param corrects whether it replaces what was said about the version that starts on that day
   */
  record Said(
      String register,
      String record,
      LocalDate validFrom,
      Map<String, String> fields,
      boolean corrects) {}

  void run() {
    units();
    for (int i = 0; i < items; i++) {
      item("i" + i);
    }
    for (int i = 0; i < projects; i++) {
      project("p" + i);
    }
    double owed = 0;
    while (!today.isAfter(LAST)) {
      List<Runnable> due = ahead.remove(today);
      if (due != null) {
        due.forEach(Runnable::run);
      }
      for (owed += applicationsPerDay; owed >= 1; owed--) {
        application("a" + applications++);
      }
      today = today.plusDays(1);
    }
  }

  private void on(LocalDate day, Runnable then) {
    if (!day.isAfter(LAST)) {
      ahead
          .computeIfAbsent(day.isAfter(today) ? day : today.plusDays(1), d -> new ArrayList<>())
          .add(then);
    }
  }

  private void say(String register, String record, LocalDate from, Map<String, String> fields) {
    Said said = new Said(register, record, from, Map.copyOf(fields), false);
    if (random.nextInt(PER_HUNDRED) == 0) {
      on(today.plusDays(random.nextInt(10, 120)), () -> listener.accept(said));
    } else {
      listener.accept(said);
    }
  }

  /** Says it, and that it was wrong, in one case in a hundred. */
  private void sayAtOnce(
      String register, String record, LocalDate from, Map<String, String> fields, String wrong) {
    listener.accept(new Said(register, record, from, Map.copyOf(fields), false));
    if (random.nextInt(PER_HUNDRED) == 0) {
      String right = String.valueOf(random.nextInt(1, 5));
      on(
          today.plusDays(random.nextInt(20, 200)),
          () -> listener.accept(new Said(register, record, from, Map.of(wrong, right), true)));
    }
  }

  private void units() {
    listener.accept(
        new Said(
            "unit",
            "district",
            FIRST,
            Map.of("code", "district", "name", "district", "parent", ""),
            false));
    for (int i = 0; i < UNITS; i++) {
      listener.accept(
          new Said(
              "unit",
              unit(i),
              FIRST,
              Map.of("code", unit(i), "name", unit(i), "parent", "district"),
              false));
    }
  }

  static String unit(int i) {
    return "u%03d".formatted(i);
  }

  /** Some units have far more to do than others. */
  private String skewedUnit() {
    double r = random.nextDouble();
    return unit((int) (UNITS * r * r * r));
  }

  private String kind() {
    return District.KINDS.get(random.nextInt(District.KINDS.size()));
  }

  private void item(String code) {
    Map<String, String> fields =
        new LinkedHashMap<>(
            Map.of(
                "code",
                code,
                "department",
                skewedUnit(),
                "kind",
                kind(),
                "promised_days",
                "20",
                "most_visits",
                "3"));
    itemFields.put(code, fields);
    listener.accept(new Said("item", code, FIRST, Map.copyOf(fields), false));
    for (int i = 0; i < ITEM_CHANGES; i++) {
      LocalDate day = FIRST.plusDays(random.nextInt(1, DAYS));
      on(
          day,
          () -> {
            fields.put("promised_days", String.valueOf(random.nextInt(2, 20)));
            fields.put("most_visits", String.valueOf(random.nextInt(0, 4)));
            say("item", code, day, fields);
          });
    }
  }

  private void project(String code) {
    Map<String, String> fields =
        new LinkedHashMap<>(
            Map.of(
                "code",
                code,
                "department",
                skewedUnit(),
                "kind",
                kind(),
                "planned",
                "0",
                "done",
                "0",
                "invested",
                "0"));
    long perMonth = random.nextInt(10, 2_000);
    listener.accept(new Said("project", code, FIRST, Map.copyOf(fields), false));
    for (int m = 1; m < MONTHS; m++) {
      LocalDate day = FIRST.plusMonths(m);
      int month = m;
      on(
          day,
          () -> {
            fields.put("planned", String.valueOf(100 * month / MONTHS));
            fields.put(
                "done",
                String.valueOf(Math.min(100, 100 * month / MONTHS + random.nextInt(-10, 8)))
                    .replace("-", ""));
            fields.put("invested", month * perMonth + "." + random.nextInt(10, 100));
            say("project", code, day, fields);
          });
    }
  }

  private void application(String number) {
    String item = "i" + random.nextInt(items);
    Map<String, String> about = itemFields.getOrDefault(item, Map.of());
    Map<String, String> fields =
        new LinkedHashMap<>(
            Map.of(
                "number",
                number,
                "item",
                item,
                "department",
                about.getOrDefault("department", unit(0)),
                "kind",
                about.getOrDefault("kind", "k1"),
                "received_on",
                today.toString()));
    LocalDate received = today;
    say("application", number, received, fields);
    LocalDate accepted = received.plusDays(1 + random.nextInt(3));
    on(
        accepted,
        () -> {
          fields.put("accepted_on", accepted.toString());
          say("application", number, accepted, fields);
          decide(number, accepted, fields);
        });
  }

  private void decide(String number, LocalDate accepted, Map<String, String> fields) {
    LocalDate decided = accepted.plusDays(2 + random.nextInt(25));
    if (random.nextInt(PER_HUNDRED) < 20) {
      LocalDate supplemented = accepted.plusDays(1);
      on(
          supplemented,
          () -> {
            fields.put("supplemented_on", supplemented.toString());
            say("application", number, supplemented, fields);
          });
    }
    on(
        decided,
        () -> {
          fields.put("decided_on", decided.toString());
          fields.put("outcome", random.nextInt(PER_HUNDRED) < 90 ? "granted" : "refused");
          say("application", number, decided, fields);
          LocalDate delivered = decided.plusDays(1 + random.nextInt(4));
          on(delivered, () -> deliver(number, delivered, fields));
        });
  }

  private void deliver(String number, LocalDate delivered, Map<String, String> fields) {
    fields.put("delivered_on", delivered.toString());
    fields.put("visits", String.valueOf(random.nextInt(0, 5)));
    sayAtOnce("application", number, delivered, fields, "visits");
    if (random.nextInt(PER_HUNDRED) < 60) {
      LocalDate rated = delivered.plusDays(1 + random.nextInt(10));
      on(
          rated,
          () -> {
            fields.put("rated_on", rated.toString());
            fields.put("rating", String.valueOf(random.nextInt(1, 6)));
            sayAtOnce("application", number, rated, fields, "rating");
          });
    }
  }
}
