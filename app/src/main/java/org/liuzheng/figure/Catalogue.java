package org.liuzheng.figure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;

/** What the registers' tables look like to the type checker. */
final class Catalogue {
  /** Calendar days from the first day to the second. */
  static final SqlFunction DAYS = of("days", SqlTypeFamily.DATE, SqlTypeFamily.DATE);

  /** Whole years from the first day to the second. */
  static final SqlFunction WHOLE_YEARS = of("whole_years", SqlTypeFamily.DATE, SqlTypeFamily.DATE);

  /** Working days after the first day up to and including the second, by the calendar known now. */
  static final SqlFunction WORKING_DAYS =
      of("working_days", SqlTypeFamily.DATE, SqlTypeFamily.DATE);

  /** The calendar year of a day. */
  static final SqlFunction YEAR_OF = of("year_of", SqlTypeFamily.DATE);

  private static final int DIGITS = 1000;

  private final RelDataTypeFactory types =
      new SqlTypeFactoryImpl(new Exact()) {
        @Override
        public Charset getDefaultCharset() {
          return StandardCharsets.UTF_8;
        }
      };
  private final CalciteSchema tables = CalciteSchema.createRootSchema(false, false);

  Catalogue(List<Schema> schemas) {
    schemas.forEach(s ->
        tables.add(
            s.table(),
            new AbstractTable() {
              @Override
              public RelDataType getRowType(RelDataTypeFactory factory) {
                RelDataTypeFactory.Builder row = factory.builder();
                row.add("id", type(FieldType.TEXT));
                s.fields().forEach(f -> row.add(f.name(), type(f.type())).nullable(true));
                return row.build();
              }
            }));
  }

  /** Is told where two values are compared that cannot be alike, with their types. */
  interface Unlike {
    void compared(SqlParserPos at, String left, String right);
  }

  /**
   * The types of the select's columns.
   *
   * @param select is rewritten; give a copy
   * @throws org.apache.calcite.runtime.CalciteContextException when types do not fit
   */
  List<SqlTypeName> columnTypes(SqlNode select, Unlike unlike) {
    SqlValidator validator = validator();
    SqlNode valid = validator.validate(select);
    RelDataType row = validator.getValidatedNodeType(valid);
    valid.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            if (SqlKind.COMPARISON.contains(call.getKind()) || SqlKind.BETWEEN == call.getKind()) {
              compare(validator, call, unlike);
            }
            return super.visit(call);
          }
        });
    List<SqlTypeName> found = new ArrayList<>();
    row.getFieldList().forEach(f -> found.add(f.getType().getSqlTypeName()));
    return found;
  }

  /** Calcite lets text be compared with anything; PostgreSQL would refuse that at run time. */
  private static void compare(SqlValidator validator, SqlCall call, Unlike unlike) {
    List<SqlNode> operands = new ArrayList<>();
    for (SqlNode o : call.getOperandList()) {
      operands.addAll(o instanceof SqlNodeList list ? list.getList() : List.of(o));
    }
    RelDataType first = validator.getValidatedNodeTypeIfKnown(operands.getFirst());
    for (SqlNode o : operands.subList(1, operands.size())) {
      RelDataType other = validator.getValidatedNodeTypeIfKnown(o);
      if (first != null
          && other != null
          && first.getSqlTypeName() != SqlTypeName.NULL
          && other.getSqlTypeName() != SqlTypeName.NULL
          && SqlTypeName.CHAR_TYPES.contains(first.getSqlTypeName())
              != SqlTypeName.CHAR_TYPES.contains(other.getSqlTypeName())) {
        unlike.compared(o.getParserPosition(), word(first), word(other));
      }
    }
  }

  private static String word(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case CHAR, VARCHAR -> "text";
      case DATE -> "date";
      case BOOLEAN -> "flag";
      default -> "number";
    };
  }

  private SqlValidator validator() {
    Properties properties = new Properties();
    properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "true");
    CalciteCatalogReader reader =
        new CalciteCatalogReader(
            tables, List.of(), types, new CalciteConnectionConfigImpl(properties));
    return SqlValidatorUtil.newValidator(
        SqlOperatorTables.chain(
            SqlStdOperatorTable.instance(),
            SqlOperatorTables.of(DAYS, WHOLE_YEARS, WORKING_DAYS, YEAR_OF)),
        reader,
        types,
        SqlValidator.Config.DEFAULT
            .withTypeCoercionEnabled(false)
            .withIdentifierExpansion(false)
            .withCallRewrite(true));
  }

  private RelDataType type(FieldType type) {
    return switch (type) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE ->
          types.createSqlType(SqlTypeName.VARCHAR);
      case WHOLE -> types.createSqlType(SqlTypeName.BIGINT);
      case DECIMAL -> types.createSqlType(SqlTypeName.DECIMAL, DIGITS / 10, DIGITS / 20);
      case DATE, MONTH -> types.createSqlType(SqlTypeName.DATE);
      case FLAG -> types.createSqlType(SqlTypeName.BOOLEAN);
    };
  }

  /** How a row's column is written as text. */
  static Column.Kind kind(Field field) {
    return switch (field.type()) {
      case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> Column.Kind.TEXT;
      case WHOLE, DECIMAL -> Column.Kind.NUMBER;
      case DATE -> Column.Kind.DATE;
      case MONTH -> Column.Kind.MONTH;
      case FLAG -> Column.Kind.FLAG;
    };
  }

  private static SqlFunction of(String name, SqlTypeFamily... operands) {
    return new SqlFunction(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.BIGINT_NULLABLE,
        null,
        OperandTypes.family(operands),
        SqlFunctionCategory.USER_DEFINED_FUNCTION);
  }

  /** PostgreSQL's numeric has digits enough; the type checker shall not run out of them first. */
  private static final class Exact extends RelDataTypeSystemImpl {
    @Override
    public int getMaxPrecision(SqlTypeName name) {
      return name == SqlTypeName.DECIMAL ? DIGITS : RelDataTypeSystem.DEFAULT.getMaxPrecision(name);
    }

    @Override
    public int getMaxScale(SqlTypeName name) {
      return name == SqlTypeName.DECIMAL ? DIGITS / 2 : RelDataTypeSystem.DEFAULT.getMaxScale(name);
    }
  }
}
