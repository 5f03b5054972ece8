package org.liuzheng.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * A register's check: an SQL condition over one row. An unknown condition passes, as in SQL's own
 * check constraints. Numbers are exact.
 */
final class Condition {
  private static final SqlParser.Config SYNTAX =
      SqlParser.config()
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withCaseSensitive(true);

  private final ConditionReader.Term term;

  private Condition(ConditionReader.Term term) {
    this.term = term;
  }

  /** What is wrong with a check, at its place in the file. */
  static List<Flaw> flaws(YamlNode that, List<Field> fields, List<String> fileLines) {
    CheckText text = text(that.text(), fields);
    List<Flaw> flaws = new ArrayList<>();
    read(text, fields, (at, says) -> flaws.add(text.flaw(that, fileLines, at, says)));
    return flaws;
  }

  /** A check that was found without flaws when its schema was read. */
  static Condition of(String that, List<Field> fields) {
    return read(
            text(that, fields),
            fields,
            (at, says) -> {
              throw new IllegalArgumentException(
                  "a schema with the check %s: %s".formatted(that, says.en()));
            })
        .orElseThrow();
  }

  private static CheckText text(String that, List<Field> fields) {
    return new CheckText(that, fields.stream().map(Field::name).collect(Collectors.toSet()));
  }

  private static Optional<Condition> read(
      CheckText text, List<Field> fields, BiConsumer<SqlParserPos, Text> flaws) {
    try {
      return Optional.of(
          new Condition(
              new ConditionReader(fields, flaws)
                  .condition(SqlParser.create(text.parsable(), SYNTAX).parseExpression())));
    } catch (SqlParseException e) {
      flaws.accept(e.getPos(), Words.text("register.check_syntax", found(e)));
      return Optional.empty();
    }
  }

  /** The word that the parser stumbled over, out of {@code Encountered "x" at line 1 …}. */
  private static String found(SqlParseException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^Encountered ", "")
        .replaceFirst(" at line \\d+, column \\d+.*", "")
        .replaceAll("^\"|\"$", "")
        .replace("<EOF>", "")
        .strip();
  }

  /**
   * @param row field to its typed value; a blank field is absent
   */
  boolean passes(Map<String, Object> row) {
    return !term.of(row).equals(Optional.of(false));
  }

  /** A row's canonical texts as typed values. */
  static Map<String, Object> typed(Schema schema, Map<String, String> values) {
    Map<String, Object> typed = new HashMap<>();
    for (Field field : schema.fields()) {
      String value = values.getOrDefault(field.name(), "");
      if (!value.isEmpty()) {
        typed.put(
            field.name(),
            switch (field.type()) {
              case WHOLE, DECIMAL -> new BigDecimal(value);
              case DATE -> LocalDate.parse(value);
              case MONTH -> LocalDate.parse(value + "-01");
              case FLAG -> Boolean.valueOf(value);
              case TEXT, CODE, CHOICE, REFERENCE, POINT, FILE, PRIVATE -> value;
            });
      }
    }
    return typed;
  }
}
