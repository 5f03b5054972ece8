package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.Liuzheng;
import org.liuzheng.SmallDistrict;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.Studio;
import org.liuzheng.register.Registers;
import org.liuzheng.register.When;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A definition is edited, tried, proposed by one person and approved by another. */
class ChangingDefinitionsOnPagesTest {
  private static final String EDITOR = "/studio/figures/shops";
  private static final String TEA = " where s.kind = 'tea'";

  @TempDir static Path folder;
  private final List<String> told = new ArrayList<>();
  private ConfigurableApplicationContext spring;
  private Visiting clerk;
  private Visiting boss;

  @BeforeEach
  void start() throws IOException {
    SmallDistrict.pack(pack(), true);
    append("pack.yaml", "studio: [clerk, boss]\n");
    append(
        "people.yaml",
        "  - {login: boss, name: {zh: 主任, en: Head}, password: boss-password, unit: \"1\", roles: [boss]}\n");
    run();
    shop("s-1", "tea");
    shop("s-2", "rice");
  }

  @AfterEach
  void stop() {
    spring.close();
  }

  @Test
  void the_whole_way_from_a_draft_to_a_definition_in_force_and_back() throws IOException {
    closed_to_others();
    flaws_are_told_at_their_lines();
    a_draft_is_tried_beside_what_is_in_force_and_changes_nothing();
    Ledger ledger = spring.getBean(Ledger.class);
    long before = ledger.size();
    String proposal = proposed(text().replace(" as s\n", " as s" + TEA + "\n"), "只算茶店");

    assertThat(boss.get("/studio").text()).contains("只算茶店").contains("等待另一个人批准");
    assertThat(clerk.post(proposal, proposal, Map.of("do", "approve")).status())
        .as("not by who proposed it")
        .isEqualTo(422);
    assertThat(value(ledger.size())).isEqualTo("2");
    assertThat(boss.post(proposal, proposal, Map.of("do", "approve")).status()).isEqualTo(303);

    assertThat(value(ledger.size())).isEqualTo("1");
    assertThat(value(before)).as("what was known before stays").isEqualTo("2");
    assertThat(boss.post(proposal, proposal, Map.of("do", "refuse", "reason", "x")).status())
        .as("decided once")
        .isEqualTo(422);
    assertThat(ledger.entry(ledger.size() - 1).orElseThrow().body()).containsKey("instead");
    assertThat(boss.get("/figures/shops?lang=zh").text()).contains("用过的2个口径").contains("与前一个口径的差别");
    it_outlives_a_restart(before);
    it_is_undone();
    a_changed_folder_is_taken();
  }

  private void closed_to_others() {
    Visiting anyone = new Visiting(baseUrl());
    assertThat(anyone.get("/studio").status()).isEqualTo(302);
    assertThat(anyone.postWithout(EDITOR, Map.of("text", "x")).status()).isIn(302, 403);
    Visiting guest = signedIn("guest", "guest-password");
    assertThat(guest.get("/studio").status()).isEqualTo(403);
    assertThat(guest.get(EDITOR).status()).isEqualTo(403);
    assertThat(guest.get("/figures").html()).doesNotContain("href=\"/studio");
    assertThat(clerk.get("/figures").html()).contains("href=\"/studio");
    assertThat(clerk.get("/studio/figures/nothing").status()).isEqualTo(404);
    assertThat(clerk.get("/studio/proposals/999").status()).isEqualTo(404);
    assertThat(clerk.get("/studio?lang=en").text()).contains("Nothing waits");
    clerk.get("/studio?lang=zh");
  }

  private void flaws_are_told_at_their_lines() {
    String broken = text().replace("s.kind as kind", "s.kindd as kind");
    int line = broken.substring(0, broken.indexOf("kindd")).split("\n").length;

    Visiting.Seen typed = clerk.post(EDITOR, EDITOR + "/flaws", Map.of("text", broken));
    Visiting.Seen checked = clerk.post(EDITOR, EDITOR, Map.of("text", broken, "do", "check"));

    assertThat(typed.html()).doesNotContain("<html");
    assertThat(typed.text()).contains("第" + line + "行").contains("kindd");
    assertThat(checked.text()).contains("第" + line + "行");
    assertThat(clerk.post(EDITOR, EDITOR, Map.of("text", text(), "do", "check")).text())
        .contains("没有错");
    for (String hostile :
        List.of("", "\u0000", "- [", "figure: other\n", "x".repeat(200_000), "&a [*a]", "<b>")) {
      assertThat(clerk.post(EDITOR, EDITOR, Map.of("text", hostile, "do", "try")).status())
          .as(hostile.length() > 20 ? "long" : hostile)
          .isLessThan(500);
      assertThat(
              clerk
                  .post(EDITOR, EDITOR, Map.of("text", hostile, "do", "propose", "reason", "r"))
                  .status())
          .isEqualTo(422);
    }
    assertThat(clerk.post(EDITOR, EDITOR, Map.of("text", "<b>", "do", "check")).html())
        .doesNotContain("<b>\n")
        .contains("&lt;b&gt;");
  }

  private void a_draft_is_tried_beside_what_is_in_force_and_changes_nothing() {
    long size = spring.getBean(Ledger.class).size();
    Visiting.Seen tried =
        clerk.post(
            EDITOR,
            EDITOR,
            Map.of(
                "text", text().replace(" as s\n", " as s" + TEA + "\n"),
                "do", "try",
                "unit", "1",
                "period", "2018",
                "on", "2018-12-31"));

    assertThat(tried.text()).contains("现行口径2家，草稿1家").contains("多出0条，减少1条").contains("不再计入");
    assertThat(tried.html()).contains("/registers/shop/s-2").contains(">−1<");
    assertThat(value(spring.getBean(Ledger.class).size())).isEqualTo("2");
    assertThat(spring.getBean(Ledger.class).size()).isEqualTo(size);
  }

  private void it_outlives_a_restart(long before) throws IOException {
    spring.close();
    run();
    Ledger ledger = spring.getBean(Ledger.class);
    long size = ledger.size();

    assertThat(told).isEmpty();
    assertThat(value(size)).isEqualTo("1");
    assertThat(value(before)).isEqualTo("2");
    assertThat(text()).contains("tea");
  }

  private void it_is_undone() {
    String approved =
        spring.getBean(Studio.class).proposals().stream()
            .filter(p -> p.state() == Studio.State.APPROVED)
            .map(p -> "/studio/proposals/" + p.number())
            .findFirst()
            .orElseThrow();
    assertThat(clerk.get(approved).html()).contains("former=");
    Studio studio = spring.getBean(Studio.class);
    String former = studio.texts(studio.proposals().getFirst()).before();
    String proposal = proposed(former, "改回去");
    boss.post(proposal, proposal, Map.of("do", "approve"));

    Ledger ledger = spring.getBean(Ledger.class);
    assertThat(value(ledger.size())).isEqualTo("2");
    assertThat(ledger.entry(ledger.size() - 1).orElseThrow().body())
        .as("the folder's own file holds again")
        .doesNotContainKey("instead");
  }

  private void a_changed_folder_is_taken() throws IOException {
    String text = text().replace(" as s\n", " as s" + TEA + "\n");
    String proposal = proposed(text, "再改");
    boss.post(proposal, proposal, Map.of("do", "approve"));
    spring.close();
    Path file = pack().resolve("figures/shops.yaml");
    Files.writeString(file, Files.readString(file).replace("期末的店铺数。", "期末的全部店铺数。"));
    run();

    assertThat(told).singleElement().asString().contains("small/figures/shops.yaml");
    assertThat(value(spring.getBean(Ledger.class).size())).isEqualTo("2");
  }

  @Test
  void the_former_rule_goes_on_governing_the_periods_before_a_day() {
    String text = text().replace(" as s\n", " as s" + TEA + "\n");
    Visiting.Seen kept =
        clerk.post(
            EDITOR,
            EDITOR,
            Map.of("text", text, "do", "govern", "reason", "新规定", "from", "2018-01-01"));
    String page = kept.html();
    String both = page.substring(page.indexOf("<textarea id=\"text\""));
    both = both.substring(both.indexOf('>') + 2, both.indexOf("</textarea>"));
    both = both.replace("&#39;", "'").replace("&#34;", "\"").replace("&gt;", ">");

    assertThat(kept.text()).contains("没有错");
    assertThat(both).contains("earlier:").contains("until: 2017-12-31").contains("新规定");
    assertThat(
            clerk.post(EDITOR, EDITOR, Map.of("text", text, "do", "govern", "from", "x")).status())
        .isEqualTo(422);
    String proposal = proposed(both, "新规定");
    assertThat(boss.post(proposal, proposal, Map.of("do", "approve")).status()).isEqualTo(303);

    long now = spring.getBean(Ledger.class).size();
    assertThat(value("2017", now)).isEqualTo("2");
    assertThat(value("2018", now)).isEqualTo("1");
    Visiting.Seen figure = boss.get("/figures/shops?unit=1&period=2018&on=2018-12-31&lang=zh");
    assertThat(figure.text()).contains("口径变更，新规定");
    assertThat(figure.html()).contains("&#34;breaks&#34;:[{&#34;period&#34;:&#34;2018&#34;");
  }

  @Test
  void a_proposal_is_refused_with_a_reason_and_changes_nothing() {
    String proposal = proposed(text().replace("count", "{count distinct: kind}"), "按类别");

    assertThat(boss.post(proposal, proposal, Map.of("do", "refuse", "reason", "")).status())
        .isEqualTo(422);
    assertThat(boss.post(proposal, proposal, Map.of("do", "refuse", "reason", "不妥")).status())
        .isEqualTo(303);
    assertThat(clerk.get(proposal).text()).contains("未批准").contains("不妥");
    assertThat(boss.post(proposal, proposal, Map.of("do", "approve")).status()).isEqualTo(422);
    assertThat(boss.post(proposal, proposal, Map.of("do", "dance")).status()).isEqualTo(400);
    assertThat(value(spring.getBean(Ledger.class).size())).isEqualTo("2");
  }

  @Test
  void what_was_written_for_a_definition_that_has_changed_since_is_not_approved() {
    String first = proposed(text().replace(" as s\n", " as s" + TEA + "\n"), "一");
    String second = proposed(text().replace("期末的店铺数", "期末店铺数"), "二");
    assertThat(boss.post(first, first, Map.of("do", "approve")).status()).isEqualTo(303);

    Visiting.Seen late = boss.post(second, second, Map.of("do", "approve"));

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.text()).contains("现行口径又变了");
  }

  @Test
  void proposals_for_two_figures_of_one_file_do_not_disturb_each_other() {
    String shops = proposed(text().replace(" as s\n", " as s" + TEA + "\n"), "一");
    String visits = "/studio/figures/visits";
    Studio studio = spring.getBean(Studio.class);
    String other =
        proposed(
            "visits",
            studio.written("visits").orElseThrow().text().replace("期末的走访数", "期末走访的次数"),
            "二");
    assertThat(boss.post(shops, shops, Map.of("do", "approve")).status()).isEqualTo(303);

    assertThat(boss.post(other, other, Map.of("do", "approve")).status()).isEqualTo(303);
    assertThat(clerk.get(visits).text()).contains("期末走访的次数");
    assertThat(text()).as("what was approved before stays").contains(TEA);
    assertThat(value(spring.getBean(Ledger.class).size())).isEqualTo("1");
  }

  @Test
  void a_figure_that_selects_from_a_relation_is_checked_and_tried() throws IOException {
    spring.close();
    append(
        "figures/shops.yaml",
        """
        - relation: tea_shops
          meaning: {zh: 茶店, en: Tea shops}
          rows: |
            select s.id as shop, '1' as unit, s.kind as kind from shop as s where s.kind = 'tea'
        """);
    run();
    String text = text().replaceFirst("select .*\n", "select t.* from tea_shops as t\n");

    assertThat(
            clerk
                .post(
                    EDITOR,
                    EDITOR,
                    Map.of("text", text.replace("tea_shops", "te_shops"), "do", "check"))
                .text())
        .contains("te_shops")
        .contains("tea_shops");
    assertThat(
            clerk
                .post(
                    EDITOR,
                    EDITOR,
                    Map.of(
                        "text",
                        text,
                        "do",
                        "try",
                        "unit",
                        "1",
                        "period",
                        "2018",
                        "on",
                        "2018-12-31"))
                .text())
        .contains("现行口径2家，草稿1家");
    String proposal = proposed(text, "用关系");
    assertThat(boss.post(proposal, proposal, Map.of("do", "approve")).status()).isEqualTo(303);
    assertThat(boss.get("/figures/shops?lang=zh").html()).contains("tea_shops").contains("茶店");
    spring.close();
    run();
    assertThat(value(spring.getBean(Ledger.class).size())).isEqualTo("1");
  }

  @Test
  void a_trial_that_takes_too_long_is_stopped_and_says_so() throws IOException {
    spring.close();
    run("--liuzheng.studio.trial-time=0s");
    String text = text().replace(" as s\n", " as s" + TEA + "\n");

    Visiting.Seen tried =
        clerk.post(
            EDITOR,
            EDITOR,
            Map.of("text", text, "do", "try", "unit", "1", "period", "2018", "on", "2018-12-31"));

    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.text()).contains("试算用了0秒还没有算完").doesNotContain("现行口径2家");
    proposed(text, "照样可以提");
  }

  private String proposed(String text, String reason) {
    return proposed("shops", text, reason);
  }

  private String proposed(String figure, String text, String reason) {
    String editor = "/studio/figures/" + figure;
    Visiting.Seen seen =
        clerk.post(EDITOR, editor, Map.of("text", text, "do", "propose", "reason", reason));
    assertThat(seen.status()).as(seen.text()).isEqualTo(303);
    return seen.header("Location").replaceFirst("^.*?(/studio)", "$1");
  }

  private String text() {
    return spring.getBean(Studio.class).written("shops").orElseThrow().text();
  }

  private String value(long known) {
    return value("2018", known);
  }

  private String value(String period, long known) {
    Value value =
        spring
            .getBean(Figures.class)
            .value(
                new Ask(
                    "shops",
                    "1",
                    Period.parse(period).orElseThrow(),
                    new When(java.time.LocalDate.of(2018, 12, 31), known),
                    Map.of()));
    return value instanceof Value.Number n ? n.rounded(0).toPlainString() : "none";
  }

  private void shop(String code, String kind) {
    assertThat(
            spring
                .getBean(Registers.class)
                .put(
                    new Registers.Put(
                        "shop",
                        "2017-01-01",
                        Map.of("code", code, "name", code, "kind", kind),
                        new Author("clerk", "1", Set.of("clerk")),
                        new Source.Form())))
        .isInstanceOf(Registers.Outcome.Accepted.class);
  }

  private void run(String... arguments) throws IOException {
    told.clear();
    SpringApplication application = new SpringApplication(Liuzheng.class);
    application.setDefaultProperties(
        Map.of("liuzheng.data", home().resolve("data").toString(), "server.port", "0"));
    spring = application.run(arguments);
    Packs.Loaded loaded = Packs.read(pack());
    assertThat(loaded.flaws()).isEmpty();
    spring.getBean(Packs.class).install(loaded.pack(), sentence -> told.add(sentence.en()));
    clerk = signedIn("clerk", "clerk-password");
    boss = signedIn("boss", "boss-password");
  }

  private String baseUrl() {
    return "http://localhost:" + ((WebServerApplicationContext) spring).getWebServer().getPort();
  }

  private Visiting signedIn(String login, String password) {
    Visiting visitor = new Visiting(baseUrl());
    visitor.signIn(login, password);
    visitor.get("/help?lang=zh");
    return visitor;
  }

  /** A folder of its own for each test. */
  private final Path home = folder.resolve(Long.toString(System.nanoTime(), 36));

  private Path home() {
    return home;
  }

  private Path pack() {
    return home.resolve("small");
  }

  private void append(String file, String line) throws IOException {
    Files.writeString(pack().resolve(file), Files.readString(pack().resolve(file)) + line);
  }
}
