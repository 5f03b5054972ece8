package org.liuzheng.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Judges the facts somebody states about a record against the schema; pure but for references. */
final class Facts {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  private final Schema schema;
  private final List<Condition> conditions;

  Facts(Schema schema) {
    this.schema = schema;
    this.conditions = schema.checks().stream().map(c -> Condition.of(c.that(), schema.fields())).toList();
  }

  /** @param place the field concerned, or empty for the row */
  record Flawed(String place, String found, Refusal why) {}

  /** Canonical values of what was mentioned; blank mentions stay as empty texts. */
  Map<String, String> spelled(Map<String, String> mentioned, List<Flawed> flaws) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, String> e : mentioned.entrySet()) {
      Optional<Field> field = schema.field(e.getKey());
      if (field.isEmpty()) {
        flaws.add(new Flawed(e.getKey(), e.getValue(), Refusal.of("register.unknown_field",
            e.getKey(), e.getKey(), schema.label())));
      } else if (e.getValue().isBlank()) {
        values.put(e.getKey(), "");
      } else {
        spell(field.get(), e.getValue(), values, flaws);
      }
    }
    return values;
  }

  private static void spell(Field field, String found, Map<String, String> values,
      List<Flawed> flaws) {
    switch (Spelling.of(field, found)) {
      case Spelling.Spelled.Right right -> values.put(field.name(), right.value());
      case Spelling.Spelled.Wrong wrong -> flaws.add(
          new Flawed(field.name(), found, new Refusal("register.value", field.name(), wrong.says())));
    }
  }

  /** What the whole row lacks or contradicts. */
  List<Flawed> judged(Map<String, String> values) {
    List<Flawed> flaws = new ArrayList<>();
    for (Field field : schema.fields()) {
      boolean needed = field.required() || schema.key().contains(field.name());
      if (needed && values.getOrDefault(field.name(), "").isEmpty()) {
        flaws.add(new Flawed(field.name(), "",
            Refusal.of("register.required", field.name(), field.label())));
      }
    }
    Map<String, Object> typed = Condition.typed(schema, values);
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).passes(typed)) {
        flaws.add(new Flawed("", "", new Refusal("register.check", "",
            filled(schema.checks().get(i).says(), values))));
      }
    }
    return flaws;
  }

  private static Text filled(Text says, Map<String, String> values) {
    return new Text(filled(says.zh(), values), filled(says.en(), values));
  }

  private static String filled(String says, Map<String, String> values) {
    return PLACE.matcher(says)
        .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "–")));
  }

  /** The fields whose values a sentence of a check shows, such as {@code amount} in {@code {amount}}. */
  static List<String> shown(String says) {
    return PLACE.matcher(says).results().map(m -> m.group(1)).toList();
  }

  /** The id that the key's values make. */
  String id(Map<String, String> values) {
    return String.join("/",
        schema.key().stream().map(k -> values.getOrDefault(k, "")).toList());
  }

  /** Values without blanks, as they are stored. */
  static Map<String, String> stored(Map<String, String> values) {
    Map<String, String> stored = new TreeMap<>(values);
    stored.values().removeIf(String::isEmpty);
    return stored;
  }

  /** Register to the ids that these values refer to. */
  Map<String, Set<String>> references(Map<String, String> values) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Field field : schema.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (field.type() == FieldType.REFERENCE && !value.isEmpty()) {
        wanted.computeIfAbsent(field.refersTo(), r -> new HashSet<>()).add(value);
      }
    }
    return wanted;
  }

  /** @param known register to the ids known there */
  List<Flawed> dangling(Map<String, String> values, Map<String, Set<String>> known) {
    List<Flawed> flaws = new ArrayList<>();
    for (Field field : schema.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (field.type() == FieldType.REFERENCE && !value.isEmpty()
          && !known.getOrDefault(field.refersTo(), Set.of()).contains(value)) {
        flaws.add(new Flawed(field.name(), value, new Refusal("register.dangling", field.name(),
            Words.text("register.dangling", field.label(), value, field.refersTo()))));
      }
    }
    return flaws;
  }
}
