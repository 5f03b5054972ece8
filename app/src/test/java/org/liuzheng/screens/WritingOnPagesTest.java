package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.SmallDistrict;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Version;

/** Adding, changing, correcting and withdrawing records on pages, without a script. */
class WritingOnPagesTest {
  private static final Registers REGISTERS = SmallDistrict.bean(Registers.class);
  private static final Ledger LEDGER = SmallDistrict.bean(Ledger.class);

  private final Visiting clerk = new Visiting(SmallDistrict.baseUrl());

  @BeforeEach
  void sign_in() {
    clerk.signIn("clerk", "clerk-password");
    clerk.get("/registers?lang=zh");
  }

  @Test
  void a_record_is_added_and_its_page_tells_its_entry() {
    Visiting.Seen added =
        clerk.post(
            "/registers/shop/add",
            "/registers/shop/add",
            fields("code", "p-1", "name", "甲店", "area", "1,200", "valid_from", "2018年3月5日"));

    Visiting.Seen page = clerk.get(path(added));
    assertThat(added.status()).isEqualTo(303);
    assertThat(page.text())
        .contains("已经入账，是第")
        .contains("甲店")
        .contains("1,200平方米")
        .contains("从2018年3月5日起")
        .contains("在页面上填写");
    assertThat(version("shop", "p-1").value("area")).isEqualTo("1200");
  }

  @Test
  void what_is_refused_comes_back_as_it_was_typed_with_every_reason_at_its_field() {
    long before = LEDGER.size();

    Visiting.Seen refused =
        clerk.post(
            "/registers/work/add",
            "/registers/work/add",
            fields(
                "shop",
                "no-such",
                "code",
                "W 1",
                "name",
                "",
                "cost",
                "5200万",
                "approved",
                "昨天",
                "planned",
                "2018.1",
                "listed",
                "",
                "place",
                "29.88,121.55",
                "contact",
                "李四"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(LEDGER.size()).isEqualTo(before);
    assertThat(refused.html())
        .contains("value=\"5200万\"")
        .contains("value=\"昨天\"")
        .contains("value=\"2018.1\"")
        .contains("value=\"李四\"")
        .contains("value=\"no-such\"")
        .contains("<a href=\"#f-cost\">")
        .contains("id=\"f-cost-error\"")
        .contains("aria-describedby=\"f-cost-error\" aria-invalid=\"true\"");
    assertThat(refused.text())
        .contains("“造价”填的是“5200万”，单位应当是万元")
        .contains("“工程名称”没有填")
        .contains("“重点”没有填")
        .contains("“批准日期”填的是“昨天”")
        .doesNotContain("没有写从哪一天起");
    assertThat(refused.html().indexOf("href=\"#f-name\""))
        .as("errors stand in the order of the fields")
        .isLessThan(refused.html().indexOf("href=\"#f-cost\""));
  }

  @Test
  void a_check_and_a_reference_into_nowhere_are_refused_in_the_readers_language() {
    shop("p-2");
    Visiting english = new Visiting(SmallDistrict.baseUrl());
    english.signIn("clerk", "clerk-password");
    english.get("/registers?lang=en");

    assertThat(
            english
                .post(
                    "/registers/work/add",
                    "/registers/work/add",
                    fields(
                        "shop",
                        "p-2",
                        "code",
                        "C",
                        "name",
                        "Hall",
                        "approved",
                        "2018-01-01",
                        "listed",
                        "false",
                        "stage",
                        "built",
                        "floors",
                        "0"))
                .text())
        .contains("“Hall” is built; it has floors");
    assertThat(
            english
                .post(
                    "/registers/work/add",
                    "/registers/work/add",
                    fields(
                        "shop",
                        "p-99",
                        "code",
                        "C",
                        "name",
                        "Hall",
                        "approved",
                        "2018-01-01",
                        "listed",
                        "false"))
                .text())
        .contains("which the register shop does not have");
  }

  @Test
  void a_record_that_is_there_is_not_added_again() {
    shop("p-3");

    assertThat(
            clerk
                .post(
                    "/registers/shop/add",
                    "/registers/shop/add",
                    fields("code", "p-3", "name", "另一家", "valid_from", "2019-01-01"))
                .text())
        .contains("已经有编号是“p-3”的记录");
    assertThat(version("shop", "p-3").value("name")).isEqualTo("店p-3");
  }

  @Test
  void a_change_holds_from_its_day_and_says_only_what_is_different() {
    shop("p-4");
    String page = "/registers/shop/p-4?do=change";

    Visiting.Seen changed =
        clerk.post(page, page, seen(page, fields("name", "改名店", "valid_from", "2018.9.1")));

    assertThat(changed.status()).isEqualTo(303);
    assertThat(REGISTERS.history("shop", "p-4"))
        .filteredOn(v -> v.knownTo() == Long.MAX_VALUE)
        .extracting(v -> v.validFrom() + " " + v.value("name"))
        .containsExactlyInAnyOrder("2018-01-01 店p-4", "2018-09-01 改名店");
    assertThat(clerk.get("/registers/shop/p-4").text()).contains("2018年9月1日起").contains("原为店p-4");
    assertThat(clerk.get("/registers/shop/p-4").html())
        .contains("aria-label=\"2018-09-01起\"")
        .contains("aria-label=\"2018-01-01至2018-08-31\"");
    assertThat(clerk.get("/registers/shop/p-4?on=2018-03-01").text())
        .contains("从2018年1月1日到2018年8月31日是下面的样子");
  }

  @Test
  void a_change_needs_a_day_on_which_nothing_starts_yet_and_something_different() {
    shop("p-5");
    String page = "/registers/shop/p-5?do=change";

    assertThat(clerk.post(page, page, seen(page, fields("name", "新名"))).text())
        .contains("没有写变化从哪一天起");
    assertThat(
            clerk
                .post(page, page, seen(page, fields("name", "新名", "valid_from", "2018-01-01")))
                .text())
        .contains("请回到记录，选择“更正”");
    assertThat(
            clerk
                .post(page, page, seen(page, fields("name", "店p-5", "valid_from", "2018-05-01")))
                .text())
        .contains("没有改动任何一项");
  }

  @Test
  void a_correction_needs_a_reason_and_keeps_what_was_said_before() {
    shop("p-6");
    long before = LEDGER.size();
    String page = "/registers/shop/p-6?do=correct&from=2018-01-01";

    Visiting.Seen without = clerk.post(page, page, seen(page, fields("name", "正名")));
    Visiting.Seen corrected =
        clerk.post(page, page, seen(page, fields("name", "正名", "reason", "执照上是这个名称")));

    assertThat(without.status()).isEqualTo(422);
    assertThat(without.html()).contains("value=\"正名\"").contains("href=\"#f-reason\"");
    assertThat(corrected.status()).isEqualTo(303);
    assertThat(clerk.get("/registers/shop/p-6").text())
        .contains("2018年1月1日起的内容，更正")
        .contains("原因：执照上是这个名称")
        .contains("已被后来的说法代替");
    assertThat(clerk.get("/registers/shop/p-6?known=" + before).text())
        .contains("店p-6")
        .doesNotContain("正名")
        .as("an earlier state offers no writing")
        .doesNotContain("登记变化");
  }

  @Test
  void what_changed_while_somebody_typed_is_told_and_nothing_is_lost() {
    shop("p-7");
    String page = "/registers/shop/p-7?do=correct&from=2018-01-01";
    Map<String, String> form = seen(page, fields("name", "我的", "reason", "笔误"));
    clerk.post(page, page, seen(page, fields("name", "他的", "reason", "笔误")));

    Visiting.Seen late = clerk.post(page, page, form);

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.text()).contains("您填表的时候，这条记录有了新的入账");
    assertThat(late.html()).contains("value=\"我的\"");
    assertThat(version("shop", "p-7").value("name")).isEqualTo("他的");
  }

  @Test
  void a_withdrawal_is_looked_at_twice() {
    shop("p-8");
    String page = "/registers/shop/p-8?do=withdraw";
    Map<String, String> form =
        Map.of("do", "withdraw", "never", "false", "from", "2018-06-01", "reason", "关门");

    Visiting.Seen empty = clerk.post(page, page, Map.of("do", "withdraw", "never", "false"));
    Visiting.Seen look = clerk.post(page, page, form);
    assertThat(version("shop", "p-8").value("name")).isEqualTo("店p-8");
    Map<String, String> sure = new HashMap<>(form);
    sure.put("sure", "yes");
    Visiting.Seen done = clerk.post(page, page, sure);

    assertThat(empty.text()).contains("没有写从哪一天起不再成立").contains("更正和撤回要写明原因");
    assertThat(look.text())
        .contains("2018-01-01起的内容只到2018年5月31日为止")
        .contains("店铺数")
        .contains("确认撤回");
    assertThat(done.status()).isEqualTo(303);
    assertThat(clerk.get("/registers/shop/p-8?on=2018-07-01").text())
        .contains("这一天没有内容")
        .contains("2018-01-01至2018-05-31")
        .contains("2018年6月1日起不再成立，撤回");
  }

  @Test
  void a_record_that_never_was_is_withdrawn_whole_and_its_history_stays() {
    shop("p-9");
    String page = "/registers/shop/p-9?do=withdraw";

    clerk.post(
        page, page, Map.of("do", "withdraw", "never", "true", "reason", "重复登记", "sure", "yes"));

    assertThat(clerk.get("/registers/shop/p-9").text())
        .contains("按现在所知它从来没有成立过")
        .contains("重复登记")
        .contains("店p-9");
    assertThat(clerk.get("/registers/shop?search=p-9").text()).contains("没有符合条件的记录");
  }

  @Test
  void a_private_value_is_never_shown_and_only_changed_by_typing_another() {
    clerk.post(
        "/registers/shop/add",
        "/registers/shop/add",
        fields("code", "p-10", "name", "店", "phone", "13800000000", "valid_from", "2018-01-01"));
    String sealed = version("shop", "p-10").value("phone");
    String page = "/registers/shop/p-10?do=correct&from=2018-01-01";

    clerk.post(page, page, seen(page, fields("name", "新店", "phone", "", "reason", "改名")));

    assertThat(version("shop", "p-10").value("phone")).isEqualTo(sealed);
    assertThat(clerk.get(page).text()).contains("已封存，不改就留空");
    String entry = "/entries/" + version("shop", "p-10").entry();
    for (String path :
        new String[] {
          "/registers/shop/p-10",
          "/registers/shop?columns=all",
          page,
          "/registers/shop/export.csv",
          entry
        }) {
      assertThat(clerk.get(path).html()).as(path).doesNotContain("13800000000");
    }

    Map<String, String> clear = seen(page, fields("phone", "", "reason", "本人要求"));
    clear.put("clear.phone", "yes");
    clerk.post(page, page, clear);
    assertThat(version("shop", "p-10").value("phone")).isEmpty();
  }

  @Test
  void fields_of_every_kind_are_filled_in_and_read_back() {
    shop("p-11");
    Map<String, String> form =
        fields(
            "shop",
            "p-11",
            "code",
            "W/1",
            "name",
            "新楼",
            "note",
            "两行\n备注",
            "floors",
            "１２",
            "cost",
            "5,200.50",
            "approved",
            "2018/3/5",
            "planned",
            "2018年9月",
            "listed",
            "true",
            "stage",
            "built",
            "place",
            "121.55,29.88",
            "contact",
            "王五");

    Visiting.Seen added = clerk.post("/registers/work/add", "/registers/work/add", form);

    assertThat(added.status()).isEqualTo(303);
    assertThat(version("work", "p-11/W/1").values())
        .containsEntry("floors", "12")
        .containsEntry("cost", "5200.5")
        .containsEntry("planned", "2018-09")
        .containsEntry("listed", "true")
        .containsEntry("note", "两行\n备注");
    assertThat(clerk.get("/registers/work/p-11/W/1").text())
        .contains("新楼")
        .contains("店p-11")
        .contains("12层")
        .contains("5,200.5万元")
        .contains("已建")
        .contains("已封存")
        .doesNotContain("王五");
    assertThat(clerk.get("/registers/shop/p-11").text()).contains("工程：1条");
  }

  @Test
  void a_file_that_came_with_a_refused_form_is_not_sent_again() {
    shop("p-12");
    String page = "/registers/work/add";
    byte[] permit = "许可证".getBytes(StandardCharsets.UTF_8);

    Visiting.Seen refused =
        clerk.send(
            page,
            "f.permit",
            "许可证.pdf",
            permit,
            fields(
                "shop",
                "p-12",
                "code",
                "F",
                "name",
                "",
                "approved",
                "2018-03-05",
                "listed",
                "true"));
    Map<String, String> mended =
        fields(
            "shop", "p-12", "code", "F", "name", "有名", "approved", "2018-03-05", "listed", "true");
    Matcher kept =
        Pattern.compile("name=\"kept.f.permit\" value=\"([0-9a-f]{64})\"").matcher(refused.html());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(kept.find()).isTrue();
    mended.put("kept.f.permit", kept.group(1));
    clerk.post(page, page, mended);

    assertThat(clerk.get("/registers/work/p-12/F").html())
        .contains("href=\"/registers/work/p-12/F?file=permit\"");
    assertThat(clerk.download("/registers/work/p-12/F?file=permit")).isEqualTo(permit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/registers/shop/add",
        "/registers/shop/import",
        "/registers/shop/p-1?do=change",
        "/registers/shop/p-1?do=withdraw"
      })
  void who_may_not_write_is_told_so(String path) {
    shop("p-13");
    Visiting guest = new Visiting(SmallDistrict.baseUrl());
    guest.signIn("guest", "guest-password");
    Visiting anonymous = new Visiting(SmallDistrict.baseUrl());

    assertThat(guest.get(path).status()).isEqualTo(403);
    assertThat(guest.get(path).text()).contains("您的岗位可以看“店铺”，不能登记");
    assertThat(anonymous.get(path).status()).isEqualTo(403);
    assertThat(anonymous.get(path).text()).contains("登记“店铺”要先登录");
    assertThat(anonymous.postWithout(path, Map.of("f.code", "x")).status()).isEqualTo(403);
    assertThat(clerk.postWithout(path, Map.of("f.code", "x")).status())
        .as("without the token of the form")
        .isEqualTo(403);
  }

  private void shop(String code) {
    if (REGISTERS.history("shop", code).isEmpty()) {
      clerk.post(
          "/registers/shop/add",
          "/registers/shop/add",
          fields("code", code, "name", "店" + code, "valid_from", "2018-01-01"));
    }
  }

  /** The form with what the page that it stands on has seen of the record. */
  private Map<String, String> seen(String page, Map<String, String> form) {
    String html = clerk.get(page).html();
    Map<String, String> whole = new HashMap<>();
    Matcher inputs =
        Pattern.compile("<input[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(html);
    while (inputs.find()) {
      if (!inputs.group(0).contains("radio") && !inputs.group(0).contains("checkbox")) {
        whole.put(inputs.group(1), inputs.group(2));
      }
    }
    whole.putAll(form);
    whole.remove("_csrf");
    return whole;
  }

  private static Version version(String register, String id) {
    return REGISTERS.history(register, id).stream()
        .filter(v -> v.knownTo() == Long.MAX_VALUE)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static String path(Visiting.Seen redirect) {
    return redirect.header("Location").replace(SmallDistrict.baseUrl(), "");
  }

  /** Fields by their names; the day and the reason are the form's own. */
  private static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      boolean own = namesAndValues[i].equals("valid_from") || namesAndValues[i].equals("reason");
      fields.put(own ? namesAndValues[i] : "f." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
