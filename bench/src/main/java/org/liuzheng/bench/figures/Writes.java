package org.liuzheng.bench.figures;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Import;
import org.liuzheng.register.Registers;

/** The same writes to a district with figures and to its twin without any, by turns. */
final class Writes {
  private static final int GROUP = 400;
  private static final int ROUNDS = 15;
  private static final int SINGLES = 200;
  private static final int PEOPLE = 32;
  private static final int CROWD = 640;
  private static final LocalDate WED_2018_12_05 = LocalDate.of(2018, 12, 5);

  private final PrintStream out;
  private final List<Twin> twins;
  private final Timings timings = new Timings();
  private final long before;
  private int written;

  /**
   * @param name how the tables call it
   */
  record Twin(String name, District district) {}

  Writes(PrintStream out, Twin one, Twin other) {
    this.out = out;
    this.twins = List.of(one, other);
    this.before = one.district().ledger.size();
  }

  void run() {
    for (int i = 0; i < ROUNDS; i++) {
      List<Years.Said> rows = IntStream.range(0, GROUP).mapToObj(r -> next()).toList();
      byte[] csv = Loading.csv("application", rows);
      byTurns(i, "group of " + GROUP, t -> imported(t, csv));
    }
    for (int i = 0; i < SINGLES; i++) {
      Years.Said row = next();
      byTurns(i, "single save", t -> put(t.district(), row));
    }
    for (int i = 0; i < 5; i++) {
      List<Years.Said> rows = IntStream.range(0, CROWD).mapToObj(r -> next()).toList();
      byTurns(i, CROWD + " saves by " + PEOPLE + " people", t -> crowd(t, rows));
    }
    out.println(timings.table("single save, none"));
    for (String what :
        List.of("group of " + GROUP, "single save", CROWD + " saves by " + PEOPLE + " people")) {
      double with = timings.median(what + ", " + twins.get(0).name());
      double without = timings.median(what + ", " + twins.get(1).name());
      out.printf("%n%s: %.2f ×%n", what, with / without);
    }
  }

  private Years.Said next() {
    int n = written++;
    return Loading.received(
        "w%d-%d".formatted(before, n),
        "i" + n % 100,
        Years.unit(n % Years.UNITS),
        District.KINDS.get(n % District.KINDS.size()),
        WED_2018_12_05.plusDays(n % 20));
  }

  private void byTurns(int round, String what, java.util.function.Consumer<Twin> write) {
    List<Twin> order = round % 2 == 0 ? twins : twins.reversed();
    for (Twin twin : order) {
      timings.timed(
          what + ", " + twin.name(),
          () -> {
            write.accept(twin);
            return true;
          });
    }
  }

  private static void imported(Twin twin, byte[] csv) {
    Import done = new Loading(twin.district().registers).imported("application", csv);
    if (done.written() != GROUP) {
      throw new IllegalStateException(done.rejects().toString());
    }
  }

  private static void put(District district, Years.Said row) {
    Registers.Outcome outcome =
        district.registers.put(
            new Registers.Put(
                row.register(),
                row.validFrom().toString(),
                row.fields(),
                District.OFFICER,
                new Source.Form()));
    if (outcome instanceof Registers.Outcome.Refused no) {
      throw new IllegalStateException(no.why().toString());
    }
  }

  private static void crowd(Twin twin, List<Years.Said> rows) {
    try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
      List<Future<?>> done = new ArrayList<>();
      rows.forEach(row -> done.add(people.submit(() -> put(twin.district(), row))));
      for (Future<?> one : done) {
        one.get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
