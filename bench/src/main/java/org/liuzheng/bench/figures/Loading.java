package org.liuzheng.bench.figures;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liuzheng.bench.figures.Years.Said;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.Registers;

/** Says what {@link Years} tells through the real write path: files, and corrections one by one. */
final class Loading implements Consumer<Said> {
  private static final int FILE_ROWS = 5_000;
  private static final int CORRECTIONS = 400;
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "unit", List.of("code", "name", "parent"),
          "item", List.of("code", "department", "kind", "promised_days", "most_visits"),
          "project", List.of("code", "department", "kind", "planned", "done", "invested"),
          "application",
              List.of(
                  "number",
                  "item",
                  "department",
                  "kind",
                  "received_on",
                  "accepted_on",
                  "supplemented_on",
                  "decided_on",
                  "outcome",
                  "delivered_on",
                  "visits",
                  "rated_on",
                  "rating"));
  private static final List<String> ORDER = List.of("unit", "item", "project", "application");

  private final Registers registers;
  private final Map<String, List<Said>> files = new HashMap<>();
  private final List<Said> corrections = new ArrayList<>();
  private long refused;

  Loading(Registers registers) {
    this.registers = registers;
  }

  /** Rows that were refused; of corrections, those whose version had gone meanwhile. */
  long refused() {
    return refused;
  }

  @Override
  public void accept(Said said) {
    if (said.corrects()) {
      corrections.add(said);
    } else {
      files.computeIfAbsent(said.register(), r -> new ArrayList<>()).add(said);
    }
    boolean full = files.getOrDefault(said.register(), List.of()).size() >= FILE_ROWS;
    if (full || corrections.size() >= CORRECTIONS) {
      write();
    }
  }

  void write() {
    for (String register : ORDER) {
      List<Said> rows = files.getOrDefault(register, List.of());
      if (!rows.isEmpty()) {
        Import done = imported(register, csv(register, rows));
        if (done.written() + done.unchanged() + done.rejects().size() < rows.size()) {
          throw new IllegalStateException(done.rejects().toString());
        }
        refused += done.rejects().size();
        rows.clear();
      }
    }
    correct();
  }

  Import imported(String register, byte[] csv) {
    return registers.run(
        new ImportRequest(
            register, register + ".csv", csv, "", ImportRequest.Mode.GOOD_ROWS, District.OFFICER));
  }

  static byte[] csv(String register, List<Said> rows) {
    List<String> columns = COLUMNS.getOrDefault(register, List.of());
    StringBuilder csv = new StringBuilder(String.join(",", columns)).append(",valid_from\n");
    for (Said row : rows) {
      csv.append(
              columns.stream()
                  .map(c -> row.fields().getOrDefault(c, ""))
                  .collect(Collectors.joining(",")))
          .append(',')
          .append(row.validFrom())
          .append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Corrections are single writes; said at the same time, they share commits. */
  private void correct() {
    List<Future<Registers.Outcome>> done = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      corrections.forEach(c ->
          done.add(
              people.submit(() ->
                  registers.correct(
                      new Registers.Correct(
                          c.register(),
                          c.record(),
                          c.validFrom(),
                          c.fields(),
                          "misread",
                          District.OFFICER,
                          new Source.Form())))));
    }
    refused +=
        done.stream().filter(d -> d.resultNow() instanceof Registers.Outcome.Refused).count();
    corrections.clear();
  }

  static Said received(String number, String item, String unit, String kind, LocalDate day) {
    return new Said(
        "application",
        number,
        day,
        Map.of(
            "number",
            number,
            "item",
            item,
            "department",
            unit,
            "kind",
            kind,
            "received_on",
            day.toString(),
            "accepted_on",
            day.plusDays(1).toString()),
        false);
  }
}
