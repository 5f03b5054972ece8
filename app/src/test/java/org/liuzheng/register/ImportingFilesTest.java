package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.ImportRequest.Mode;
import org.liuzheng.register.Registers.Query;
import org.liuzheng.register.Workbooks.Formula;
import org.liuzheng.register.Workbooks.Shown;
import org.liuzheng.words.Lang;

class ImportingFilesTest {
  private static final String UNIT =
      """
      register: unit
      label: {zh: 单位, en: Units}
      owner: '330205'
      key: code
      read: public
      write: officer
      fields:
        code: {type: code, label: {zh: 单位代码, en: Unit code}}
        name: {type: text, label: {zh: 单位名称, en: Unit name}, required: true}
        parent: {type: reference, to: unit, label: {zh: 上级单位, en: Parent}}
      """;
  private static final String PROJECT =
      """
      register: project
      label: {zh: 项目, en: Projects}
      owner: '330205'
      key: code
      since: approved
      read: staff
      write: officer
      fields:
        code: {type: code, label: {zh: 项目编号, en: Code}, pattern: '[A-Z0-9]{2,6}', hint: {zh: 2 至 6 位大写字母或数字。, en: "2 to 6 capitals or digits."}}
        name: {type: text, label: {zh: 项目名称, en: Name}, required: true}
        unit: {type: reference, to: unit, label: {zh: 责任单位, en: Unit}}
        approved: {type: date, label: {zh: 批准日期, en: Approved}}
        total: {type: decimal, label: {zh: 总投资, en: Total}, unit: {zh: 万元, en: '10,000 yuan'}, min: 0, max: 500000}
        spent: {type: decimal, label: {zh: 累计完成投资, en: Spent}, unit: {zh: 万元, en: '10,000 yuan'}, min: 0}
        growth: {type: decimal, label: {zh: 增速, en: Growth}, unit: {zh: '%', en: '%'}}
        city: {type: flag, label: {zh: 市重点, en: Key}}
        level: {type: choice, label: {zh: 级别, en: Level}, choices: {city: {zh: 市级, en: City}, town: {zh: 镇级, en: Town}}}
        holder: {type: private, label: {zh: 联系人, en: Contact}}
      checks:
        - that: spent <= total
          say: {zh: "{name}累计完成 {spent} 超过总投资 {total}", en: "{name} spent {spent} of {total}"}
      """;
  private static final String CSV =
      """
      项目编号,项目名称,批准日期,总投资,市重点,级别
      A1,"北岸，一期",2018年3月5日,"1,234.5",是,市级
      A2,中马旧城,2018/3/6,８８０,否,town
      """;

  @AutoClose private final TestRegisters given = new TestRegisters(UNIT, PROJECT);

  static Stream<Arguments> encodings() {
    Function<String, byte[]> utf8 = t -> t.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("UTF-8", utf8.apply(CSV)),
        Arguments.of("UTF-8 with a mark", utf8.apply("\ufeff" + CSV)),
        Arguments.of("GBK", CSV.getBytes(Charset.forName("GBK"))),
        Arguments.of("UTF-16", ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("CRLF", utf8.apply(CSV.replace("\n", "\r\n"))),
        Arguments.of(
            "tabs",
            utf8.apply(
                CSV.replace("\"1,234.5\"", "1234.5")
                    .replace("\"北岸，一期\"", "北岸，一期")
                    .replace(',', '\t'))),
        Arguments.of(
            "semicolons", utf8.apply(CSV.replace("\"1,234.5\"", "1234.5").replace(',', ';'))),
        Arguments.of(
            "sep=", utf8.apply("sep=;\n" + CSV.replace("\"1,234.5\"", "1234.5").replace(',', ';'))),
        Arguments.of("a title and a blank line", utf8.apply("2018 年项目台账,,,,,\n,,,,,\n" + CSV)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void a_csv_file_is_read_however_it_was_saved(String how, byte[] content) {
    Import done = given.run("project", how, content, "", Mode.ALL_OR_NOTHING);

    assertThat(done)
        .extracting(Import::rejects, Import::rows, Import::accepted, Import::written)
        .containsExactly(List.of(), 2, 2, 2);
    assertThat(project("A1"))
        .isEqualTo(
            Map.of(
                "code",
                "A1",
                "name",
                "北岸，一期",
                "approved",
                "2018-03-05",
                "total",
                "1234.5",
                "city",
                "true",
                "level",
                "city"));
    assertThat(project("A2")).containsEntry("total", "880").containsEntry("city", "false");
  }

  @Test
  void a_workbook_is_read_as_it_is_shown_and_every_value_knows_its_cell() {
    byte[] file =
        new Workbooks()
            .row("附件 2")
            .row("江北区 2018 年重点项目推进情况表")
            .merge("A2:H2")
            .row()
            .row("序号", "项目编号 *", "项目 名称", "批准日期", "总投资（万元）", "增速（%）", "市重点", "备注")
            .row(
                1,
                new Shown(7, "0000"),
                "一期",
                LocalDate.of(2018, 3, 5),
                1234.5,
                new Shown(0.097, "0.0%"),
                true,
                "略")
            .row(2, "B2", "二期", "2018年3月6日", new Formula("1000*0.1+E5"), "-3.2", "否", "")
            .row(3)
            .row(4)
            .bytes();

    Import done = given.run("project", "台账.xlsx", file, "", Mode.ALL_OR_NOTHING);

    assertThat(done.rejects()).isEmpty();
    assertThat(done.rows()).isEqualTo(2);
    assertThat(done.columns())
        .containsEntry("总投资（万元）", "total")
        .containsEntry("备注", "")
        .containsEntry("序号", "");
    assertThat(project("0007"))
        .isEqualTo(
            Map.of(
                "code",
                "0007",
                "name",
                "一期",
                "approved",
                "2018-03-05",
                "total",
                "1234.5",
                "growth",
                "9.7",
                "city",
                "true"));
    assertThat(project("B2")).containsEntry("total", "1334.5").containsEntry("growth", "-3.2");
    Source source = given.ledger.entry(1).orElseThrow().source();
    assertThat(source)
        .isEqualTo(
            new Source.Row(
                done.file(),
                "台账.xlsx",
                "台账",
                6,
                Map.of(
                    "code",
                    "B6",
                    "name",
                    "C6",
                    "approved",
                    "D6",
                    "total",
                    "E6",
                    "growth",
                    "F6",
                    "city",
                    "G6")));
    assertThat(given.evidence.open(done.file())).hasValue(file);
  }

  @Test
  void a_header_may_be_of_several_rows_with_merged_cells() {
    byte[] file =
        new Workbooks()
            .row("项目编号", "项目名称", "投资", "", "批准日期")
            .row("", "", "总投资", "累计完成投资", "")
            .row("", "", "（万元）", "（万元）", "")
            .row("1", "2", "3", "4", "5")
            .row("A1", "一期", 100, 60, LocalDate.of(2018, 3, 5))
            .merge("A1:A3")
            .merge("B1:B3")
            .merge("C1:D1")
            .merge("E1:E3")
            .bytes();

    assertThat(given.run("project", "x.xlsx", file, "", Mode.ALL_OR_NOTHING).rejects()).isEmpty();
    assertThat(project("A1"))
        .containsEntry("total", "100")
        .containsEntry("spent", "60")
        .containsEntry("approved", "2018-03-05");
  }

  @Test
  void a_name_written_once_for_several_rows_holds_for_each_but_a_number_cannot_be_shared() {
    given.run("unit", "单位代码,单位名称\nU1,街道\n");
    Workbooks workbook =
        new Workbooks()
            .row("责任单位", "项目编号", "项目名称", "总投资")
            .row("U1", "A1", "一期", 100)
            .row("", "A2", "二期", 100)
            .merge("A2:A3");

    Import done =
        given.run("project", "x.xlsx", workbook.bytes(), "2018-01-01", Mode.ALL_OR_NOTHING);
    Import shared =
        given.run(
            "project",
            "x.xlsx",
            workbook.merge("D2:D3").bytes(),
            "2018-01-01",
            Mode.ALL_OR_NOTHING);

    assertThat(done.rejects()).isEmpty();
    assertThat(project("A2")).containsEntry("unit", "U1");
    assertThat(((Source.Row) given.ledger.entry(2).orElseThrow().source()).cells())
        .containsEntry("unit", "A2")
        .containsEntry("code", "B3");
    assertThat(shared.rejects())
        .extracting(Import.Reject::cell, r -> r.says().en())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "D3",
                "“总投资” is merged with D2, but rows cannot share a "
                    + "number; split the cells and fill in each row"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "项目编号,项目名称,总投资（元）|C1|“Total” is counted in 10,000 yuan, and the sheet says 元; convert the column first",
        "单位：亿元 NEXT 项目编号,项目名称,总投资|C2|“Total” is counted in 10,000 yuan, and the sheet says 亿元; convert the column first",
        "项目编号,项目名称,Name|C1|This is the same column as “项目名称” in B1; leave one of them",
        "项目名称,总投资||Columns that identify a record are missing: Code",
        "姓名,年龄||No header of “Projects” was found in the first 20 rows; it should hold field names or labels"
      })
  void a_header_that_cannot_be_trusted_refuses_the_file(String header, String cell, String says) {
    Import done = given.goodRows("project", header.replace(" NEXT ", "\n") + "\nA1,甲,5\n");

    assertThat(done.rejects()).hasSize(1);
    assertThat(done.rejects().getFirst().says().en()).isEqualTo(says);
    assertThat(done.rejects().getFirst().cell()).isEqualTo(cell == null ? "" : cell);
    assertThat(given.ledger.size()).isZero();
  }

  @Test
  void a_unit_that_is_said_and_is_right_is_no_hindrance() {
    String csv = "重点项目,,（单位：万元）\n项目编号,项目名称,总投资(万元),增速（％）\nA1,甲,5,9.7%\n";

    assertThat(given.run("project", csv).rejects()).isEmpty();
    assertThat(project("A1")).containsEntry("growth", "9.7");
  }

  @Test
  void several_sheets_with_the_header_are_not_chosen_among_in_silence() {
    byte[] file =
        new Workbooks()
            .row("项目编号", "项目名称")
            .row("A1", "甲")
            .sheet("示例")
            .row("项目编号", "项目名称")
            .row("A9", "示例")
            .bytes();

    assertThat(given.run("project", "x.xlsx", file, "2018-01-01", Mode.GOOD_ROWS).rejects())
        .extracting(r -> r.says().zh())
        .containsExactly("几张工作表都有“项目”的表头：“台账”、“示例”；请每次只留一张再导入");
  }

  @Test
  void one_bad_row_and_nothing_is_written_or_good_rows_are_and_the_others_come_back() {
    String csv =
        """
        项目编号,项目名称,责任单位,批准日期,总投资,累计完成投资
        A1,甲,,2018-03-05,100,60
        a2,,,5/3/2018,5200000,60
        A3,丙,U9,2018-03-05,100,60
        A4,丁,,2018-03-05,100,101
        A1,甲,,2018-03-05,100,60
        合计,,,,400,
        """;

    Import nothing =
        given.run(
            "project", "x.csv", csv.getBytes(StandardCharsets.UTF_8), "", Mode.ALL_OR_NOTHING);
    assertThat(nothing.written()).isZero();
    assertThat(given.ledger.size()).isZero();
    Import good =
        given.run("project", "x.csv", csv.getBytes(StandardCharsets.UTF_8), "", Mode.GOOD_ROWS);

    assertThat(good)
        .extracting(Import::rows, Import::accepted, Import::written)
        .containsExactly(6, 1, 1);
    assertThat(good.rejects())
        .extracting(r ->
            r.row() + " " + r.column() + " " + r.cell() + " " + r.found() + ": " + r.says().en())
        .containsExactly(
            "3 项目编号 A3 a2: “Code” is “a2”; 2 to 6 capitals or digits.",
            "3 项目名称 B3 : “Name” is missing",
            "3 批准日期 D3 5/3/2018: “Approved” is “5/3/2018”; it should be a date such as 2018-03-05",
            "3 总投资 E3 5200000: “Total” is 5200000 10,000 yuan; it should not be above 500000 "
                + "10,000 yuan; if it counts single “元”, write 520",
            "4 责任单位 C4 U9: “Unit” is “U9”, which the register unit does not have; enter it there "
                + "first, or correct the code",
            "5   : 丁 spent 101 of 100",
            "6 项目编号 A6 A1: “A1” from 2018-03-05 on is already said in row 2; delete one, or give "
                + "them different days",
            "7   : This row is a total, not a record; delete it, totals are computed");
    assertThat(nothing.rejects()).isEqualTo(good.rejects());
  }

  @Test
  void a_preview_says_what_an_import_would_do_and_does_nothing() {
    ImportRequest request =
        new ImportRequest(
            "project",
            "x.csv",
            CSV.getBytes(StandardCharsets.UTF_8),
            "",
            Mode.ALL_OR_NOTHING,
            TestRegisters.OFFICER);

    Import preview = given.registers.preview(request);
    assertThat(given.ledger.size()).isZero();
    Import done = given.registers.run(request);

    assertThat(preview.file()).isEmpty();
    assertThat(preview.written()).isZero();
    assertThat(preview)
        .usingRecursiveComparison()
        .ignoringFields("file", "written", "first")
        .isEqualTo(done);
    assertThat(preview.sample())
        .hasSize(2)
        .first()
        .satisfies(row -> assertThat(row).containsEntry("name", "北岸，一期"));
  }

  @Test
  void rows_that_say_what_is_known_write_nothing() {
    given.run("project", "x.csv", CSV.getBytes(StandardCharsets.UTF_8), "", Mode.ALL_OR_NOTHING);

    Import again =
        given.run(
            "project",
            "y.csv",
            CSV.replace("880", "880.0").replace("town", "镇级").getBytes(Charset.forName("GBK")),
            "",
            Mode.ALL_OR_NOTHING);
    Import changed =
        given.run(
            "project",
            "z.csv",
            CSV.replace("８８０", "881").getBytes(StandardCharsets.UTF_8),
            "",
            Mode.ALL_OR_NOTHING);

    assertThat(again)
        .extracting(Import::accepted, Import::unchanged, Import::written)
        .containsExactly(2, 2, 0);
    assertThat(changed)
        .extracting(Import::accepted, Import::unchanged, Import::written)
        .containsExactly(2, 1, 1);
    assertThat(given.ledger.size()).isEqualTo(3);
  }

  @Test
  void private_values_that_are_known_write_nothing_either() {
    String csv = "项目编号,项目名称,联系人\nA1,甲,张三\nA2,乙,李四\n";
    given.run("project", csv);

    assertThat(given.run("project", csv).unchanged()).isEqualTo(2);
    assertThat(given.run("project", csv.replace("李四", "王五")).written()).isOne();
    assertThat(given.ledger.reveal(project("A2").get("holder"))).contains("王五");
  }

  @Test
  void a_row_may_refer_to_an_earlier_row_of_the_same_file() {
    assertThat(given.run("unit", "单位代码,单位名称,上级单位\nU1,区,\nU2,街道,U1\n").rejects()).isEmpty();
    assertThat(given.goodRows("unit", "单位代码,单位名称,上级单位\nU4,社区,U3\nU3,街道,U1\n").rejects())
        .extracting(Import.Reject::cell)
        .containsExactly("C2");
  }

  @Test
  void the_day_comes_from_the_row_or_the_since_field_or_the_request() {
    Import done =
        given.run(
            "project",
            """
            项目编号,项目名称,批准日期,生效日期
            A1,甲,2018-03-05,2018年6月1日
            A2,乙,2018-03-05,
            A3,丙,,
            """);

    assertThat(done.rejects()).isEmpty();
    assertThat(
            Stream.of("A1", "A2", "A3")
                .map(
                    id -> given.registers.history("project", id).getFirst().validFrom().toString()))
        .containsExactly("2018-06-01", "2018-03-05", "2018-01-01");
  }

  @Test
  void sixty_thousand_formatted_rows_with_a_hundred_values_are_read_quickly() {
    Workbooks workbook = new Workbooks().row("项目编号", "项目名称");
    for (int i = 0; i < 100; i++) {
      workbook.row("A" + (100 + i), "项目" + i);
    }
    byte[] file = workbook.formatted(60_000, 2).bytes();

    long start = System.nanoTime();
    Import done = given.run("project", "x.xlsx", file, "2018-01-01", Mode.ALL_OR_NOTHING);

    assertThat(done.rows()).isEqualTo(100);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void digits_that_excel_lost_and_cells_that_hold_an_error_are_refused() {
    byte[] file =
        new Workbooks()
            .row("项目编号", "项目名称", "联系人", "总投资")
            .row("A1", "甲", 330205199001011234d, new Formula("1/0"))
            .bytes();

    assertThat(given.run("project", "x.xlsx", file, "2018-01-01", Mode.GOOD_ROWS).rejects())
        .extracting(r -> r.cell() + " " + r.found())
        .containsExactly("C2 3.30205E+17", "D2 #DIV/0!");
  }

  @Test
  void the_list_of_rejects_opens_in_a_spreadsheet_and_holds_no_formula() {
    Import done = given.goodRows("project", "项目编号,项目名称,总投资\nA1,甲,=1+1\n");

    assertThat(CsvFiles.rejects(done, Lang.ZH))
        .isEqualTo(
            "\ufeff工作表,行,列,单元格,现为,应改\r\n" + ",2,总投资,C2,'=1+1,“总投资”填的是“=1+1”，应当是数，如 12.5\r\n");
  }

  @Test
  void what_is_exported_can_be_imported_again_and_changes_nothing() {
    given.run("unit", "单位代码,单位名称\nU1,=街道\nU2,''=街道\nU3,'街道\n");
    given.run(
        "project",
        CSV.replace("中马旧城", "-旧城 \"A\"").replace("级别", "级别,责任单位").replace("市级\n", "市级,U1\n"));
    for (Lang lang : Lang.values()) {
      for (String register : List.of("unit", "project")) {
        String csv =
            CsvFiles.register(
                given.registers,
                new Query(register, Map.of(), "", "", 0, 1, given.now("2018-12-31")),
                lang);

        Import again = given.run(register, csv);

        assertThat(again.rejects()).isEmpty();
        assertThat(again)
            .extracting(Import::rows, Import::unchanged)
            .containsExactly(again.accepted(), again.accepted());
      }
    }
    assertThat(
            CsvFiles.register(
                given.registers,
                new Query("project", Map.of("id", "A1"), "", "", 0, 1, given.now("2018-12-31")),
                Lang.ZH))
        .startsWith("\ufeff项目编号,项目名称,责任单位,批准日期,总投资（万元）")
        .contains("是,市级,2018-03-05");
  }

  private Map<String, String> project(String id) {
    return given.registers.record("project", id, given.now("2018-12-31")).orElseThrow().values();
  }
}
