package org.liuzheng.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The body of a register's entry: what was done, the values that hold, and the reason. */
final class Body {
  private Body() {}

  /**
   * @param secrets names of private fields
   * @param values canonical texts; a private field's is the digest it is stored under
   */
  static Map<String, Object> of(
      Set<String> secrets, String op, String reason, Map<String, String> values) {
    Map<String, Object> fields = new HashMap<>();
    values.forEach((name, value) ->
        fields.put(name, secrets.contains(name) ? Map.of("digest", value) : value));
    Map<String, Object> body = new HashMap<>(Map.of("op", op, "fields", fields));
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    return body;
  }

  /** The values of a stored body, private ones as digests. */
  static Map<String, String> values(Map<String, Object> body) {
    Map<String, String> values = new TreeMap<>();
    if (body.get("fields") instanceof Map<?, ?> fields) {
      fields.forEach((name, value) ->
          values.put(
              String.valueOf(name),
              value instanceof Map<?, ?> secret
                  ? String.valueOf(secret.get("digest"))
                  : String.valueOf(value)));
    }
    return Map.copyOf(values);
  }
}
