package org.liuzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Correct;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Registers.Query;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.springframework.context.ConfigurableApplicationContext;

/** One record of the example is corrected: the claims that rest on it change, and no others. */
class ChangingOneRecordTest {
  private static final ConfigurableApplicationContext SPRING = RunningExample.start();
  private static final LocalDate END_OF_2018 = LocalDate.of(2018, 12, 31);
  private static final Author OFFICE = new Author("delivery", "330205", Set.of("admin"));

  private final Registers registers = SPRING.getBean(Registers.class);
  private final Ledger ledger = SPRING.getBean(Ledger.class);

  @AfterAll
  static void stop() {
    SPRING.close();
  }

  @Test
  void the_level_of_the_product_carries_one_claim_and_its_growth_another() {
    Version gdp =
        one(
            "observation",
            Map.of("indicator", "gdp", "region", "330205", "frequency", "year", "period", "2018"));

    assertThat(changedBy(gdp, "value", "521.6")).containsExactly("R01");
    assertThat(changedBy(gdp, "growth", "9.6")).containsExactly("R02");
  }

  @Test
  void last_years_revenue_carries_this_years_growth() {
    Version revenue =
        one(
            "observation",
            Map.of(
                "indicator",
                "budget_revenue",
                "region",
                "330205",
                "frequency",
                "year",
                "period",
                "2017"));

    assertThat(changedBy(revenue, "value", "640000")).containsExactly("R04");
  }

  @Test
  void a_peers_survey_score_breaks_the_streak_and_nothing_else() {
    Version peer = one("survey_result", Map.of("region", "330203", "month", "2018-06"));

    assertThat(changedBy(peer, "score", "99.9")).containsExactly("R16");
  }

  @Test
  void an_item_that_needs_two_visits_is_one_less() {
    Version item =
        one(
            "service_item",
            Map.of(
                "state",
                "in_force",
                "limit_scene_num",
                "1",
                "mobile",
                "false",
                "one_certificate",
                "false"));

    assertThat(changedBy(item, "limit_scene_num", "2")).containsExactly("R14");
  }

  @Test
  void a_stoppage_that_was_not_resumed_takes_its_years_and_the_all() {
    Version yaojiang = one("stoppage", Map.of("id", "TG-001"));

    assertThat(changedBy(yaojiang, "resumed_on", "")).containsExactly("R52", "R54");
  }

  @Test
  void what_a_document_attests_goes_with_its_original_or_its_day() {
    Version meeting = one("document", Map.of("id", "DOC-XCH-20180530"));

    assertThat(changedBy(meeting, "held_on", "2018-05-31")).containsExactly("R17");
    assertThat(changedBy(document("DOC-TJH-20180629"), "original", "")).containsExactly("R20");
    assertThat(changedBy(document("DOC-SPT-2018"), "original", "")).containsExactly("R23");
    assertThat(changedBy(document("DOC-YLJG-2018"), "original", "")).containsExactly("R18");
  }

  @Test
  void somebody_elses_earlier_day_takes_the_first() {
    assertThat(changedBy(milestone("non-contact-enforcement"), "reached_on", "2015-01-05"))
        .containsExactly("R17-first");
    assertThat(changedBy(milestone("first-fine-small-ads"), "reached_on", "2018-04-24"))
        .containsExactly("R64");
    assertThat(changedBy(milestone("enforcement-in-residential-areas"), "reached_on", "2017-01-05"))
        .containsExactly("R65");
  }

  @Test
  void another_of_the_province_takes_the_only() {
    Version other =
        registers
            .list(
                new Query(
                    "award",
                    Map.of("list", "service-standard-pilots-2018"),
                    "",
                    "",
                    0,
                    50,
                    new When(END_OF_2018, ledger.size())))
            .versions()
            .stream()
            .filter(v -> v.value("province").equals(ours().value("province")))
            .filter(v -> v.value("unit").isEmpty())
            .findFirst()
            .orElseThrow();

    assertThat(changedBy(other, "category", ours().value("category"))).containsExactly("R22");
  }

  @Test
  void a_score_moves_the_place_among_the_counties() {
    Version ours =
        one(
            "transparency_score",
            Map.of("region", ours().value("region"), "dimension", "services"));

    assertThat(changedBy(ours, "score", "60")).containsExactly("R19");
  }

  @Test
  void a_rule_that_was_repealed_changes_one_reading_of_the_eight() {
    assertThat(changedBy(one("joint_rule", Map.of("id", "LHG-01")), "repealed_on", "2018-12-01"))
        .containsExactly("R32");
  }

  private Version document(String code) {
    return one("document", Map.of("id", code));
  }

  /** Our own entry of the list of pilots. */
  private Version ours() {
    return one("award", Map.of("list", "service-standard-pilots-2018", "unit", "service-office"));
  }

  /** The first day recorded for another region. */
  private Version milestone(String matter) {
    return registers
        .list(
            new Query(
                "milestone",
                Map.of("matter", matter),
                "",
                "",
                0,
                50,
                new When(END_OF_2018, ledger.size())))
        .versions()
        .stream()
        .filter(v -> v.value("own").isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /**
   * The claims whose verdict or number changes; what was known before stays; then all is put back.
   */
  private Set<String> changedBy(Version version, String field, String value) {
    long before = ledger.size();
    Map<String, String> told = told(before);
    correct(version, Map.of(field, value));
    Map<String, String> then = told(ledger.size());
    assertThat(told(before)).as("the report as known before").isEqualTo(told);
    correct(version, Map.of(field, version.value(field)));
    assertThat(told(ledger.size())).as("all is put back").isEqualTo(told);
    Set<String> changed = new TreeSet<>();
    told.forEach((id, was) -> {
      if (!was.equals(then.get(id))) {
        changed.add(id);
      }
    });
    return changed;
  }

  private void correct(Version version, Map<String, String> fields) {
    Outcome outcome =
        registers.correct(
            new Correct(
                version.register(),
                version.record(),
                version.validFrom(),
                fields,
                "tried in a test",
                OFFICE,
                new Source.Form()));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  private Version one(String register, Map<String, String> equal) {
    return registers
        .list(new Query(register, equal, "", "", 0, 1, new When(END_OF_2018, ledger.size())))
        .versions()
        .getFirst();
  }

  private static Map<String, String> told(long known) {
    Claims claims = SPRING.getBean(Claims.class);
    Report report = claims.report("jiangbei-2018").orElseThrow();
    Map<String, String> told = new TreeMap<>();
    for (Checked c : claims.check(report, Lang.EN, new When(report.on(), known))) {
      told.put(c.id(), c.verdict() + " " + c.computed().en());
    }
    return told;
  }
}
