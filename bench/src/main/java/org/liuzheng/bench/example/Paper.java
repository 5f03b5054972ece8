package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A paper that an item asks for, and what became of it. */
final class Paper {
  private final Item item;
  private final Map<String, String> fields;
  private final boolean keeps;
  private final boolean shared;
  private final List<Change> changes = new ArrayList<>();

  /**
   * @param mistaken taken back by a later file for the same day, so that it never was
   */
  record Change(LocalDate from, String field, String value, boolean mistaken) {}

  /**
   * @param fields as they were at first
   * @param keeps whether nobody would give it up
   * @param shared whether the office can get it from another
   */
  Paper(Item item, Map<String, String> fields, boolean keeps, boolean shared) {
    this.item = item;
    this.fields = fields;
    this.keeps = keeps;
    this.shared = shared;
  }

  Item item() {
    return item;
  }

  Map<String, String> fields() {
    return fields;
  }

  boolean isShared() {
    return shared;
  }

  boolean canGo() {
    return !keeps && changes.isEmpty() && "required".equals(fields.get("necessity"));
  }

  List<Change> changes() {
    return changes;
  }

  void change(Change change) {
    changes.add(change);
  }
}
