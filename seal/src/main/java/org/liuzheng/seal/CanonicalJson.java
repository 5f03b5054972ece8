package org.liuzheng.seal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785: one value, one text. Names are ordered by UTF-16 code units (as Java compares strings),
 * numbers written as ECMAScript writes a double, only what must be escaped is escaped.
 */
public final class CanonicalJson {
  private static final long EXACT = (1L << 53) - 1;
  private static final int LARGEST_PLAIN = 21;
  private static final int SMALLEST_PLAIN = -6;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /** The canonical text; a value that has none is a defect of the caller and throws. */
  public static String text(@Nullable Object value) {
    CanonicalJson json = new CanonicalJson();
    json.write(value);
    return json.out.toString();
  }

  /** The canonical text in UTF-8. */
  public static byte[] bytes(@Nullable Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Boolean b -> out.append(b);
      case String s -> string(s);
      case Integer i -> out.append(i);
      case Long l -> out.append(whole(l));
      case Double d -> out.append(number(d));
      case Map<?, ?> map -> members(map);
      case List<?> list -> elements(list);
      default ->
          throw new IllegalArgumentException(
              "no JSON form for " + value.getClass().getName() + " " + value);
    }
  }

  private void members(Map<?, ?> map) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> {
      if (!(name instanceof String text)) {
        throw new IllegalArgumentException("a JSON name must be text, not " + name);
      }
      sorted.put(text, value);
    });
    String comma = "";
    out.append('{');
    for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
      out.append(comma);
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      comma = ",";
    }
    out.append('}');
  }

  private void elements(List<?> list) {
    String comma = "";
    out.append('[');
    for (Object element : list) {
      out.append(comma);
      write(element);
      comma = ",";
    }
    out.append(']');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        throw new IllegalArgumentException("half a surrogate pair at " + i + " has no UTF-8 form");
      } else {
        character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append("\\u00")
              .append(Character.forDigit(c >> 4, 16))
              .append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static long whole(long value) {
    if (value > EXACT || value < -EXACT) {
      throw new IllegalArgumentException(value + " is beyond the whole numbers of JSON; use text");
    }
    return value;
  }

  /** ECMAScript's Number::toString, which RFC 8785 section 3.2.2.3 prescribes. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " has no JSON form");
    }
    if (value == 0) {
      return "0";
    }
    String sign = value < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    return sign + placed(digits, point);
  }

  /**
   * @param point where the decimal point stands, counted from before the first digit
   */
  private static String placed(String digits, int point) {
    int count = digits.length();
    if (point > LARGEST_PLAIN || point <= SMALLEST_PLAIN) {
      String fraction = count == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    }
    if (point >= count) {
      return digits + "0".repeat(point - count);
    }
    if (point > 0) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    return "0." + "0".repeat(-point) + digits;
  }

  /**
   * The shortest decimal that reads back as {@code value}. {@code Double.toString} finds it except
   * that it never gives fewer than two digits: 4.9E-324 where ECMAScript says 5e-324.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal found = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (found.precision() == 2) {
      BigDecimal one = found.round(new MathContext(1, RoundingMode.HALF_EVEN));
      if (one.doubleValue() == value) {
        found = one;
      }
    }
    return found.stripTrailingZeros();
  }
}
