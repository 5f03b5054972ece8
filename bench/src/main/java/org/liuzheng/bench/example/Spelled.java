package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Words;

/** How one office writes headers and values: each has its own way, and keeps to it. */
final class Spelled {
  private static final String VALID_FROM = "valid_from";
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT),
          DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT),
          DateTimeFormatter.ofPattern("yyyy.M.d", Locale.ROOT),
          DateTimeFormatter.ofPattern("yyyy\u5e74M\u6708d\u65e5", Locale.ROOT));
  private static final List<String> YES = List.of("\u662f", "\u221a");
  private static final List<String> NO = List.of("\u5426", "\u00d7");

  private final Schema schema;
  private final DateTimeFormatter days;
  private final int flags;
  private final boolean units;
  private final boolean thousands;

  Spelled(Schema schema, Dice dice) {
    this.schema = schema;
    this.days = dice.pick(DAYS);
    this.flags = dice.between(0, YES.size() - 1);
    this.units = dice.percent(80);
    this.thousands = dice.percent(25);
  }

  private Optional<Field> field(String name) {
    Optional<Field> field = schema.field(name);
    if (field.isEmpty() && !name.equals(VALID_FROM)) {
      throw new IllegalArgumentException(
          "the register %s has no field %s".formatted(schema.name(), name));
    }
    return field;
  }

  /** Fields that everybody fills are marked with a star; a number's unit stands in brackets. */
  String header(String name) {
    Optional<Field> field = field(name);
    if (field.isEmpty()) {
      return Words.text("register.valid_from").zh();
    }
    String unit = field.get().unit().zh();
    return field.get().label().zh() + (units && !unit.isEmpty() ? "\uff08" + unit + "\uff09" : "");
  }

  boolean isNumber(String name) {
    return field(name)
        .filter(f -> f.type() == FieldType.WHOLE || f.type() == FieldType.DECIMAL)
        .isPresent();
  }

  boolean isDay(String name) {
    return field(name).map(f -> f.type() == FieldType.DATE).orElse(true);
  }

  String value(String name, String canonical) {
    if (canonical.isEmpty()) {
      return "";
    }
    if (isDay(name)) {
      return days.format(LocalDate.parse(canonical));
    }
    Field field = field(name).orElseThrow();
    return switch (field.type()) {
      case FLAG -> (canonical.equals("true") ? YES : NO).get(flags);
      case CHOICE ->
          field.choices().stream()
              .filter(c -> c.code().equals(canonical))
              .map(c -> c.label().zh())
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "%s.%s cannot be %s".formatted(schema.name(), name, canonical)));
      case WHOLE, DECIMAL -> thousands ? grouped(canonical) : canonical;
      default -> canonical;
    };
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String rest = point < 0 ? "" : number.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + rest;
  }
}
