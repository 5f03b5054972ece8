package org.liuzheng.screens;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Account;
import org.liuzheng.people.People;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Says of an entry what was done, by whom, for which unit, and where it came from. */
@Component
class EntryWords {
  private final People people;
  private final UnitNames units;

  EntryWords(People people, UnitNames units) {
    this.people = people;
    this.units = units;
  }

  /** {@code put}, {@code correct}, {@code withdraw}, or what another program calls it. */
  static String op(Entry entry) {
    return String.valueOf(entry.body().getOrDefault("op", ""));
  }

  static String reason(Entry entry) {
    return String.valueOf(entry.body().getOrDefault("reason", ""));
  }

  /** What the entry states, field to canonical text; a private value as its digest. */
  static Map<String, String> values(Entry entry) {
    Map<String, String> values = new HashMap<>();
    if (entry.body().get("fields") instanceof Map<?, ?> fields) {
      fields.forEach((name, value) ->
          values.put(
              String.valueOf(name),
              value instanceof Map<?, ?> secret
                  ? String.valueOf(secret.get("digest"))
                  : String.valueOf(value)));
    }
    return values;
  }

  static String done(Shell shell, Entry entry) {
    return Words.find("entry.op." + op(entry)).map(shell::say).orElseGet(() -> op(entry));
  }

  String actor(Shell shell, Entry entry) {
    return shell.say(
        people
            .account(entry.actor())
            .map(Account::name)
            .or(() -> program(entry.actor()))
            .orElse(Text.same(entry.actor())));
  }

  private static Optional<Text> program(String actor) {
    return Words.find("entry.actor." + actor);
  }

  String unit(Shell shell, Entry entry) {
    return entry.unit().isEmpty() ? "" : shell.say(units.name(entry.unit(), shell.when()));
  }

  /** The person, and the unit acted for where that is known. */
  String who(Shell shell, Entry entry) {
    String unit = unit(shell, entry);
    String actor = actor(shell, entry);
    return unit.isEmpty() ? actor : shell.say("entry.who", actor, unit);
  }

  static String source(Shell shell, Entry entry) {
    return switch (entry.source()) {
      case Source.Form form -> shell.say("entry.source.form");
      case Source.Api api -> shell.say("entry.source.api", api.client());
      case Source.Program program -> shell.say("entry.source.program");
      case Source.Row row ->
          row.sheet().isEmpty()
              ? shell.say("entry.source.row", row.name(), String.valueOf(row.row()))
              : shell.say(
                  "entry.source.sheet_row", row.name(), row.sheet(), String.valueOf(row.row()));
    };
  }
}
