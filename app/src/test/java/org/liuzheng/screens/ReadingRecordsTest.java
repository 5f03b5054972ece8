package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.RunningExample;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.When;
import org.liuzheng.seal.Verify;

/** Registers, records and entries of the example, read by whoever may. */
class ReadingRecordsTest {
  private static final Ledger LEDGER = RunningExample.bean(Ledger.class);
  private static final String BUDGET = "budget_revenue/330205/2017/cumulative";

  private final Visiting visitor = new Visiting();
  private final Visiting staff = new Visiting();

  @Test
  void registers_are_listed_as_far_as_they_are_open() {
    Visiting.Seen anonymous = visitor.get("/registers");
    staff.signIn("shenji", "liuzheng-example");

    long closed = registers(r -> r != Schema.Reader.PUBLIC);
    assertThat(anonymous.text()).contains("攻坚子项目").contains("另有" + closed + "本台账只对内部人员开放");
    assertThat(anonymous.html()).doesNotContain("/registers/application");
    assertThat(staff.get("/registers").html()).contains("/registers/application");
    assertThat(staff.get("/registers").text())
        .contains("另有" + registers(r -> r == Schema.Reader.OWNER) + "本台账只对主管单位开放");
    assertThat(new Visiting().get("/registers?lang=en").text())
        .contains("Sub-projects")
        .contains(closed + " more are open to staff alone");
    assertThat(visitor.get("/registers?known=0").text()).contains("已入账0条");
  }

  private static long registers(Predicate<Schema.Reader> read) {
    return RunningExample.bean(Registers.class).schemas().stream()
        .filter(s -> read.test(s.access().read()))
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/registers/application | 403 | 登录后可以查看",
        "/registers/application/2017-bdc-00054 | 403 | 登录后可以查看",
        "/registers/application/export.csv | 403 | 登录后可以查看",
        "/registers/application/suggest | 403 | 登录后可以查看",
        "/registers/nothing | 404 | 没有名为“nothing”的台账",
        "/registers/unit/999 | 404 | 没有编号是“999”的记录",
        "/registers/unit/330205?known=0 | 404 | 那时“单位”里还没有编号是“330205”的记录",
        "/registers/unit?sort=colour | 400 | 写的是“colour”",
        "/registers/unit?page=x | 400 | 写的是“x”",
        "/entries/99999999 | 404 | 没有第99999999号入账",
        "/entries/x | 404 | 没有第x号入账",
        "/entries?from=x | 400 | 写的是“x”",
        "/registers/unit?on=soon | 400 | 写的是“soon”"
      })
  void what_cannot_be_shown_is_said_in_a_sentence(String path, int status, String says) {
    Visiting.Seen seen = visitor.get(path.strip());

    assertThat(seen.status()).isEqualTo(status);
    assertThat(seen.text()).contains(says.strip());
  }

  @Test
  void records_are_searched_filtered_sorted_and_paged() {
    assertThat(visitor.get("/registers/sub_project?search=姚江新区").text())
        .contains("1条")
        .contains("姚江新区启动区路网")
        .doesNotContain("北外环东路");
    Visiting.Seen filtered =
        visitor.get("/registers/sub_project?mayor_project=true&contest=2018-xmzs");
    assertThat(filtered.text()).contains("市县长项目：是").contains("赛道代码：项目争速");
    assertThat(
            Pattern.compile("<th scope=\"row\">.*?</th>")
                .matcher(
                    visitor.get("/registers/sub_project?sort=-total_invest&columns=all").html())
                .results()
                .findFirst()
                .orElseThrow()
                .group())
        .contains(largest());
    assertThat(visitor.get("/registers/service_item").text()).contains("第1–50条，共");
    assertThat(visitor.get("/registers/service_item?page=1").text()).contains("第51–100条");
    assertThat(visitor.get("/registers/sub_project?search=没有的字").text()).contains("没有符合条件的记录");
  }

  private static String largest() {
    When now = new When(LocalDate.of(2019, 2, 11), LEDGER.size());
    return RunningExample.bean(Registers.class)
        .list(new Registers.Query("sub_project", Map.of(), "", "-total_invest", 0, 1, now))
        .versions()
        .getFirst()
        .value("name");
  }

  @Test
  void a_reference_is_shown_by_the_title_of_what_it_names_and_linked() {
    String html = visitor.get("/registers/sub_project").html();

    assertThat(html).contains("<a href=\"/registers/unit/330205-zjj\">区住房和城乡建设局</a>");
    assertThat(new Visiting().get("/registers/sub_project?lang=en").html())
        .contains("District Bureau of Housing and Urban-Rural Development</a>")
        .contains("lang=\"zh-CN\">姚江新区启动区路网</a>");
  }

  @Test
  void records_are_read_on_a_day_as_known_then_and_links_keep_both() {
    assertThat(visitor.get("/registers/sub_project?on=2018-01-01").text()).contains("这一天还没有记录");
    String html = visitor.get("/registers/sub_project/2018-002?on=2018-03-01").html();
    assertThat(html).contains("on=2018-03-01").doesNotContain("施工许可证33020520181134</td>");
    assertThat(visitor.get("/registers/sub_project/2018-002?on=2018-03-01").text())
        .contains("从2018年2月26日到2018年3月18日是下面的样子");
  }

  @Test
  void an_export_can_be_opened_by_excel_and_holds_what_was_found() {
    byte[] file = visitor.download("/registers/sub_project/export.csv?mayor_project=true");
    String csv = new String(file, StandardCharsets.UTF_8);

    assertThat(csv).startsWith("\ufeff子项目代码,子项目名称").contains("总投资（万元）");
    assertThat(csv.lines().count()).isEqualTo(1 + mayorsProjects());
    assertThat(visitor.get("/registers/sub_project/template.csv").html())
        .startsWith("\ufeff子项目代码")
        .contains("生效日期")
        .hasLineCount(1);
  }

  private long mayorsProjects() {
    String text = visitor.get("/registers/sub_project?mayor_project=true").text();
    var count = Pattern.compile("记录(\\d+)条").matcher(text);
    assertThat(count.find()).isTrue();
    return Long.parseLong(count.group(1));
  }

  @Test
  void a_record_tells_what_it_says_where_from_and_what_counts_it() {
    Visiting.Seen record = visitor.get("/registers/observation/" + BUDGET);

    assertThat(record.text())
        .contains("一般公共预算收入 · 江北区 · 2017 · 累计")
        .contains("先后入账2次")
        .contains("原为653,012→现为650,312")
        .contains("14-observation-budget-revenue-2017-corrected.csv")
        .contains("已被后来的说法代替")
        .contains("没有填：同比增速");
    assertThat(record.html())
        .contains("href=\"/figures/budget_revenue?unit=330205&amp;period=2017\"")
        .contains("href=\"/figures/budget_revenue_growth\"");
    assertThat(new Visiting().get("/registers/observation/" + BUDGET + "?lang=en").text())
        .contains("It was entered 2 times")
        .contains("Since 31 Dec 2017");
  }

  @Test
  void a_record_is_as_it_was_known_at_an_earlier_position() {
    long corrected = LEDGER.entriesOf("observation", BUDGET).getLast().seq();

    String then = visitor.get("/registers/observation/" + BUDGET + "?known=" + corrected).text();

    assertThat(then).contains("653,012").doesNotContain("650,312").contains("只入账过一次");
  }

  @Test
  void an_entry_shows_the_cell_of_each_value_and_the_row_of_the_file() {
    Entry entry = LEDGER.entriesOf("sub_project", "2018-002").getLast();
    Source.Row row = (Source.Row) entry.source();
    Visiting.Seen seen = visitor.get("/entries/" + entry.seq());

    assertThat(seen.text())
        .contains("“攻坚子项目”的“姚江新区启动区路网”从2018年3月19日起")
        .contains(row.name())
        .contains("表第" + row.row() + "行")
        .contains("沿用");
    assertThat(seen.html())
        .contains("<span class=\"cell\">" + row.cells().get("started_on"))
        .contains("<tr class=\"here\"><th scope=\"row\">" + row.row() + "</th>")
        .contains("<td class=\"read\">2018-002</td>");
    assertThat(seen.text()).contains("它的上一次入账").contains(row.file());
    assertThat(visitor.download("/entries/" + entry.seq() + "/file"))
        .isEqualTo(RunningExample.bean(Evidence.class).open(row.file()).orElseThrow());
  }

  @Test
  void the_proof_of_an_entry_is_walked_to_the_signed_root_and_a_stranger_can_check_it(
      @TempDir Path folder) throws IOException {
    for (long seq : List.of(0L, 1L, LEDGER.size() / 2, LEDGER.size() - 2)) {
      long readable = LEDGER.entry(seq).orElseThrow().register().equals("pack") ? 1 : seq;
      Visiting.Seen seen = visitor.get("/entries/" + readable);
      if (seen.status() == 403) {
        continue;
      }
      Path bundle = folder.resolve(readable + ".zip");
      Files.write(bundle, visitor.download("/entries/" + readable + "/bundle.zip"));
      ByteArrayOutputStream said = new ByteArrayOutputStream();

      assertThat(seen.text()).contains("核对相符").doesNotContain("核对不符");
      assertThat(
              Verify.run(
                  new PrintStream(said, true, StandardCharsets.UTF_8),
                  bundle.toString(),
                  LEDGER.verifierKey()))
          .as(said.toString())
          .isEqualTo(Verify.SOUND);
    }
  }

  @Test
  void entries_of_a_closed_register_are_closed_and_so_are_files_that_name_people() {
    Entry entry = LEDGER.entriesOf("application", "2017-bdc-00054").getFirst();
    String path = "/entries/" + entry.seq();
    staff.signIn("shenji", "liuzheng-example");
    Visiting administrator = new Visiting();
    administrator.signIn("admin", "liuzheng-example");

    for (String part : List.of("", "/bundle.zip", "/file")) {
      assertThat(visitor.get(path + part).status()).as(part).isEqualTo(403);
    }
    assertThat(staff.get(path).text()).contains("核对相符").contains("原文件只交还给上传的人和管理员");
    assertThat(staff.get(path + "/file").status()).isEqualTo(403);
    assertThat(administrator.get(path + "/file").status()).isEqualTo(200);
  }

  @Test
  void the_newest_entries_are_found_by_register_and_person() {
    assertThat(visitor.get("/entries").html())
        .doesNotContain("/registers/application")
        .contains("rel=\"next\"");
    assertThat(visitor.get("/entries?register=unit").text()).contains("江北区");
    assertThat(visitor.get("/entries?actor=nobody").text()).contains("没有这样的入账");
    assertThat(visitor.get("/entries?register=application").status()).isEqualTo(403);
    assertThat(visitor.get("/entries?from=3&to=4").text()).contains("第3号到第4号入账");
    assertThat(visitor.get("/entries?known=5").html())
        .contains("/entries/4?known=5")
        .doesNotContain("/entries/5?");
  }

  @Test
  void what_is_typed_into_a_reference_is_searched_among_the_records_it_may_name() {
    assertThat(visitor.get("/registers/service_item/suggest?f.item=护照").html())
        .contains("<option value=")
        .contains("普通护照签发");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "x;y", "100%", "import", "-", "..", "a//b", "名 称"})
  void every_id_has_an_address_that_leads_back_to_it(String id) {
    Visiting.Seen seen = visitor.get(RecordLinks.path("unit", id));

    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.text()).contains("没有编号是“" + id + "”的记录");
  }
}
