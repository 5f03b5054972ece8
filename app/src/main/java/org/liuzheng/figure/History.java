package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.liuzheng.register.FieldType;

/**
 * A figure's rows over all history. A row holds as long as all the record versions it is made of:
 * it is a rectangle of days and positions, the intersection of theirs.
 *
 * <p>A left join is taken apart, since the rows that found nothing are no rectangle. Where a record
 * is joined by its id, at most one version of it meets any day and position, so the rows without a
 * partner are all rows without one, less those that have one: three {@link Branch branches} with
 * the signs + + −. Folds that are sums do not see the difference.
 */
record History(List<Branch> branches) {
  static final String DAY = CompiledRows.DAY;
  static final String VALID_FROM = "_valid_from";
  static final String VALID_TO = "_valid_to";
  static final String KNOWN_FROM = "_known_from";
  static final String KNOWN_TO = "_known_to";
  private static final int MOST_OPTIONAL = 2;

  /** Empty when the rows cannot be written as signed rectangles; then they are asked for anew. */
  static Optional<History> of(SelectReader.Read read, Optional<SqlNode> day) {
    List<Source> optional = read.sources().stream().filter(Source::optional).toList();
    if (optional.size() > MOST_OPTIONAL || !optional.stream().allMatch(o -> apart(o, read))) {
      return Optional.empty();
    }
    List<Branch> branches = new ArrayList<>();
    branch(read, day, optional, new Branch(1, Set.of(), Set.of(), read, day), branches);
    return Optional.of(new History(List.copyOf(branches)));
  }

  /** Whether a left join can be taken apart: by id, and no other table hangs on it. */
  private static boolean apart(Source optional, SelectReader.Read read) {
    boolean byId =
        optional.on().stream()
            .flatMap(on -> Nodes.conjuncts(on).stream())
            .filter(SqlCall.class::isInstance)
            .flatMap(c -> ((SqlCall) c).getOperandList().stream())
            .anyMatch(o -> Nodes.isColumn(o, optional.alias(), "id"));
    return byId
        && read.sources().stream()
            .filter(s -> !s.alias().equals(optional.alias()))
            .noneMatch(s ->
                s.on().filter(on -> Nodes.tables(on).contains(optional.alias())).isPresent()
                    || s.asOf()
                        .filter(d -> Nodes.tables(d).contains(optional.alias()))
                        .isPresent());
  }

  private static void branch(
      SelectReader.Read read,
      Optional<SqlNode> day,
      List<Source> open,
      Branch so,
      List<Branch> done) {
    if (open.isEmpty()) {
      done.add(so);
      return;
    }
    String alias = open.getFirst().alias();
    List<Source> rest = open.subList(1, open.size());
    branch(read, day, rest, so, done);
    branch(read, day, rest, so.without(alias), done);
    branch(read, day, rest, so.lessMatched(alias), done);
  }

  /** The registers whose changes can change the rows. */
  Set<String> registers() {
    Set<String> registers = new HashSet<>();
    branches.forEach(b -> b.sources().forEach(s -> registers.add(s.schema().name())));
    return registers;
  }

  /**
   * One signed part of the rows.
   *
   * @param sign how often each row counts, 1 or -1
   * @param absent tables that are left out
   * @param blank tables whose fields are taken for blank
   */
  record Branch(
      int sign,
      Set<String> absent,
      Set<String> blank,
      SelectReader.Read read,
      Optional<SqlNode> day) {

    private Branch without(String alias) {
      return new Branch(sign, with(absent, alias), with(blank, alias), read, day);
    }

    private Branch lessMatched(String alias) {
      return new Branch(-sign, absent, with(blank, alias), read, day);
    }

    private static Set<String> with(Set<String> all, String one) {
      Set<String> more = new HashSet<>(all);
      more.add(one);
      return Set.copyOf(more);
    }

    List<Source> sources() {
      return read.sources().stream().filter(s -> !absent.contains(s.alias())).toList();
    }

    /** All rows ever. */
    SqlSelect select() {
      return select(Optional.empty(), List.of());
    }

    /**
     * The rows that changed with a version of the {@code i}-th table, and with none of a table
     * before it: over all tables, every changed row once.
     */
    SqlSelect changedWith(int i, Touched touched) {
      List<Source> sources = sources();
      List<SqlNode> more = new ArrayList<>();
      IntStream.range(0, i)
          .filter(j -> touched.concerns(sources.get(j)))
          .forEach(j -> more.add(touched.not(sources.get(j))));
      return select(Optional.of(sources.get(i)), more);
    }

    /**
     * @param touched the table of which only the touched versions are read
     */
    private SqlSelect select(Optional<Source> touched, List<SqlNode> more) {
      List<Source> sources = sources();
      List<Source> valid = sources.stream().filter(s -> s.asOf().isEmpty()).toList();
      List<SqlNode> items = new ArrayList<>();
      read.items().forEach(i -> items.add(Nodes.as(blanked(i.expression()), i.name())));
      day.ifPresent(d -> items.add(Nodes.as(blanked(d), DAY)));
      items.add(Nodes.as(extreme(valid, "valid_from", true), VALID_FROM));
      items.add(Nodes.as(extreme(valid, "valid_to", false), VALID_TO));
      items.add(Nodes.as(extreme(sources, "known_from", true), KNOWN_FROM));
      items.add(Nodes.as(extreme(sources, "known_to", false), KNOWN_TO));
      List<SqlNode> where = new ArrayList<>(more);
      read.where().ifPresent(w -> where.add(blanked(w)));
      sources.stream()
          .filter(s -> s.asOf().isPresent())
          .forEach(s -> {
            SqlNode then = s.asOf().orElseThrow();
            where.add(Nodes.atMost(Nodes.column(s.alias(), "valid_from"), then));
            where.add(Nodes.before(then, Nodes.column(s.alias(), "valid_to")));
          });
      where.addAll(meeting(valid, "valid_from", "valid_to"));
      where.addAll(meeting(sources, "known_from", "known_to"));
      return Nodes.select(
          items, RowsCompiler.joined(sources, touched), where, List.of(), List.of());
    }

    /** Intervals meet all together when each two meet. */
    private static List<SqlNode> meeting(List<Source> sources, String from, String to) {
      List<SqlNode> meeting = new ArrayList<>();
      for (Source a : sources) {
        for (Source b : sources) {
          if (!a.alias().equals(b.alias())) {
            meeting.add(Nodes.before(Nodes.column(a.alias(), from), Nodes.column(b.alias(), to)));
          }
        }
      }
      return meeting;
    }

    /** The largest or smallest, by comparisons alone, which every engine reads the same way. */
    private static SqlNode extreme(List<Source> sources, String column, boolean largest) {
      SqlNode so = Nodes.column(sources.getFirst().alias(), column);
      for (Source s : sources.subList(1, sources.size())) {
        SqlNode other = Nodes.column(s.alias(), column);
        SqlNode otherWins = largest ? Nodes.before(so, other) : Nodes.before(other, so);
        so = new SqlCase(Nodes.ZERO, null, SqlNodeList.of(otherWins), SqlNodeList.of(other), so);
      }
      return so;
    }

    private SqlNode blanked(SqlNode node) {
      if (blank.isEmpty()) {
        return node;
      }
      SqlNode blanked =
          Nodes.copy(node)
              .accept(
                  new SqlShuttle() {
                    @Override
                    public SqlNode visit(SqlIdentifier id) {
                      return id.names.size() == 2 && blank.contains(id.names.getFirst())
                          ? Nodes.cast(SqlLiteral.createNull(Nodes.ZERO), type(id))
                          : id;
                    }
                  });
      return Objects.requireNonNull(blanked);
    }

    private SqlTypeName type(SqlIdentifier id) {
      FieldType type = ExpressionReader.fieldType(read.sources(), id).orElse(FieldType.TEXT);
      return switch (type) {
        case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> SqlTypeName.VARCHAR;
        case WHOLE -> SqlTypeName.BIGINT;
        case DECIMAL -> SqlTypeName.DECIMAL;
        case DATE, MONTH -> SqlTypeName.DATE;
        case FLAG -> SqlTypeName.BOOLEAN;
      };
    }
  }

  /**
   * Which versions a group of entries touched: those that begin or cease to be known between {@code
   * :after} (excluded) and {@code :upTo}, of the records {@code :ids_<register>}.
   *
   * @param registers the registers concerned
   */
  record Touched(Set<String> registers) {
    static final String AFTER = "after";
    static final String UP_TO = "upTo";

    static String ids(String register) {
      return "ids_" + register;
    }

    /** The name under which a register's touched versions are read. */
    static String table(Source source) {
      return "touched_" + source.schema().table();
    }

    boolean concerns(Source source) {
      return registers.contains(source.schema().name());
    }

    /**
     * Puts the touched versions before selects that read them. However many figures there are, the
     * database looks each record up once.
     */
    SqlNode before(SqlNode selects, Collection<Source> sources) {
      Map<String, SqlNode> tables = new TreeMap<>();
      sources.stream()
          .filter(this::concerns)
          .forEach(s ->
              tables.computeIfAbsent(
                  table(s),
                  name ->
                      new SqlWithItem(
                          Nodes.ZERO,
                          new SqlIdentifier(name, Nodes.ZERO),
                          null,
                          versions(s, List.of(SqlIdentifier.star(Nodes.ZERO))),
                          SqlLiteral.createBoolean(false, Nodes.ZERO))));
      return new SqlWith(Nodes.ZERO, new SqlNodeList(tables.values(), Nodes.ZERO), selects);
    }

    /** The touched versions of a register's records. */
    static SqlNode versions(Source source, List<SqlNode> items) {
      SqlNode named =
          Nodes.call(
              SqlStdOperatorTable.IN,
              new SqlIdentifier("id", Nodes.ZERO),
              Nodes.select(
                  List.of(Nodes.function("unnest", Nodes.parameter(ids(source.schema().name())))),
                  null,
                  List.of(),
                  List.of(),
                  List.of()));
      SqlNode begunOrEnded =
          Nodes.call(
              SqlStdOperatorTable.OR,
              within(new SqlIdentifier("known_from", Nodes.ZERO)),
              within(new SqlIdentifier("known_to", Nodes.ZERO)));
      return Nodes.select(
          items,
          new SqlIdentifier(source.schema().table(), Nodes.ZERO),
          List.of(named, begunOrEnded),
          List.of(),
          List.of());
    }

    SqlNode not(Source source) {
      return Nodes.call(
          SqlStdOperatorTable.NOT,
          Nodes.call(
              SqlStdOperatorTable.OR,
              within(Nodes.column(source.alias(), "known_from")),
              within(Nodes.column(source.alias(), "known_to"))));
    }

    private static SqlNode within(SqlNode at) {
      return Nodes.call(
          SqlStdOperatorTable.AND,
          Nodes.before(Nodes.parameter(AFTER), at),
          Nodes.atMost(at, Nodes.parameter(UP_TO)));
    }
  }
}
