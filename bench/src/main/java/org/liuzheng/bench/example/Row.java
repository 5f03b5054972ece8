package org.liuzheng.bench.example;

import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a register row together: field to canonical value. */
final class Row {
  private final Map<String, String> values = new LinkedHashMap<>();

  static Row of(String field, Object value) {
    return new Row().with(field, value);
  }

  Row with(String field, Object value) {
    values.put(field, String.valueOf(value));
    return this;
  }

  Row when(boolean said, String field, Object value) {
    return said ? with(field, value) : this;
  }

  /** These values instead of the row's own, the rest as it is. */
  Map<String, String> over(Map<String, String> row) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    changed.putAll(values);
    return Map.copyOf(changed);
  }

  Map<String, String> done() {
    return Map.copyOf(values);
  }
}
