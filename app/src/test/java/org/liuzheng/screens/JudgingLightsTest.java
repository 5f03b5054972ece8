package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.Liuzheng;
import org.liuzheng.SmallDistrict;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.pack.Packs;
import org.liuzheng.register.Registers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A person judges a light otherwise than it was computed. */
class JudgingLightsTest {
  private static final String REGISTER =
      """
      register: verdict
      label: {zh: 研判, en: Verdicts}
      purpose: {zh: 试验用。, en: For trials.}
      owner: "1"
      key: [figure, unit, period]
      since: judged_on
      title: figure
      read: READ
      write: [clerk]
      fields:
        figure: {type: code, label: {zh: 灯, en: Figure}}
        unit: {type: code, label: {zh: 单位, en: Unit}}
        period: {type: code, label: {zh: 期间, en: Period}}
        colour:
          type: choice
          label: {zh: 灯色, en: Colour}
          choices: {green: {zh: 绿, en: Green}, red: {zh: 红, en: Red}}
        reason: {type: text, label: {zh: 理由, en: Reason}}
        judged_by: {type: text, label: {zh: 职务, en: By}}
        judged_on: {type: date, label: {zh: 日期, en: On}}
      """;
  private static final String LIGHT =
      """
      - figure: lamp
        label: {zh: 店铺灯, en: Lamp}
        meaning: {zh: 试验用。, en: For trials.}
        unit: {zh: 灯, en: light}
        owner: "1"
        of: shops
        step:
          light:
            - red: "< 1"
            - green: {}
        judgement: verdict
      """;
  private static final String PAGE = "/figures/lamp?unit=1&period=2018&on=2018-12-31";
  private static final String API = "/api/figures/lamp?unit=1&period=2018&on=2018-12-31";
  private static final Author CLERK = new Author("clerk", "1", Set.of("clerk"));

  @TempDir private Path folder;
  private ConfigurableApplicationContext spring;
  private Visiting anyone;
  private Visiting clerk;

  @BeforeEach
  void start() throws IOException {
    start("public");
  }

  private void start(String read) throws IOException {
    Path pack = SmallDistrict.pack(folder.resolve(read).resolve("small"), true);
    Files.writeString(pack.resolve("registers/verdict.yaml"), REGISTER.replace("READ", read));
    Files.writeString(pack.resolve("figures/lamp.yaml"), LIGHT);
    SpringApplication application = new SpringApplication(Liuzheng.class);
    application.setDefaultProperties(
        Map.of(
            "liuzheng.data", folder.resolve(read).resolve("data").toString(), "server.port", "0"));
    spring = application.run();
    Packs.Loaded loaded = Packs.read(pack);
    assertThat(loaded.flaws()).isEmpty();
    spring.getBean(Packs.class).install(loaded.pack(), sentence -> {});
    String url =
        "http://localhost:" + ((WebServerApplicationContext) spring).getWebServer().getPort();
    anyone = new Visiting(url);
    anyone.get("/help?lang=zh");
    clerk = new Visiting(url);
    clerk.signIn("clerk", "clerk-password");
    clerk.get("/help?lang=zh");
    accepted(
        spring
            .getBean(Registers.class)
            .put(
                new Registers.Put(
                    "shop",
                    "2017-01-01",
                    Map.of("code", "s-1", "name", "s-1", "kind", "tea"),
                    CLERK,
                    new Source.Form())));
  }

  @AfterEach
  void stop() {
    spring.close();
  }

  @Test
  void a_judgement_stands_beside_the_computed_colour_in_both_times() {
    assertThat(anyone.get(PAGE).text()).contains("人工研判").contains("还没有人研判");
    assertThat(anyone.get(PAGE).html()).doesNotContain("/registers/verdict/add");
    assertThat(clerk.get(PAGE).html())
        .contains("/registers/verdict/add?f.figure=lamp&amp;f.unit=1&amp;f.period=2018");
    long before = size();
    judged("2018-12-20", "red", "门店空置");
    long after = size();

    assertThat(anyone.get(PAGE).text()).contains("店铺灯为绿").contains("主任，2018-12-20：门店空置");
    assertThat(anyone.get(PAGE).html())
        .contains("class=\"light green\"")
        .contains("class=\"light red\"")
        .contains("/registers/verdict/lamp/1/2018");
    assertThat(anyone.get(PAGE + "&lang=en").text()).contains("Judgement");
    anyone.get("/help?lang=zh");
    assertThat(anyone.get(PAGE + "&known=" + before).text()).contains("还没有人研判");
    assertThat(anyone.get(PAGE.replace("12-31", "12-19")).text())
        .as("the day before it was said")
        .contains("还没有人研判");
    assertThat(anyone.get(PAGE.replace("period=2018", "period=2017")).text()).contains("还没有人研判");
    assertThat(anyone.get("/figures?on=2018-12-31").text()).contains("人工研判");

    corrected("2018-12-20", "green", "已经租出");
    assertThat(anyone.get(PAGE).text()).contains("已经租出").doesNotContain("门店空置");
    assertThat(anyone.get(PAGE + "&known=" + after).text()).contains("门店空置");
    accepted(
        spring
            .getBean(Registers.class)
            .withdraw(
                new Registers.Withdraw(
                    "verdict",
                    "lamp/1/2018",
                    LocalDate.parse("2018-12-20"),
                    "错了",
                    CLERK,
                    new Source.Form())));
    assertThat(anyone.get(PAGE).text()).contains("还没有人研判");
    assertThat(anyone.get(PAGE + "&known=" + after).text()).contains("门店空置");
  }

  @Test
  void the_api_tells_it_and_the_value_stays() {
    assertThat(anyone.get(API).html()).contains("\"judgement\":null");
    judged("2018-12-20", "red", "门店空置");

    assertThat(anyone.get(API).html())
        .contains("\"shown\":\"3\"")
        .contains("\"judgement\":{\"colour\":\"red\",\"reason\":\"门店空置\",\"by\":\"主任\"")
        .contains("\"entry\":" + (size() - 1));
  }

  @Test
  void who_may_not_read_the_register_is_not_told() throws IOException {
    spring.close();
    start("staff");
    judged("2018-12-20", "red", "门店空置");

    assertThat(anyone.get(PAGE).text()).doesNotContain("研判").doesNotContain("门店空置");
    assertThat(anyone.get(API).html()).contains("\"judgement\":null");
    assertThat(clerk.get(PAGE).text()).contains("门店空置");
  }

  @Test
  void a_register_that_cannot_hold_judgements_is_a_flaw() throws IOException {
    Path pack = SmallDistrict.pack(folder.resolve("bad/small"), false);
    Files.writeString(pack.resolve("figures/lamp.yaml"), LIGHT.replace("verdict", "shop"));

    assertThat(Packs.read(pack).flaws())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.line()).isEqualTo(11);
          assertThat(f.says().en())
              .isEqualTo(
                  "The register “shop” cannot hold judgements; it lacks: figure, unit, period,"
                      + " colour, reason, judged_by, judged_on, key: [figure, unit, period]");
        });
    Files.writeString(
        pack.resolve("figures/lamp.yaml"),
        LIGHT.replaceFirst("(?s)  step:.*green: \\{}\n", "  step: yoy\n"));
    assertThat(Packs.read(pack).flaws())
        .extracting(f -> f.says().en())
        .isEqualTo(List.of("judgement is for lights only (step: light)"));
  }

  private long size() {
    return spring.getBean(Ledger.class).size();
  }

  private void judged(String day, String colour, String reason) {
    accepted(
        spring
            .getBean(Registers.class)
            .put(
                new Registers.Put(
                    "verdict", "", fields(day, colour, reason), CLERK, new Source.Form())));
  }

  private void corrected(String day, String colour, String reason) {
    accepted(
        spring
            .getBean(Registers.class)
            .correct(
                new Registers.Correct(
                    "verdict",
                    "lamp/1/2018",
                    LocalDate.parse(day),
                    fields(day, colour, reason),
                    "改正",
                    CLERK,
                    new Source.Form())));
  }

  private static Map<String, String> fields(String day, String colour, String reason) {
    return Map.of(
        "figure",
        "lamp",
        "unit",
        "1",
        "period",
        "2018",
        "colour",
        colour,
        "reason",
        reason,
        "judged_by",
        "主任",
        "judged_on",
        day);
  }

  private static void accepted(Registers.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Registers.Outcome.Accepted.class);
  }
}
