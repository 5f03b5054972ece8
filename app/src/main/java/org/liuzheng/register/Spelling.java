package org.liuzheng.register;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** How people write values, and the one spelling that is stored. */
final class Spelling {
  private static final Pattern DATE = Pattern.compile(
      "(\\d{4})(?:[-/.]|\u5e74)(\\d{1,2})(?:[-/.]|\u6708)(\\d{1,2})\u65e5?(?:[ T]00:00(?::00)?)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/.]|\u5e74)(\\d{1,2})\u6708?(?:[-/.]0?1)?");
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,\uff0c]\\s*(-?\\d{1,2}(?:\\.\\d+)?)");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "\u662f", "\u221a", "\u6709");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "\u5426", "\u00d7", "\u65e0");
  private static final int LONGEST_TEXT = 20_000;

  private Spelling() {}

  /** The stored spelling, or what is wrong with it. */
  sealed interface Spelled {
    record Right(String value) implements Spelled {}

    record Wrong(Text says) implements Spelled {}
  }

  /** @param found not blank */
  static Spelled of(Field field, String found) {
    String trimmed = found.strip();
    return switch (field.type()) {
      case TEXT, PRIVATE -> trimmed.length() > LONGEST_TEXT || trimmed.indexOf('\0') >= 0
          ? wrong("register.bad_text", field, trimmed.length()) : new Spelled.Right(trimmed);
      case CODE, REFERENCE -> code(field, halfWidth(trimmed));
      case WHOLE, DECIMAL -> number(field, halfWidth(trimmed));
      case DATE -> date(field, halfWidth(trimmed));
      case MONTH -> month(field, halfWidth(trimmed));
      case FLAG -> flag(field, halfWidth(trimmed).toLowerCase(Locale.ROOT));
      case CHOICE -> choice(field, trimmed);
      case POINT -> point(field, trimmed);
      case FILE -> HASH.matcher(trimmed).matches() ? new Spelled.Right(trimmed)
          : wrong("register.bad_file", field, trimmed);
    };
  }

  /** Full-width digits and letters as typed by an input method become ASCII. */
  private static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static Spelled wrong(String key, Field field, Object... found) {
    Object[] args = new Object[found.length + 1];
    args[0] = field.label();
    System.arraycopy(found, 0, args, 1, found.length);
    return new Spelled.Wrong(Words.text(key, args));
  }

  private static Spelled code(Field field, String found) {
    return field.pattern().isEmpty() || Pattern.matches(field.pattern(), found)
        ? new Spelled.Right(found)
        : wrong("register.bad_code", field, found, field.pattern());
  }

  private static Spelled number(Field field, String found) {
    if (!NUMBER.matcher(found).matches()) {
      return wrong(field.type() == FieldType.WHOLE ? "register.bad_whole" : "register.bad_decimal",
          field, found);
    }
    BigDecimal number = new BigDecimal(found.replace(",", ""));
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (field.type() == FieldType.WHOLE && (!whole || number.precision() - number.scale() > 18)) {
      return wrong("register.bad_whole", field, found);
    }
    if (field.min().filter(min -> number.compareTo(min) < 0).isPresent()) {
      return wrong("register.too_small", field, found, field.min().get().toPlainString());
    }
    if (field.max().filter(max -> number.compareTo(max) > 0).isPresent()) {
      return wrong("register.too_large", field, found, field.max().get().toPlainString());
    }
    return new Spelled.Right(
        whole ? number.toBigInteger().toString() : number.stripTrailingZeros().toPlainString());
  }

  private static Spelled date(Field field, String found) {
    return isoDate(found).<Spelled>map(Spelled.Right::new)
        .orElseGet(() -> wrong("register.bad_date", field, found));
  }

  /** An ISO date from the ways people write dates; empty when it is none. */
  static java.util.Optional<String> isoDate(String found) {
    String text = halfWidth(found);
    Matcher m = DATE.matcher(text);
    Matcher compact = COMPACT_DATE.matcher(text);
    Matcher match = m.matches() ? m : compact;
    try {
      return match.matches() ? java.util.Optional.of(LocalDate.of(Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3))).toString())
          : java.util.Optional.empty();
    } catch (DateTimeException e) {
      return java.util.Optional.empty();
    }
  }

  private static Spelled month(Field field, String found) {
    Matcher m = MONTH.matcher(found);
    try {
      if (m.matches()) {
        return new Spelled.Right(YearMonth.of(Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2))).toString());
      }
    } catch (DateTimeException e) {
      return wrong("register.bad_month", field, found);
    }
    return wrong("register.bad_month", field, found);
  }

  private static Spelled flag(Field field, String found) {
    if (YES.contains(found)) {
      return new Spelled.Right("true");
    }
    return NO.contains(found) ? new Spelled.Right("false") : wrong("register.bad_flag", field, found);
  }

  private static Spelled choice(Field field, String found) {
    for (Field.Choice choice : field.choices()) {
      if (found.equals(choice.code()) || found.equals(choice.label().zh())
          || found.equalsIgnoreCase(choice.label().en())) {
        return new Spelled.Right(choice.code());
      }
    }
    Text allowed = new Text(
        String.join("、", field.choices().stream().map(c -> c.label().zh()).toList()),
        String.join(", ", field.choices().stream().map(c -> c.label().en()).toList()));
    return wrong("register.bad_choice", field, found, allowed);
  }

  private static Spelled point(Field field, String found) {
    Matcher m = POINT.matcher(found);
    if (!m.matches() || new BigDecimal(m.group(1)).abs().intValue() > 180
        || new BigDecimal(m.group(2)).abs().intValue() > 90) {
      return wrong("register.bad_point", field, found);
    }
    return new Spelled.Right(m.group(1) + "," + m.group(2));
  }
}
