package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.liuzheng.figure.History.Touched;
import org.liuzheng.register.Version;

/**
 * The SQL that turns rectangles into their corners. A row that holds from one day to another and is
 * known from one position to another counts from the first corner on, and from the others no longer
 * or again: what counts on a day as known at a position is the sum of the corners before both.
 */
final class DeltaSql {
  /** The day of a stock's deltas, which have only the day from which they are valid. */
  static final String NO_DAY = "0001-01-01";

  /** The columns of every select here, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "figure",
          "unit",
          "key",
          "day",
          "valid_from",
          "position",
          "rows",
          "numerator",
          "denominator");

  private static final List<String> PLACE = List.of("unit", "key", "day", "valid_from", "position");
  private static final List<String> AMOUNTS = List.of("rows", "numerator", "denominator");

  private DeltaSql() {}

  /** The deltas of all history up to {@code :upTo}, by their place; for any engine. */
  static String everything(Kept figure) {
    SqlSelect all = all(figure);
    all.setOrderBy(new SqlNodeList(PLACE.stream().map(DeltaSql::r).toList(), Nodes.ZERO));
    return Nodes.forPostgres(all);
  }

  /** The same in no order. */
  static String unordered(Kept figure) {
    return Nodes.forPostgres(all(figure));
  }

  private static SqlSelect all(Kept figure) {
    return deltas(
        figure.id(),
        figure.history().branches().stream()
            .map(b ->
                contributions(figure.folded().fold(), figure.folded().flow(), b.sign(), b.select()))
            .toList(),
        List.of(known()));
  }

  /** The deltas that a group of entries adds; empty when it cannot concern the figure. */
  static Optional<SqlNode> added(
      int figure, Definition.Fold fold, History history, boolean flow, Touched touched) {
    List<SqlNode> changed =
        history.branches().stream()
            .flatMap(b ->
                IntStream.range(0, b.sources().size())
                    .filter(i -> touched.concerns(b.sources().get(i)))
                    .mapToObj(i -> contributions(fold, flow, b.sign(), b.changedWith(i, touched))))
            .toList();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            deltas(
                figure,
                changed,
                List.of(Nodes.before(Nodes.parameter(Touched.AFTER), r("position")), known())));
  }

  private static SqlNode known() {
    return Nodes.atMost(r("position"), Nodes.parameter(Touched.UP_TO));
  }

  static SqlNode union(List<SqlNode> selects) {
    return selects.stream()
        .reduce((a, b) -> Nodes.call(SqlStdOperatorTable.UNION_ALL, a, b))
        .orElseThrow();
  }

  /** What each row adds to the fold, once; rows that the fold leaves out are left out. */
  private static SqlNode contributions(
      Definition.Fold fold, boolean flow, int sign, SqlSelect branch) {
    List<SqlNode> there = new ArrayList<>(counted(fold).map(c -> isThere(q(c))).toList());
    SqlNode day = date(NO_DAY);
    if (flow) {
      day = q(History.DAY);
      there.add(isThere(day));
    }
    SqlNode unit = Nodes.call(SqlStdOperatorTable.COALESCE, q(Queries.UNIT), Nodes.text(""));
    return Nodes.select(
        List.of(
            Nodes.as(unit, "unit"),
            Nodes.as(key(fold), "key"),
            Nodes.as(day, "day"),
            Nodes.as(q(History.VALID_FROM), "valid_from"),
            Nodes.as(q(History.VALID_TO), "valid_to"),
            Nodes.as(q(History.KNOWN_FROM), "known_from"),
            Nodes.as(q(History.KNOWN_TO), "known_to"),
            Nodes.as(whole(sign), "rows"),
            Nodes.as(signed(sign, numerator(fold)), "numerator"),
            Nodes.as(signed(sign, denominator(fold)), "denominator")),
        Nodes.as(RowsCompiler.forPostgres(branch), "q"),
        there,
        List.of(),
        List.of());
  }

  private static Stream<String> counted(Definition.Fold fold) {
    return switch (fold) {
      case Definition.Fold.Count c -> Stream.of();
      case Definition.Fold.Sum s -> Stream.of(s.column());
      case Definition.Fold.Mean m -> Stream.of(m.column());
      case Definition.Fold.Ratio r -> Stream.of(r.numerator(), r.denominator());
      case Definition.Fold.CountDistinct d -> Stream.of(d.column());
      case Definition.Fold.Min m -> Stream.of(m.column());
      case Definition.Fold.Max m -> Stream.of(m.column());
      case Definition.Fold.Quantile q -> Stream.of(q.column());
      case Definition.Fold.Last l -> Stream.of(l.column());
    };
  }

  private static SqlNode key(Definition.Fold fold) {
    return fold.keyed() ? Queries.key(fold) : Nodes.text("");
  }

  private static SqlNode numerator(Definition.Fold fold) {
    return switch (fold) {
      case Definition.Fold.Sum s -> q(s.column());
      case Definition.Fold.Mean m -> q(m.column());
      case Definition.Fold.Ratio r -> q(r.numerator());
      case Definition.Fold.Count c -> whole(0);
      case Definition.Fold.CountDistinct d -> whole(0);
      case Definition.Fold.Min m -> whole(0);
      case Definition.Fold.Max m -> whole(0);
      case Definition.Fold.Quantile q -> whole(0);
      case Definition.Fold.Last l -> whole(0);
    };
  }

  private static SqlNode denominator(Definition.Fold fold) {
    return fold instanceof Definition.Fold.Ratio r ? q(r.denominator()) : whole(0);
  }

  private static SqlNode signed(int sign, SqlNode node) {
    return sign < 0 ? Nodes.call(SqlStdOperatorTable.UNARY_MINUS, node) : node;
  }

  private static SqlSelect deltas(int figure, List<SqlNode> contributions, List<SqlNode> more) {
    SqlNode corners =
        new SqlJoin(
            Nodes.ZERO,
            Nodes.as(union(contributions), "c"),
            SqlLiteral.createBoolean(false, Nodes.ZERO),
            JoinType.CROSS.symbol(Nodes.ZERO),
            Nodes.as(
                union(
                    IntStream.rangeClosed(1, 4)
                        .mapToObj(k ->
                            (SqlNode)
                                Nodes.select(
                                    List.of(Nodes.as(whole(k), "k")),
                                    null,
                                    List.of(),
                                    List.of(),
                                    List.of()))
                        .toList()),
                "v"),
            JoinConditionType.NONE.symbol(Nodes.ZERO),
            null);
    List<SqlNode> items =
        new ArrayList<>(Stream.of("unit", "key", "day").map(c -> Nodes.as(c(c), c)).toList());
    items.add(Nodes.as(corner(c("valid_from"), c("valid_to"), 1, 3), "valid_from"));
    items.add(Nodes.as(corner(c("known_from"), c("known_to"), 1, 2), "position"));
    AMOUNTS.forEach(a ->
        items.add(
            Nodes.as(corner(c(a), Nodes.call(SqlStdOperatorTable.UNARY_MINUS, c(a)), 1, 4), a)));
    return totals(figure, Nodes.select(items, corners, List.of(), List.of(), List.of()), more);
  }

  /** The first at these two corners of the rectangle, else the second. */
  private static SqlNode corner(SqlNode at, SqlNode otherwise, int one, int two) {
    SqlNode here =
        Nodes.call(
            SqlStdOperatorTable.IN, Nodes.column("v", "k"), SqlNodeList.of(whole(one), whole(two)));
    return new SqlCase(Nodes.ZERO, null, SqlNodeList.of(here), SqlNodeList.of(at), otherwise);
  }

  /** Corners that lie beyond every day or position count nowhere, and equal ones may cancel. */
  private static SqlSelect totals(int figure, SqlSelect corners, List<SqlNode> more) {
    List<SqlNode> items = new ArrayList<>(List.of(Nodes.as(whole(figure), "figure")));
    PLACE.forEach(p -> items.add(Nodes.as(r(p), p)));
    AMOUNTS.forEach(a -> items.add(Nodes.as(sum(a), a)));
    List<SqlNode> where =
        new ArrayList<>(
            List.of(
                Nodes.before(r("valid_from"), date(Version.FOREVER.toString())),
                Nodes.before(
                    r("position"),
                    SqlLiteral.createExactNumeric(String.valueOf(Long.MAX_VALUE), Nodes.ZERO))));
    where.addAll(more);
    SqlNode some =
        AMOUNTS.stream()
            .map(a -> Nodes.call(SqlStdOperatorTable.NOT_EQUALS, sum(a), whole(0)))
            .reduce((a, b) -> Nodes.call(SqlStdOperatorTable.OR, a, b))
            .orElseThrow();
    return new SqlSelect(
        Nodes.ZERO,
        null,
        new SqlNodeList(items, Nodes.ZERO),
        Nodes.as(corners, "r"),
        Nodes.all(where),
        new SqlNodeList(PLACE.stream().map(DeltaSql::r).toList(), Nodes.ZERO),
        some,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static SqlNode sum(String column) {
    return Nodes.call(SqlStdOperatorTable.SUM, r(column));
  }

  private static SqlNode q(String column) {
    return Nodes.column("q", column);
  }

  private static SqlNode c(String column) {
    return Nodes.column("c", column);
  }

  private static SqlNode r(String column) {
    return Nodes.column("r", column);
  }

  private static SqlNode isThere(SqlNode node) {
    return Nodes.call(SqlStdOperatorTable.IS_NOT_NULL, node);
  }

  private static SqlNode whole(int number) {
    return SqlLiteral.createExactNumeric(String.valueOf(number), Nodes.ZERO);
  }

  private static SqlNode date(String day) {
    return Nodes.cast(Nodes.text(day), SqlTypeName.DATE);
  }
}
