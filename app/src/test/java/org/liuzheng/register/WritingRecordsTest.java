package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liuzheng.register.TestRegisters.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Registers.Outcome.Accepted;
import org.liuzheng.register.Registers.Outcome.Refused;
import org.liuzheng.register.Registers.Query;
import org.liuzheng.words.Refusal;

class WritingRecordsTest {
  private static final String UNIT =
      """
      register: unit
      label: {zh: 单位, en: Units}
      owner: '330205'
      key: name
      read: public
      write: officer
      fields:
        name: {type: text, label: {zh: 名称, en: Name}}
      """;
  private static final String PROJECT =
      """
      register: project
      label: {zh: 项目, en: Projects}
      owner: '330205'
      key: [year, code]
      since: approved
      title: name
      read: staff
      write: [officer, clerk]
      fields:
        year: {type: whole, label: {zh: 年度, en: Year}, min: 2000, max: 2100}
        code: {type: code, label: {zh: 编号, en: Code}}
        name: {type: text, label: {zh: 名称, en: Name}, required: true}
        approved: {type: date, label: {zh: 批准日期, en: Approved}}
        start: {type: date, label: {zh: 开工日期, en: Start}}
        finish: {type: date, label: {zh: 完工日期, en: Finish}}
        level: {type: choice, label: {zh: 级别, en: Level}, choices: {city: {zh: 市级, en: City}, town: {zh: 镇级, en: Town}}}
        key_project: {type: flag, label: {zh: 重点, en: Key}}
        total: {type: decimal, label: {zh: 总投资, en: Total}, unit: {zh: 万元, en: '10,000 yuan'}, min: 0, max: 500000}
        spent: {type: decimal, label: {zh: 已完成, en: Spent}, unit: {zh: 万元, en: '10,000 yuan'}, min: 0}
        unit: {type: reference, to: unit, label: {zh: 单位, en: Unit}}
        holder: {type: private, label: {zh: 联系人, en: Contact}}
        phone: {type: private, label: {zh: 电话, en: Phone}}
      checks:
        - that: finish >= start
          say: {zh: "{name}的完工日期 {finish} 早于开工日期 {start}", en: "{name} finishes on {finish}, before its start on {start}"}
        - that: spent <= total or level = 'town'
          say: {zh: "{level}项目不能超支，重点：{key_project}", en: "A project of level {level} cannot overspend, key: {key_project}"}
        - that: start is null or year = 2018 and start between date '2018-01-01' and date '2018-12-31'
          say: {zh: 不在年度内, en: Not in its year}
      """;

  @AutoClose private final TestRegisters given = new TestRegisters(UNIT, PROJECT);

  @Test
  void a_record_is_known_by_its_key_and_from_its_since_field() {
    var accepted = (Accepted) given.put("project", "", project("approved", "2018年3月5日"));

    Version version =
        given.registers.record("project", accepted.record(), given.now("2018-03-05")).orElseThrow();
    assertThat(version.record()).isEqualTo("2018/A1");
    assertThat(version.validFrom()).isEqualTo("2018-03-05");
    assertThat(given.registers.record("project", "2018/A1", given.now("2018-03-04"))).isEmpty();
  }

  @Test
  void many_records_are_read_at_once_on_a_day_as_known_then() {
    given.put("unit", "2018-01-01", "name", "甲");
    given.put("unit", "2018-06-01", "name", "乙");

    assertThat(given.registers.records("unit", List.of("甲", "乙", "丙"), given.now("2018-03-01")))
        .containsOnlyKeys("甲");
    assertThat(given.registers.records("unit", List.of("甲", "乙"), given.now("2018-06-01")))
        .containsOnlyKeys("甲", "乙");
  }

  @Test
  void fields_tell_which_record_they_are_about_in_whatever_spelling() {
    assertThat(given.registers.id("project", Map.of("year", "２０１８", "code", " A1 ")))
        .contains("2018/A1");
    assertThat(given.registers.id("project", Map.of("year", "2018"))).isEmpty();
  }

  @Test
  void a_day_that_is_said_goes_before_the_since_field() {
    given.put("project", "2018-06-01", project("approved", "2018-03-05"));

    assertThat(given.registers.history("project", "2018/A1"))
        .extracting(Version::validFrom)
        .containsExactly(LocalDate.of(2018, 6, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total=5200000 | total | “Total” is 5200000 10,000 yuan; it should not be above 500000 10,000 yuan; if it counts single “元”, write 520",
        "name=         | name  | “Name” is missing",
        "colour=red    | colour| “Projects” has no field “colour”",
        "unit=交警队    | unit  | “Unit” is “交警队”, which the register unit does not have; enter it there first, or correct the code",
        "code=         | code  | “Code” is missing",
        "approved=     | valid_from | It does not say from which day it is true; add a column “Valid from”, or say so with the import"
      })
  void what_is_wrong_is_refused_with_its_field(String change, String place, String says) {
    String[] parts = change.split("=", 2);
    Refusal why =
        ((Refused)
                given.put(
                    "project",
                    "",
                    project("approved", "2018-01-01", parts[0].strip(), parts[1].strip())))
            .why()
            .getFirst();

    assertThat(why.place()).isEqualTo(place.strip());
    assertThat(why.says().en()).isEqualTo(says);
    assertThat(given.ledger.size()).isZero();
  }

  @Test
  void everything_wrong_with_a_statement_is_said_at_once() {
    Refused refused =
        (Refused)
            given.put(
                "project", "someday", "year", "18", "name", "", "total", "1万", "start", "soon");

    assertThat(refused.why())
        .extracting(Refusal::place)
        .containsExactlyInAnyOrder("year", "code", "name", "total", "start", "valid_from");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start=2018-05-01 finish=2018-04-01 | 甲 finishes on 2018-04-01, before its start on 2018-05-01",
        "total=10 spent=11 level=city key_project=true | A project of level City cannot overspend, key: yes",
        "start=2019-05-01 | Not in its year"
      })
  void a_check_that_is_false_refuses_with_its_own_sentence(String changes, String says) {
    assertThat(refusal(given.put("project", "2018-01-01", project(changes.split("[= ]")))))
        .isEqualTo(says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finish=2018-04-01",
        "spent=11",
        "spent=11 level=city",
        "total=10 spent=11 level=town",
        "start=2018-05-01"
      })
  void a_check_that_is_unknown_passes_as_in_sql(String changes) {
    assertThat(given.put("project", "2018-01-01", project(changes.split("[= ]"))))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void checks_see_what_is_held_together_with_what_is_said() {
    given.put("project", "2018-01-01", project("start", "2018-05-01"));

    assertThat(
            refusal(
                given.put(
                    "project", "2018-02-01", "year", "2018", "code", "A1", "finish", "2018-04-01")))
        .contains("before its start on 2018-05-01");
  }

  @Test
  void a_reference_finds_its_record_however_it_was_typed() {
    given.put("unit", "2018-01-01", "name", "中马街道（北）");

    assertThat(given.put("project", "2018-01-01", project("unit", "中马街道(北)")))
        .isInstanceOf(Accepted.class);
    assertThat(
            given
                .registers
                .record("unit", "中马街道(北)", given.now("2018-01-01"))
                .orElseThrow()
                .value("name"))
        .isEqualTo("中马街道（北）");
  }

  @Test
  void a_slash_in_a_part_of_a_key_would_make_two_records_one() {
    String parts =
        PROJECT
            .replace("register: project", "register: part")
            .replace("key: [year, code]", "key: [code, name]");
    given.registers.install(TestRegisters.schemas(UNIT, parts));

    assertThat(refusal(given.put("part", "2018-01-01", project("code", "A/1"))))
        .startsWith("“A/1” holds a slash");
    assertThat(given.put("part", "2018-01-01", project("name", "甲/乙")))
        .isEqualTo(new Accepted("A1/甲/乙", 0));
  }

  @Test
  void a_correction_gives_its_reason_and_the_old_value_stays_readable() {
    given.put("project", "2018-01-01", project("total", "100"));

    given.correct("project", "2018/A1", "2018-01-01", " 多写了一个零 ", "total", "10");

    assertThat(
            given
                .registers
                .record("project", "2018/A1", new When(LocalDate.of(2018, 1, 1), 1))
                .orElseThrow()
                .value("total"))
        .isEqualTo("100");
    Entry entry = given.ledger.entry(1).orElseThrow();
    assertThat(entry.body()).containsEntry("op", "correct").containsEntry("reason", "多写了一个零");
    assertThat(given.registers.record("project", "2018/A1", given.now("2018-01-01")).orElseThrow())
        .extracting(v -> v.value("total"), Version::entry)
        .containsExactly("10", 1L);
  }

  @Test
  void a_correction_is_refused_without_a_reason_without_a_version_or_to_another_record() {
    given.put("project", "2018-01-01", project());

    assertThat(refusal(given.correct("project", "2018/A1", "2018-01-01", " ", "total", "1")))
        .isEqualTo("A correction or withdrawal needs a reason");
    assertThat(refusal(given.correct("project", "2018/A1", "2018-01-02", "x", "total", "1")))
        .isEqualTo(
            "“2018/A1” has no version that starts on 2018-01-02; its versions start on: 2018-01-01");
    assertThat(refusal(given.correct("project", "2018/B", "2018-01-01", "x", "total", "1")))
        .isEqualTo("“Projects” has no record “2018/B”");
    assertThat(refusal(given.correct("project", "2018/A1", "2018-01-01", "x", "code", "B")))
        .startsWith("“Code” identifies the record and cannot be corrected");
    assertThat(refusal(given.correct("project", "2018/A1", "2018-01-01", "x", "name", "")))
        .isEqualTo("“Name” is missing");
    assertThat(given.correct("project", "2018/A1", "2018-01-01", "x", "code", "Ａ1", "total", "1"))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void a_withdrawal_is_refused_without_a_reason_or_where_nothing_is_true_any_more() {
    given.put("project", "2018-01-01", project());

    assertThat(refusal(given.withdraw("project", "2018/A1", "2018-05-01", "")))
        .isEqualTo("A correction or withdrawal needs a reason");
    assertThat(given.withdraw("project", "2018/A1", "2018-05-01", "停建"))
        .isInstanceOf(Accepted.class);
    assertThat(refusal(given.withdraw("project", "2018/A1", "2018-05-01", "停建")))
        .isEqualTo("“2018/A1” has nothing to withdraw on or after 2018-05-01");
    assertThat(refusal(given.withdraw("project", "2018/A1", "-999999999-01-01", "停建")))
        .contains("such as 2018-03-05");
  }

  @Test
  void who_may_not_write_is_refused_with_a_sentence() {
    Author reader = new Author("reader", "330205", Set.of("reader"));
    given.put("project", "2018-01-01", project());

    List<Registers.Outcome> outcomes =
        List.of(
            given.registers.put(
                new Registers.Put(
                    "project",
                    "2018-01-01",
                    TestRegisters.files(project("code", "B")),
                    reader,
                    new Source.Form())),
            given.registers.correct(
                new Registers.Correct(
                    "project",
                    "2018/A1",
                    LocalDate.of(2018, 1, 1),
                    Map.of("total", "1"),
                    "x",
                    reader,
                    new Source.Form())),
            given.registers.withdraw(
                new Registers.Withdraw(
                    "project",
                    "2018/A1",
                    LocalDate.of(2018, 1, 1),
                    "x",
                    reader,
                    new Source.Form())));
    Import preview =
        given.registers.preview(
            new ImportRequest(
                "project",
                "x.csv",
                "年度,编号,名称\n2018,B,乙\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "2018-01-01",
                ImportRequest.Mode.GOOD_ROWS,
                reader));

    assertThat(outcomes)
        .extracting(TestRegisters::refusal)
        .containsOnly("Your post may not write to “Projects”");
    assertThat(preview.rejects()).extracting(r -> r.says().zh()).containsExactly("您的岗位不能登记“项目”");
    assertThat(preview.sample()).isEmpty();
    assertThat(given.ledger.size()).isOne();
  }

  @Test
  void a_private_value_never_stands_in_clear_and_can_be_erased() {
    given.put("project", "2018-01-01", project("holder", "张三丰", "phone", "13800138000"));

    Version version =
        given.registers.record("project", "2018/A1", given.now("2018-01-01")).orElseThrow();
    assertThat(version.value("holder")).matches("[0-9a-f]{64}");
    assertThat(given.ledger.reveal(version.value("holder"))).contains("张三丰");
    assertThat(given.table("project").toString() + given.ledger.entry(0).orElseThrow())
        .doesNotContain("张三丰", "13800138000");
    assertThat(given.registers.list(query("张三丰")).total()).isZero();
    given.ledger.erase("project/2018/A1");
    assertThat(given.ledger.reveal(version.value("phone"))).isEmpty();
  }

  @Test
  void a_private_value_that_stays_the_same_keeps_its_digest() {
    given.put("project", "2018-01-01", project("holder", "张三丰"));
    String before = holder();

    given.put("project", "2018-01-01", project("holder", "张三丰", "total", "5"));
    assertThat(holder()).isEqualTo(before);

    given.put("project", "2018-01-01", project("holder", "李四", "total", "5"));
    assertThat(holder()).isNotEqualTo(before);
    given.put("project", "2018-01-01", project("holder", ""));
    assertThat(holder()).isEmpty();
  }

  @Test
  void an_erased_value_is_not_brought_back_by_a_later_change() {
    given.put("project", "2018-01-01", project("holder", "张三丰"));
    given.ledger.erase("project/2018/A1");

    assertThat(given.put("project", "2018-01-01", project("total", "5")))
        .isInstanceOf(Accepted.class);
    assertThat(given.ledger.reveal(holder())).isEmpty();
  }

  @Test
  void a_question_that_no_record_can_answer_finds_none() {
    given.put("project", "2018-01-01", project("level", "city", "key_project", "是"));

    assertThat(given.registers.list(query("a\0b")).total()).isZero();
    assertThat(given.registers.list(query("甲")).total()).isOne();
    assertThat(given.registers.list(query("甲%")).total()).isZero();
    assertThat(given.registers.record("project", "a\0b", given.now("2018-01-01"))).isEmpty();
    assertThat(given.registers.history("project", "a\0b")).isEmpty();
    assertThat(count("total", "many")).isZero();
    assertThat(count("colour", "red")).isZero();
    assertThat(count("level", "市级")).isOne();
    assertThat(count("finish", "")).isOne();
    assertThat(
            given.registers.list(
                new Query("project", Map.of(), "", "-NAME", -1, 0, given.now("2018-01-01"))))
        .extracting(Registers.Found::total)
        .isEqualTo(1L);
  }

  private long count(String field, String value) {
    return given
        .registers
        .list(new Query("project", Map.of(field, value), "", "", 0, 9, given.now("2018-01-01")))
        .total();
  }

  private Query query(String search) {
    return new Query("project", Map.of(), search, "-name", 0, 9, given.now("2018-01-01"));
  }

  private String holder() {
    return given
        .registers
        .record("project", "2018/A1", given.now("2018-01-01"))
        .orElseThrow()
        .value("holder");
  }

  /** A good project with some fields changed. */
  private static String[] project(String... changes) {
    Map<String, String> fields = TestRegisters.files("year", "2018", "code", "A1", "name", "甲");
    fields.putAll(TestRegisters.files(changes));
    return fields.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }
}
