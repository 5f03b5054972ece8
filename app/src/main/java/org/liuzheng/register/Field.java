package org.liuzheng.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A field of a register.
 *
 * @param name lower-case with underscores; also the column's name
 * @param unit the unit of a number, such as {@code 万元}; empty texts when it has none
 * @param choices allowed codes of a choice, in order
 * @param refersTo the register a reference points into; empty otherwise
 * @param pattern a regular expression that a code must match wholly; empty when any
 */
public record Field(
    String name,
    FieldType type,
    Text label,
    Text hint,
    boolean required,
    Text unit,
    List<Choice> choices,
    String refersTo,
    String pattern,
    Optional<BigDecimal> min,
    Optional<BigDecimal> max) {

  public record Choice(String code, Text label) {}

  /** A canonical value as people read it: the label of a choice, yes or no for a flag. */
  public Text shown(String value) {
    return switch (type) {
      case CHOICE ->
          choices.stream()
              .filter(c -> c.code().equals(value))
              .findFirst()
              .map(Choice::label)
              .orElse(Text.same(value));
      case FLAG ->
          value.isEmpty()
              ? Text.same("")
              : Words.text(value.equals("true") ? "register.yes" : "register.no");
      case TEXT, CODE, WHOLE, DECIMAL, DATE, MONTH, REFERENCE, POINT, FILE, PRIVATE ->
          Text.same(value);
    };
  }
}
