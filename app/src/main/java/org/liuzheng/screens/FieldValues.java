package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.springframework.stereotype.Component;

/** Says the values of records in the reader's language; what they refer to is named, and linked. */
@Component
class FieldValues {
  private static final int DIGEST_SHOWN = 12;
  private static final String NUMBER = "-?\\d+(\\.\\d+)?";

  private final Registers registers;
  private final RecordTitles titles;

  FieldValues(Registers registers, RecordTitles titles) {
    this.registers = registers;
    this.titles = titles;
  }

  /** A reader of values of one register; the titles that all of them need are fetched at once. */
  Reader reader(Shell shell, Schema schema, Collection<Map<String, String>> allValues) {
    Map<String, Map<String, String>> named = new HashMap<>();
    RecordTitles.references(schema, allValues)
        .forEach((register, ids) -> named.put(register, titles.titles(shell, register, ids)));
    return new Reader(shell, named);
  }

  /** Whether a value stands right in a column, as numbers do. */
  static boolean numeric(Field field) {
    return field.type() == FieldType.WHOLE || field.type() == FieldType.DECIMAL;
  }

  final class Reader {
    private final Shell shell;
    private final Map<String, Map<String, String>> named;

    private Reader(Shell shell, Map<String, Map<String, String>> named) {
      this.shell = shell;
      this.named = named;
    }

    /**
     * @param value canonical; a private one as its digest
     */
    FieldValue of(Field field, String value) {
      return of(field, value, 0);
    }

    /**
     * @param decimals the least that a number shows
     */
    FieldValue of(Field field, String value, int decimals) {
      if (value.isEmpty()) {
        return new FieldValue("", "", "", false);
      }
      return switch (field.type()) {
        case WHOLE, DECIMAL ->
            new FieldValue(number(field, value, decimals), unit(field), "", false);
        case REFERENCE -> new FieldValue(title(field, value), "", link(field, value), false);
        case PRIVATE -> new FieldValue(start(value), "", "", true);
        case FILE -> new FieldValue(start(value), "", "", false);
        case TEXT, CODE, DATE, MONTH, FLAG, CHOICE, POINT ->
            new FieldValue(field.shown(value).in(shell.lang()), "", "", false);
      };
    }

    private String unit(Field field) {
      return Shown.unit(field.unit(), shell.lang());
    }

    private String title(Field field, String id) {
      return named.getOrDefault(field.refersTo(), Map.of()).getOrDefault(id, id);
    }

    private String link(Field field, String id) {
      return registers
          .schema(field.refersTo())
          .filter(s -> Reading.allowed(s, shell.visitor()))
          .map(s -> RecordLinks.record(shell, s.name(), id))
          .orElse("");
    }

    /** A whole number without a unit may be a year, which is not written 2,018. */
    private static String number(Field field, String value, int decimals) {
      boolean counts = field.type() == FieldType.DECIMAL || !field.unit().zh().isEmpty();
      if (!counts || !value.matches(NUMBER)) {
        return value;
      }
      BigDecimal number = new BigDecimal(value);
      return Shown.number(number.setScale(Math.max(number.scale(), decimals)));
    }

    private static String start(String hash) {
      return hash.substring(0, Math.min(DIGEST_SHOWN, hash.length()));
    }
  }
}
