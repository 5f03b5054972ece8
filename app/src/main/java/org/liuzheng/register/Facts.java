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
import java.util.stream.Collectors;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Refusal;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Judges the facts somebody states about a record against the schema; pure but for references. */
final class Facts {
  private static final Pattern PLACE = Pattern.compile("\\{((?:before\\.)?[a-z][a-z0-9_]*)}");

  private static final char DIVIDES = '/';

  /** An index of PostgreSQL takes no longer one. */
  private static final int LONGEST_ID = 500;

  private static final int SHOWN = 60;

  private final Schema schema;
  private final Map<String, Field> fields = new HashMap<>();
  private final Set<String> secrets;
  private final List<Condition> conditions;

  Facts(Schema schema) {
    this.schema = schema;
    schema.fields().forEach(f -> fields.put(f.name(), f));
    this.secrets =
        schema.fields().stream()
            .filter(f -> f.type() == FieldType.PRIVATE)
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());
    this.conditions =
        schema.checks().stream().map(c -> Condition.of(c.that(), schema.fields())).toList();
  }

  Schema schema() {
    return schema;
  }

  /** The names of the private fields. */
  Set<String> secrets() {
    return secrets;
  }

  /**
   * @param place the field concerned, or empty for the row
   */
  record Flawed(String place, String found, Refusal why) {}

  /**
   * Canonical values of what was mentioned; blank mentions stay as empty texts. A needed field may
   * go unmentioned where it is held already, but it may not be blanked.
   */
  Map<String, String> spelled(Map<String, String> mentioned, List<Flawed> flaws) {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, String> e : mentioned.entrySet()) {
      Field field = fields.get(e.getKey());
      if (field == null) {
        flaws.add(
            new Flawed(
                e.getKey(),
                e.getValue(),
                Refusal.of("register.unknown_field", e.getKey(), e.getKey(), schema.label())));
      } else if (e.getValue().isBlank()) {
        values.put(e.getKey(), "");
        if (needed(field)) {
          flaws.add(missing(field));
        }
      } else {
        spell(field, e.getValue(), values, flaws);
      }
    }
    return values;
  }

  private static void spell(
      Field field, String found, Map<String, String> values, List<Flawed> flaws) {
    switch (Spelling.of(field, found)) {
      case Spelling.Spelled.Right right -> values.put(field.name(), right.value());
      case Spelling.Spelled.Wrong wrong ->
          flaws.add(
              new Flawed(
                  field.name(), found, new Refusal("register.value", field.name(), wrong.says())));
    }
  }

  /**
   * What the whole row lacks or contradicts.
   *
   * @param before what held on the day before; empty where nothing did, and for a correction, which
   *     gives its reason instead
   */
  List<Flawed> judged(Map<String, String> values, Map<String, String> before) {
    List<Flawed> flaws = new ArrayList<>();
    for (Field field : schema.fields()) {
      if (needed(field) && values.getOrDefault(field.name(), "").isEmpty()) {
        flaws.add(missing(field));
      }
    }
    Map<String, Object> typed = Condition.typed(schema, values);
    Condition.typed(schema, before).forEach((n, v) -> typed.put(ConditionReader.BEFORE + n, v));
    Map<String, String> told = new HashMap<>(values);
    before.forEach((n, v) -> told.put(ConditionReader.BEFORE + n, v));
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).passes(typed)) {
        flaws.add(
            new Flawed(
                "",
                "",
                new Refusal("register.check", "", filled(schema.checks().get(i).says(), told))));
      }
    }
    return flaws;
  }

  private boolean needed(Field field) {
    return field.required() || schema.key().contains(field.name());
  }

  private static Flawed missing(Field field) {
    return new Flawed(
        field.name(), "", Refusal.of("register.required", field.name(), field.label()));
  }

  private Text filled(Text says, Map<String, String> values) {
    return new Text(filled(says.zh(), Lang.ZH, values), filled(says.en(), Lang.EN, values));
  }

  private String filled(String says, Lang lang, Map<String, String> values) {
    return PLACE
        .matcher(says)
        .replaceAll(m ->
            Matcher.quoteReplacement(
                schema
                    .field(ConditionReader.unqualified(m.group(1)))
                    .map(f -> f.shown(values.getOrDefault(m.group(1), "")).in(lang))
                    .filter(v -> !v.isEmpty())
                    .orElse("–")));
  }

  /**
   * The fields whose values a sentence of a check shows, such as {@code amount} in {@code
   * {amount}}.
   */
  static List<String> shown(String says) {
    return PLACE.matcher(says).results().map(m -> ConditionReader.unqualified(m.group(1))).toList();
  }

  /**
   * The id that the key's values make, half-width so that a reference finds it; empty when they
   * make none. A slash divides the parts, so only the last part may hold one.
   */
  Optional<String> id(Map<String, String> values, List<Flawed> flaws) {
    List<String> parts =
        schema.key().stream().map(k -> Spelling.halfWidth(values.getOrDefault(k, ""))).toList();
    if (parts.stream().anyMatch(String::isEmpty)) {
      schema.key().stream()
          .filter(k -> !values.containsKey(k))
          .filter(k -> flaws.stream().noneMatch(f -> f.place().equals(k)))
          .forEach(k -> flaws.add(missing(schema.field(k).orElseThrow())));
      return Optional.empty();
    }
    for (String part : parts.subList(0, parts.size() - 1)) {
      if (part.indexOf(DIVIDES) >= 0) {
        flaws.add(keyFlaw("register.key_slash", part));
        return Optional.empty();
      }
    }
    String id = String.join(String.valueOf(DIVIDES), parts);
    if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      flaws.add(keyFlaw("register.bad_id", id));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private Flawed keyFlaw(String key, String found) {
    return new Flawed(
        schema.key().getFirst(),
        found,
        Refusal.of(key, "", found.substring(0, Math.min(found.length(), SHOWN)), LONGEST_ID));
  }

  /** A correction leaves the record the record it is. */
  List<Flawed> moved(Map<String, String> held, Map<String, String> mentioned) {
    return schema.key().stream()
        .filter(mentioned::containsKey)
        .filter(k -> !mentioned.getOrDefault(k, "").equals(held.getOrDefault(k, "")))
        .map(k ->
            new Flawed(
                k,
                mentioned.getOrDefault(k, ""),
                Refusal.of("register.key_fixed", k, schema.field(k).orElseThrow().label())))
        .toList();
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

  /**
   * @param known register to the ids known there
   */
  List<Flawed> dangling(Map<String, String> values, Map<String, Set<String>> known) {
    List<Flawed> flaws = new ArrayList<>();
    for (Field field : schema.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (field.type() == FieldType.REFERENCE
          && !value.isEmpty()
          && !known.getOrDefault(field.refersTo(), Set.of()).contains(value)) {
        flaws.add(
            new Flawed(
                field.name(),
                value,
                new Refusal(
                    "register.dangling",
                    field.name(),
                    Words.text("register.dangling", field.label(), value, field.refersTo()))));
      }
    }
    return flaws;
  }
}
