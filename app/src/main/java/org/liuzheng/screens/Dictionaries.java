package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.RegisterPage.Dictionary;
import org.liuzheng.screens.RegisterPage.Line;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Says what a register declares, for somebody who does not read its file. */
@Component
class Dictionaries {
  private static final String ANY_VALUE = "\\{[a-z][a-z0-9_]*}";
  private static final String FULL_STOP = "[.\u3002]$";
  private static final String BLANK = "\u2026";

  private final Registers registers;

  Dictionaries(Registers registers) {
    this.registers = registers;
  }

  Dictionary of(Shell shell, Schema schema) {
    List<Line> fields = schema.fields().stream().map(f -> line(shell, schema, f)).toList();
    List<String> checks =
        schema.checks().stream()
            .map(c -> shell.say(c.says()).replaceAll(ANY_VALUE, BLANK))
            .toList();
    String writers =
        schema.access().write().stream()
            .sorted()
            .map(r -> role(shell, r))
            .collect(Collectors.joining(shell.say("register_page.list_comma")));
    return new Dictionary(fields, checks, RegisterShelf.reader(shell, schema), writers);
  }

  /** A role's name where the program has one; packs may declare others. */
  private static String role(Shell shell, String role) {
    return Words.find("register_page.role." + role).map(shell::say).orElse(role);
  }

  private Line line(Shell shell, Schema schema, Field field) {
    boolean key = schema.key().contains(field.name());
    List<String> about = new ArrayList<>();
    if (key) {
      about.add(shell.say("register_page.is_key"));
    }
    if (schema.since().filter(field.name()::equals).isPresent()) {
      about.add(shell.say("register_page.is_since"));
    }
    if (!shell.say(field.hint()).isEmpty()) {
      about.add(shell.say(field.hint()));
    }
    bounds(shell, field, about);
    String link =
        field.type() == FieldType.REFERENCE ? RecordLinks.register(shell, field.refersTo()) : "";
    String words =
        about.stream()
            .map(a -> a.replaceFirst(FULL_STOP, ""))
            .collect(Collectors.joining(shell.say("register_page.about_stop")));
    return new Line(
        shell.say(field.label()),
        field.name(),
        type(shell, field),
        field.required() || key,
        words,
        link);
  }

  private static void bounds(Shell shell, Field field, List<String> about) {
    if (!field.choices().isEmpty()) {
      about.add(
          field.choices().stream()
              .map(c -> shell.say(c.label()))
              .collect(Collectors.joining(shell.say("register_page.list_comma"))));
    }
    if (field.min().isPresent() && field.max().isPresent()) {
      about.add(
          shell.say("register_page.between", plain(field.min().get()), plain(field.max().get())));
    } else if (field.min().isPresent()) {
      about.add(shell.say("register_page.at_least", plain(field.min().get())));
    } else if (field.max().isPresent()) {
      about.add(shell.say("register_page.at_most", plain(field.max().get())));
    }
  }

  private static String plain(BigDecimal bound) {
    return Shown.number(bound);
  }

  private String type(Shell shell, Field field) {
    String type = shell.say("register_page.type." + field.type().name().toLowerCase(Locale.ROOT));
    String unit = shell.say(field.unit());
    String to = registers.schema(field.refersTo()).map(s -> shell.say(s.label())).orElse("");
    String of = to.isEmpty() ? unit : to;
    return of.isEmpty() ? type : shell.say("register_page.type_of", type, of);
  }
}
