package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service item with all its versions, in order of validity. */
final class Item {
  private final String code;
  private final Office office;
  private final String kind;
  private final String matter;
  private final List<Version> versions = new ArrayList<>();

  record Version(LocalDate from, Map<String, String> fields) {}

  Item(
      String code,
      Office office,
      String kind,
      String matter,
      LocalDate from,
      Map<String, String> fields) {
    this.code = code;
    this.office = office;
    this.kind = kind;
    this.matter = matter;
    versions.add(new Version(from, fields));
  }

  String code() {
    return code;
  }

  Office office() {
    return office;
  }

  String kind() {
    return kind;
  }

  String matter() {
    return matter;
  }

  Version first() {
    return versions.getFirst();
  }

  List<Version> later() {
    return versions.subList(1, versions.size());
  }

  LocalDate from() {
    return first().from();
  }

  /** What holds after everything that has happened. */
  String now(String field) {
    return versions.getLast().fields().getOrDefault(field, "");
  }

  boolean is(String field, String value) {
    return now(field).equals(value);
  }

  int number(String field) {
    return Integer.parseInt(now(field));
  }

  /** What held on a day on which there was the item. */
  String on(LocalDate day, String field) {
    return versions.stream()
        .filter(v -> !v.from().isAfter(day))
        .reduce((a, b) -> b)
        .orElseThrow()
        .fields()
        .getOrDefault(field, "");
  }

  /** A change from a day on; two changes on one day are one. */
  void change(LocalDate from, Map<String, String> changed) {
    Map<String, String> fields = new TreeMap<>(versions.getLast().fields());
    fields.putAll(changed);
    if (versions.size() > 1 && versions.getLast().from().equals(from)) {
      versions.removeLast();
    }
    versions.add(new Version(from, Map.copyOf(fields)));
  }

  /** What has been so in every version there is. */
  void always(Map<String, String> fields) {
    versions.replaceAll(v -> {
      Map<String, String> all = new TreeMap<>(v.fields());
      all.putAll(fields);
      return new Version(v.from(), Map.copyOf(all));
    });
  }
}
