package org.liuzheng.register;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.liuzheng.register.RecordSql.ID;
import static org.liuzheng.register.RecordSql.KNOWN_FROM;
import static org.liuzheng.register.RecordSql.KNOWN_TO;
import static org.liuzheng.register.RecordSql.VALID_FROM;
import static org.liuzheng.register.RecordSql.VALID_TO;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.liuzheng.words.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The tables of the registers: one per schema, made, extended and written, read by id. */
final class RecordTables {
  private static final int CHUNK = 2_000;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final DSLContext sql;
  private final JdbcTemplate jdbc;
  private final Map<Schema, RecordSql> texts = new ConcurrentHashMap<>();

  RecordTables(DataSource database) {
    this.sql =
        DSL.using(
            new TransactionAwareDataSourceProxy(database),
            SQLDialect.POSTGRES,
            new Settings().withExecuteLogging(false));
    this.jdbc = new JdbcTemplate(database);
  }

  DSLContext sql() {
    return sql;
  }

  private RecordSql text(Schema schema) {
    return texts.computeIfAbsent(schema, s -> RecordSql.of(s, sql));
  }

  /** A column's type never changes: what it holds was judged by the old one. */
  List<Refusal> misfits(Schema schema) {
    Map<String, String> there = columns(schema.table());
    return schema.fields().stream()
        .filter(f -> !there.getOrDefault(f.name(), sqlName(f.type())).equals(sqlName(f.type())))
        .map(f ->
            Refusal.of(
                "register.type_changed",
                schema.name() + "." + f.name(),
                schema.label(),
                f.name(),
                there.getOrDefault(f.name(), ""),
                sqlName(f.type())))
        .toList();
  }

  /** Creates the table, or adds the columns of new fields. */
  void install(Schema schema) {
    Map<String, String> there = columns(schema.table());
    if (there.isEmpty()) {
      create(schema);
    }
    schema.fields().stream()
        .filter(f -> !there.isEmpty() && !there.containsKey(f.name()))
        .forEach(f -> {
          sql.alterTable(name(schema.table()))
              .addColumn(field(name(f.name()), RecordSql.type(f.type())))
              .execute();
          reference(schema, f);
        });
  }

  private void create(Schema schema) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(field(name("id"), SQLDataType.CLOB.notNull()));
    schema.fields().forEach(f -> columns.add(field(name(f.name()), RecordSql.type(f.type()))));
    columns.add(field(name("valid_from"), SQLDataType.LOCALDATE.notNull()));
    columns.add(field(name("valid_to"), SQLDataType.LOCALDATE.notNull()));
    columns.add(field(name("known_from"), SQLDataType.BIGINT.notNull()));
    columns.add(field(name("known_to"), SQLDataType.BIGINT.notNull()));
    columns.add(field(name("entry"), SQLDataType.BIGINT.notNull()));
    sql.createTable(name(schema.table()))
        .columns(columns)
        .primaryKey(ID, KNOWN_FROM, VALID_FROM)
        .execute();
    sql.createIndex()
        .on(table(name(schema.table())), ID, VALID_FROM)
        .where(KNOWN_TO.eq(DSL.inline(Long.MAX_VALUE)))
        .execute();
    schema.fields().forEach(f -> reference(schema, f));
  }

  /** The database finds the index's name, which of two long names would else be cut to one. */
  private void reference(Schema schema, org.liuzheng.register.Field f) {
    if (f.type() == FieldType.REFERENCE) {
      sql.createIndex().on(table(name(schema.table())), field(name(f.name()))).execute();
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
    return sql.select(column, type)
        .from(table(name("information_schema", "columns")))
        .where(field(name("table_name"), SQLDataType.CLOB).eq(table))
        .and(
            field(name("table_schema"), SQLDataType.CLOB)
                .eq(field("current_schema()", SQLDataType.CLOB)))
        .fetchMap(column, type);
  }

  void empty(Schema schema) {
    sql.truncate(table(name(schema.table()))).execute();
  }

  /** What is known now of each of these records; a record nobody knows has an empty timeline. */
  Map<String, Timeline> timelines(Schema schema, Collection<String> ids) {
    Map<String, List<Version>> found = new HashMap<>();
    inChunks(
        ids,
        some ->
            jdbc.query(
                text(schema).timelines(),
                row -> {
                  Version version = Stored.version(schema, row);
                  found.computeIfAbsent(version.record(), k -> new ArrayList<>()).add(version);
                },
                (Object) some));
    Map<String, Timeline> timelines = new HashMap<>();
    ids.forEach(id -> timelines.put(id, new Timeline(found.getOrDefault(id, List.of()))));
    return timelines;
  }

  /** Which of these ids are known now, on whatever day. */
  Set<String> known(Schema schema, Collection<String> ids) {
    Set<String> known = new HashSet<>();
    inChunks(
        ids,
        some -> known.addAll(jdbc.queryForList(text(schema).known(), String.class, (Object) some)));
    return known;
  }

  private static void inChunks(Collection<String> ids, Consumer<String[]> some) {
    List<String> all = ids.stream().filter(Spelling::storable).distinct().toList();
    for (int i = 0; i < all.size(); i += CHUNK) {
      some.accept(all.subList(i, Math.min(i + CHUNK, all.size())).toArray(String[]::new));
    }
  }

  /** Ends the knowledge of versions that were stored before. */
  void close(Schema schema, Map<Version, Long> closedAt) {
    List<Object[]> rows = new ArrayList<>(closedAt.size());
    closedAt.forEach(
        (v, at) -> rows.add(new Object[] {at, v.record(), v.knownFrom(), v.validFrom()}));
    jdbc.batchUpdate(text(schema).close(), rows);
  }

  void insert(Schema schema, List<Version> versions) {
    List<Object[]> rows = new ArrayList<>(versions.size());
    for (Version v : versions) {
      List<Object> row = new ArrayList<>();
      row.add(v.record());
      schema.fields().forEach(f -> row.add(Stored.of(f.type(), v.value(f.name()))));
      row.addAll(List.of(v.validFrom(), v.validTo(), v.knownFrom(), v.knownTo(), v.entry()));
      rows.add(row.toArray());
    }
    jdbc.batchUpdate(text(schema).insert(), rows);
  }

  Optional<Version> record(Schema schema, String id, When when) {
    return Spelling.storable(id)
        ? read(schema, ID.eq(id).and(then(when))).stream().findFirst()
        : Optional.empty();
  }

  Map<String, Version> records(Schema schema, Collection<String> ids, When when) {
    Map<String, Version> found = new HashMap<>();
    inChunks(
        ids,
        some ->
            read(schema, ID.eq(DSL.any(some)).and(then(when)))
                .forEach(v -> found.put(v.record(), v)));
    return found;
  }

  List<Version> history(Schema schema, String id) {
    return Spelling.storable(id) ? read(schema, ID.eq(id)) : List.of();
  }

  private List<Version> read(Schema schema, org.jooq.Condition condition) {
    return versions(
        schema,
        sql.select(RecordSql.columns(schema))
            .from(table(name(schema.table())))
            .where(condition)
            .orderBy(KNOWN_FROM, VALID_FROM));
  }

  /**
   * @param query of {@link RecordSql#columns}
   */
  List<Version> versions(Schema schema, org.jooq.Query query) {
    return jdbc.query(
        query.getSQL(), (row, n) -> Stored.version(schema, row), query.getBindValues().toArray());
  }

  /** True and known then. */
  static org.jooq.Condition then(When when) {
    return KNOWN_FROM
        .le(when.known())
        .and(KNOWN_TO.gt(when.known()))
        .and(VALID_FROM.le(when.on()))
        .and(VALID_TO.gt(when.on()));
  }
}
