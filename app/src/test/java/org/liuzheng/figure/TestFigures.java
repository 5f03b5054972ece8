package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.register.When;
import org.liuzheng.yaml.Flaw;

/** Figures over tables filled by hand. */
final class TestFigures {
  private static final String HEAD = """
        label: {zh: 甲, en: A}
        meaning: {zh: 甲, en: A}
        unit: {zh: 件, en: cases}
        owner: office
      """;

  final Tables tables;
  final QueriedFigures figures;

  /** @param yaml per figure, what comes after its labels */
  TestFigures(String... yaml) {
    DataSource database = TestDatabase.fresh();
    tables = new Tables(database, TestSchemas.ALL);
    figures = new QueriedFigures(database, tables::size, () -> TestSchemas.ALL);
    StringBuilder file = new StringBuilder();
    for (String figure : yaml) {
      file.append("- ").append(figure.indent(2).strip()).append('\n').append(HEAD);
    }
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read =
        Definitions.readAll(Map.of("f.yaml", file.toString()), TestSchemas.ALL, flaws);
    assertThat(flaws).isEmpty();
    figures.install(read);
  }

  static Period period(String text) {
    return Period.parse(text).orElseThrow();
  }

  Ask ask(String figure, String unit, String period, When when) {
    return new Ask(figure, unit, period(period), when, Map.of());
  }

  /** The value as text, such as {@code 7/2 of 2}, or why there is none; checks the rows too. */
  String value(String figure, String unit, String period, When when) {
    return value(ask(figure, unit, period, when));
  }

  String value(Ask ask) {
    Value value = figures.value(ask);
    assertThat(figures.rows(ask, 0, 5).refolded()).isEqualTo(value);
    return text(value);
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Number n -> n.numerator().toPlainString()
          + (n.denominator().compareTo(BigDecimal.ONE) == 0 ? "" : "/" + n.denominator().toPlainString())
          + " of " + n.rows();
      case Value.None none -> none.why().en();
    };
  }
}
