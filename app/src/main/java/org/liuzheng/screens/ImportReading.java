package org.liuzheng.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Import;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.ImportedPage.Column;
import org.liuzheng.screens.ImportedPage.Counts;
import org.liuzheng.screens.ImportedPage.Reject;
import org.liuzheng.screens.ImportedPage.Rejects;
import org.liuzheng.screens.ImportedPage.Report;
import org.liuzheng.screens.ImportedPage.Sample;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Reads the pages of an import. */
@Component
class ImportReading {
  private static final int SHOWN = 200;

  private final Dictionaries dictionaries;
  private final FieldValues values;
  private final Clock clock;

  ImportReading(Dictionaries dictionaries, FieldValues values, Clock clock) {
    this.dictionaries = dictionaries;
    this.values = values;
    this.clock = clock;
  }

  ImportPage form(Shell shell, Schema schema, String validFrom, List<Refusal> errors) {
    return new ImportPage(
        shell,
        head(shell, schema),
        errors,
        validFrom,
        schema.since().isEmpty(),
        dictionaries.of(shell, schema));
  }

  private static ImportPage.Head head(Shell shell, Schema schema) {
    return new ImportPage.Head(
        FormReading.trail(shell, schema),
        shell.say(schema.label()),
        RecordLinks.page(shell, schema.name(), "import"),
        RecordLinks.page(shell, schema.name(), "template.csv"),
        RecordLinks.register(shell, schema.name()));
  }

  ImportedPage page(Shell shell, Schema schema, ImportJob job) {
    ImportPage.Head head = head(shell, schema);
    String label = head.label();
    return switch (job.state()) {
      case ImportJob.Reading r -> going(shell, head, job, "import.reading", r.since());
      case ImportJob.Entering e -> going(shell, head, job, "import.entering", e.since());
      case ImportJob.LookedAt l ->
          new ImportedPage(
              shell,
              head,
              job.fileName(),
              shell.say("import.looked_title", label),
              lookedAt(shell, l.found()),
              "",
              Optional.of(report(shell, schema, job, l.found(), fresh(l.found()) > 0)));
      case ImportJob.Entered d ->
          new ImportedPage(
              shell,
              head,
              job.fileName(),
              shell.say("import.entered_title", label),
              entered(shell, d.done()),
              "",
              Optional.of(report(shell, schema, job, d.done(), false)));
      case ImportJob.Broken b ->
          new ImportedPage(
              shell,
              head,
              job.fileName(),
              shell.say("import.broken_title", label),
              shell.say(b.entering() ? "import.broken_entering" : "import.broken_reading"),
              "",
              Optional.empty());
    };
  }

  private ImportedPage going(
      Shell shell, ImportPage.Head head, ImportJob job, String key, Instant since) {
    long seconds = Math.max(1, Duration.between(since, clock.instant()).toSeconds());
    return new ImportedPage(
        shell,
        head,
        job.fileName(),
        shell.say("import.going_title", head.label()),
        shell.say(key, job.fileName()),
        shell.say("import.going", seconds),
        Optional.empty());
  }

  private static String lookedAt(Shell shell, Import found) {
    if (!whole(shell, found).isEmpty()) {
      return shell.say("import.refused");
    }
    int bad = found.rows() - found.accepted();
    if (bad > 0) {
      return shell.say("import.some_bad", found.rows(), bad, found.rejects().size(), fresh(found));
    }
    return fresh(found) == 0
        ? shell.say("import.all_known", found.rows())
        : shell.say("import.all_good", found.rows(), fresh(found), found.unchanged());
  }

  private static String entered(Shell shell, Import done) {
    int bad = done.rows() - done.accepted();
    if (done.written() == 0) {
      return shell.say(
          bad == 0 && done.rejects().isEmpty() ? "import.nothing_new" : "import.nothing_entered",
          done.rejects().size());
    }
    return shell.say(
        bad == 0 ? "import.entered" : "import.entered_some",
        done.written(),
        String.valueOf(done.first()),
        String.valueOf(done.first() + done.written() - 1),
        bad);
  }

  /** Rows that would write an entry; of a file that was entered, those that did. */
  private static int fresh(Import found) {
    return found.accepted() - found.unchanged();
  }

  /** Why the whole file is refused. */
  private static String whole(Shell shell, Import found) {
    return found.rows() > 0
        ? ""
        : found.rejects().stream()
            .findFirst()
            .map(r -> shell.say(r.says()))
            .orElseGet(() -> shell.say("import.no_rows"));
  }

  private Report report(Shell shell, Schema schema, ImportJob job, Import found, boolean confirm) {
    String whole = whole(shell, found);
    String entries =
        found.written() == 0
            ? ""
            : shell.link(
                "/entries",
                "register",
                schema.name(),
                "from",
                String.valueOf(found.first()),
                "to",
                String.valueOf(found.first() + found.written() - 1));
    return new Report(
        new Counts(found.rows(), fresh(found), found.unchanged(), found.rows() - found.accepted()),
        whole,
        columns(shell, schema, found),
        absent(shell, schema, found),
        sample(shell, schema, found),
        whole.isEmpty() ? rejects(shell, schema, job, found) : new Rejects(List.of(), 0, ""),
        entries,
        confirm);
  }

  private static List<Column> columns(Shell shell, Schema schema, Import found) {
    return found.columns().entrySet().stream()
        .map(e ->
            new Column(
                e.getKey(),
                e.getValue().isEmpty()
                    ? ""
                    : schema
                        .field(e.getValue())
                        .map(f -> shell.say(f.label()))
                        .orElseGet(() -> shell.say("register.valid_from")),
                false))
        .toList();
  }

  /** Fields that no column fills; a needed one is marked. */
  private static List<String> absent(Shell shell, Schema schema, Import found) {
    Set<String> filled = new HashSet<>(found.columns().values());
    return found.columns().isEmpty()
        ? List.of()
        : schema.fields().stream()
            .filter(f -> !filled.contains(f.name()))
            .map(f ->
                f.required() || schema.key().contains(f.name())
                    ? shell.say("import.absent_needed", f.label())
                    : shell.say(f.label()))
            .toList();
  }

  private Sample sample(Shell shell, Schema schema, Import found) {
    List<Map<String, String>> rows = found.sample();
    List<Field> fields =
        schema.fields().stream()
            .filter(f -> f.type() != FieldType.PRIVATE)
            .filter(f -> rows.stream().anyMatch(r -> !r.getOrDefault(f.name(), "").isEmpty()))
            .toList();
    FieldValues.Reader reader = values.reader(shell, schema, rows);
    List<List<String>> cells =
        rows.stream()
            .map(r ->
                fields.stream()
                    .map(f -> reader.of(f, r.getOrDefault(f.name(), "")).text())
                    .toList())
            .toList();
    return new Sample(
        fields.stream().map(f -> heading(shell, f)).toList(),
        fields.stream().map(FieldValues::numeric).toList(),
        cells);
  }

  private static String heading(Shell shell, Field field) {
    String unit = Shown.unit(field.unit(), shell.lang());
    String label = shell.say(field.label());
    return unit.isEmpty() ? label : shell.say("register_page.type_of", label, unit);
  }

  private static Rejects rejects(Shell shell, Schema schema, ImportJob job, Import found) {
    List<Reject> shown = new ArrayList<>();
    found.rejects().stream()
        .limit(SHOWN)
        .forEach(r ->
            shown.add(
                new Reject(
                    String.valueOf(r.row()),
                    r.column(),
                    r.cell(),
                    r.found(),
                    shell.say(r.says()))));
    return new Rejects(
        shown,
        found.rejects().size(),
        found.rejects().isEmpty()
            ? ""
            : RecordLinks.page(shell, schema.name(), "import/" + job.id() + "/rejects.csv"));
  }
}
