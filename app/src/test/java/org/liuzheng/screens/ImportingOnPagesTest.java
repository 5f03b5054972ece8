package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.SmallDistrict;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;

/** Importing files on pages, without a script. */
class ImportingOnPagesTest {
  private static final String FORM = "/registers/shop/import";
  private static final Ledger LEDGER = SmallDistrict.bean(Ledger.class);
  private static final Registers REGISTERS = SmallDistrict.bean(Registers.class);
  private static final String BAD =
      """
      二〇一八年店铺登记表
      编号,名称,类别,面积（平方米）,电话,颜色,生效日期
      %s-1,一店,茶,"1,200",13800000001,红,2018-01-01
      %s-2,,咖啡,0.1,13800000002,,2018-01-01
      %s-3,三店,米,60,,,2018-01-01
      """;

  private final Visiting clerk = new Visiting(SmallDistrict.baseUrl());

  @BeforeEach
  void sign_in() {
    clerk.signIn("clerk", "clerk-password");
    clerk.get("/registers?lang=zh");
  }

  @Test
  void a_file_is_looked_at_before_anything_is_written() {
    long before = LEDGER.size();

    Visiting.Seen look = clerk.get(send("i.csv", BAD.replace("%s", "i")));

    assertThat(LEDGER.size()).isEqualTo(before);
    assertThat(look.text())
        .contains("3行里有1行有错，共3处；另有2行可以入账")
        .contains("“类别”填的是“咖啡”，应当是：茶、米")
        .contains("“面积”填的是 0.1 平方米，不应小于 0.5")
        .contains("“名称”没有填")
        .contains("认不出，不导入")
        .contains("一店")
        .contains("只入没有错的2行");
    assertThat(look.html())
        .contains("<span class=\"cell\">C4</span>", "<span class=\"cell\">D4</span>")
        .doesNotContain("13800000001");
  }

  @Test
  void good_rows_are_entered_and_the_others_come_back_as_a_list() {
    String job = send("g.csv", BAD.replace("%s", "g"));

    Visiting.Seen confirmed = clerk.post(job, job, Map.of("mode", "GOOD_ROWS"));

    Visiting.Seen result = clerk.get(job);
    assertThat(confirmed.status()).isEqualTo(303);
    assertThat(result.text()).contains("已入账2条").contains("1行有错，没有入账");
    assertThat(clerk.get(entries(result)).text())
        .contains("一店")
        .contains("三店")
        .contains("g.csv，第3行");
    String rejects = new String(clerk.download(job + "/rejects.csv"), StandardCharsets.UTF_8);
    assertThat(rejects).startsWith("\ufeff").contains("C4").contains("咖啡");
    assertThat(rejects.lines().count()).isEqualTo(4);
    assertThat(REGISTERS.history("shop", "g-1")).hasSize(1);
    assertThat(REGISTERS.history("shop", "g-2")).isEmpty();
  }

  @Test
  void what_is_confirmed_twice_is_entered_once() {
    String job = send("t.csv", "编号,名称,生效日期\nt-1,店,2018-01-01\n");

    clerk.post(job, job, Map.of("mode", "ALL_OR_NOTHING"));
    long after = LEDGER.size();
    Visiting.Seen again =
        clerk.postWithout(job, Map.of("mode", "ALL_OR_NOTHING", "_csrf", token(FORM)));

    assertThat(again.status()).isEqualTo(303);
    assertThat(LEDGER.size()).isEqualTo(after);
    assertThat(clerk.get(job).text()).contains("已入账1条");
    assertThat(clerk.get(send("t.csv", "编号,名称,生效日期\nt-1,店,2018-01-01\n")).text())
        .contains("都与已有的相同，不用再入账");
  }

  @Test
  void what_no_longer_fits_when_it_is_confirmed_enters_nothing() {
    String shop = send("n.csv", "编号,名称,生效日期\nn-1,店,2018-01-01\n");
    clerk.post(shop, shop, Map.of("mode", "ALL_OR_NOTHING"));
    Visiting.Seen sent =
        clerk.send(
            "/registers/work/import",
            "file",
            "w.csv",
            bytes("店铺编号,工程编号," + "工程名称,批准日期,重点\nn-1,A,楼,2018-01-01,是\nn-1,B,厅,2018-01-01,是\n"),
            Map.of());
    String job = path(sent);
    assertThat(clerk.get(job).text()).contains("2行都没有错");
    clerk.post(
        "/registers/shop/n-1?do=withdraw",
        "/registers/shop/n-1",
        Map.of("do", "withdraw", "never", "true", "reason", "登记错了", "sure", "yes"));

    clerk.post(job, job, Map.of("mode", "ALL_OR_NOTHING"));

    assertThat(clerk.get(job).text()).contains("一条也没有入账").contains("“店铺编号”填的是“n-1”");
    assertThat(REGISTERS.history("work", "n-1/A")).isEmpty();
  }

  @Test
  void the_day_from_which_rows_are_true_can_be_said_for_all_of_them() {
    String rows = "编号,名称\nd-1,店\n";

    assertThat(clerk.get(send("d.csv", rows)).text()).contains("没有写从哪一天起生效");
    Visiting.Seen wrong = clerk.send(FORM, "file", "d.csv", bytes(rows), Map.of("validFrom", "春天"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.html()).contains("value=\"春天\"").contains("生效日期填的是“春天”");
    Visiting.Seen sent =
        clerk.send(FORM, "file", "d.csv", bytes(rows), Map.of("validFrom", "2018.3.1"));
    assertThat(clerk.get(path(sent)).text()).contains("1行都没有错");
  }

  @Test
  void files_that_cannot_be_used_are_refused_whole_in_a_sentence() {
    assertThat(clerk.get(send("x.csv", "红,绿\n1,2\n")).text())
        .contains("整份文件不能用")
        .contains("没有找到“店铺”的表头");
    assertThat(
            clerk
                .get(
                    path(
                        clerk.send(
                            FORM, "file", "x.xlsx", new byte[] {'P', 'K', 3, 4, 9}, Map.of())))
                .text())
        .contains("整份文件不能用");
    assertThat(clerk.send(FORM, "file", "", new byte[0], Map.of()).text()).contains("没有选文件");
    assertThat(clerk.post(FORM, FORM, Map.of()).text()).contains("没有选文件");
  }

  @Test
  void a_file_in_gbk_and_with_a_path_in_its_name_is_read() {
    Visiting.Seen sent =
        clerk.send(
            FORM,
            "file",
            "C:\\\\documents\\\\g.csv",
            "编号,名称,生效日期\nk-1,店铺,2018-01-01\n".getBytes(Charset.forName("GBK")),
            Map.of());

    Visiting.Seen look = clerk.get(path(sent));
    assertThat(look.text()).contains("店铺").contains("g.csv").doesNotContain("documents");
  }

  @Test
  void an_upload_is_seen_by_nobody_else() {
    String job = send("o.csv", "编号,名称,生效日期\no-1,店,2018-01-01\n");
    Visiting guest = new Visiting(SmallDistrict.baseUrl());
    guest.signIn("guest", "guest-password");

    assertThat(guest.get(job).status()).isEqualTo(403);
    assertThat(new Visiting(SmallDistrict.baseUrl()).get(job + "/rejects.csv").status())
        .isEqualTo(403);
    assertThat(clerk.get(job.replace("/shop/", "/work/")).text()).contains("这次上传已经不在了");
    assertThat(clerk.get(FORM + "/0123456789ab").status()).isEqualTo(404);
    assertThat(clerk.postWithout(job, Map.of("mode", "GOOD_ROWS")).status())
        .as("without the form's token")
        .isEqualTo(403);
  }

  @Test
  void the_pages_speak_english_too() {
    Visiting english = new Visiting(SmallDistrict.baseUrl());
    english.signIn("clerk", "clerk-password");
    english.get("/registers?lang=en");

    assertThat(english.get(FORM).text()).contains("Look first, enter then").contains("Area");
    Visiting.Seen sent =
        english.send(
            FORM,
            "file",
            "e.csv",
            bytes("Code,Name,Kind,Valid from\ne-1,Shop,coffee,2018-01-01\n"),
            Map.of());
    assertThat(english.get(path(sent)).text())
        .contains("1 of 1 rows are wrong in 1 places")
        .contains("it should be one of: Tea, Rice");
    assertThat(new String(english.download("/registers/shop/template.csv"), StandardCharsets.UTF_8))
        .startsWith("\ufeffCode,Name,Kind,Area (m²)");
  }

  /** Sends the file and returns the address of what was found. */
  private String send(String name, String content) {
    Visiting.Seen sent = clerk.send(FORM, "file", name, bytes(content), Map.of());
    assertThat(sent.status()).as(sent.text()).isEqualTo(303);
    return path(sent);
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private String token(String page) {
    return clerk.get(page).html().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
  }

  private static String entries(Visiting.Seen result) {
    return result
        .html()
        .replaceFirst("(?s).*href=\"(/entries\\?register[^\"]*)\".*", "$1")
        .replace("&amp;", "&");
  }

  private static String path(Visiting.Seen redirect) {
    return redirect.header("Location").replace(SmallDistrict.baseUrl(), "");
  }
}
