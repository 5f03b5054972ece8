package org.liuzheng.register;

import java.util.Map;

/** From which day a statement is true. */
final class ValidFrom {
  private ValidFrom() {}

  /**
   * @param said what the row or the request says; may be blank
   * @param wins whether that goes before the schema's {@code since} field
   * @return an ISO date as text, or blank when nothing says
   */
  static String of(Schema schema, String said, Map<String, String> values, boolean wins) {
    if (wins) {
      return said;
    }
    String since = schema.since().map(s -> values.getOrDefault(s, "")).orElse("");
    if (since.length() == "2018-03".length()) {
      return since + "-01";
    }
    return since.isEmpty() ? said : since;
  }
}
