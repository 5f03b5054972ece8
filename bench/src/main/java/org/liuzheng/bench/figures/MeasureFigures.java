package org.liuzheng.bench.figures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liuzheng.bench.figures.Reading.Way;
import org.liuzheng.figure.OpenedFigures;

/**
 * Measures figures. The first argument is a folder for the data, which a second run uses again; the
 * second is about how many entries are wanted; the others say which parts are wanted, all where
 * there are none: {@code fill}, {@code read}, {@code stored} (reading from a view and a nightly
 * table), {@code grow}, {@code write}.
 */
public final class MeasureFigures {
  private static final int SHAPES = 12;
  private static final int GROWN_ROUNDS = 100;
  private static final int GROWN_ROUNDS_OF_RECORDS = 3;
  private static final int SHAPES_OF_APPLICATIONS = 6;

  private final Path folder;
  private final long entries;
  private final Set<String> parts;
  private final PrintStream out;

  private MeasureFigures(Path folder, long entries, Set<String> parts, PrintStream out) {
    this.folder = folder;
    this.entries = entries;
    this.parts = parts;
    this.out = out;
  }

  public static void main(String[] arguments) {
    long entries = arguments.length > 1 ? Long.parseLong(arguments[1]) : 50_000;
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "bench/target/measured");
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    int code = 1;
    try {
      Set<String> parts =
          Set.copyOf(List.of(arguments).subList(Math.min(2, arguments.length), arguments.length));
      new MeasureFigures(folder, entries, parts, out).run();
      code = 0;
    } catch (RuntimeException | IOException | SQLException e) {
      e.printStackTrace(out);
    } finally {
      // A failure leaves the program's own threads behind, which would keep the process alive.
      System.exit(code);
    }
  }

  private void run() throws IOException, SQLException {
    Path whole = folder.resolve("whole-" + entries);
    Path tenth = folder.resolve("whole-" + entries / 10);
    load(tenth, entries / 10);
    load(whole, entries);
    Path twin = folder.resolve("twin-" + entries);
    if (wanted("write")) {
      forget(twin);
      copy(whole, twin);
    }
    try (District big = District.on(whole)) {
      try (District small = District.on(tenth)) {
        OpenedFigures few = installed(small);
        OpenedFigures figures = wanted("fill") ? define(big) : installed(big);
        warm(big, figures);
        Reading reading = new Reading(out, big.ledger.size());
        if (wanted("read")) {
          read(big, figures, reading);
        }
        if (wanted("grow")) {
          grow(reading, new Opened(big, figures), new Opened(small, few));
        }
        out.printf("%n%s%n", reading.compared());
      }
      if (wanted("write")) {
        try (District without = District.on(twin)) {
          write(big, without);
        }
      }
    }
    forget(twin);
  }

  private boolean wanted(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  /** A district with all figures. */
  private record Opened(District district, OpenedFigures figures) {}

  private static OpenedFigures installed(District district) {
    district.figures.install(district.shapes(SHAPES));
    OpenedFigures figures = district.opened();
    figures.settled();
    return figures;
  }

  private void load(Path data, long wanted) throws IOException {
    if (Files.exists(data.resolve("loaded"))) {
      return;
    }
    forget(data);
    try (District district = District.on(data)) {
      long start = System.nanoTime();
      Loading loading = new Loading(district.registers);
      new Years(wanted, loading).run();
      loading.write();
      long size = district.ledger.size();
      long taken = Timings.since(start);
      out.printf(
          "## Loading%n%n%d entries in %d ms: %d entries/s; %d refused; %s%n%n",
          size, taken, size * 1000 / Math.max(1, taken), loading.refused(), Timings.memory());
      for (String table : List.of("entry", "r_application", "r_project", "r_item")) {
        out.printf(
            "%s: %s%n",
            table,
            district.jdbc.queryForObject(
                "select count(*) || ' rows, '"
                    + " || pg_size_pretty(pg_total_relation_size('"
                    + table
                    + "')) from "
                    + table,
                String.class));
      }
    }
    Files.createFile(data.resolve("loaded"));
  }

  /** New definitions over all history, by the program and by DuckDB from the same SQL, by turns. */
  private OpenedFigures define(District district) throws IOException, SQLException {
    district.jdbc.execute("vacuum analyze");
    OpenedFigures figures =
        timed(
            district,
            Files.exists(district.folder().resolve("recompute"))
                ? "a mirror there"
                : "nothing mirrored");
    try (Duck duck = duck(district, figures)) {
      for (int i = 0; i < 3; i++) {
        long start = System.nanoTime();
        duck.fill(district.ledger.size());
        out.printf("DuckDB, bare: %d ms%n", Timings.since(start));
        figures = timed(district, "mirrored before");
      }
      String kept = figures.fingerprint();
      out.printf(
          "%nprogram %s%nDuckDB  %s%nequal: %s%n",
          kept, duck.fingerprint(), duck.fingerprint().equals(kept));
    }
    out.printf(
        "deltas in PostgreSQL: %s%n",
        district.jdbc.queryForObject(
            "select pg_size_pretty(pg_total_relation_size('figure_page')"
                + " + pg_total_relation_size('figure_delta'))",
            String.class));
    return figures;
  }

  private OpenedFigures timed(District district, String how) {
    district.figures.install(List.of());
    long start = System.nanoTime();
    district.figures.install(district.shapes(SHAPES));
    OpenedFigures figures = district.opened();
    int kept = figures.settled();
    out.printf(
        "%d new definitions over %d entries, %s: %d ms%n",
        kept, district.ledger.size(), how, Timings.since(start));
    return figures;
  }

  private Duck duck(District district, OpenedFigures figures) throws IOException, SQLException {
    Path mirror = folder.resolve("mirror");
    forget(mirror);
    long start = System.nanoTime();
    Duck duck = new Duck(district.database, mirror, figures, district.ledger.size());
    out.printf("copied to DuckDB: %d ms%n", Timings.since(start));
    return duck;
  }

  private void read(District big, OpenedFigures figures, Reading reading)
      throws IOException, SQLException {
    out.printf("%n## 60 figures × 10 units × 1 past day%n%n");
    StoredRivals stored = new StoredRivals(big.jdbc, figures);
    stored.index();
    if (wanted("stored")) {
      make(stored);
    }
    try (Duck duck = duck(big, figures)) {
      List<Way> all =
          new ArrayList<>(
              List.of(
                  new Way("memory", 40, figures::fromMemory),
                  new Way("through the door, together", 40, figures::together),
                  new Way("through the door, one by one", 40, figures::throughTheDoor),
                  new Way("deltas in PostgreSQL", 20, figures::fromStoredDeltas),
                  new Way("PostgreSQL, records", 5, figures::fromRecords),
                  new Way("DuckDB, records", 5, duck::answer)));
      reading.ask(all.stream().map(w -> new Way(w.name(), 1, w.answer())).toList(), 1, 1);
      out.printf("%n### As known then%n%n%s%n", reading.ask(all, 0.3, 0.99).table("memory"));
      if (wanted("stored")) {
        all.add(new Way("materialized view", 20, stored::fromView));
        all.add(new Way("nightly table", 20, stored::fromNightly));
      }
      out.printf("%n### As known now%n%n%s%n", reading.ask(all, 1, 1).table("memory"));
    }
    stored.forget();
  }

  private void make(StoredRivals stored) {
    long start = System.nanoTime();
    stored.createView();
    out.printf("view created: %d ms%n", Timings.since(start));
    start = System.nanoTime();
    stored.refreshView();
    out.printf("view refreshed: %d ms%n", Timings.since(start));
    start = System.nanoTime();
    stored.rebuildNightly();
    out.printf("nightly table rebuilt: %d ms%n", Timings.since(start));
  }

  /** The small district and the large one, by turns. */
  private void grow(Reading ofMany, Opened many, Opened few) {
    StoredRivals ofFewStored = new StoredRivals(few.district().jdbc, few.figures());
    StoredRivals ofManyStored = new StoredRivals(many.district().jdbc, many.figures());
    if (wanted("records")) {
      ofFewStored.index();
      ofManyStored.index();
    }
    Reading ofFew = new Reading(out, few.district().ledger.size());
    few.figures().warmUp();
    for (double age : List.of(0.05, 0.5, 1.0)) {
      Timings timingsOfFew = new Timings();
      Timings timingsOfMany = new Timings();
      for (int round = 0; round < GROWN_ROUNDS; round++) {
        ofFew.ask(ways(few.figures(), round), age, age, timingsOfFew);
        ofMany.ask(ways(many.figures(), round), age, age, timingsOfMany);
      }
      String grown = "%n### %d entries at position %.0f %%%n%n%s%n";
      out.printf(grown, few.district().ledger.size(), age * 100, timingsOfFew.table("memory"));
      out.printf(grown, many.district().ledger.size(), age * 100, timingsOfMany.table("memory"));
    }
    out.printf("%nof few: %s%n", ofFew.compared());
    ofFewStored.forget();
    ofManyStored.forget();
  }

  /** One round of each way, the slow one in the first rounds only. */
  private List<Way> ways(OpenedFigures figures, int round) {
    List<Way> ways =
        new ArrayList<>(
            List.of(
                new Way("memory", 1, figures::fromMemory),
                new Way("deltas in PostgreSQL", 1, figures::fromStoredDeltas)));
    if (wanted("records") && round < GROWN_ROUNDS_OF_RECORDS) {
      ways.add(new Way("PostgreSQL, records", 1, figures::fromRecords));
    }
    return ways;
  }

  private void warm(District district, OpenedFigures figures) {
    long before = used();
    long start = System.nanoTime();
    long deltas = figures.warmUp();
    long taken = Timings.since(start);
    out.printf(
        "%d deltas read into memory in %d ms; %.1f bytes each on the heap; %s%n",
        deltas, taken, (used() - before) / (double) Math.max(1, deltas), Timings.memory());
  }

  private static long used() {
    System.gc();
    Runtime now = Runtime.getRuntime();
    return now.totalMemory() - now.freeMemory();
  }

  private void write(District with, District without) {
    without.figures.install(List.of());
    with.figures.install(with.shapes(SHAPES_OF_APPLICATIONS));
    with.opened().settled();
    with.jdbc.execute("vacuum analyze");
    without.jdbc.execute("vacuum analyze");
    out.printf("%n## The same writes with 30 figures and with none%n%n");
    new Writes(out, new Writes.Twin("30 figures", with), new Writes.Twin("none", without)).run();
    out.printf("%n%s%n", Timings.memory());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void forget(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
