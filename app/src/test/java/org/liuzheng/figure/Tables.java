package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.liuzheng.ledger.Upkeep;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.springframework.jdbc.core.JdbcTemplate;

/** Register tables filled by hand, one entry per change, the way a register fills them. */
public final class Tables {
  private final JdbcTemplate jdbc;
  private final List<Schema> schemas;
  private final Map<String, TreeMap<LocalDate, Piece>> records = new HashMap<>();
  private final Map<String, Set<String>> touched = new HashMap<>();
  private long size;
  private long grouped;
  private Runnable beforeReading = () -> {};

  private record Piece(LocalDate to, Map<String, String> values) {}

  Tables(DataSource database, List<Schema> schemas) {
    this.jdbc = new JdbcTemplate(database);
    this.schemas = schemas;
    schemas.forEach(s -> {
      List<String> columns = new ArrayList<>(List.of("id text not null"));
      s.fields().forEach(f -> columns.add("\"" + f.name() + "\" " + type(f.type())));
      columns.add("valid_from date not null, valid_to date not null");
      columns.add("known_from bigint not null, known_to bigint not null, entry bigint not null");
      jdbc.execute("create table " + s.table() + "(" + String.join(", ", columns) + ")");
    });
  }

  /** The position: entries below it are known. */
  long size() {
    return size;
  }

  /** An entry that is in none of these registers. */
  void other() {
    size++;
  }

  /** Whether the register ever had a record. */
  public boolean any(String register) {
    return records.keySet().stream().anyMatch(key -> key.startsWith(register + "/"));
  }

  /** What is to be done with what was written before it is read. */
  void beforeReading(Runnable work) {
    beforeReading = work;
  }

  /** All that was written since the last group. */
  Upkeep.Group group() {
    Upkeep.Group group = new Upkeep.Group(grouped, size, Map.copyOf(touched));
    grouped = size;
    touched.clear();
    return group;
  }

  void clear() {
    grouped = 0;
    touched.clear();
    jdbc.execute("truncate figure_delta, figure_page, figure_kept");
    schemas.forEach(s -> jdbc.execute("delete from " + s.table()));
    records.clear();
    size = 0;
  }

  public When now(String on) {
    beforeReading.run();
    return new When(LocalDate.parse(on), size);
  }

  /**
   * @param fields name, value, name, value …
   */
  public Tables put(String register, String id, String from, String... fields) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      values.put(fields[i], fields[i + 1]);
    }
    put(register, id, LocalDate.parse(from), values);
    return this;
  }

  void put(String register, String id, LocalDate from, Map<String, String> values) {
    TreeMap<LocalDate, Piece> pieces = pieces(register, id);
    LocalDate next = pieces.higherKey(from);
    cut(pieces, from);
    pieces.put(from, new Piece(next == null ? Version.FOREVER : next, values));
    write(register, id, pieces);
  }

  /** Replaces the values of the version that starts on {@code from}. */
  public void correct(String register, String id, LocalDate from, Map<String, String> values) {
    TreeMap<LocalDate, Piece> pieces = pieces(register, id);
    pieces.put(from, new Piece(pieces.get(from).to(), values));
    write(register, id, pieces);
  }

  public void withdraw(String register, String id, LocalDate from) {
    TreeMap<LocalDate, Piece> pieces = pieces(register, id);
    pieces.tailMap(from, true).clear();
    cut(pieces, from);
    write(register, id, pieces);
  }

  private TreeMap<LocalDate, Piece> pieces(String register, String id) {
    return records.computeIfAbsent(register + "/" + id, k -> new TreeMap<>());
  }

  private static void cut(TreeMap<LocalDate, Piece> pieces, LocalDate at) {
    Map.Entry<LocalDate, Piece> before = pieces.lowerEntry(at);
    if (before != null && before.getValue().to().isAfter(at)) {
      pieces.put(before.getKey(), new Piece(at, before.getValue().values()));
    }
  }

  private void write(String register, String id, TreeMap<LocalDate, Piece> pieces) {
    Schema schema =
        schemas.stream().filter(s -> s.name().equals(register)).findFirst().orElseThrow();
    size++;
    touched.computeIfAbsent(register, r -> new HashSet<>()).add(id);
    jdbc.update(
        "update " + schema.table() + " set known_to = ? where id = ? and known_to = ?",
        size,
        id,
        Long.MAX_VALUE);
    pieces.forEach((from, piece) -> {
      List<String> columns = new ArrayList<>(List.of("id"));
      List<String> marks = new ArrayList<>(List.of("?"));
      List<Object> values = new ArrayList<>(List.of(id));
      piece
          .values()
          .forEach((name, value) -> {
            Field field = schema.field(name).orElseThrow();
            columns.add("\"" + name + "\"");
            marks.add("cast(? as " + type(field.type()) + ")");
            values.add(field.type() == FieldType.MONTH ? value + "-01" : value);
          });
      columns.add("valid_from, valid_to, known_from, known_to, entry");
      marks.add("?, ?, ?, ?, ?");
      values.addAll(List.of(from, piece.to(), size, Long.MAX_VALUE, size - 1));
      jdbc.update(
          "insert into "
              + schema.table()
              + "("
              + String.join(", ", columns)
              + ") values ("
              + String.join(", ", marks)
              + ")",
          values.toArray());
    });
  }

  private static String type(FieldType type) {
    return switch (type) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> "text";
      case WHOLE -> "bigint";
      case DECIMAL -> "numeric";
      case DATE, MONTH -> "date";
      case FLAG -> "boolean";
    };
  }
}
