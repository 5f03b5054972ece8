package org.liuzheng.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Finds records by what their fields hold; a question that none can answer finds none. */
final class RecordList {
  private final RecordTables tables;

  RecordList(RecordTables tables) {
    this.tables = tables;
  }

  Registers.Found list(Schema schema, Registers.Query query) {
    Condition condition =
        RecordTables.then(query.when())
            .and(equal(schema, query.equal()))
            .and(search(schema, query.search()));
    int size = Math.max(query.size(), 1);
    long total =
        tables
            .sql()
            .fetchCount(
                tables.sql().selectOne().from(table(name(schema.table()))).where(condition));
    List<Version> page =
        tables.versions(
            schema,
            tables
                .sql()
                .select(RecordSql.columns(schema))
                .from(table(name(schema.table())))
                .where(condition)
                .orderBy(order(schema, query.sort()), RecordSql.ID.asc())
                .limit(size)
                .offset((long) Math.max(query.page(), 0) * size));
    return new Registers.Found(page, total);
  }

  private static Condition equal(Schema schema, Map<String, String> equal) {
    Condition all = DSL.noCondition();
    for (Map.Entry<String, String> e : equal.entrySet()) {
      all =
          all.and(
              !Spelling.storable(e.getValue())
                  ? DSL.falseCondition()
                  : e.getKey().equals("id")
                      ? RecordSql.ID.eq(e.getValue())
                      : schema
                          .field(e.getKey())
                          .map(f -> equal(f, e.getValue()))
                          .orElseGet(DSL::falseCondition));
    }
    return all;
  }

  private static Condition equal(Field f, String value) {
    if (value.isEmpty()) {
      return field(name(f.name())).isNull();
    }
    return switch (Spelling.of(f, value)) {
      case Spelling.Spelled.Right right ->
          field(name(f.name()), Object.class).eq(DSL.val(Stored.typed(f.type(), right.value())));
      case Spelling.Spelled.Wrong wrong -> DSL.falseCondition();
    };
  }

  /** Text in the id or any text-like field; private fields hold digests and are left out. */
  private static Condition search(Schema schema, String search) {
    if (search.isBlank()) {
      return DSL.noCondition();
    }
    if (!Spelling.storable(search)) {
      return DSL.falseCondition();
    }
    Condition any = RecordSql.ID.containsIgnoreCase(search.strip());
    for (Field f : schema.fields()) {
      switch (f.type()) {
        case TEXT, CODE, REFERENCE ->
            any =
                any.or(field(name(f.name()), SQLDataType.CLOB).containsIgnoreCase(search.strip()));
        default -> {
          // numbers, dates and codes of choices are filtered by value, not searched
        }
      }
    }
    return any;
  }

  private static SortField<?> order(Schema schema, String sort) {
    String by = (sort.startsWith("-") ? sort.substring(1) : sort).toLowerCase(Locale.ROOT);
    org.jooq.Field<?> column = schema.field(by).isPresent() ? field(name(by)) : RecordSql.ID;
    return sort.startsWith("-") ? column.desc().nullsLast() : column.asc().nullsLast();
  }
}
