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
  void a_toilet_that_was_not_started_takes_the_rate_of_its_kind_alone() {
    Version toilet = one("site", Map.of("id", "LC-06"));

    assertThat(changedBy(toilet, "started_on", "")).containsExactly("R69");
  }

  @Test
  void a_village_no_better_than_before_and_one_below_the_grade_are_one_less() {
    Version village = one("site_inspection", Map.of("site", "BR-01", "stage", "after"));
    Version scenic = one("scenic_inspection", Map.of("village", "JQ-01", "stage", "city"));

    assertThat(changedBy(village, "points", "40")).containsExactly("R73");
    assertThat(changedBy(scenic, "facilities", "60")).containsExactly("R75");
  }

  @Test
  void a_plot_verified_as_larger_carries_the_area_done() {
    Version plot = one("renewal_plot", Map.of("kind", "city_village"));

    assertThat(changedBy(plot, "demolished_area", "100")).containsExactly("R71");
  }

  @Test
  void a_cadre_who_left_and_a_household_of_one_more() {
    Version cadre = one("cadre", Map.of("kind", "street"));
    Version household = one("household", Map.of("residents", "2"));

    assertThat(changedBy(cadre, "state", "left")).containsExactly("R80");
    assertThat(changedBy(household, "residents", "3")).containsExactly("R81");
  }

  @Test
  void a_kind_of_problem_that_went_and_an_estate_that_stands_still_in_the_core() {
    Version kind = one("land_remedy", Map.of("id", "idle"));
    Version estate = one("stoppage", Map.of("id", "TG-002"));

    assertThat(changedBy(kind, "kind", "其他")).containsExactly("R58");
    assertThat(changedBy(estate, "resumed_on", "")).containsExactly("R53", "R54", "R59");
  }

  @Test
  void a_trouble_that_came_back_and_a_park_larger_than_the_largest() {
    Version trouble = one("street_event", Map.of("id", "SJ-Z03"));
    Version park = one("park", Map.of("id", "GY-101"));

    assertThat(changedBy(trouble, "reopened_on", "2018-12-01")).containsExactly("R66");
    assertThat(changedBy(park, "area", "190000")).containsExactly("R77");
  }

  @Test
  void a_list_a_first_and_a_document_carry_a_claim_each() {
    Version candidate = one("award", Map.of("id", "no-illegal-2018/定海区人民政府"));
    Version first = one("milestone", Map.of("matter", "farm-complex", "region", "安吉县"));

    assertThat(changedBy(candidate, "category", "宁波市")).containsExactly("R72");
    assertThat(changedBy(first, "reached_on", "2018-05-01")).containsExactly("R78");
  }

  @Test
  void a_sub_project_of_town_and_country_behind_its_plan_is_one_too_many() {
    Version report = one("sub_project_report", Map.of("project", "2018-028"));

    assertThat(changedBy(report, "verified_physical", "0.5")).contains("R63");
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

  @Test
  void land_is_counted_where_it_was_struck_off_vacated_and_taxed() {
    Version workshop = one("elimination", Map.of("id", "YT-121"));
    Version parcel = one("vacated_parcel", Map.of("id", "103-G003"));
    Version firm = one("firm_year", Map.of("id", "91330205MA29530639/2018-12-31"));

    assertThat(changedBy(workshop, "closed_on", "")).containsExactly("R33");
    assertThat(changedBy(parcel, "area_mu", "0.1")).containsExactly("R34");
    assertThat(changedBy(firm, "tax", "1100")).containsExactly("R36");
  }

  @Test
  void a_building_below_the_line_and_another_base_take_what_is_converted() {
    Version building = one("industrial_building", Map.of("id", "LY-004"));
    Version zone = one("industrial_zone", Map.of("id", "GYQ-01"));
    Version enlargement = one("plant_enlargement", Map.of("batch", "6"));

    assertThat(changedBy(building, "height_m", "29.9")).containsExactly("R41", "R42", "R43");
    assertThat(changedBy(zone, "base_far", "1.2")).containsExactly("R40", "R43");
    assertThat(changedBy(zone, "tall_m", "30.6")).containsExactly("R41", "R42", "R43");
    assertThat(changedBy(enlargement, "approved_on", "2019-01-04"))
        .containsExactly("R38", "R39", "R40");
  }

  @Test
  void money_projects_and_talent_carry_their_own_claims() {
    Version wide = one("investment_project", Map.of("id", "ZS-2018-10"));
    Version ours = one("fund_arrival", Map.of("project", "ZS-2017-01", "amount", "9800"));
    Version elsewhere = one("fund_arrival", Map.of("project", "ZS-2016-03", "amount", "5100"));
    Version vanke = one("investment_project", Map.of("id", "ZS-2018-14"));
    Version city = one("indicator_target", Map.of("region", "330200", "period_end", "2018-12-31"));

    assertThat(changedBy(wide, "way", "raised")).containsExactly("R24");
    assertThat(changedBy(ours, "amount", "5000")).containsExactly("R26");
    assertThat(changedBy(elsewhere, "amount", "9900")).containsExactly("R26");
    assertThat(changedBy(vanke, "total", "120000")).containsExactly("R45");
    assertThat(changedBy(city, "target", "400000")).containsExactly("R27");
  }

  @Test
  void firsts_records_and_lists_rest_on_others_and_on_the_years_before() {
    Version fund =
        one(
            "milestone",
            Map.of(
                "id",
                "internet-insurance-fund/\u5e7f\u4e1c\u7701\u6df1\u5733\u5e02\u5357\u5c71\u533a"));
    Version platform = one("platform", Map.of("id", "PT-03"));
    Version before = one("talent_year", Map.of("programme", "plan_3315", "year_end", "2013-12-31"));
    Version best = one("talent_year", Map.of("programme", "national", "year_end", "2017-12-31"));
    Version academician =
        one("talent_year", Map.of("programme", "academician", "year_end", "2015-12-31"));

    assertThat(changedBy(fund, "reached_on", "2018-04-17")).containsExactly("R25");
    assertThat(changedBy(platform, "opened_on", "")).containsExactly("R28");
    assertThat(changedBy(before, "selected", "12")).containsExactly("R29");
    assertThat(changedBy(best, "applied", "80")).containsExactly("R30");
    assertThat(changedBy(academician, "selected", "1")).containsExactly("R31");
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
