package org.liuzheng.screens;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuzheng.ledger.Source;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.FormPage.Head;
import org.liuzheng.screens.FormPage.Input;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Reads the forms about records, and what a form that was sent asks the register to do. */
@Component
class FormReading {
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})\\s*[-/.\u5e74]\\s*(\\d{1,2})\\s*[-/.\u6708]\\s*(\\d{1,2})\\s*\u65e5?");

  private final Registers registers;
  private final FormInputs inputs;
  private final RecordReading records;
  private final RecordTitles titles;
  private final FieldValues values;

  FormReading(
      Registers registers,
      FormInputs inputs,
      RecordReading records,
      RecordTitles titles,
      FieldValues values) {
    this.registers = registers;
    this.inputs = inputs;
    this.records = records;
    this.titles = titles;
    this.values = values;
  }

  /**
   * @param act what the form asks for, once it has no errors of its own
   */
  record Form(
      Shell shell,
      String register,
      Head head,
      List<Input> plain,
      Map<String, String> hidden,
      List<Refusal> own,
      Function<Registers, Outcome> act) {

    FormPage page() {
      return page(own);
    }

    FormPage page(List<Refusal> why) {
      List<Refusal> errors = FormInputs.placed(why, plain);
      return new FormPage(shell, head, errors, FormInputs.judged(shell, plain, errors), hidden);
    }

    Outcome write(Registers registers) {
      return act.apply(registers);
    }
  }

  Form adding(Shell shell, Schema schema, Typed typed) {
    List<Input> controls = new ArrayList<>();
    Input from =
        FormInputs.validFrom(
            shell, typed.validFrom(), schema.since().isEmpty(), since(shell, schema));
    if (schema.since().isEmpty()) {
      controls.add(from);
    }
    controls.addAll(inputs.of(shell, schema, typed.fields(), Set.of(), List.of()));
    if (schema.since().isPresent()) {
      controls.add(from);
    }
    List<Refusal> own = new ArrayList<>();
    registers
        .id(schema.name(), typed.fields())
        .filter(id ->
            registers.history(schema.name(), id).stream()
                .anyMatch(v -> v.knownTo() == Long.MAX_VALUE))
        .ifPresent(id -> own.add(Refusal.of("record.there_already", schema.key().getFirst(), id)));
    String label = shell.say(schema.label());
    Head head =
        new Head(
            trail(shell, schema),
            shell.say("record.adding", label),
            shell.say(schema.purpose()),
            RecordLinks.page(shell, schema.name(), "add"),
            shell.say("record.add_button"),
            RecordLinks.register(shell, schema.name()),
            List.of(),
            files(schema));
    return new Form(
        shell,
        schema.name(),
        head,
        controls,
        Map.of(),
        own,
        r ->
            r.put(
                new Registers.Put(
                    schema.name(),
                    typed.validFrom(),
                    typed.fields(),
                    OpenRegisters.author(shell),
                    new Source.Form())));
  }

  private static String since(Shell shell, Schema schema) {
    return schema
        .since()
        .flatMap(schema::field)
        .map(f -> shell.say("record.valid_from_since", f.label()))
        .orElseGet(() -> shell.say("record.valid_from_hint"));
  }

  Form changing(Shell shell, Schema schema, String id, Typed typed) {
    Past past = records.past(shell, schema, id);
    Version base = RecordReading.named(past, past.at(past.known(), shell.when().on()));
    Map<String, String> changes = changes(schema, base, typed);
    boolean moved = schema.since().filter(changes::containsKey).isPresent();
    List<Input> controls = new ArrayList<>();
    controls.add(
        FormInputs.validFrom(
            shell,
            typed.validFrom(),
            schema.since().isEmpty(),
            shell.say("record.change_from_hint")));
    controls.addAll(controls(shell, schema, base, typed));
    List<Refusal> own = typed.sent() ? common(shell, past, changes, typed) : new ArrayList<>();
    if (typed.sent() && typed.validFrom().isEmpty() && !moved) {
      own.add(Refusal.of("record.no_day", FormInputs.VALID_FROM));
    }
    day(typed.validFrom())
        .filter(d -> past.at(past.known()).stream().anyMatch(v -> v.validFrom().equals(d)))
        .ifPresent(
            d -> own.add(Refusal.of("record.starts_already", FormInputs.VALID_FROM, d.toString())));
    String title = titles.title(shell, schema, base);
    Map<String, String> mentioned = new HashMap<>(changes);
    schema.key().forEach(k -> mentioned.put(k, base.value(k)));
    return new Form(
        shell,
        schema.name(),
        head(shell, schema, base, "change", title, "do", "change"),
        controls,
        seen(past),
        own,
        r ->
            r.put(
                new Registers.Put(
                    schema.name(),
                    typed.validFrom(),
                    mentioned,
                    OpenRegisters.author(shell),
                    new Source.Form())));
  }

  Form correcting(Shell shell, Schema schema, String id, String from, Typed typed) {
    Past past = records.past(shell, schema, id);
    Version base =
        day(from)
            .flatMap(d ->
                past.at(past.known()).stream().filter(v -> v.validFrom().equals(d)).findFirst())
            .orElseThrow(() -> NotShown.missing("record.nothing_starts", id, from));
    Map<String, String> changes = changes(schema, base, typed);
    List<Input> controls = new ArrayList<>(controls(shell, schema, base, typed));
    controls.add(FormInputs.reason(shell, typed.reason()));
    List<Refusal> own = typed.sent() ? common(shell, past, changes, typed) : new ArrayList<>();
    if (typed.sent() && typed.reason().isBlank()) {
      own.add(Refusal.of("register.no_reason", FormInputs.REASON));
    }
    String title = titles.title(shell, schema, base);
    return new Form(
        shell,
        schema.name(),
        head(shell, schema, base, "correct", title, "do", "correct", "from", from),
        controls,
        seen(past),
        own,
        r ->
            r.correct(
                new Registers.Correct(
                    schema.name(),
                    id,
                    base.validFrom(),
                    changes,
                    typed.reason(),
                    OpenRegisters.author(shell),
                    new Source.Form())));
  }

  /** What is wrong with any form about a record that is there. */
  private static List<Refusal> common(
      Shell shell, Past past, Map<String, String> changes, Typed typed) {
    List<Refusal> own = new ArrayList<>();
    if (changes.isEmpty()) {
      own.add(Refusal.of("record.nothing_changed", ""));
    }
    if (!typed.seen().equals(newest(past))) {
      own.add(Refusal.of("record.changed_meanwhile", "", newest(past)));
    }
    return own;
  }

  private static String newest(Past past) {
    return String.valueOf(past.entries().getLast().seq());
  }

  private static Map<String, String> seen(Past past) {
    return Map.of("seen", newest(past));
  }

  /** What was typed otherwise than it is; a private value is only changed by typing a new one. */
  private static Map<String, String> changes(Schema schema, Version base, Typed typed) {
    Map<String, String> changes = new HashMap<>();
    for (Field field : schema.fields()) {
      String now = base.value(field.name());
      String said = typed.fields().getOrDefault(field.name(), now);
      boolean secret = field.type() == FieldType.PRIVATE;
      if (secret && typed.cleared().contains(field.name()) && said.isEmpty()) {
        changes.put(field.name(), "");
      } else if (!schema.key().contains(field.name())
          && (secret ? !said.isEmpty() && !said.equals(now) : !said.equals(now))) {
        changes.put(field.name(), said);
      }
    }
    return changes;
  }

  private List<Input> controls(Shell shell, Schema schema, Version base, Typed typed) {
    Set<String> held =
        schema.fields().stream()
            .filter(f -> f.type() == FieldType.PRIVATE && !base.value(f.name()).isEmpty())
            .map(Field::name)
            .collect(Collectors.toSet());
    Map<String, String> shown = new HashMap<>(base.values());
    held.forEach(shown::remove);
    shown.putAll(typed.fields());
    return inputs.of(shell, schema, shown, held, schema.key());
  }

  private Head head(
      Shell shell, Schema schema, Version base, String what, String title, String... query) {
    FieldValues.Reader reader = values.reader(shell, schema, List.of(base.values()));
    List<String> fixed = new ArrayList<>();
    schema.key().stream()
        .flatMap(k -> schema.field(k).stream())
        .forEach(f ->
            fixed.addAll(List.of(shell.say(f.label()), reader.of(f, base.value(f.name())).text())));
    String back = RecordLinks.record(shell, schema.name(), base.record());
    List<String> trail = new ArrayList<>(trail(shell, schema));
    trail.addAll(List.of(back, title));
    return new Head(
        trail,
        shell.say("record.title." + what, title),
        shell.say("record.lead." + what, Days.words(shell, base.validFrom())),
        RecordLinks.record(shell, schema.name(), base.record(), query),
        shell.say("record.button." + what),
        back,
        fixed,
        files(schema));
  }

  static List<String> trail(Shell shell, Schema schema) {
    return List.of(
        shell.link("/registers"),
        shell.say("register_page.all"),
        RecordLinks.register(shell, schema.name()),
        shell.say(schema.label()));
  }

  private static boolean files(Schema schema) {
    return schema.fields().stream().anyMatch(f -> f.type() == FieldType.FILE);
  }

  /** The day that somebody wrote, as the register would read it; empty when it is none. */
  static Optional<LocalDate> day(String text) {
    Matcher written = DAY.matcher(text.strip());
    try {
      return written.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(written.group(1)),
                  Integer.parseInt(written.group(2)),
                  Integer.parseInt(written.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
