package org.liuzheng.seal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strict JSON reader (RFC 8259 within I-JSON, RFC 7493): an object is a {@code Map}, an array a
 * {@code List}, a whole number that a double holds exactly a {@code Long}, any other number a
 * {@code Double}. A name given twice, a lone surrogate, a number beyond double, or anything after
 * the value is refused, because two readers could understand it differently.
 */
public final class Json {
  private static final int DEPTH = 200;
  private static final long EXACT = (1L << 53) - 1;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value that the text is. */
  public static @Nullable Object parse(String text) {
    Json json = new Json(text);
    json.space();
    Object value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.fault("something follows the value");
    }
    return value;
  }

  /** The object that the text is; its values are not null. */
  public static Map<String, Object> object(String text) {
    if (!(parse(text) instanceof Map<?, ?> map)) {
      throw new NotInFormat("the text is not a JSON object");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (value == null) {
        throw new NotInFormat("%s is null", name);
      }
      object.put(String.valueOf(name), value);
    });
    return object;
  }

  private @Nullable Object value(int depth) {
    if (depth > DEPTH) {
      throw fault("nested deeper than " + DEPTH);
    }
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> members(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      int start = at;
      String name = string();
      if (members.containsKey(name)) {
        at = start;
        throw fault("the name \"" + name + "\" is given twice");
      }
      space();
      expect(':');
      space();
      members.put(name, value(depth + 1));
      space();
      if (peek() == '}') {
        at++;
        return members;
      }
      expect(',');
    }
  }

  private List<@Nullable Object> elements(int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return elements;
    }
    while (true) {
      space();
      elements.add(value(depth + 1));
      space();
      if (peek() == ']') {
        at++;
        return elements;
      }
      expect(',');
    }
  }

  private String string() {
    expect('"');
    StringBuilder said = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return paired(said.toString());
      }
      if (c < 0x20) {
        throw fault("a control character stands in a string unescaped");
      }
      said.append(c == '\\' ? escape() : c);
    }
  }

  private String paired(String said) {
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < said.length()
          && Character.isLowSurrogate(said.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw fault("a string holds half a surrogate pair");
      }
    }
    return said;
  }

  private char escape() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> throw fault("\\" + c + " is no escape");
    };
  }

  private int hex() {
    char c = next();
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw fault("\\u needs four hexadecimal digits");
    }
    return digit;
  }

  private Object number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    boolean whole = true;
    if (peek() == '.') {
      at++;
      digits();
      whole = false;
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
      whole = false;
    }
    return number(text.substring(start, at), whole);
  }

  private Object number(String digits, boolean whole) {
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw fault("the number " + digits + " is beyond a double");
    }
    if (whole && Math.abs(value) <= EXACT && !digits.equals("-0")) {
      return (long) value;
    }
    return value;
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw fault(
          at < text.length()
              ? "no value can begin with " + text.charAt(at)
              : "the text ends too early");
    }
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw fault("not a JSON word");
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The character here, or 0 at the end: 0 itself is no JSON. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char next() {
    if (at >= text.length()) {
      throw fault("the text ends too early");
    }
    return text.charAt(at++);
  }

  private void expect(char wanted) {
    if (peek() != wanted || at >= text.length()) {
      throw fault("expected " + wanted);
    }
    at++;
  }

  private NotInFormat fault(String what) {
    return new NotInFormat("JSON, character %d: %s", at + 1, what);
  }
}
