package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** The SQL around a figure's rows: the fold, and the rows themselves. Written once per shape. */
final class Queries {
  static final String UNIT = "unit";
  static final String PERIOD = "_period";
  static final String KEY = "_by";
  static final String VALUE = "_value";
  static final String ROWS = "_rows";
  static final String NUMERATOR = "_numerator";
  static final String DENOMINATOR = "_denominator";

  private final Map<Written, String> written = new ConcurrentHashMap<>();
  private final Map<String, String> tables = new ConcurrentHashMap<>();

  /**
   * @param units whether rows are filtered by {@code :units}
   * @param where columns filtered by {@code :where0}, {@code :where1} …
   * @param blank columns that must be blank
   * @param bucket the kind of period that a flow's rows are sorted into; empty for one period
   * @param key a column to break down by
   */
  record Shape(
      boolean units,
      List<String> where,
      List<String> blank,
      Optional<Period.Kind> bucket,
      Optional<String> key) {}

  private record Written(String hash, Shape shape, boolean folded) {}

  String fold(Installed figure, Definition.Fold fold, CompiledRows rows, Shape shape) {
    return written.computeIfAbsent(
        new Written(figure.hash(), shape, true), w -> Nodes.forPostgres(fold(fold, rows, shape)));
  }

  String rows(Installed figure, CompiledRows rows, Shape shape) {
    return written.computeIfAbsent(
        new Written(figure.hash(), shape, false), w -> Nodes.forPostgres(rows(rows, shape)));
  }

  /** The positions after {@code :after} up to {@code :upTo} at which a table changed. */
  String positions(String table) {
    return tables.computeIfAbsent(
        table,
        t ->
            Nodes.forPostgres(
                Nodes.call(
                    SqlStdOperatorTable.UNION,
                    positions(t, "known_from"),
                    positions(t, "known_to"))));
  }

  private static SqlNode positions(String table, String column) {
    SqlNode position = Nodes.column("t", column);
    return Nodes.select(
        List.of(position),
        Nodes.as(new SqlIdentifier(table, Nodes.ZERO), "t"),
        List.of(
            Nodes.before(Nodes.parameter("after"), position),
            Nodes.atMost(position, Nodes.parameter("upTo"))),
        List.of(),
        List.of());
  }

  private static SqlNode fold(Definition.Fold fold, CompiledRows rows, Shape shape) {
    List<SqlNode> items = new ArrayList<>();
    List<SqlNode> groups = new ArrayList<>();
    group(items, groups, q(UNIT), UNIT);
    shape.bucket().ifPresent(kind -> group(items, groups, bucket(kind), PERIOD));
    shape.key().ifPresent(column -> group(items, groups, text(q(column)), KEY));
    if (fold.keyed()) {
      group(items, groups, key(fold), VALUE);
    }
    items.addAll(folded(fold));
    return Nodes.select(items, rows.asTable(), where(shape), groups, List.of());
  }

  private static SqlNode rows(CompiledRows rows, Shape shape) {
    List<SqlNode> items = new ArrayList<>();
    rows.columns().forEach(c -> items.add(Nodes.as(q(c.name()), c.name())));
    if (rows.flow()) {
      items.add(Nodes.as(q(CompiledRows.DAY), CompiledRows.DAY));
    }
    List<SqlNode> order = new ArrayList<>();
    shape
        .bucket()
        .ifPresent(kind -> {
          items.add(Nodes.as(bucket(kind), PERIOD));
          order.add(new SqlIdentifier(PERIOD, Nodes.ZERO));
        });
    rows.keys().forEach(k -> order.add(q(k)));
    return Nodes.select(items, rows.asTable(), where(shape), List.of(), order);
  }

  private static void group(List<SqlNode> items, List<SqlNode> groups, SqlNode node, String name) {
    items.add(Nodes.as(node, name));
    groups.add(node);
  }

  private static List<SqlNode> folded(Definition.Fold fold) {
    return switch (fold) {
      case Definition.Fold.Count c -> totals(count(SqlIdentifier.star(Nodes.ZERO)), zero(), zero());
      case Definition.Fold.CountDistinct c -> keyed(c);
      case Definition.Fold.Min m -> keyed(m);
      case Definition.Fold.Max m -> keyed(m);
      case Definition.Fold.Quantile q -> keyed(q);
      case Definition.Fold.Last l -> keyed(l);
      case Definition.Fold.Sum s -> totals(count(q(s.column())), sum(q(s.column())), zero());
      case Definition.Fold.Mean m -> totals(count(q(m.column())), sum(q(m.column())), zero());
      case Definition.Fold.Ratio r ->
          totals(
              count(with(q(r.numerator()), q(r.denominator()))),
              sum(with(q(r.numerator()), q(r.denominator()))),
              sum(with(q(r.denominator()), q(r.numerator()))));
    };
  }

  private static List<SqlNode> keyed(Definition.Fold fold) {
    return totals(count(q(fold.key())), zero(), zero());
  }

  /** A keyed fold's key as text; of a fold to the last, with the day before it. */
  static SqlNode key(Definition.Fold fold) {
    SqlNode value = text(q(fold.key()));
    return fold instanceof Definition.Fold.Last
        ? Nodes.call(
            SqlStdOperatorTable.CONCAT,
            Nodes.call(SqlStdOperatorTable.CONCAT, text(q(CompiledRows.DAY)), Nodes.text(" ")),
            value)
        : value;
  }

  private static List<SqlNode> totals(SqlNode rows, SqlNode numerator, SqlNode denominator) {
    return List.of(
        Nodes.as(rows, ROWS), Nodes.as(numerator, NUMERATOR), Nodes.as(denominator, DENOMINATOR));
  }

  /** The first where the second is not blank. */
  private static SqlNode with(SqlNode value, SqlNode other) {
    return new SqlCase(
        Nodes.ZERO,
        null,
        SqlNodeList.of(Nodes.call(SqlStdOperatorTable.IS_NOT_NULL, other)),
        SqlNodeList.of(value),
        SqlLiteral.createNull(Nodes.ZERO));
  }

  private static SqlNode count(SqlNode of) {
    return Nodes.call(SqlStdOperatorTable.COUNT, of);
  }

  private static SqlNode sum(SqlNode of) {
    return Nodes.call(SqlStdOperatorTable.SUM, of);
  }

  private static SqlNode zero() {
    return SqlLiteral.createExactNumeric("0", Nodes.ZERO);
  }

  private static SqlNode bucket(Period.Kind kind) {
    SqlNode day = q(CompiledRows.DAY);
    return kind == Period.Kind.DAY
        ? day
        : Nodes.cast(
            Nodes.function(
                "date_trunc",
                Nodes.text(kind.name().toLowerCase(Locale.ROOT)),
                Nodes.cast(day, SqlTypeName.TIMESTAMP)),
            SqlTypeName.DATE);
  }

  private static List<SqlNode> where(Shape shape) {
    List<SqlNode> where = new ArrayList<>();
    if (shape.units()) {
      where.add(
          Nodes.call(SqlStdOperatorTable.IN, q(UNIT), SqlNodeList.of(Nodes.parameter("units"))));
    }
    for (int i = 0; i < shape.where().size(); i++) {
      where.add(
          Nodes.call(
              SqlStdOperatorTable.EQUALS,
              text(q(shape.where().get(i))),
              Nodes.parameter("where" + i)));
    }
    shape.blank().forEach(c -> where.add(Nodes.call(SqlStdOperatorTable.IS_NULL, q(c))));
    return where;
  }

  private static SqlNode q(String column) {
    return Nodes.column("q", column);
  }

  private static SqlNode text(SqlNode node) {
    return Nodes.cast(node, SqlTypeName.VARCHAR);
  }
}
