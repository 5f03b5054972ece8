package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.EntryPage.Head;
import org.liuzheng.screens.EntryPage.Line;
import org.liuzheng.screens.EntryPage.Origin;
import org.liuzheng.screens.EntryPage.Said;
import org.springframework.stereotype.Component;

/** Reads the page of one entry. */
@Component
class EntryReading {
  private final Ledger ledger;
  private final Registers registers;
  private final FieldValues values;
  private final RecordTitles titles;
  private final EntryWords words;
  private final KeptFiles files;
  private final Days days;

  EntryReading(
      Ledger ledger,
      Registers registers,
      FieldValues values,
      RecordTitles titles,
      EntryWords words,
      KeptFiles files,
      Days days) {
    this.ledger = ledger;
    this.registers = registers;
    this.values = values;
    this.titles = titles;
    this.words = words;
    this.files = files;
    this.days = days;
  }

  EntryPage page(Shell shell, Entry entry) {
    Optional<Schema> schema = registers.schema(entry.register());
    List<Entry> all = ledger.entriesOf(entry.register(), entry.record());
    Past past =
        Past.of(
            schema.map(s -> registers.history(s.name(), entry.record())).orElse(List.of()),
            all,
            ledger.size());
    return new EntryPage(
        shell,
        head(shell, entry, schema, past),
        said(shell, entry, schema, past),
        origin(shell, entry, schema),
        EntryProofs.of(
            shell,
            ledger
                .prove(entry.seq())
                .orElseThrow(() -> NotShown.missing("entry.none", String.valueOf(entry.seq()))),
            ledger.verifierKey(),
            days));
  }

  private Head head(Shell shell, Entry entry, Optional<Schema> schema, Past past) {
    String label = schema.map(s -> shell.say(s.label())).orElse(entry.register());
    String title =
        schema
            .flatMap(s ->
                past.after(entry).or(() -> past.before(entry)).map(v -> titles.title(shell, s, v)))
            .orElse(entry.record());
    int at = past.entries().stream().map(Entry::seq).toList().indexOf(entry.seq());
    return new Head(
        String.valueOf(entry.seq()),
        sentence(shell, entry, label, title),
        label,
        schema.map(s -> RecordLinks.register(shell, s.name())).orElse(""),
        title,
        schema.map(s -> RecordLinks.record(shell, s.name(), entry.record())).orElse(""),
        at > 0 ? RecordLinks.entry(shell, past.entries().get(at - 1).seq()) : "",
        at + 1 < past.entries().size()
            ? RecordLinks.entry(shell, past.entries().get(at + 1).seq())
            : "");
  }

  private String sentence(Shell shell, Entry entry, String label, String title) {
    String key =
        switch (EntryWords.op(entry)) {
          case "put", "correct", "withdraw" -> "entry.sentence." + EntryWords.op(entry);
          default -> "entry.sentence.other";
        };
    return shell.say(
        key,
        Days.words(shell, days.day(entry.recordedAt())),
        words.who(shell, entry),
        label,
        title,
        Days.words(shell, entry.validFrom()),
        EntryWords.done(shell, entry));
  }

  private Said said(Shell shell, Entry entry, Optional<Schema> schema, Past past) {
    List<String> facts =
        new ArrayList<>(List.of(shell.say("entry.actor"), words.actor(shell, entry)));
    if (!words.unit(shell, entry).isEmpty()) {
      facts.addAll(List.of(shell.say("entry.unit"), words.unit(shell, entry)));
    }
    facts.addAll(
        List.of(
            shell.say("entry.valid_from"),
            Days.words(shell, entry.validFrom()),
            shell.say("entry.known"),
            days.second(entry.recordedAt()),
            shell.say("entry.did"),
            EntryWords.done(shell, entry)));
    return new Said(
        facts,
        EntryWords.reason(entry),
        schema.map(s -> lines(shell, s, entry, past)).orElse(List.of()));
  }

  private List<Line> lines(Shell shell, Schema schema, Entry entry, Past past) {
    Map<String, String> said = EntryWords.values(entry);
    Map<String, String> before = past.before(entry).map(Version::values).orElse(Map.of());
    FieldValues.Reader reader = values.reader(shell, schema, List.of(said, before));
    List<Line> lines = new ArrayList<>();
    if (EntryWords.op(entry).equals("withdraw")) {
      return lines;
    }
    for (Field field : schema.fields()) {
      String now = said.getOrDefault(field.name(), "");
      String then = before.getOrDefault(field.name(), "");
      String cell = Past.cell(entry, field.name()).orElse("");
      if (!now.isEmpty() || !then.isEmpty()) {
        lines.add(
            new Line(
                shell.say(field.label()),
                reader.of(field, now.equals(then) ? "" : then),
                reader.of(field, now),
                now.equals(then) && cell.isEmpty(),
                cell));
      }
    }
    return lines;
  }

  private Origin origin(Shell shell, Entry entry, Optional<Schema> schema) {
    String said = EntryWords.source(shell, entry);
    if (!(entry.source() instanceof Source.Row row) || schema.isEmpty()) {
      return new Origin(said, "", "", "", Optional.empty());
    }
    boolean open = KeptFiles.open(shell, schema.get(), entry);
    return new Origin(
        said,
        row.file(),
        open ? shell.link("/entries/" + entry.seq() + "/file") : "",
        open ? "" : shell.say("entry.file_closed"),
        files.excerpt(shell, schema.get(), row));
  }
}
