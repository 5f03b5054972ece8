package org.liuzheng.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.liuzheng.words.Words;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The tables of the registers: one per schema, made, extended, read and written through jOOQ. */
final class RecordTables {
  private static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
  private static final Field<LocalDate> VALID_FROM = field(name("valid_from"), SQLDataType.LOCALDATE);
  private static final Field<LocalDate> VALID_TO = field(name("valid_to"), SQLDataType.LOCALDATE);
  private static final Field<Long> KNOWN_FROM = field(name("known_from"), SQLDataType.BIGINT);
  private static final Field<Long> KNOWN_TO = field(name("known_to"), SQLDataType.BIGINT);
  private static final Field<Long> ENTRY = field(name("entry"), SQLDataType.BIGINT);
  private static final int CHUNK = 1000;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DSLContext sql;

  RecordTables(DataSource database) {
    this.sql = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
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

  /** Creates the table, or adds the columns of new fields; a column's type never changes. */
  void install(Schema schema) {
    Map<String, String> there = columns(schema.table());
    if (there.isEmpty()) {
      create(schema);
      return;
    }
    for (org.liuzheng.register.Field f : schema.fields()) {
      String now = there.get(f.name());
      if (now == null) {
        sql.alterTable(name(schema.table())).addColumn(field(name(f.name()), type(f.type())))
            .execute();
      } else if (!now.equals(sqlName(f.type()))) {
        throw new IllegalStateException(Words.text("register.type_changed", schema.name(),
            f.name(), now, sqlName(f.type())).en());
      }
    }
  }

  private void create(Schema schema) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(field(name("id"), SQLDataType.CLOB.notNull()));
    schema.fields().forEach(f -> columns.add(field(name(f.name()), type(f.type()))));
    columns.add(field(name("valid_from"), SQLDataType.LOCALDATE.notNull()));
    columns.add(field(name("valid_to"), SQLDataType.LOCALDATE.notNull()));
    columns.add(field(name("known_from"), SQLDataType.BIGINT.notNull()));
    columns.add(field(name("known_to"), SQLDataType.BIGINT.notNull()));
    columns.add(field(name("entry"), SQLDataType.BIGINT.notNull()));
    sql.createTable(name(schema.table())).columns(columns)
        .primaryKey(ID, KNOWN_FROM, VALID_FROM).execute();
    sql.createIndex(name(schema.table() + "_now")).on(table(name(schema.table())), ID, VALID_FROM)
        .where(KNOWN_TO.eq(DSL.inline(Long.MAX_VALUE))).execute();
    for (org.liuzheng.register.Field f : schema.fields()) {
      if (f.type() == FieldType.REFERENCE) {
        sql.createIndex(name(schema.table() + "_" + f.name())).on(table(name(schema.table())),
            field(name(f.name()))).execute();
      }
    }
  }

  private static String sqlName(FieldType type) {
    return switch (type) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> "text";
      case WHOLE -> "bigint";
      case DECIMAL -> "numeric";
      case DATE, MONTH -> "date";
      case FLAG -> "boolean";
    };
  }

  private Map<String, String> columns(String table) {
    Field<String> column = field(name("column_name"), SQLDataType.CLOB);
    Field<String> type = field(name("data_type"), SQLDataType.CLOB);
    return sql.select(column, type).from(table(name("information_schema", "columns")))
        .where(field(name("table_name"), SQLDataType.CLOB).eq(table))
        .and(field(name("table_schema"), SQLDataType.CLOB)
            .eq(field("current_schema()", SQLDataType.CLOB)))
        .fetchMap(column, type);
  }

  void empty(Schema schema) {
    sql.truncate(table(name(schema.table()))).execute();
  }

  private static List<Field<?>> selected(Schema schema) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(ID);
    schema.fields().forEach(f -> columns.add(field(name(f.name()), type(f.type()))));
    columns.addAll(List.of(VALID_FROM, VALID_TO, KNOWN_FROM, KNOWN_TO, ENTRY));
    return columns;
  }

  private static Version version(Schema schema, Record row) {
    Map<String, String> values = new TreeMap<>();
    for (org.liuzheng.register.Field f : schema.fields()) {
      Object value = row.get(name(f.name()));
      if (value != null) {
        values.put(f.name(), text(f.type(), value));
      }
    }
    return new Version(schema.name(), row.get(ID), row.get(VALID_FROM), row.get(VALID_TO),
        row.get(KNOWN_FROM), row.get(KNOWN_TO), row.get(ENTRY), Map.copyOf(values));
  }

  private static String text(FieldType type, Object value) {
    return switch (type) {
      case DECIMAL -> ((BigDecimal) value).toPlainString();
      case MONTH -> value.toString().substring(0, "2018-03".length());
      default -> value.toString();
    };
  }

  private static Object typed(FieldType type, String value) {
    return switch (type) {
      case WHOLE -> Long.valueOf(value);
      case DECIMAL -> new BigDecimal(value);
      case DATE -> LocalDate.parse(value);
      case MONTH -> LocalDate.parse(value + "-01");
      case FLAG -> Boolean.valueOf(value);
      default -> value;
    };
  }

  /** What is known now of each of these records; a record nobody knows has an empty timeline. */
  Map<String, Timeline> timelines(Schema schema, Collection<String> ids) {
    Map<String, List<Version>> found = new HashMap<>();
    List<String> all = ids.stream().filter(Spelling::storable).distinct().toList();
    for (int i = 0; i < all.size(); i += CHUNK) {
      sql.select(selected(schema)).from(table(name(schema.table())))
          .where(ID.in(all.subList(i, Math.min(i + CHUNK, all.size()))))
          .and(KNOWN_TO.eq(DSL.inline(Long.MAX_VALUE))).orderBy(ID, VALID_FROM)
          .forEach(r -> found.computeIfAbsent(r.get(ID), k -> new ArrayList<>())
              .add(version(schema, r)));
    }
    Map<String, Timeline> timelines = new HashMap<>();
    all.forEach(id -> timelines.put(id, new Timeline(found.getOrDefault(id, List.of()))));
    return timelines;
  }

  /** Which of these ids are known now, on whatever day. */
  Set<String> known(Schema schema, Collection<String> ids) {
    Set<String> known = new HashSet<>();
    List<String> all = List.copyOf(new HashSet<>(ids));
    for (int i = 0; i < all.size(); i += CHUNK) {
      known.addAll(sql.selectDistinct(ID).from(table(name(schema.table())))
          .where(ID.in(all.subList(i, Math.min(i + CHUNK, all.size()))))
          .and(KNOWN_TO.eq(DSL.inline(Long.MAX_VALUE))).fetch(ID));
    }
    return known;
  }

  /** Ends the knowledge of versions that were stored before. */
  void close(Schema schema, Map<Version, Long> closedAt) {
    if (closedAt.isEmpty()) {
      return;
    }
    var batch = sql.batch(sql.update(table(name(schema.table())))
        .set(KNOWN_TO, DSL.param("at", SQLDataType.BIGINT))
        .where(ID.eq(DSL.param("id", SQLDataType.CLOB)))
        .and(KNOWN_FROM.eq(DSL.param("from", SQLDataType.BIGINT)))
        .and(VALID_FROM.eq(DSL.param("valid", SQLDataType.LOCALDATE))));
    for (Map.Entry<Version, Long> closed : closedAt.entrySet()) {
      Version v = closed.getKey();
      batch = batch.bind(closed.getValue(), v.record(), v.knownFrom(), v.validFrom());
    }
    batch.execute();
  }

  void insert(Schema schema, List<Version> versions) {
    if (versions.isEmpty()) {
      return;
    }
    List<Field<?>> columns = selected(schema);
    var batch = sql.batch(sql.insertInto(table(name(schema.table())), columns)
        .values(columns.stream().map(c -> DSL.param(c.getName(), c.getDataType())).toList()));
    for (Version v : versions) {
      List<Object> row = new ArrayList<>();
      row.add(v.record());
      for (org.liuzheng.register.Field f : schema.fields()) {
        String value = v.value(f.name());
        row.add(value.isEmpty() ? nothing() : typed(f.type(), value));
      }
      row.addAll(List.of(v.validFrom(), v.validTo(), v.knownFrom(), v.knownTo(), v.entry()));
      batch = batch.bind(row.toArray());
    }
    batch.execute();
  }

  /** SQL's null, which only the database sees. */
  @SuppressWarnings("NullAway")
  private static Object nothing() {
    return null;
  }

  Optional<Version> record(Schema schema, String id, When when) {
    return Spelling.storable(id) ? sql.select(selected(schema))
        .from(table(name(schema.table()))).where(ID.eq(id)).and(then(when))
        .fetchOptional(r -> version(schema, r)) : Optional.empty();
  }

  List<Version> history(Schema schema, String id) {
    return !Spelling.storable(id) ? List.of() : sql.select(selected(schema)).from(table(name(schema.table()))).where(ID.eq(id))
        .orderBy(KNOWN_FROM, VALID_FROM).fetch(r -> version(schema, r));
  }

  Registers.Found list(Schema schema, Registers.Query query) {
    Condition condition = then(query.when()).and(equal(schema, query.equal()))
        .and(search(schema, query.search()));
    long total = sql.fetchCount(sql.selectOne().from(table(name(schema.table()))).where(condition));
    List<Version> page = sql.select(selected(schema)).from(table(name(schema.table())))
        .where(condition).orderBy(order(schema, query.sort()), ID.asc())
        .limit(Math.max(query.size(), 1))
        .offset((long) Math.max(query.page(), 0) * Math.max(query.size(), 1))
        .fetch(r -> version(schema, r));
    return new Registers.Found(page, total);
  }

  private static Condition then(When when) {
    return KNOWN_FROM.le(when.known()).and(KNOWN_TO.gt(when.known()))
        .and(VALID_FROM.le(when.on())).and(VALID_TO.gt(when.on()));
  }

  private static Condition equal(Schema schema, Map<String, String> equal) {
    Condition all = DSL.noCondition();
    for (Map.Entry<String, String> e : equal.entrySet()) {
      all = all.and(!Spelling.storable(e.getValue()) ? DSL.falseCondition()
          : e.getKey().equals("id") ? ID.eq(e.getValue())
          : schema.field(e.getKey()).map(f -> equal(f, e.getValue()))
              .orElseGet(DSL::falseCondition));
    }
    return all;
  }

  private static Condition equal(org.liuzheng.register.Field f, String value) {
    if (value.isEmpty()) {
      return field(name(f.name())).isNull();
    }
    return switch (Spelling.of(f, value)) {
      case Spelling.Spelled.Right right ->
          field(name(f.name()), Object.class).eq(DSL.val(typed(f.type(), right.value())));
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
    Condition any = ID.containsIgnoreCase(search.strip());
    for (org.liuzheng.register.Field f : schema.fields()) {
      switch (f.type()) {
        case TEXT, CODE, REFERENCE ->
            any = any.or(field(name(f.name()), SQLDataType.CLOB).containsIgnoreCase(search.strip()));
        default -> {
          // numbers, dates and codes of choices are filtered by value, not searched
        }
      }
    }
    return any;
  }

  private static SortField<?> order(Schema schema, String sort) {
    String by = (sort.startsWith("-") ? sort.substring(1) : sort).toLowerCase(Locale.ROOT);
    Field<?> column = schema.field(by).isPresent() ? field(name(by)) : ID;
    return sort.startsWith("-") ? column.desc().nullsLast() : column.asc().nullsLast();
  }
}
