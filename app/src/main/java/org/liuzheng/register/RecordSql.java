package org.liuzheng.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statements that move many rows of one register's table, as text: they are built once and run
 * without building anything anew for each row.
 *
 * @param insert takes the columns in the order of {@link #columns}
 * @param close takes known_to, id, known_from, valid_from
 * @param timelines takes an array of ids; what is known now of each, by id and valid_from
 * @param known takes an array of ids; those known now, on whatever day
 */
record RecordSql(String insert, String close, String timelines, String known) {
  static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
  static final Field<LocalDate> VALID_FROM = field(name("valid_from"), SQLDataType.LOCALDATE);
  static final Field<LocalDate> VALID_TO = field(name("valid_to"), SQLDataType.LOCALDATE);
  static final Field<Long> KNOWN_FROM = field(name("known_from"), SQLDataType.BIGINT);
  static final Field<Long> KNOWN_TO = field(name("known_to"), SQLDataType.BIGINT);
  static final Field<Long> ENTRY = field(name("entry"), SQLDataType.BIGINT);

  static RecordSql of(Schema schema, DSLContext sql) {
    var table = table(name(schema.table()));
    var now = KNOWN_TO.eq(DSL.inline(Long.MAX_VALUE));
    var these = ID.eq(DSL.any(DSL.val(new String[0])));
    List<Field<?>> columns = columns(schema);
    return new RecordSql(
        sql.render(
            sql.insertInto(table, columns)
                .values(
                    columns.stream().map(c -> DSL.param(c.getName(), c.getDataType())).toList())),
        sql.render(
            sql.update(table)
                .set(KNOWN_TO, DSL.param("known_to", SQLDataType.BIGINT))
                .where(ID.eq(DSL.param("id", SQLDataType.CLOB)))
                .and(KNOWN_FROM.eq(DSL.param("known_from", SQLDataType.BIGINT)))
                .and(VALID_FROM.eq(DSL.param("valid_from", SQLDataType.LOCALDATE)))),
        sql.render(sql.select(columns).from(table).where(these).and(now).orderBy(ID, VALID_FROM)),
        sql.render(sql.selectDistinct(ID).from(table).where(these).and(now)));
  }

  /** The id, the fields in their order, the two times and the entry. */
  static List<Field<?>> columns(Schema schema) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(ID);
    schema.fields().forEach(f -> columns.add(field(name(f.name()), type(f.type()))));
    columns.addAll(List.of(VALID_FROM, VALID_TO, KNOWN_FROM, KNOWN_TO, ENTRY));
    return columns;
  }

  static DataType<?> type(FieldType type) {
    return switch (type) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> SQLDataType.CLOB;
      case WHOLE -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.NUMERIC;
      case DATE, MONTH -> SQLDataType.LOCALDATE;
      case FLAG -> SQLDataType.BOOLEAN;
    };
  }
}
