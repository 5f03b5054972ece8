package org.liuzheng.register;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** How people write values, and the one spelling that is stored; a stored value spells itself. */
final class Spelling {
  static final int LONGEST_CODE = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_SHOWN = 100;
  private static final int LARGEST_LONGITUDE = 180;
  private static final int LARGEST_LATITUDE = 90;
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*,\\s*(-?\\d{1,2}(?:\\.\\d{1,12})?)");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** What Excel makes of a long number, such as that of an identity card. */
  private static final Pattern LOST_DIGITS = Pattern.compile("\\d\\.\\d+E\\+?\\d{2}");

  private static final Set<String> YES =
      Set.of("true", "yes", "y", "1", "\u662f", "\u6709", "\u221a", "\u2713", "\u2714");
  private static final Set<String> NO =
      Set.of("false", "no", "n", "0", "\u5426", "\u65e0", "\u00d7", "\u2717", "\u2718");

  private Spelling() {}

  /** The stored spelling, or what is wrong with it. */
  sealed interface Spelled {
    record Right(String value) implements Spelled {}

    record Wrong(Text says) implements Spelled {}
  }

  /**
   * @param found not blank
   */
  static Spelled of(Field field, String found) {
    String trimmed = found.strip();
    return switch (field.type()) {
      case TEXT -> text(field, trimmed);
      case PRIVATE ->
          LOST_DIGITS.matcher(trimmed).matches()
              ? wrong("register.lost_digits", field, trimmed)
              : text(field, trimmed);
      case CODE, REFERENCE -> code(field, halfWidth(trimmed));
      case WHOLE, DECIMAL -> Amounts.spelled(field, halfWidth(trimmed));
      case DATE -> Days.date(field, halfWidth(trimmed));
      case MONTH -> Days.month(field, halfWidth(trimmed));
      case FLAG -> flag(field, halfWidth(trimmed).toLowerCase(Locale.ROOT));
      case CHOICE -> choice(field, halfWidth(trimmed));
      case POINT -> point(field, halfWidth(trimmed));
      case FILE ->
          HASH.matcher(trimmed).matches()
              ? new Spelled.Right(trimmed)
              : wrong("register.bad_file", field, trimmed);
    };
  }

  /** Full-width digits and letters as typed by an input method become ASCII. */
  static String halfWidth(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Whether the database and JSON can hold it: no null character, no half of a pair. */
  static boolean storable(String text) {
    return text.codePoints()
        .allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
  }

  static Spelled.Wrong wrong(String key, Field field, String found, Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = field.label();
    args[1] = found.length() > LONGEST_SHOWN ? found.substring(0, LONGEST_SHOWN) + "…" : found;
    System.arraycopy(more, 0, args, 2, more.length);
    return new Spelled.Wrong(Words.text(key, args));
  }

  private static Spelled text(Field field, String found) {
    if (found.length() > LONGEST_TEXT) {
      return wrong("register.long_text", field, found, found.length(), LONGEST_TEXT);
    }
    return storable(found) ? new Spelled.Right(found) : wrong("register.bad_text", field, "");
  }

  private static Spelled code(Field field, String found) {
    if (found.length() > LONGEST_CODE) {
      return wrong("register.long_code", field, found, LONGEST_CODE);
    }
    if (!storable(found) || found.chars().anyMatch(Character::isISOControl)) {
      return wrong("register.invisible", field, found.replaceAll("[\\p{Cntrl}\\p{Cs}]", " "));
    }
    if (LOST_DIGITS.matcher(found).matches()) {
      return wrong("register.lost_digits", field, found);
    }
    if (field.pattern().isEmpty() || Pattern.matches(field.pattern(), found)) {
      return new Spelled.Right(found);
    }
    return field.hint().zh().isEmpty()
        ? wrong("register.bad_code", field, found, field.pattern())
        : wrong("register.bad_code_hint", field, found, field.hint());
  }

  private static Spelled flag(Field field, String found) {
    if (YES.contains(found)) {
      return new Spelled.Right("true");
    }
    return NO.contains(found)
        ? new Spelled.Right("false")
        : wrong("register.bad_flag", field, found);
  }

  private static Spelled choice(Field field, String found) {
    for (Field.Choice choice : field.choices()) {
      if (found.equals(choice.code())) {
        return new Spelled.Right(choice.code());
      }
    }
    for (Field.Choice choice : field.choices()) {
      if (found.equalsIgnoreCase(choice.code())
          || found.equals(halfWidth(choice.label().zh()))
          || found.equalsIgnoreCase(halfWidth(choice.label().en()))) {
        return new Spelled.Right(choice.code());
      }
    }
    return wrong(
        "register.bad_choice",
        field,
        found,
        new Text(
            String.join("、", field.choices().stream().map(c -> c.label().zh()).toList()),
            String.join(", ", field.choices().stream().map(c -> c.label().en()).toList())));
  }

  private static Spelled point(Field field, String found) {
    Matcher m = POINT.matcher(found);
    if (!m.matches()
        || beyond(m.group(1), LARGEST_LONGITUDE)
        || beyond(m.group(2), LARGEST_LATITUDE)) {
      return wrong("register.bad_point", field, found);
    }
    return new Spelled.Right(m.group(1) + "," + m.group(2));
  }

  private static boolean beyond(String degrees, int largest) {
    return new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(largest)) > 0;
  }
}
