package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definitions;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.FiguresOfRegisters;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.register.ImportRequest.Mode;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.seal.Json;
import org.liuzheng.yaml.Flaw;

/** Files and strings that nobody on this project made. */
class ImportingOthersFilesTest {
  private static final Path SHARED = Path.of("../../shared/data");
  private static final String UNIT =
      """
      register: unit
      label: {zh: 单位, en: Units}
      owner: '511602'
      key: code
      read: public
      write: officer
      fields:
        code: {type: code, label: {zh: 单位代码, en: Unit code}}
        name: {type: text, label: {zh: 单位名称, en: Unit name}, required: true}
        parent: {type: reference, to: unit, label: {zh: 上级单位, en: Parent}}
      """;
  private static final String ITEM =
      """
      register: item
      label: {zh: 政务服务事项, en: Service items}
      owner: '511602'
      key: code
      read: public
      write: officer
      fields:
        code: {type: code, label: {zh: 实施编码, en: Item code}, pattern: '[0-9A-Za-z-]{20,80}'}
        name: {type: text, label: {zh: 事项名称, en: Item}, required: true}
        department: {type: reference, to: unit, label: {zh: 实施主体, en: Department}, required: true}
        kind: {type: choice, label: {zh: 事项类型, en: Kind}, required: true, choices: {'1': {zh: 行政许可, en: Permit}, '5': {zh: 行政给付, en: Payment}, '7': {zh: 行政确认, en: Confirmation}, '8': {zh: 行政奖励, en: Award}, '9': {zh: 行政裁决, en: Ruling}, '10': {zh: 其他权力, en: Other}, '20': {zh: 公共服务, en: Public service}}}
      """;
  private static final String ANYTHING =
      """
      register: anything
      label: {zh: 杂项, en: Anything}
      owner: '511602'
      key: code
      read: public
      write: officer
      fields:
        code: {type: code, label: {zh: 编号, en: Code}}
        text: {type: text, label: {zh: 姓名, en: Name}}
        secret: {type: private, label: {zh: 字符串标题, en: String}}
        day: {type: date, label: {zh: 日期, en: Date}}
        number: {type: decimal, label: {zh: 数字, en: Number}}
      """;
  private static final String PER_DEPARTMENT =
      """
      figure: items
      label: {zh: 事项数, en: Items}
      meaning: {zh: 期末在用的政务服务事项, en: Service items in use}
      unit: {zh: 项, en: items}
      period: year
      owner: service-office
      source: {zh: 事项清单, en: The catalogue}
      kind: stock
      by: [kind]
      rows: |
        select i.id as item, i.department as unit, i.kind as kind from item as i
      fold: count
      """;

  @AutoClose private final TestRegisters given = new TestRegisters(UNIT, ITEM, ANYTHING);

  @Test
  void items_per_department_are_as_many_as_the_file_has() throws IOException {
    Path file = SHARED.resolve("service-items/service_items_guangan.json.gz");
    assumeTrue(Files.isRegularFile(file), "the third-party data is not here");
    List<Map<?, ?>> items = new ArrayList<>();
    if (Json.parse(unpacked(file)) instanceof List<?> all) {
      all.forEach(i -> items.add((Map<?, ?>) i));
    }
    Map<String, String> departments = new TreeMap<>();
    Map<String, Long> counted = new TreeMap<>();
    StringBuilder csv = new StringBuilder("实施编码,事项名称,实施主体,事项类型\n");
    for (Map<?, ?> item : items) {
      String department = String.valueOf(item.get("deptCode"));
      departments.put(department, String.valueOf(item.get("department")));
      counted.merge(department, 1L, Long::sum);
      csv.append(
              String.join(
                  ",",
                  quoted(item.get("itemCode")),
                  quoted(item.get("name")),
                  department,
                  quoted(item.get("taskType"))))
          .append('\n');
    }
    StringBuilder units = new StringBuilder("单位代码,单位名称\n");
    departments.forEach((code, name) -> units.append(code).append(',').append(name).append('\n'));

    given.run("unit", units.toString());
    Import done = given.run("item", csv.toString());

    assertThat(done.rejects()).isEmpty();
    assertThat(done.written()).isEqualTo(items.size()).isEqualTo(1135);
    Figures figures = FiguresOfRegisters.on(given.database, given.ledger, given.registers);
    List<Flaw> flaws = new ArrayList<>();
    figures.install(
        Definitions.readAll(
                Map.of("f.yaml", PER_DEPARTMENT),
                Definitions.Content.NONE,
                given.registers.schemas(),
                flaws)
            .figures());
    assertThat(flaws).isEmpty();
    Map<String, Long> told = new TreeMap<>();
    figures.ranking(ask("")).forEach(s -> told.put(s.unit(), s.value().numerator().longValue()));
    assertThat(told).isEqualTo(counted);
    assertThat(figures.value(ask("")))
        .isInstanceOfSatisfying(
            Value.Number.class, n -> assertThat(n.numerator()).isEqualByComparingTo("1135"));
    String first = counted.keySet().iterator().next();
    assertThat(figures.rows(ask(first), 0, 2000).rows()).hasSize(counted.get(first).intValue());
  }

  private Ask ask(String unit) {
    return new Ask(
        "items", unit, Period.parse("2018").orElseThrow(), given.now("2018-12-31"), Map.of());
  }

  @Test
  void an_awkward_workbook_is_read_right_or_refused_in_a_sentence() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("spreadsheets", "delivery")) {
      try (Stream<Path> all = Files.list(SHARED.resolve(folder))) {
        all.sorted().forEach(files::add);
      }
    }

    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      Import done =
          given.run(
              "anything", file.getFileName().toString(), content, "2018-01-01", Mode.GOOD_ROWS);

      assertThat(done.rows() > 0 || !done.rejects().isEmpty()).as(file.toString()).isTrue();
      assertThat(done.rejects())
          .as(file.toString())
          .allSatisfy(r -> {
            assertThat(r.says().zh()).isNotBlank().doesNotContain("Exception");
            assertThat(r.says().en()).isNotBlank();
          });
    }
  }

  @Test
  void a_sheet_formatted_to_its_end_is_read_for_its_values() throws IOException {
    Path file = SHARED.resolve("delivery/neda_proposed_ppp_65536rows.xls.gz");
    assumeTrue(Files.isRegularFile(file), "the third-party data is not here");
    byte[] content;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      content = in.readAllBytes();
    }

    Import done = given.run("anything", "ppp.xls", content, "2018-01-01", Mode.GOOD_ROWS);

    assertThat(done.rejects()).hasSize(1);
    assertThat(done.rejects().getFirst().says().en()).contains("header of “Anything”");
  }

  @Test
  void hostile_strings_are_stored_and_told_as_text() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");
    List<String> strings = hostile();
    StringBuilder csv = new StringBuilder("编号,姓名,字符串标题\n");
    for (int i = 0; i < strings.size(); i++) {
      csv.append("T")
          .append(i)
          .append(',')
          .append(quoted(strings.get(i)))
          .append(',')
          .append(quoted(strings.get(i)))
          .append('\n');
    }

    Import done = given.goodRows("anything", csv.toString());

    assertThat(done.rejects()).isEmpty();
    Map<String, Version> versions =
        given.registers.records(
            "anything",
            given.table("anything").stream().map(r -> r.substring(1, r.indexOf(','))).toList(),
            given.now("2018-01-01"));
    for (int i = 0; i < strings.size(); i++) {
      // In a CSV file, an apostrophe before what may be a formula marks it as text.
      String string = strings.get(i).replaceFirst("^'('*[=+@\t\r-])", "$1").strip();
      Version version = versions.get("T" + i);
      assertThat(version.value("text")).isEqualTo(string);
      assertThat(string.isEmpty() ? "" : given.ledger.reveal(version.value("secret")).orElseThrow())
          .isEqualTo(string);
    }
    List<String> before = given.table("anything");
    given.registers.rebuild();
    assertThat(given.table("anything")).isEqualTo(before);
    assertThat(given.ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void hostile_strings_in_other_places_are_refused_in_a_sentence_or_mean_nothing()
      throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");
    StringBuilder csv = new StringBuilder("编号,日期,数字\n");
    for (String string : hostile()) {
      csv.append(quoted(string))
          .append(',')
          .append(quoted(string))
          .append(',')
          .append(quoted(string))
          .append('\n');
      given.registers.list(
          new Registers.Query(
              "anything",
              Map.of("text", string, string, string),
              string,
              string,
              0,
              5,
              given.now("2018-01-01")));
    }

    assertThat(given.goodRows("anything", csv.toString()).rejects())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.says().zh()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud800", "x\udc00"})
  void what_no_file_can_hold_is_refused_as_a_value_and_finds_nothing(String string) {
    assertThat(
            TestRegisters.refusal(given.put("anything", "2018-01-01", "code", "A", "text", string)))
        .contains("cannot be kept");
    assertThat(TestRegisters.refusal(given.put("anything", "2018-01-01", "code", string)))
        .contains("invisible character");
    assertThat(given.put("anything", string, "code", "A")).isInstanceOf(Outcome.Refused.class);
    assertThat(given.correct("anything", string, "2018-01-01", "x", "text", "y"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            given
                .registers
                .list(
                    new Registers.Query(
                        "anything",
                        Map.of("id", string),
                        string,
                        "",
                        0,
                        5,
                        given.now("2018-01-01")))
                .total())
        .isZero();
  }

  @Test
  void a_hostile_file_name_or_sheet_is_only_a_name() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the third-party data is not here");
    byte[] csv = "编号,姓名\nA1,甲\n".getBytes(StandardCharsets.UTF_8);

    for (String string : hostile()) {
      Import done = given.run("anything", string, csv, "2018-01-01", Mode.ALL_OR_NOTHING);
      Import none = given.run("anything", string, new byte[0], "2018-01-01", Mode.ALL_OR_NOTHING);

      assertThat(done.rejects()).as(string).isEmpty();
      assertThat(none.rejects().getFirst().says().zh()).contains("是空文件");
    }
  }

  private static List<String> hostile() throws IOException {
    List<String> strings = new ArrayList<>();
    if (Json.parse(unpacked(SHARED.resolve("hostile/blns.json.gz"))) instanceof List<?> naughty) {
      naughty.forEach(s -> strings.add(String.valueOf(s)));
    }
    for (String list :
        List.of(
            "sqli_generic_error.txt", "traversal.txt", "xss_intruders.txt", "xxe_fuzzing.txt")) {
      strings.addAll(
          Files.readAllLines(SHARED.resolve("hostile").resolve(list), StandardCharsets.ISO_8859_1));
    }
    strings.addAll(List.of("\u202e", "x".repeat(20_000), "\ufeffx", "\uffff", "'x", "''=1+1"));
    return strings;
  }

  private static String unpacked(Path file) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String quoted(Object value) {
    return "\"" + String.valueOf(value).replace("\"", "\"\"") + "\"";
  }
}
