package org.liuzheng.screens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.RecordPage.Acts;
import org.liuzheng.screens.RecordPage.Change;
import org.liuzheng.screens.RecordPage.Head;
import org.liuzheng.screens.RecordPage.Line;
import org.liuzheng.screens.RecordPage.Statement;
import org.liuzheng.screens.RecordPage.Trace;
import org.liuzheng.screens.RecordPage.Values;
import org.springframework.stereotype.Component;

/** Reads the page of one record. */
@Component
class RecordReading {
  private final Registers registers;
  private final Ledger ledger;
  private final OpenRegisters open;
  private final RecordTitles titles;
  private final FieldValues values;
  private final EntryWords words;
  private final RecordAround around;
  private final Days days;

  RecordReading(
      Registers registers,
      Ledger ledger,
      OpenRegisters open,
      RecordTitles titles,
      FieldValues values,
      EntryWords words,
      RecordAround around,
      Days days) {
    this.registers = registers;
    this.ledger = ledger;
    this.open = open;
    this.titles = titles;
    this.values = values;
    this.words = words;
    this.around = around;
    this.days = days;
  }

  /**
   * @throws NotShown when nothing was known of such a record
   */
  Past past(Shell shell, Schema schema, String id) {
    Past past =
        Past.of(
            registers.history(schema.name(), id),
            ledger.entriesOf(schema.name(), id),
            shell.when().known());
    if (past.isEmpty()) {
      throw NotShown.missing(
          shell.moment().known().isEmpty() ? "record.none" : "record.none_then",
          schema.label(),
          id);
    }
    return past;
  }

  /**
   * @param done the entry that was just made, as the address says; empty when none was
   */
  RecordPage page(Shell shell, Schema schema, String id, String done) {
    Past past = past(shell, schema, id);
    Optional<Version> now = past.at(shell.when().known(), shell.when().on());
    Version named = named(past, now);
    FieldValues.Reader reader =
        values.reader(shell, schema, past.versions().stream().map(Version::values).toList());
    return new RecordPage(
        shell,
        head(shell, schema, past, now, named, done),
        values(shell, schema, past, now, reader),
        new RecordPage.Past(
            Stretches.states(shell, schema, past, days),
            Stretches.ticks(shell, past),
            statements(shell, schema, past, reader)),
        around.of(shell, schema, id),
        acts(shell, schema, id, past, now));
  }

  /** The version that the record is called by: what holds, or else what was last said of it. */
  static Version named(Past past, Optional<Version> now) {
    return now.or(() -> past.at(past.known()).reversed().stream().findFirst())
        .orElseGet(() -> past.versions().getLast());
  }

  private Head head(
      Shell shell, Schema schema, Past past, Optional<Version> now, Version named, String done) {
    Optional<Entry> told =
        done.matches("\\d{1,18}") ? past.entry(Long.parseLong(done)) : Optional.empty();
    return new Head(
        RecordLinks.register(shell, schema.name()),
        shell.say(schema.label()),
        named.record(),
        titles.title(shell, schema, named),
        sentence(shell, past, now),
        told.map(e -> shell.say("record.told." + EntryWords.op(e), String.valueOf(e.seq())))
            .orElse(""),
        told.map(e -> RecordLinks.entry(shell, e.seq())).orElse(""));
  }

  private String sentence(Shell shell, Past past, Optional<Version> now) {
    Entry last = past.entries().getLast();
    String holds =
        now.map(v ->
                v.validTo().equals(Version.FOREVER)
                    ? shell.say("record.holds", Days.words(shell, v.validFrom()))
                    : shell.say(
                        "record.holds_until",
                        Days.words(shell, v.validFrom()),
                        Days.words(shell, v.validTo().minusDays(1))))
            .orElseGet(() -> shell.say("record.holds_not", Days.words(shell, shell.when().on())));
    return holds
        + shell.say(
            past.entries().size() == 1 ? "record.entered_once" : "record.entered",
            past.entries().size(),
            Days.words(shell, days.day(last.recordedAt())),
            words.who(shell, last),
            EntryWords.done(shell, last));
  }

  private Values values(
      Shell shell, Schema schema, Past past, Optional<Version> now, FieldValues.Reader reader) {
    if (now.isEmpty()) {
      return new Values(List.of(), "", none(shell, past));
    }
    Version version = now.get();
    Map<String, Entry> sources = past.sources(version, schema.fields());
    List<Line> lines = new ArrayList<>();
    List<String> blanks = new ArrayList<>();
    for (Field field : schema.fields()) {
      FieldValue said = reader.of(field, version.value(field.name()));
      FieldValue value =
          field.type() == FieldType.FILE && !said.blank()
              ? new FieldValue(
                  said.text(),
                  "",
                  RecordLinks.record(shell, schema.name(), version.record(), "file", field.name()),
                  false)
              : said;
      if (value.blank()) {
        blanks.add(shell.say(field.label()));
      } else {
        Entry entry = sources.getOrDefault(field.name(), past.entries().getLast());
        lines.add(
            new Line(
                shell.say(field.label()),
                value,
                FieldValues.numeric(field),
                trace(shell, entry, field)));
      }
    }
    return new Values(lines, String.join(shell.say("register_page.list_comma"), blanks), "");
  }

  private Trace trace(Shell shell, Entry entry, Field field) {
    return new Trace(
        String.valueOf(entry.seq()),
        RecordLinks.entry(shell, entry.seq()),
        Past.cell(entry, field.name()).orElse(""),
        EntryWords.source(shell, entry));
  }

  /** When it is true, if it ever is, by what is known. */
  private static String none(Shell shell, Past past) {
    List<Version> ever = past.at(past.known());
    if (ever.isEmpty()) {
      return shell.say("record.never");
    }
    return shell.say(
        "record.elsewhen",
        ever.stream()
            .map(v -> stretch(shell, v))
            .collect(Collectors.joining(shell.say("register_page.list_comma"))));
  }

  static String stretch(Shell shell, Version v) {
    return v.validTo().equals(Version.FOREVER)
        ? shell.say("record.from", v.validFrom().toString())
        : shell.say(
            "record.from_to", v.validFrom().toString(), v.validTo().minusDays(1).toString());
  }

  private List<Statement> statements(
      Shell shell, Schema schema, Past past, FieldValues.Reader reader) {
    return past.entries().reversed().stream()
        .map(e ->
            new Statement(
                String.valueOf(e.seq()),
                RecordLinks.entry(shell, e.seq()),
                EntryWords.op(e),
                Days.words(shell, e.validFrom()),
                days.minute(e.recordedAt()),
                EntryWords.reason(e),
                past.before(e).isEmpty(),
                changes(shell, schema, past, e, reader),
                words.who(shell, e),
                EntryWords.source(shell, e),
                !past.stands(e)))
        .toList();
  }

  /**
   * What is otherwise on the entry's day from this entry on; of a withdrawal, nothing is listed.
   */
  private static List<Change> changes(
      Shell shell, Schema schema, Past past, Entry entry, FieldValues.Reader reader) {
    if (EntryWords.op(entry).equals("withdraw")) {
      return List.of();
    }
    Map<String, String> before = past.before(entry).map(Version::values).orElse(Map.of());
    Map<String, String> after = past.after(entry).map(Version::values).orElse(Map.of());
    return schema.fields().stream()
        .filter(f -> !before.getOrDefault(f.name(), "").equals(after.getOrDefault(f.name(), "")))
        .map(f ->
            new Change(
                shell.say(f.label()),
                reader.of(f, before.getOrDefault(f.name(), "")),
                reader.of(f, after.getOrDefault(f.name(), ""))))
        .toList();
  }

  private Acts acts(Shell shell, Schema schema, String id, Past past, Optional<Version> now) {
    if (!open.offersWriting(shell, schema)) {
      return Acts.NONE;
    }
    String change = RecordLinks.record(shell, schema.name(), id, "do", "change");
    if (past.at(past.known()).isEmpty()) {
      return new Acts(change, "", "");
    }
    LocalDate start = now.orElseGet(() -> past.at(past.known()).getLast()).validFrom();
    return new Acts(
        change,
        RecordLinks.record(shell, schema.name(), id, "do", "correct", "from", start.toString()),
        RecordLinks.record(shell, schema.name(), id, "do", "withdraw"));
  }
}
