package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.FormPage.Input;
import org.liuzheng.screens.FormPage.Kind;
import org.liuzheng.screens.RegisterPage.Choice;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Component;

/** Makes the controls of a form out of a register's fields. */
@Component
class FormInputs {
  static final String VALID_FROM = "valid_from";
  static final String REASON = "reason";

  /** Before the name of a field, so that no field is taken for something else of the request. */
  static final String FIELD = "f.";

  /** A private value that is held is only taken away when it is asked for. */
  static final String CLEAR = "clear.";

  private static final String ID = "f-";

  private final Registers registers;
  private final RegisterReading reading;
  private final RecordTitles titles;

  FormInputs(Registers registers, RegisterReading reading, RecordTitles titles) {
    this.registers = registers;
    this.reading = reading;
    this.titles = titles;
  }

  /**
   * @param values as typed, or as they are now
   * @param held names of private fields that hold a value now
   * @param left out fields that cannot be changed
   */
  List<Input> of(
      Shell shell, Schema schema, Map<String, String> values, Set<String> held, List<String> left) {
    List<Input> inputs = new ArrayList<>();
    for (Field field : schema.fields()) {
      if (!left.contains(field.name())) {
        inputs.add(
            input(
                shell,
                schema,
                field,
                values.getOrDefault(field.name(), ""),
                held.contains(field.name())));
      }
    }
    return inputs;
  }

  private Input input(Shell shell, Schema schema, Field field, String value, boolean held) {
    boolean reference = field.type() == FieldType.REFERENCE;
    List<Choice> options =
        field.type() == FieldType.FLAG || reference || field.type() == FieldType.CHOICE
            ? reading.choices(shell, field)
            : List.of();
    boolean known = value.isEmpty() || options.stream().anyMatch(o -> o.code().equals(value));
    boolean typed = reference && (options.isEmpty() || !known);
    boolean suggests =
        reference
            && registers
                .schema(field.refersTo())
                .filter(s -> Reading.allowed(s, shell.visitor()))
                .isPresent();
    boolean required = field.required() || schema.key().contains(field.name());
    return new Input(
        ID + field.name(),
        FIELD + field.name(),
        kind(schema, field, value),
        shell.say(field.label()),
        Shown.unit(field.unit(), shell.lang()),
        hint(shell, field),
        required,
        value,
        typed ? List.of() : options,
        "",
        reference && !typed ? "" : note(shell, field, value, held),
        suggests && typed ? "/registers/" + Shell.part(field.refersTo()) + "/suggest" : "");
  }

  private static Kind kind(Schema schema, Field field, String value) {
    return switch (field.type()) {
      case TEXT -> field.name().equals(schema.title()) || field.required() ? Kind.LINE : Kind.LONG;
      case CODE, POINT -> Kind.CODE;
      case WHOLE, DECIMAL -> Kind.NUMBER;
      case DATE, MONTH -> Kind.DAY;
      case FLAG -> Kind.FLAG;
      case CHOICE -> Kind.CHOICE;
      case REFERENCE -> Kind.REFERENCE;
      case FILE -> Kind.FILE;
      case PRIVATE -> Kind.PRIVATE;
    };
  }

  private static String hint(Shell shell, Field field) {
    String own = shell.say(field.hint());
    return !own.isEmpty()
        ? own
        : switch (field.type()) {
          case DATE -> shell.say("record.hint_date");
          case MONTH -> shell.say("record.hint_month");
          case POINT -> shell.say("record.hint_point");
          case PRIVATE -> shell.say("record.hint_private");
          case TEXT, CODE, WHOLE, DECIMAL, FLAG, CHOICE, REFERENCE, FILE -> "";
        };
  }

  private String note(Shell shell, Field field, String value, boolean held) {
    return switch (field.type()) {
      case REFERENCE -> value.isEmpty() ? "" : named(shell, field.refersTo(), value);
      case FILE -> value.isEmpty() ? "" : shell.say("record.file_held", value);
      case PRIVATE -> held ? shell.say("record.private_held") : "";
      case TEXT, CODE, WHOLE, DECIMAL, DATE, MONTH, FLAG, CHOICE, POINT -> "";
    };
  }

  private String named(Shell shell, String register, String id) {
    String title = titles.titles(shell, register, List.of(id)).getOrDefault(id, id);
    return title.equals(id) ? "" : title;
  }

  static Input validFrom(Shell shell, String value, boolean required, String hint) {
    return new Input(
        ID + VALID_FROM,
        VALID_FROM,
        Kind.DAY,
        shell.say("record.valid_from"),
        "",
        hint,
        required,
        value,
        List.of(),
        "",
        "",
        "");
  }

  static Input reason(Shell shell, String value) {
    return new Input(
        ID + REASON,
        REASON,
        Kind.LONG,
        shell.say("record.reason_label"),
        "",
        shell.say("record.reason_hint"),
        true,
        value,
        List.of(),
        "",
        "",
        "");
  }

  /** Each refusal at its field; refusals lead to the controls that are there, others to none. */
  static List<Input> judged(Shell shell, List<Input> inputs, List<Refusal> errors) {
    return inputs.stream()
        .map(i ->
            errors.stream()
                .filter(e -> e.place().equals(i.id()))
                .findFirst()
                .map(e -> i.wrong(shell.say(e.says())))
                .orElse(i))
        .toList();
  }

  /** Refusals with the ids of controls as their places, in the order of the controls. */
  static List<Refusal> placed(List<Refusal> why, List<Input> inputs) {
    List<String> ids = inputs.stream().map(Input::id).toList();
    return why.stream()
        .map(r ->
            new Refusal(
                r.key(), ids.contains(ID + r.place()) ? ID + r.place() : "", form(r).says()))
        .sorted(Comparator.comparingInt(r -> ids.indexOf(r.place())))
        .toList();
  }

  /** A form has no column to add. */
  private static Refusal form(Refusal refusal) {
    return refusal.key().equals("register.no_valid_from")
        ? Refusal.of("record.no_valid_from", refusal.place())
        : refusal;
  }
}
