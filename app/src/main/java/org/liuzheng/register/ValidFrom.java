package org.liuzheng.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.words.Refusal;

/** From which day a statement is true. */
final class ValidFrom {
  /** The name it goes by beside the fields: in a header, a request, a refusal. */
  static final String NAME = "valid_from";

  private ValidFrom() {}

  /**
   * What the statement itself says, else the schema's {@code since} field, else what is said for
   * all statements together; a flaw when none of them says a day, unless the {@code since} field
   * has one already.
   *
   * @param stated as found; may be blank
   * @param values canonical
   * @param otherwise as found; may be blank
   */
  static Optional<LocalDate> of(
      Schema schema,
      String stated,
      Map<String, String> values,
      String otherwise,
      List<Facts.Flawed> flaws) {
    String since = schema.since().map(s -> values.getOrDefault(s, "")).orElse("");
    String first = since.length() == "2018-03".length() ? since + "-01" : since;
    String said = !stated.isBlank() ? stated.strip() : first.isEmpty() ? otherwise.strip() : first;
    boolean told =
        schema.since().filter(f -> flaws.stream().anyMatch(w -> w.place().equals(f))).isPresent();
    if (said.isEmpty() && told) {
      return Optional.empty();
    }
    if (said.isEmpty()) {
      flaws.add(new Facts.Flawed(NAME, "", Refusal.of("register.no_valid_from", NAME)));
      return Optional.empty();
    }
    Optional<LocalDate> day = day(said);
    if (day.isEmpty()) {
      flaws.add(new Facts.Flawed(NAME, said, Refusal.of("register.bad_valid_from", NAME, said)));
    }
    return day;
  }

  /** A day on which something can begin to be true. */
  static Optional<LocalDate> day(String said) {
    return Days.parsed(said).filter(d -> d.isBefore(Version.FOREVER));
  }
}
