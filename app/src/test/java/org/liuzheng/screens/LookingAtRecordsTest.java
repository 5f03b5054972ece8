package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.RunningExample;
import org.liuzheng.SmallDistrict;
import org.liuzheng.TestBrowser;
import org.liuzheng.ledger.Ledger;

/** Registers, records, entries and imports in a real browser. */
class LookingAtRecordsTest {
  private static final int WIDE = 1440;
  private static final String RECORD = "/registers/sub_project/2018-002";
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "registers",
              "/registers",
              "register",
              "/registers/sub_project",
              "record",
              RECORD,
              "record-progress",
              "/registers/sub_project_report/2018-002",
              "record-add",
              "/registers/sub_project/add",
              "record-correct",
              RECORD + "?do=correct&from=2018-03-19",
              "record-withdraw",
              RECORD + "?do=withdraw",
              "entries",
              "/entries",
              "import",
              "/registers/sub_project/import"));

  @ParameterizedTest
  @CsvSource({
    "1440, LIGHT",
    "1440, DARK",
    "390, LIGHT",
    "390, DARK"
  }) // two are scanned, all are seen
  void every_page_is_accessible_and_fits_a_desk_and_a_phone(int width, ColorScheme scheme) {
    Page page = signedIn(RunningExample.baseUrl(), "gongjian", "liuzheng-example", width, scheme);
    Map<String, String> pages = new TreeMap<>(PAGES);
    pages.put(
        "entry",
        "/entries/"
            + RunningExample.bean(Ledger.class)
                .entriesOf("sub_project", "2018-002")
                .getLast()
                .seq());
    boolean scanned = (width == WIDE) == (scheme == ColorScheme.LIGHT);
    pages.forEach((name, path) -> {
      page.navigate(path);
      if (scanned) {
        TestBrowser.isAccessible(page);
      }
      look(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
    });
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "390, DARK"})
  void a_refused_form_and_a_look_at_a_file_are_accessible_too(int width, ColorScheme scheme) {
    Page page = signedIn(RunningExample.baseUrl(), "gongjian", "liuzheng-example", width, scheme);
    String look = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);

    page.navigate("/registers/sub_project/add");
    page.locator("#f-total_invest").fill("5200万");
    page.locator(".entering button").click();
    check(page, "record-refused" + look);
    page.navigate("/registers/sub_project/import");
    page.locator("#file")
        .setInputFiles(
            file(
                "攻坚子项目.csv",
                """
                子项目代码,子项目名称,专项代码,赛道代码,责任单位代码,项目级别,项目类别,总投资（万元）,省市集中开工项目,市重点工程,市县长项目,下达日期,备注
                2019-001,姚江东岸慢行系统,2018-p01,2018-xmzs,330205-zjj,区级,投资类,5200,否,否,否,2019年1月8日,
                2019-002,洪塘智造园二期,2018-p01,2018-xmzs,330205-zjj,市级,投资类,52000000,是,否,否,2019.1.8,
                2019-003,庄桥河水系整治,2018-p01,2018-xmzs,330205-slj,区级,投资类,3100,否,否,否,2019-01-09,
                2019-004,慈城古县城停车场,2018-p01,2018-xmzs,330205-zjj,县级,投资类,一千二百,否,否,也许,2019-13-09,
                """));
    page.locator(".sending button").click();
    page.locator("#rejects").waitFor();
    check(page, "import-look" + look);
    page.context().close();
  }

  @Test
  void a_file_is_looked_at_mended_and_entered() {
    Page page = clerk();
    page.navigate("/registers/shop");
    page.locator(".next .main").click();
    page.locator("#file")
        .setInputFiles(
            file("店铺.csv", "编号,名称,面积（平方米）,生效日期\nb-1,一店,12.5,2018-01-01\nb-2,二店,0.1,2018-01-01\n"));
    page.locator(".sending button").click();

    Locator rejects = page.locator("#rejects");
    rejects.waitFor();
    assertThat(rejects.innerText()).contains("C3").contains("不应小于 0.5");

    page.locator(".next .main").click();
    page.locator("#file")
        .setInputFiles(
            file("店铺.csv", "编号,名称,面积（平方米）,生效日期\nb-1,一店,12.5,2018-01-01\nb-2,二店,10,2018-01-01\n"));
    page.locator(".sending button").click();
    page.locator(".next form button").click();
    page.locator(".acts .main").click();

    assertThat(page.locator("table.log tbody tr").count()).isEqualTo(2);
    assertThat(page.locator("table.log").innerText())
        .contains("一店")
        .contains("二店")
        .contains("店铺.csv，第3行");
    page.context().close();
  }

  @Test
  void a_record_is_added_corrected_and_withdrawn() {
    Page page = clerk();
    page.navigate("/registers/shop");
    page.locator(".next .btn:not(.main)").click();
    page.locator("#f-code").fill("c-1");
    page.locator("#f-name").fill("甲店");
    page.locator("#f-area").fill("12平方");
    page.locator("#f-valid_from").fill("2018-03-05");
    page.locator(".entering button").click();

    assertThat(page.locator(".errors").innerText()).contains("单位应当是平方米");
    page.locator(".errors a").first().click();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-area");
    assertThat(page.locator("#f-area").inputValue()).isEqualTo("12平方");
    page.locator("#f-area").fill("12");
    page.locator(".entering button").click();
    assertThat(page.locator(".told").innerText()).contains("已经入账");

    page.locator(".next .btn", new Page.LocatorOptions().setHasText("更正")).click();
    page.locator("#f-area").fill("120");
    page.locator("#f-reason").fill("少写一个零");
    page.locator(".entering button").click();
    assertThat(page.locator("#history").innerText())
        .contains("12平方米")
        .contains("120平方米")
        .contains("少写一个零");

    page.locator(".next .btn", new Page.LocatorOptions().setHasText("撤回")).click();
    page.locator("input[name=never][value=true]").check();
    page.locator("#reason").fill("重复登记");
    page.locator("main button").click();
    assertThat(page.locator(".look").innerText()).contains("不再成立");
    page.locator("main button").click();

    assertThat(page.locator("main").innerText()).contains("已经撤回").contains("它从来没有成立过");
    page.context().close();
  }

  @Test
  void a_proof_is_checked_by_the_browser_itself() {
    Page page = TestBrowser.page(1440, 900, ColorScheme.LIGHT);

    page.navigate("/entries/7");
    page.locator("[data-browser]:not([hidden])").waitFor();

    assertThat(page.locator("[data-browser]").innerText()).contains("您的浏览器也自己核对了一遍，结果相同");
    page.context().close();
  }

  @Test
  void records_are_suggested_while_somebody_types() {
    Page page =
        signedIn(RunningExample.baseUrl(), "shenguan", "liuzheng-example", 1440, ColorScheme.LIGHT);
    page.navigate("/registers/application/add");

    page.locator("#f-item").pressSequentially("护照");
    page.locator("#f-item-list option")
        .first()
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));

    assertThat(page.locator("#f-item-list").innerHTML()).contains("普通护照");
    page.context().close();
  }

  private static void check(Page page, String name) {
    TestBrowser.isAccessible(page);
    look(page, name);
  }

  private static void look(Page page, String name) {
    TestBrowser.fitsItsWindow(page);
    TestBrowser.picture(page, name);
  }

  private static Page clerk() {
    return signedIn(SmallDistrict.baseUrl(), "clerk", "clerk-password", 1440, ColorScheme.LIGHT);
  }

  private static Page signedIn(
      String baseUrl, String login, String password, int width, ColorScheme scheme) {
    Page page = TestBrowser.page(baseUrl, width, 900, scheme);
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(login);
    page.locator("input[name=password]").fill(password);
    page.locator("form:has(input[name=password]) button").first().click();
    return page;
  }

  private static FilePayload file(String name, String content) {
    return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
  }
}
