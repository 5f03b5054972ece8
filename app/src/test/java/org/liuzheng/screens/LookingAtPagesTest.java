package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.RunningExample;
import org.liuzheng.TestBrowser;

/** The pages in a real browser. */
class LookingAtPagesTest {
  private static final String REPORT = "/reports/jiangbei-2018";
  private static final int WIDE = 1440;
  private static final int NARROW = 390;
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "start",
              "/",
              "reports",
              "/reports",
              "report",
              REPORT,
              "report-R16",
              REPORT + "?claim=R16",
              "report-R12",
              REPORT + "?claim=R12",
              "report-table",
              REPORT + "?view=table",
              "figures",
              "/figures",
              "figure",
              "/figures/investment_completion",
              "sign-in",
              "/sign-in?failed=yes",
              "help",
              "/help"));

  static {
    PAGES.put("publications", "/publications");
    PAGES.put("boards", "/boards");
    PAGES.put("board-campaign", "/boards/campaign");
    PAGES.put("board-obstacles", "/boards/obstacles?on=2018-11-30");
    PAGES.put("board-streets", "/boards/streets");
    PAGES.put("check", "/check");
    PAGES.put("report-R19", REPORT + "?claim=R19");
    PAGES.put("report-R20", REPORT + "?claim=R20");
    PAGES.put("changes", "/figures/budget_revenue_growth/changes?unit=330205&period=2018");
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT"})
  void every_page_is_accessible_and_fits_a_desk_and_a_phone(int width, ColorScheme scheme) {
    Page page = TestBrowser.page(width, 900, scheme);
    PAGES.forEach((name, path) -> {
      page.navigate(path);
      TestBrowser.isAccessible(page);
      TestBrowser.fitsItsWindow(page);
      TestBrowser.picture(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
    });
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"1440", "390"})
  void pages_of_those_who_publish_are_accessible_and_fit(int width) {
    Page page = signedIn(width);
    for (String path :
        List.of(
            "/publications",
            "/publications/new/jiangbei-2018",
            "/publications/" + RunningExample.publication(),
            "/recheck")) {
      page.navigate(path);
      TestBrowser.isAccessible(page);
      TestBrowser.fitsItsWindow(page);
      TestBrowser.picture(page, path.substring(1).replaceAll("\\W", "-") + "-" + width);
    }
    page.context().close();
  }

  private static Page signedIn(int width) {
    Page page = TestBrowser.page(width, 900, ColorScheme.LIGHT);
    page.navigate("/sign-in");
    page.fill("#username", "gongjian");
    page.fill("#password", "liuzheng-example");
    page.locator("form[action='/sign-in'] .btn").click();
    return page;
  }

  @ParameterizedTest
  @CsvSource({"1440", "390"})
  void a_definition_is_checked_while_it_is_typed(int width) {
    Page page = signedIn(width);
    page.navigate("/studio");
    TestBrowser.isAccessible(page);
    TestBrowser.fitsItsWindow(page);
    page.navigate("/studio/figures/mean_working_days_saved");
    String sound = page.inputValue("#text");

    page.fill("#text", sound.replace("a.outcome in", "a.outcom in"));
    page.locator(".code .wrong").waitFor();

    assertThat(page.locator(".code .wrong").textContent()).contains("outcom");
    assertThat(page.locator(".gutter").textContent()).contains("\u00d7");
    TestBrowser.isAccessible(page);
    TestBrowser.fitsItsWindow(page);
    TestBrowser.picture(page, "studio-" + width);
    page.fill("#text", sound);
    page.locator("#flaws .sound").waitFor();
    page.locator("button[value=try]").click();
    page.locator("table.compare").waitFor();
    TestBrowser.isAccessible(page);
    TestBrowser.fitsItsWindow(page);
    page.context().close();
  }

  @Test
  void the_evidence_opens_beside_the_text_and_escape_leads_back_to_the_number() {
    Page page = TestBrowser.page(WIDE, 900, ColorScheme.LIGHT);
    page.navigate(REPORT);
    page.evaluate("window.notReloaded = true");

    page.locator("#c-R16").click();
    Locator drawer = page.locator(".drawer#R16");
    drawer.waitFor();

    assertThat(page.url()).contains("claim=R16");
    assertThat(page.locator("#c-R16").getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(drawer.boundingBox().x).isGreaterThan(page.locator("#p5").boundingBox().x);

    page.keyboard().press("Escape");

    assertThat(drawer.count()).isZero();
    assertThat(page.url()).doesNotContain("claim");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("c-R16");
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    page.context().close();
  }

  @Test
  void a_number_leads_to_its_records_to_their_entry_and_to_the_cell_of_a_spreadsheet() {
    Page page = TestBrowser.page(WIDE, 900, ColorScheme.LIGHT);
    page.navigate(REPORT);

    page.locator("#c-R13").click();
    page.locator(".drawer#R13 a[href*='#rows']").first().click();
    page.waitForURL("**/figures/mobile_items?*");
    assertThat(page.locator("#rows").innerText()).contains("127");
    page.locator("#rows td a[href^='/registers/service_item/']").first().click();
    page.waitForURL("**/registers/service_item/**");
    page.locator("main a[href^='/entries/']").first().click();
    page.waitForURL("**/entries/*");

    assertThat(page.locator("main").innerText())
        .contains("20-service_item")
        .contains("核对相符")
        .containsPattern("[A-Z]\\d+");
    assertThat(page.locator(".verdict.holds").count()).isPositive();
    TestBrowser.picture(page, "walk-entry");
    page.context().close();
  }

  @Test
  void n_and_p_walk_through_what_is_not_settled() {
    Page page = TestBrowser.page(WIDE, 900, ColorScheme.LIGHT);
    page.navigate(REPORT);

    page.keyboard().press("n");
    page.locator(".drawer#R12").waitFor();
    page.keyboard().press("n");
    page.locator(".drawer#R55").waitFor();
    page.keyboard().press("p");
    page.locator(".drawer#R12").waitFor();

    assertThat(page.locator(".drawer").count()).isEqualTo(1);
    page.goBack();
    page.locator(".drawer#R55").waitFor();
    page.context().close();
  }

  @Test
  void on_a_phone_the_evidence_follows_its_paragraph_and_the_menu_is_a_word() {
    Page page = TestBrowser.page(NARROW, 844, ColorScheme.LIGHT);
    page.navigate(REPORT);
    Locator claim = page.locator("#c-R16");

    claim.click();
    page.locator(".drawer#R16").waitFor();
    Object order =
        page.evaluate(
            "['c-R16', 'R16', 'p6'].map("
                + "id => document.getElementById(id).getBoundingClientRect().top)"
                + ".every((top, i, all) => i === 0 || top > all[i - 1])");
    page.locator(".menu summary").click();

    assertThat(order).as("number, evidence, next paragraph").isEqualTo(true);
    assertThat(page.locator(".menu nav a").first().isVisible()).isTrue();
    page.context().close();
  }

  @Test
  void on_paper_the_notes_stay_and_the_furniture_of_the_screen_goes() {
    Page page = TestBrowser.page(794, 1123, ColorScheme.LIGHT);
    page.navigate(REPORT + "?claim=R16");

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator(".note").first().isVisible()).isTrue();
    assertThat(page.locator(".foot").innerText()).contains(REPORT).contains("已入账");
    for (String furniture : List.of(".top", ".toc", ".next", ".drawer", ".beside")) {
      assertThat(page.locator(furniture).isVisible()).as(furniture).isFalse();
    }
    TestBrowser.picture(page, "report-print");
    page.context().close();
  }

  @Test
  void a_trend_is_drawn_and_its_table_says_the_same() {
    Page page = TestBrowser.page(WIDE, 900, ColorScheme.LIGHT);
    page.navigate("/figures/gdp");

    page.locator(".chart svg").first().waitFor();
    page.locator(".trend summary").click();

    assertThat(page.locator(".chart").getAttribute("aria-label")).contains("逐期走势");
    assertThat(page.locator(".trend tr.us").innerText()).contains("520.6");
    page.context().close();
  }
}
