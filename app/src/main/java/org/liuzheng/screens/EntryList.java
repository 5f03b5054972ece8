package org.liuzheng.screens;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.EntriesPage.Line;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Lists entries that the visitor may read, the newest first. */
@Component
class EntryList {
  private static final int SIZE = 50;
  private static final int FIRST_PAGE = 0;

  private final Ledger ledger;
  private final Registers registers;
  private final OpenRegisters open;
  private final RecordTitles titles;
  private final EntryWords words;
  private final Days days;

  EntryList(
      Ledger ledger,
      Registers registers,
      OpenRegisters open,
      RecordTitles titles,
      EntryWords words,
      Days days) {
    this.ledger = ledger;
    this.registers = registers;
    this.open = open;
    this.titles = titles;
    this.words = words;
    this.days = days;
  }

  /** What is asked for, as the request says it; empty for everything. */
  record Wanted(String register, String actor, String from, String to, String before) {}

  EntriesPage page(Shell shell, Wanted wanted) {
    List<Schema> readable = open.readable(shell);
    Set<String> names = new HashSet<>(readable.stream().map(Schema::name).toList());
    if (!wanted.register().isEmpty()) {
      names.retainAll(Set.of(open.toRead(shell, wanted.register()).name()));
    }
    long below =
        Math.min(
            shell.when().known(),
            Math.min(
                number("to", wanted.to(), Long.MAX_VALUE - 1) + 1,
                number("before", wanted.before(), Long.MAX_VALUE)));
    List<Entry> found =
        ledger.newest(
            new EntryQuery(
                names, wanted.actor(), number("from", wanted.from(), FIRST_PAGE), below, SIZE + 1));
    List<Entry> shown = found.subList(0, Math.min(SIZE, found.size()));
    String older =
        found.size() > SIZE ? shell.here("before", String.valueOf(shown.getLast().seq())) : "";
    String range =
        wanted.from().isEmpty() && wanted.to().isEmpty()
            ? ""
            : shell.say("entry.range", wanted.from(), wanted.to());
    return new EntriesPage(
        shell,
        new EntriesPage.Asked(
            wanted.register(),
            wanted.actor(),
            wanted.from(),
            wanted.to(),
            readable.stream()
                .map(s -> new RegisterPage.Choice(s.name(), shell.say(s.label())))
                .toList()),
        lines(shell, shown),
        range,
        older,
        wanted.before().isEmpty() ? "" : shell.here("before", ""));
  }

  private static long number(String name, String text, long otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,18}")) {
      throw NotShown.bad(Refusal.of("entry.bad_number", name, name, text));
    }
    return Long.parseLong(text);
  }

  /** A line for each of these entries, which the visitor may read. */
  List<Line> lines(Shell shell, List<Entry> entries) {
    Map<String, Set<String>> ids = new HashMap<>();
    entries.forEach(e -> ids.computeIfAbsent(e.register(), r -> new HashSet<>()).add(e.record()));
    Map<String, Map<String, String>> named = new HashMap<>();
    ids.forEach((register, some) -> named.put(register, titles.titles(shell, register, some)));
    return entries.stream()
        .map(e ->
            new Line(
                String.valueOf(e.seq()),
                RecordLinks.entry(shell, e.seq()),
                EntryWords.op(e),
                EntryWords.done(shell, e),
                registers.schema(e.register()).map(s -> shell.say(s.label())).orElse(e.register()),
                RecordLinks.register(shell, e.register()),
                named.getOrDefault(e.register(), Map.of()).getOrDefault(e.record(), e.record()),
                RecordLinks.record(shell, e.register(), e.record()),
                e.validFrom().toString(),
                days.minute(e.recordedAt()),
                words.who(shell, e),
                EntryWords.source(shell, e)))
        .toList();
  }
}
