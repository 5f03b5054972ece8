package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.RunningExample;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;

/** The pages as they come over HTTP, without a script. */
class ReadingPagesTest {
  private static final String REPORT = "/reports/jiangbei-2018";
  private static final int SAMPLED = 25;
  private final Visiting visitor = new Visiting();

  @Test
  void the_first_page_says_how_the_report_stands_in_both_languages() {
    Visiting.Seen chinese = visitor.get("/");
    Visiting.Seen english = new Visiting().get("/?lang=en");

    assertThat(chinese.status()).isEqualTo(200);
    assertThat(chinese.text()).contains("共" + RunningExample.claims() + "条表述：");
    assertThat(english.text()).contains(RunningExample.claims() + " claims: ");
    assertThat(chinese.html()).contains("lang=\"zh-CN\"");
    assertThat(english.html()).contains("<html lang=\"en\">");
  }

  @Test
  void a_language_once_chosen_is_kept_and_a_browser_may_prefer_one() {
    visitor.get("/help?lang=en");

    assertThat(visitor.get("/help").html()).contains("<html lang=\"en\">");
    assertThat(new Visiting().get("/help", "Accept-Language", "fr, en-GB;q=0.8").html())
        .contains("<html lang=\"en\">");
    assertThat(new Visiting().get("/help").html()).contains("<html lang=\"zh-CN\">");
  }

  @Test
  void numbers_stand_in_the_text_of_a_report_without_gaps_around_them() {
    Visiting.Seen report = visitor.get(REPORT);

    assertThat(report.text()).contains("全年实现地区生产总值520.6亿元，按可比价计算比上年增长9.7%。");
    assertThat(Pattern.compile("<a id=\"c-R\\d\\d[-a-z]*\"").matcher(report.html()).results())
        .hasSize(RunningExample.claims());
  }

  @Test
  void what_is_not_settled_is_noted_with_every_reading() {
    String text = visitor.get(REPORT).text();

    assertThat(text).contains("算出14个，与文中一致").contains("算出12个，与文中不符");
    assertThat(visitor.get(REPORT + "?view=table&verdict=ambiguous").html())
        .contains(">R12<", ">R55<")
        .doesNotContain(">R01<");
  }

  @Test
  void the_evidence_of_a_claim_is_a_page_and_a_fragment_of_it() {
    Visiting.Seen page = visitor.get(REPORT + "?claim=R16");
    Visiting.Seen fragment = visitor.get(REPORT + "?claim=R16", "HX-Request", "true");

    assertThat(page.text()).contains("连续34个月").contains("逐期名次").contains("2016-03起算");
    assertThat(page.html()).contains("<aside class=\"drawer\" id=\"R16\"").contains("<html");
    assertThat(fragment.html().strip())
        .startsWith("<aside class=\"drawer\" id=\"R16\"")
        .doesNotContain("<html");
    assertThat(visitor.get(REPORT + "?claim=R99").status()).isEqualTo(404);
  }

  @Test
  void why_a_number_changed_is_told_entry_by_entry_and_adds_up() {
    Visiting.Seen page =
        visitor.get("/figures/budget_revenue_growth/changes?unit=330205&period=2018&lang=zh");

    assertThat(page.text()).contains("现在12.1%").contains("+0.5");
    assertThat(page.html()).contains("/registers/observation/budget_revenue");
    assertThat(visitor.get("/figures/gdp/changes?period=2018&since=soon").status()).isEqualTo(400);
    assertThat(visitor.get("/figures/mean_working_days_saved/changes?period=2018").text())
        .as("entries of a closed register are told by number alone")
        .contains("所在台账不公开");
  }

  @Test
  void a_figure_tells_how_its_number_came_about_file_by_file_and_correction_by_correction() {
    Visiting.Seen revenue = visitor.get("/figures/budget_revenue?unit=330205&period=2018");
    Visiting.Seen closed = visitor.get("/figures/mean_working_days_saved?unit=330205&period=2018");

    assertThat(revenue.text()).contains("这个数的来历").contains("口径从未改过");
    assertThat(revenue.html()).contains("id=\"revisions\"");
    assertThat(closed.text()).as("a file is told once").containsPattern("导入“办件”，其中\\d+条入账改了它");
    assertThat(closed.html().split("其中")).hasSizeLessThan(15);
  }

  @Test
  void as_known_before_the_records_came_nothing_can_be_derived() {
    Visiting.Seen before = visitor.get(REPORT + "?known=1");

    assertThat(before.text()).contains("按第1条入账时所知").doesNotContainPattern("\\d\\d条成立");
    assertThat(before.html()).contains("claim not_derivable").contains("known=1");
    assertThat(visitor.get(REPORT).text()).containsPattern("\\d\\d条成立");
  }

  @Test
  void every_figure_has_a_page_in_both_languages() {
    Visiting english = new Visiting();
    english.get("/?lang=en");
    for (Definition figure : RunningExample.bean(Figures.class).definitions()) {
      String path = "/figures/" + figure.name();

      assertThat(visitor.get(path).text())
          .as(path)
          .contains(figure.label().zh())
          .contains(figure.meaning().zh());
      assertThat(english.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void a_figure_is_a_sentence_and_the_records_it_is_made_of() {
    Visiting.Seen gdp = visitor.get("/figures/gdp");

    assertThat(gdp.text()).contains("2018年，江北区地区生产总值为520.6亿元，比2017年多");
    assertThat(gdp.html()).contains("href=\"/registers/observation/gdp/330205/2018/cumulative\"");
    assertThat(visitor.get("/figures/gdp?unit=330203&period=2017").text()).contains("海曙区");
    assertThat(visitor.get("/figures/sub_projects?contest=2018-xmzs").text())
        .contains("只看攻坚赛道：项目争速");
  }

  @Test
  void rows_of_a_staff_register_are_shown_to_staff_alone_and_the_number_to_all() {
    Visiting.Seen anonymous = visitor.get("/figures/mean_working_days_saved");
    Visiting staff = new Visiting();
    staff.signIn("shenguan", "liuzheng-example");

    assertThat(anonymous.text()).contains("4.1工作日").contains("只对内部人员开放");
    assertThat(anonymous.html()).doesNotContain("/registers/application/");
    assertThat(staff.get("/figures/mean_working_days_saved").html())
        .contains("/registers/application/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/figures/none", "/reports/none", "/nonsense", "/static/0/app.js"})
  void what_does_not_exist_is_said_on_a_page(String path) {
    Visiting.Seen seen = visitor.get(path, "Accept", "text/html");

    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.html())
        .contains("<h1>")
        .contains("<html lang=\"zh-CN\">")
        .contains("href=\"" + path + "?lang=en\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?on=2018-13-01",
        "/?known=yesterday",
        "/figures/gdp?period=18",
        "/figures/gdp?page=-1",
        REPORT + "?on=x"
      })
  void a_request_that_cannot_be_understood_is_told_what_would_be_right(String path) {
    Visiting.Seen seen = visitor.get(path);

    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.text()).contains("写的是“");
  }

  @Test
  void no_address_breaks_a_page_whatever_is_written_in_it() throws IOException {
    Path hostile = Path.of("..", "..", "shared", "data", "hostile", "xss_intruders.txt");
    if (!Files.exists(hostile)) {
      System.out.println("Skipped: there is no " + hostile);
      return;
    }
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    List<String> strings = new ArrayList<>(Files.readAllLines(hostile, StandardCharsets.UTF_8));
    Collections.shuffle(strings, new java.util.Random(seed));
    for (String string : strings.subList(0, SAMPLED)) {
      String written = URLEncoder.encode(string, StandardCharsets.UTF_8);
      for (String path :
          List.of(
              "/?on=",
              "/help?x=",
              "/figures/gdp?unit=",
              "/figures/gdp?period=",
              "/figures/sub_projects?contest=",
              REPORT + "?claim=",
              "/sign-in?then=",
              "/figures/")) {
        Visiting.Seen seen = visitor.get(path + written);

        assertThat(seen.status()).as(path + written).isLessThan(500);
        assertThat(seen.html())
            .as(path + written)
            .doesNotContain("<script>alert")
            .doesNotContain("<img src=x")
            .doesNotContain("href=\"javascript");
      }
    }
  }

  @Test
  void a_sign_in_that_fails_says_so_and_one_that_succeeds_leads_back() {
    Visiting.Seen failed = visitor.signIn("admin", "wrong");
    Visiting.Seen back =
        visitor.post(
            "/sign-in",
            "/sign-in",
            Map.of(
                "username",
                "admin",
                "password",
                "liuzheng-example",
                "then",
                "/figures/gdp?period=2017"));

    assertThat(failed.header("Location")).endsWith("/sign-in?failed=yes");
    assertThat(visitor.get("/sign-in?failed=yes").text())
        .contains("账号或密码不对")
        .contains("liuzheng-example");
    assertThat(back.header("Location")).endsWith("/figures/gdp?period=2017");
    assertThat(visitor.get("/").text()).contains("管理员").contains("退出");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere"})
  void a_sign_in_never_leads_to_another_place(String then) {
    Visiting.Seen back =
        visitor.post(
            "/sign-in",
            "/sign-in",
            Map.of("username", "admin", "password", "liuzheng-example", "then", then));

    assertThat(back.header("Location")).isIn("/", RunningExample.baseUrl() + "/");
  }

  @Test
  void a_form_without_its_token_is_refused_on_a_page() {
    Visiting.Seen refused = visitor.postWithout("/sign-out");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("不能查看");
  }

  @Test
  void reading_opens_no_session_and_allows_no_foreign_script() {
    Visiting.Seen seen = visitor.get(REPORT);

    assertThat(seen.response().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(seen.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(seen.html()).doesNotContain("<script>").doesNotContain(" onclick=");
  }

  @Test
  void scripts_and_the_style_sheet_are_the_programs_own_and_kept_for_good() {
    String html = visitor.get(REPORT).html();
    List<String> files =
        Pattern.compile("(?:src|href)=\"(/(?:static|lib)/[^\"]+)\"")
            .matcher(html)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(files)
        .hasSize(5)
        .allSatisfy(file -> {
          Visiting.Seen seen = visitor.get(file);
          assertThat(seen.status()).as(file).isEqualTo(200);
          assertThat(seen.header("Cache-Control")).as(file).contains("immutable");
        });
  }
}
