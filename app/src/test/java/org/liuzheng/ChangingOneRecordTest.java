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
