package org.liuzheng.register;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.register.Spelling.Spelled;
import org.liuzheng.words.Text;

/**
 * Numbers with their unit. A number may carry the field's own unit and no other: what was meant by
 * another one is for the clerk to say, because a wrong guess is wrong by a factor of ten thousand.
 */
final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?)\\s*([^\\d.,\\s].*|\\S+\\s.*)?");
  private static final String PERCENT = "%";
  private static final int WHOLE_DIGITS = 18;
  private static final int FRACTION_DIGITS = 12;

  /** The first characters of a unit, such as in 万元, to what they multiply by. */
  private static final Map<String, Integer> POWERS_OF_TEN =
      Map.of("\u5343", 3, "\u4e07", 4, "\u767e\u4e07", 6, "\u5343\u4e07", 7, "\u4ebf", 8);

  private Amounts() {}

  /**
   * @param found half-width
   */
  static Spelled spelled(Field field, String found) {
    Matcher m = NUMBER.matcher(found.replace('\u2212', '-'));
    if (!m.matches()) {
      return bad(field, found);
    }
    String digits = m.group(1).replace(",", "");
    String unit = m.group(2) == null ? "" : m.group(2).strip();
    if (tooLong(digits)) {
      return Spelling.wrong(
          "register.too_many_digits", field, found, WHOLE_DIGITS, FRACTION_DIGITS);
    }
    BigDecimal number = new BigDecimal(digits);
    if (unit.equals(PERCENT) && field.unit().zh().isEmpty()) {
      return bounded(field, found, number.movePointLeft(2));
    }
    if (unit.isEmpty() || isUnit(field, unit)) {
      return bounded(field, found, number);
    }
    return field.unit().zh().isEmpty()
        ? bad(field, found)
        : Spelling.wrong("register.other_unit", field, found, field.unit());
  }

  private static boolean tooLong(String digits) {
    int point = digits.indexOf('.');
    String whole = (point < 0 ? digits : digits.substring(0, point)).replaceFirst("^[+-]?0*", "");
    String fraction = point < 0 ? "" : digits.substring(point + 1).replaceFirst("0+$", "");
    return whole.length() > WHOLE_DIGITS || fraction.length() > FRACTION_DIGITS;
  }

  private static boolean isUnit(Field field, String found) {
    return found.equals(Spelling.halfWidth(field.unit().zh()))
        || found.equalsIgnoreCase(Spelling.halfWidth(field.unit().en()));
  }

  private static Spelled bad(Field field, String found) {
    return Spelling.wrong(
        field.type() == FieldType.WHOLE ? "register.bad_whole" : "register.bad_decimal",
        field,
        found);
  }

  private static Spelled bounded(Field field, String found, BigDecimal number) {
    BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (field.type() == FieldType.WHOLE && shortest.scale() > 0) {
      return bad(field, found);
    }
    String plain = shortest.toPlainString();
    Optional<BigDecimal> min = field.min().filter(bound -> number.compareTo(bound) < 0);
    if (min.isPresent()) {
      return Spelling.wrong(
          "register.too_small", field, plain, spaced(field.unit()), min.get().toPlainString());
    }
    Optional<BigDecimal> max = field.max().filter(bound -> number.compareTo(bound) > 0);
    if (max.isPresent()) {
      return Spelling.wrong(
          "register.too_large",
          field,
          plain,
          spaced(field.unit()),
          max.get().toPlainString(),
          meant(field, number));
    }
    return new Spelled.Right(plain);
  }

  private static Text spaced(Text unit) {
    boolean touching = unit.zh().isEmpty() || unit.zh().equals(PERCENT);
    return touching ? unit : new Text(" " + unit.zh(), " " + unit.en());
  }

  /** 5200000 in 万元 was probably meant in 元: then it should be 520. */
  private static Text meant(Field field, BigDecimal number) {
    String unit = field.unit().zh();
    String prefix =
        POWERS_OF_TEN.keySet().stream()
            .filter(p -> unit.startsWith(p) && unit.length() > p.length())
            .max(java.util.Comparator.comparingInt(String::length))
            .orElse("");
    if (prefix.isEmpty()) {
      return Text.same("");
    }
    BigDecimal would = number.movePointLeft(POWERS_OF_TEN.getOrDefault(prefix, 0));
    boolean fits =
        field.min().filter(min -> would.compareTo(min) < 0).isEmpty()
            && field.max().filter(max -> would.compareTo(max) > 0).isEmpty();
    return fits
        ? org.liuzheng.words.Words.text(
            "register.meant_unit",
            unit.substring(prefix.length()),
            would.stripTrailingZeros().toPlainString())
        : Text.same("");
  }
}
