package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.FieldType;

/** Where DuckDB counts as PostgreSQL does, by the same SQL. */
final class DuckSql {
  private DuckSql() {}

  /** The tables that these figures read. */
  static Set<String> tables(Collection<Kept> figures) {
    Set<String> tables = new TreeSet<>();
    figures.forEach(f ->
        f.history()
            .branches()
            .forEach(b -> b.sources().forEach(s -> tables.add(s.schema().table()))));
    return tables;
  }

  /**
   * Its decimals have a fixed number of places: an author's cast to a decimal of any length would
   * round, and a decimal that is a key would be written with other zeros behind it.
   */
  static boolean counts(Kept figure) {
    SelectReader.Read read = figure.history().branches().getFirst().read();
    boolean casts =
        Stream.of(
                read.items().stream().map(SelectReader.Item::expression),
                read.where().stream(),
                read.sources().stream().flatMap(s -> s.on().stream()))
            .flatMap(n -> n)
            .anyMatch(n -> has(n, part -> part.getKind() == SqlKind.CAST));
    return !casts && !(figure.folded().fold().keyed() && keyIsDecimal(figure, read));
  }

  private static boolean keyIsDecimal(Kept figure, SelectReader.Read read) {
    return read.items().stream()
        .filter(i -> i.name().equals(figure.folded().fold().key()))
        .anyMatch(i -> has(i.expression(), part -> isDecimal(part, read)));
  }

  private static boolean isDecimal(SqlNode node, SelectReader.Read read) {
    return node instanceof SqlLiteral literal
        ? Objects.requireNonNullElse(literal.toValue(), "").matches("-?[0-9]*[.][0-9]*")
        : ExpressionReader.fieldType(read.sources(), node)
            .filter(t -> t == FieldType.DECIMAL)
            .isPresent();
  }

  private static boolean has(SqlNode node, Predicate<SqlNode> part) {
    Set<Boolean> found = new HashSet<>();
    node.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            found.add(part.test(call));
            return super.visit(call);
          }

          @Override
          public @Nullable Void visit(SqlIdentifier id) {
            found.add(part.test(id));
            return null;
          }

          @Override
          public @Nullable Void visit(SqlLiteral literal) {
            found.add(part.test(literal));
            return null;
          }
        });
    return found.contains(true);
  }
}
