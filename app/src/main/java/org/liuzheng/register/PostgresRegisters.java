package org.liuzheng.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.ledger.Appender;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Draft;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Registers.Outcome.Accepted;
import org.liuzheng.register.Registers.Outcome.Refused;
import org.liuzheng.sheet.Sheets;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/**
 * Registers in PostgreSQL. Whatever depends on what is known now is decided inside the command, on
 * the writer's thread, so that no other write comes between; the rest is judged before.
 */
@Component
class PostgresRegisters implements Registers {
  private static final int REBUILD_PAGE = 5000;
  private static final int SAMPLE = 5;

  private final Ledger ledger;
  private final Sheets sheets;
  private final Evidence evidence;
  private final RecordTables tables;
  private final RecordList list;
  private volatile Map<String, Schema> schemas = Map.of();

  /** A schema's checks are parsed once. */
  private volatile Map<String, Facts> facts = Map.of();

  PostgresRegisters(DataSource database, Ledger ledger, Sheets sheets, Evidence evidence) {
    this.tables = new RecordTables(database);
    this.list = new RecordList(tables);
    this.ledger = ledger;
    this.sheets = sheets;
    this.evidence = evidence;
  }

  @Override
  public List<Refusal> install(List<Schema> installed) {
    List<Refusal> misfits = installed.stream().flatMap(s -> tables.misfits(s).stream()).toList();
    if (!misfits.isEmpty()) {
      return misfits;
    }
    installed.forEach(tables::install);
    Map<String, Schema> byName = new LinkedHashMap<>();
    Map<String, Facts> factsByName = new HashMap<>();
    installed.forEach(s -> {
      byName.put(s.name(), s);
      factsByName.put(s.name(), new Facts(s));
    });
    facts = factsByName;
    schemas = byName;
    return List.of();
  }

  @Override
  public List<Schema> schemas() {
    return List.copyOf(schemas.values());
  }

  @Override
  public Optional<Schema> schema(String register) {
    return Optional.ofNullable(schemas.get(register));
  }

  private Schema need(String register) {
    return schema(register)
        .orElseThrow(() -> new IllegalArgumentException("no register " + register));
  }

  private Facts facts(Schema schema) {
    return Objects.requireNonNull(facts.get(schema.name()));
  }

  private Statements statements(Schema schema) {
    return new Statements(facts(schema), schemas, tables, ledger);
  }

  private static Optional<Refused> refusedTo(Author author, Schema schema) {
    boolean may =
        author.roles().contains("admin")
            || author.roles().stream().anyMatch(schema.access().write()::contains);
    return may
        ? Optional.empty()
        : Optional.of(
            new Refused(List.of(Refusal.of("register.may_not_write", "", schema.label()))));
  }

  private static Refused refused(List<Facts.Flawed> flaws) {
    return new Refused(
        flaws.stream().map(f -> new Refusal(f.why().key(), f.place(), f.why().says())).toList());
  }

  @Override
  public Outcome put(Put put) {
    Schema schema = need(put.register());
    Optional<Refused> no = refusedTo(put.author(), schema);
    if (no.isPresent()) {
      return no.get();
    }
    List<Facts.Flawed> flaws = new ArrayList<>();
    Map<String, String> values = facts(schema).spelled(put.fields(), flaws);
    Optional<LocalDate> from = ValidFrom.of(schema, put.validFrom(), values, "", flaws);
    Optional<String> id = facts(schema).id(values, flaws);
    if (!flaws.isEmpty() || id.isEmpty() || from.isEmpty()) {
      return refused(flaws);
    }
    Statements.Row row = new Statements.Row(id.get(), from.get(), values, put.source());
    return ledger.write(appender -> putOne(schema, row, put.author(), appender));
  }

  private Outcome putOne(Schema schema, Statements.Row row, Author author, Appender appender) {
    Map<String, Timeline> known = tables.timelines(schema, Set.of(row.id()));
    Statements.Judged judged = statements(schema).judge(List.of(row), known);
    if (!judged.bad().isEmpty()) {
      return refused(judged.bad().stream().map(Statements.Bad::flaw).toList());
    }
    if (judged.accepted().isEmpty()) {
      return new Accepted(
          row.id(),
          known.getOrDefault(row.id(), Timeline.EMPTY).at(row.from()).orElseThrow().entry());
    }
    return new Accepted(
        row.id(),
        write(new Writing(facts(schema), "put", "", author, known), judged.accepted(), appender));
  }

  /**
   * @param known the timelines of all records written to, as they were judged
   */
  private record Writing(
      Facts facts, String op, String reason, Author author, Map<String, Timeline> known) {

    Draft draft(Statements.Accepted accepted) {
      Statements.Row row = accepted.row();
      String register = facts.schema().name();
      return new Draft(
          register,
          row.id(),
          row.from(),
          author,
          row.source(),
          Body.of(facts.secrets(), op, reason, accepted.values()),
          new Draft.Privates(register + "/" + row.id(), accepted.secrets()));
    }
  }

  /** Appends the entries and projects them; returns the first seq. */
  private long write(Writing writing, List<Statements.Accepted> accepted, Appender appender) {
    Schema schema = writing.facts().schema();
    long first = appender.append(accepted.stream().map(writing::draft).toList());
    boolean secrets = accepted.stream().anyMatch(a -> !a.secrets().isEmpty());
    List<Entry> stored = secrets ? ledger.entries(first, accepted.size()) : List.of();
    Projection projection = new Projection(schema, tables, writing.known());
    for (int i = 0; i < accepted.size(); i++) {
      Statements.Accepted a = accepted.get(i);
      Map<String, String> values =
          a.secrets().isEmpty() ? a.values() : Body.values(stored.get(i).body());
      apply(
          projection,
          writing.op(),
          new Timeline.Stated(schema.name(), a.row().id(), a.row().from(), first + i, values));
    }
    projection.write();
    return first;
  }

  private static void apply(Projection projection, String op, Timeline.Stated stated) {
    Timeline timeline = projection.of(stated.record());
    projection.apply(
        stated.record(),
        switch (op) {
          case "put" -> timeline.put(stated);
          case "correct" -> timeline.correct(stated).orElse(Timeline.Change.NONE);
          case "withdraw" -> timeline.withdraw(stated.from(), stated.entry());
          default ->
              throw new IllegalStateException(
                  "entry %d has the unknown op %s".formatted(stated.entry(), op));
        },
        stated.entry());
  }

  @Override
  public Outcome correct(Correct correct) {
    Schema schema = need(correct.register());
    Optional<Refused> no = refusedTo(correct.author(), schema);
    if (no.isPresent()) {
      return no.get();
    }
    List<Facts.Flawed> flaws = new ArrayList<>();
    Map<String, String> values = facts(schema).spelled(correct.fields(), flaws);
    if (correct.reason().isBlank()) {
      flaws.add(new Facts.Flawed("reason", "", Refusal.of("register.no_reason", "reason")));
    }
    if (!flaws.isEmpty()) {
      return refused(flaws);
    }
    Statements.Row row =
        new Statements.Row(correct.record(), correct.validFrom(), values, correct.source());
    return ledger.write(appender -> correctOne(schema, row, correct, appender));
  }

  private Outcome correctOne(
      Schema schema, Statements.Row row, Correct correct, Appender appender) {
    Map<String, Timeline> timelines = tables.timelines(schema, Set.of(row.id()));
    Timeline known = timelines.getOrDefault(row.id(), Timeline.EMPTY);
    Optional<Version> version = known.startingOn(row.from());
    if (version.isEmpty()) {
      return new Refused(
          List.of(
              known.versions().isEmpty()
                  ? Refusal.of("register.no_record", "id", schema.label(), row.id())
                  : Refusal.of(
                      "register.nothing_to_correct",
                      "validFrom",
                      row.id(),
                      row.from().toString(),
                      String.join(
                          ", ",
                          known.versions().stream().map(v -> v.validFrom().toString()).toList()))));
    }
    Statements statements = statements(schema);
    Statements.Accepted merged =
        statements.merged(row, version.get().values(), statements.revealed(timelines.values()));
    List<Facts.Flawed> flaws =
        new ArrayList<>(facts(schema).moved(version.get().values(), row.mentioned()));
    flaws.addAll(statements.flaws(merged, Map.of(), statements.references(List.of(row))));
    return flaws.isEmpty()
        ? new Accepted(
            row.id(),
            write(
                new Writing(
                    facts(schema),
                    "correct",
                    correct.reason().strip(),
                    correct.author(),
                    timelines),
                List.of(merged),
                appender))
        : refused(flaws);
  }

  @Override
  public Outcome withdraw(Withdraw withdraw) {
    Schema schema = need(withdraw.register());
    Optional<Refused> no = refusedTo(withdraw.author(), schema);
    if (no.isPresent()) {
      return no.get();
    }
    if (withdraw.reason().isBlank()) {
      return new Refused(List.of(Refusal.of("register.no_reason", "reason")));
    }
    if (ValidFrom.day(withdraw.from().toString()).isEmpty()) {
      return new Refused(
          List.of(Refusal.of("register.bad_valid_from", "from", withdraw.from().toString())));
    }
    return ledger.write(appender -> withdrawOne(schema, withdraw, appender));
  }

  private Outcome withdrawOne(Schema schema, Withdraw withdraw, Appender appender) {
    Map<String, Timeline> timelines = tables.timelines(schema, Set.of(withdraw.record()));
    Timeline known = timelines.getOrDefault(withdraw.record(), Timeline.EMPTY);
    if (known.withdraw(withdraw.from(), 0).closed().isEmpty()) {
      return new Refused(
          List.of(
              known.versions().isEmpty()
                  ? Refusal.of("register.no_record", "id", schema.label(), withdraw.record())
                  : Refusal.of(
                      "register.nothing_to_withdraw",
                      "from",
                      withdraw.record(),
                      withdraw.from().toString())));
    }
    Statements.Row row =
        new Statements.Row(withdraw.record(), withdraw.from(), Map.of(), withdraw.source());
    return new Accepted(
        row.id(),
        write(
            new Writing(
                facts(schema), "withdraw", withdraw.reason().strip(), withdraw.author(), timelines),
            List.of(new Statements.Accepted(row, Map.of(), Map.of())),
            appender));
  }

  @Override
  public Found list(Query query) {
    return list.list(need(query.register()), query);
  }

  @Override
  public Optional<Version> record(String register, String record, When when) {
    return tables.record(need(register), record, when);
  }

  @Override
  public Map<String, Version> records(String register, Collection<String> ids, When when) {
    return tables.records(need(register), ids, when);
  }

  @Override
  public Optional<String> id(String register, Map<String, String> fields) {
    Facts judge = facts(need(register));
    List<Facts.Flawed> flaws = new ArrayList<>();
    return judge.id(judge.spelled(fields, flaws), flaws);
  }

  @Override
  public List<Version> history(String register, String record) {
    return tables.history(need(register), record);
  }

  @Override
  public Import preview(ImportRequest request) {
    Schema schema = need(request.register());
    Optional<Refused> no = refusedTo(request.author(), schema);
    if (no.isPresent()) {
      return Import.refused(no.get().why().getFirst().says());
    }
    Spreadsheet read = Spreadsheet.read(facts(schema), sheets, request);
    List<Statements.Row> rows = rows(read, "", request.fileName());
    return report(read, judge(schema, rows), "", Import.NOTHING);
  }

  @Override
  public Import run(ImportRequest request) {
    Schema schema = need(request.register());
    Optional<Refused> no = refusedTo(request.author(), schema);
    if (no.isPresent()) {
      return Import.refused(no.get().why().getFirst().says());
    }
    Spreadsheet read = Spreadsheet.read(facts(schema), sheets, request);
    boolean all = request.mode() == ImportRequest.Mode.ALL_OR_NOTHING;
    if (read.lines().isEmpty() || (all && !read.rejects().isEmpty())) {
      return report(read, judge(schema, rows(read, "", request.fileName())), "", Import.NOTHING);
    }
    String file = evidence.keep(request.content());
    List<Statements.Row> rows = rows(read, file, request.fileName());
    return ledger.write(appender -> {
      Map<String, Timeline> known = timelines(schema, rows);
      Statements.Judged judged = statements(schema).judge(rows, known);
      if (judged.accepted().isEmpty() || (all && !judged.bad().isEmpty())) {
        return report(read, judged, file, Import.NOTHING);
      }
      return report(
          read,
          judged,
          file,
          write(
              new Writing(facts(schema), "put", "", request.author(), known),
              judged.accepted(),
              appender));
    });
  }

  private Statements.Judged judge(Schema schema, List<Statements.Row> rows) {
    return statements(schema).judge(rows, timelines(schema, rows));
  }

  private Map<String, Timeline> timelines(Schema schema, List<Statements.Row> rows) {
    return tables.timelines(
        schema, rows.stream().map(Statements.Row::id).collect(Collectors.toSet()));
  }

  private static List<Statements.Row> rows(Spreadsheet read, String file, String name) {
    return read.lines().stream()
        .map(l ->
            new Statements.Row(
                l.id(),
                l.validFrom(),
                l.mentioned(),
                new Source.Row(file, name, read.sheet(), l.row(), l.cells())))
        .toList();
  }

  private static Import report(
      Spreadsheet read, Statements.Judged judged, String file, long first) {
    List<Import.Reject> rejects = new ArrayList<>(read.rejects());
    Set<Integer> badRows = new LinkedHashSet<>();
    for (Statements.Bad bad : judged.bad()) {
      badRows.add(bad.row());
      rejects.add(read.lines().get(bad.row()).reject(read, bad.flaw()));
    }
    rejects.sort(java.util.Comparator.comparingInt(Import.Reject::row));
    List<Map<String, String>> sample =
        judged.accepted().stream().limit(SAMPLE).map(Statements.Accepted::values).toList();
    return new Import(
        file,
        read.columns(),
        read.rows(),
        read.lines().size() - badRows.size(),
        judged.unchanged(),
        first == Import.NOTHING ? 0 : judged.accepted().size(),
        first,
        sample,
        rejects);
  }

  @Override
  public void rebuild() {
    ledger.write(appender -> {
      schemas.values().forEach(tables::empty);
      for (long from = 0; from < appender.next(); from += REBUILD_PAGE) {
        project(ledger.entries(from, REBUILD_PAGE));
      }
      return appender.next();
    });
  }

  private void project(Collection<Entry> entries) {
    Map<String, List<Entry>> byRegister = new TreeMap<>();
    entries.stream()
        .filter(e -> schemas.containsKey(e.register()))
        .forEach(e -> byRegister.computeIfAbsent(e.register(), r -> new ArrayList<>()).add(e));
    byRegister.forEach((register, own) -> {
      Projection projection =
          new Projection(
              need(register),
              tables,
              tables.timelines(
                  need(register), own.stream().map(Entry::record).collect(Collectors.toSet())));
      own.forEach(e ->
          apply(
              projection,
              String.valueOf(e.body().get("op")),
              new Timeline.Stated(
                  register, e.record(), e.validFrom(), e.seq(), Body.values(e.body()))));
      projection.write();
    });
  }
}
