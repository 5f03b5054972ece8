package org.liuzheng.register;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canonical texts to what a column holds, and back. */
final class Stored {
  private Stored() {}

  /**
   * @param value empty for SQL's null
   */
  static @Nullable Object of(FieldType type, String value) {
    return value.isEmpty() ? null : typed(type, value);
  }

  static Object typed(FieldType type, String value) {
    return switch (type) {
      case WHOLE -> Long.valueOf(value);
      case DECIMAL -> new BigDecimal(value);
      case DATE -> LocalDate.parse(value);
      case MONTH -> LocalDate.parse(value + "-01");
      case FLAG -> Boolean.valueOf(value);
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> value;
    };
  }

  /**
   * @param row the columns of {@link RecordSql#columns}
   */
  static Version version(Schema schema, ResultSet row) throws SQLException {
    Map<String, String> values = new HashMap<>();
    int column = 1;
    String id = row.getString(column++);
    for (Field field : schema.fields()) {
      String text = text(field.type(), row, column++);
      if (text != null) {
        values.put(field.name(), text);
      }
    }
    return new Version(
        schema.name(),
        id,
        row.getObject(column++, LocalDate.class),
        row.getObject(column++, LocalDate.class),
        row.getLong(column++),
        row.getLong(column++),
        row.getLong(column),
        Map.copyOf(values));
  }

  private static @Nullable String text(FieldType type, ResultSet row, int column)
      throws SQLException {
    return switch (type) {
      case DECIMAL -> {
        BigDecimal number = row.getBigDecimal(column);
        yield number == null ? null : number.toPlainString();
      }
      case DATE, MONTH -> {
        LocalDate day = row.getObject(column, LocalDate.class);
        yield day == null
            ? null
            : type == FieldType.DATE
                ? day.toString()
                : day.toString().substring(0, "2018-03".length());
      }
      case FLAG -> {
        boolean flag = row.getBoolean(column);
        yield row.wasNull() ? null : String.valueOf(flag);
      }
      case TEXT, CODE, WHOLE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> row.getString(column);
    };
  }
}
