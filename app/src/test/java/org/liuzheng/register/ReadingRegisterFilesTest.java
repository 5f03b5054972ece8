package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.yaml.Flaw;

class ReadingRegisterFilesTest {
  private static final String HEAD =
      """
      register: project
      label: {zh: 项目, en: Projects}
      owner: '330205'
      key: code
      """;
  private static final String CODE =
      """
      fields:
        code: {type: code, label: {zh: 项目编号, en: Code}}
      """;

  static Stream<Arguments> flaws() {
    return Stream.of(
        field("a: {type: colour, label: {zh: 甲, en: A}}", 7, 13, "no field type “colour”"),
        field("known_to: {type: text, label: {zh: 甲, en: A}}", 7, 3, "“known_to” cannot be a name"),
        field("between: {type: text, label: {zh: 甲, en: A}}", 7, 3, "“between” cannot be a name"),
        field("Änderung: {type: text, label: {zh: 甲, en: A}}", 7, 3, "cannot be a name"),
        field("a: {type: choice, label: {zh: 甲, en: A}}", 7, 6, "wants choices"),
        field(
            "a: {type: choice, choices: {x: {zh: 甲, en: X}, y: {zh: 甲, en: Y}}, "
                + "label: {zh: 甲, en: A}}",
            7,
            53,
            "“甲” names two choices"),
        field(
            "a: {type: text, choices: {x: {zh: 甲, en: X}}, label: {zh: 甲, en: A}}",
            7,
            19,
            "choices means nothing for a text"),
        field(
            "a: {type: date, unit: {zh: 元, en: CNY}, label: {zh: 甲, en: A}}",
            7,
            19,
            "unit means nothing for a date"),
        field("a: {type: reference, label: {zh: 甲, en: A}}", 7, 6, "wants to: register"),
        field(
            "a: {type: reference, to: nowhere, label: {zh: 甲, en: A}}",
            7,
            28,
            "refers to the register “nowhere”"),
        field(
            "a: {type: code, pattern: '[0-9', label: {zh: 甲, en: A}}",
            7,
            28,
            "not a regular expression"),
        field("a: {type: whole, min: few, label: {zh: 甲, en: A}}", 7, 25, "found “few”"),
        field(
            "a: {type: whole, min: 3, max: 2, label: {zh: 甲, en: A}}",
            7,
            33,
            "max 2 is below min 3"),
        field("a: {type: text}", 7, 6, "label"),
        field("a: {type: text, label: {zh: 甲}}", 7, 26, "en"),
        field(
            "a: {type: text, label: {zh: 项目编号, en: A}}", 7, 26, "“项目编号” is also the label of code"),
        field("a: {type: text, wide: true, label: {zh: 甲, en: A}}", 7, 19, "wide"),
        field("code: {type: text, label: {zh: 甲, en: A}}", 7, 3, "“code” is written twice"),
        file(HEAD.replace("project", "Project") + CODE, 1, 11, "“Project” cannot be a name"),
        file(HEAD.replace("project", "pack") + CODE, 1, 11, "“pack” cannot be a name"),
        file(HEAD.replace("key: code", "key: [code, year]") + CODE, 4, 13, "no field “year”"),
        file(HEAD.replace("key: code", "key: []") + CODE, 4, 6, "at least one field"),
        file(HEAD + "since: code\n" + CODE, 5, 8, "“code” is none"),
        file(HEAD + "title: name\n" + CODE, 5, 8, "no field “name”"),
        file(HEAD + "list: [code, year]\n" + CODE, 5, 14, "no field “year”"),
        file(HEAD + "read: everyone\n" + CODE, 5, 7, "found “everyone”"),
        file(HEAD + "colour: red\n" + CODE, 5, 1, "colour"),
        file(HEAD, 1, 1, "fields"),
        file(HEAD + CODE.replace("type: code", "type: private"), 4, 6, "“code” is private"),
        file(HEAD + CODE + "since: [", 7, 9, "not valid YAML"),
        file("", 1, 1, "register"));
  }

  static Stream<Arguments> checks() {
    return Stream.of(
        check("amount > budget", 14, 20, "“budget”, which is not a field"),
        check("amount >", 14, 18, "not a valid condition"),
        check("amount > 'much'", 14, 20, "a number cannot be compared with a text"),
        check("level = 'town'", 14, 19, "no choice “town”"),
        check("amount", 14, 11, "a condition is wanted here, found a number"),
        check("abs(amount) > 1", 14, 11, "A check cannot use “abs”"),
        check("amount > (select 1)", 14, 20, "A check cannot use"),
        check("before.budget > 1", 14, 11, "“before.budget”, which is not a field"),
        check("before.level = 'town'", 14, 26, "no choice “town”"),
        check("year_of(amount) > 2018", 14, 19, "found a number"),
        check("is_credit_code(amount)", 14, 26, "found a number"),
        check("before.holder is null", 14, 11, "private field “before.holder”"),
        check("holder is null", 14, 11, "private field “holder”"));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void a_flaw_is_told_with_its_line_and_column(String content, int line, int column, String says) {
    List<Flaw> flaws = flaws(content);

    assertThat(flaws)
        .as(flaws.toString())
        .anySatisfy(flaw -> {
          assertThat(flaw.file()).isEqualTo("registers/project.yaml");
          assertThat(flaw.line() + ":" + flaw.column()).isEqualTo(line + ":" + column);
          assertThat(flaw.says().en()).contains(says);
        });
  }

  @ParameterizedTest
  @MethodSource("checks")
  void a_flaw_inside_a_check_is_told_where_the_check_goes_wrong(
      String that, int line, int column, String says) {
    List<Flaw> flaws = flaws(withCheck(that));

    assertThat(flaws)
        .as(flaws.toString())
        .hasSize(1)
        .first()
        .satisfies(flaw -> {
          assertThat(flaw.line() + ":" + flaw.column()).isEqualTo(line + ":" + column);
          assertThat(flaw.says().en()).contains(says);
          assertThat(flaw.says().zh()).isNotEqualTo(flaw.says().en());
        });
  }

  @Test
  void a_check_may_use_chinese_words_and_fields_named_like_words_of_sql() {
    assertThat(flaws(withCheck("level = 'city' and value = '市级' and date >= date '2018-01-01'")))
        .isEmpty();
  }

  @Test
  void a_sentence_of_a_check_names_only_fields_that_may_be_shown() {
    assertThat(flaws(withCheck("amount > 0").replace("太少", "'{holder}只有{amount}{sum}'")))
        .extracting(f -> f.says().en())
        .containsExactly(
            "The sentence shows “holder”, which is private",
            "The sentence shows “sum”, which is not a field");
  }

  @Test
  void one_reading_finds_every_flaw() {
    assertThat(flaws(HEAD + "read: all\n" + CODE + "  a: {type: x}\n  b: {type: y}\n")).hasSize(5);
  }

  @Test
  void registers_of_a_pack_refer_to_each_other_and_to_those_of_the_packs_it_uses() {
    Schema unit = TestRegisters.schemas(HEAD.replace("project", "unit") + CODE).getFirst();
    List<Flaw> flaws = new ArrayList<>();
    String project =
        HEAD
            + CODE
            + "  unit: {type: reference, to: unit, label: {zh: 甲, en: A}}\n"
            + "  node: {type: reference, to: node, label: {zh: 乙, en: B}}\n";

    List<Schema> read =
        Schemas.readAll(
            TestRegisters.files(
                "registers/node.yaml",
                HEAD.replace("project", "node") + CODE,
                "registers/project.yaml",
                project),
            List.of(unit),
            flaws);

    assertThat(flaws).isEmpty();
    assertThat(read).extracting(Schema::name).containsExactly("node", "project");
  }

  @Test
  void a_register_is_declared_once() {
    List<Flaw> flaws = new ArrayList<>();

    Schemas.readAll(
        TestRegisters.files("a.yaml", HEAD + CODE, "b.yaml", HEAD + CODE), List.of(), flaws);

    assertThat(flaws)
        .hasSize(1)
        .first()
        .satisfies(
            f -> assertThat(f.file() + ":" + f.line() + ":" + f.column()).isEqualTo("b.yaml:1:11"));
  }

  @Test
  void a_reference_to_a_register_that_has_flaws_of_its_own_is_not_blamed() {
    List<Flaw> flaws = new ArrayList<>();

    Schemas.readAll(
        TestRegisters.files(
            "unit.yaml",
            HEAD.replace("project", "unit") + "read: all\n" + CODE,
            "project.yaml",
            HEAD + CODE + "  unit: {type: reference, to: unit, label: {zh: 甲, en: A}}\n"),
        List.of(),
        flaws);

    assertThat(flaws)
        .hasSize(1)
        .first()
        .satisfies(f -> assertThat(f.file()).isEqualTo("unit.yaml"));
  }

  private static List<Flaw> flaws(String content) {
    List<Flaw> flaws = new ArrayList<>();
    Schemas.readAll(TestRegisters.files("registers/project.yaml", content), List.of(), flaws);
    return flaws;
  }

  private static String withCheck(String that) {
    return HEAD
        + CODE
        + """
          amount: {type: decimal, label: {zh: 金额, en: Amount}}
          level: {type: choice, label: {zh: 级别, en: Level}, choices: {city: {zh: 市级, en: City}}}
          holder: {type: private, label: {zh: 姓名, en: Holder}}
          value: {type: text, label: {zh: 值, en: Value}}
          date: {type: date, label: {zh: 日期, en: Date}}
        checks:
          # a check
          - that: THAT
            say: {zh: 太少, en: Too little}
        """
            .replace("THAT", that);
  }

  private static Arguments field(String line, int at, int column, String says) {
    return file(HEAD + CODE + "  " + line + "\n", at, column, says);
  }

  private static Arguments file(String content, int line, int column, String says) {
    return Arguments.of(content, line, column, says);
  }

  private static Arguments check(String that, int line, int column, String says) {
    return Arguments.of(that, line, column, says);
  }
}
