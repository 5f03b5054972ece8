package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.words.Lang;
import org.springframework.stereotype.Component;

/**
 * What records are called: by the words of their title, by the record that their title refers to,
 * by the parts of their key, or else by their id. Many are named at once.
 */
@Component
class RecordTitles {
  private static final int DEEPEST = 2;

  private final Registers registers;

  RecordTitles(Registers registers) {
    this.registers = registers;
  }

  /**
   * Id to title; a record that is not true then, or that the visitor may not read, keeps its id.
   */
  Map<String, String> titles(Shell shell, String register, Collection<String> ids) {
    return titles(shell, register, ids, DEEPEST);
  }

  private Map<String, String> titles(
      Shell shell, String register, Collection<String> ids, int depth) {
    Map<String, String> titles = new HashMap<>();
    ids.forEach(id -> titles.put(id, id));
    registers
        .schema(register)
        .filter(s -> Reading.allowed(s, shell.visitor()))
        .ifPresent(s ->
            titles.putAll(
                titles(
                    shell,
                    s,
                    registers.records(register, titles.keySet(), shell.when()).values(),
                    depth)));
    return titles;
  }

  /** Id to title of these versions, of which there is one for each record. */
  Map<String, String> titles(Shell shell, Schema schema, Collection<Version> versions) {
    return titles(shell, schema, versions, DEEPEST);
  }

  String title(Shell shell, Schema schema, Version version) {
    return titles(shell, schema, List.of(version)).getOrDefault(version.record(), version.record());
  }

  private Map<String, String> titles(
      Shell shell, Schema schema, Collection<Version> versions, int depth) {
    List<Field> parts = parts(schema);
    Map<String, Map<String, String>> referred = new HashMap<>();
    for (Field part : parts) {
      if (part.type() == FieldType.REFERENCE && depth > 0) {
        Set<String> ids =
            versions.stream()
                .map(v -> v.value(part.name()))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        referred.put(part.name(), titles(shell, part.refersTo(), ids, depth - 1));
      }
    }
    Map<String, String> titles = new LinkedHashMap<>();
    versions.forEach(v -> titles.put(v.record(), title(shell, parts, v, referred)));
    return titles;
  }

  /** The fields whose values make the title. */
  private static List<Field> parts(Schema schema) {
    Field title = schema.field(schema.title()).orElseThrow();
    if (title.type() == FieldType.TEXT
        || title.type() == FieldType.REFERENCE
        || schema.key().size() == 1) {
      return List.of(title);
    }
    return schema.key().stream().flatMap(k -> schema.field(k).stream()).toList();
  }

  private static String title(
      Shell shell, List<Field> parts, Version version, Map<String, Map<String, String>> referred) {
    Lang lang = shell.lang();
    List<String> words = new ArrayList<>();
    for (Field part : parts) {
      String english = lang == Lang.EN ? version.value(part.name() + "_en") : "";
      String value = english.isEmpty() ? version.value(part.name()) : english;
      if (!value.isEmpty()) {
        words.add(
            part.type() == FieldType.REFERENCE
                ? referred.getOrDefault(part.name(), Map.of()).getOrDefault(value, value)
                : part.shown(value).in(lang));
      }
    }
    return words.isEmpty()
        ? version.record()
        : String.join(shell.say("record.title_between"), words);
  }

  /** Register to ids, of all the references that these values hold. */
  static Map<String, Set<String>> references(
      Schema schema, Collection<Map<String, String>> allValues) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Field field : schema.fields()) {
      if (field.type() == FieldType.REFERENCE) {
        allValues.stream()
            .map(v -> v.getOrDefault(field.name(), ""))
            .filter(v -> !v.isEmpty())
            .forEach(v -> wanted.computeIfAbsent(field.refersTo(), r -> new HashSet<>()).add(v));
      }
    }
    return wanted;
  }
}
