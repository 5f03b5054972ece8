package org.liuzheng.bench.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liuzheng.bench.example.SubProject.Adjusted;

/** Counted without the program; and what a careless definition would count instead. */
class CountingTheExampleTest {
  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2017, 12, 31);

  private final Catalogue catalogue = Catalogue.of2018();
  private final List<Item> items = catalogue.items();
  private final List<SubProject> projects = Campaign.of2018();
  private final WorkedDays days =
      WorkedDays.of(Path.of("..", "packs", "district", "calendar", "cn.yaml"));

  @Test
  void sixty_four_items_went_and_twenty_two_that_came_or_came_back_are_not_set_against_them() {
    long went =
        items.stream()
            .filter(i -> !i.from().isAfter(NEW_YEARS_EVE))
            .filter(i -> !i.is("state", "in_force"))
            .count();
    long saidToGo =
        items.stream()
            .filter(
                i -> i.later().stream().anyMatch(v -> !"in_force".equals(v.fields().get("state"))))
            .count();

    assertThat(went).isEqualTo(64);
    assertThat(saidToGo).isEqualTo(66);
    assertThat(items.stream().filter(i -> i.from().isAfter(NEW_YEARS_EVE))).hasSize(22);
  }

  @Test
  void items_that_ended_are_neither_mobile_nor_in_one_visit_any_more() {
    assertThat(live("mobile", "true")).isEqualTo(127);
    assertThat(items.stream().filter(i -> i.is("mobile", "true"))).hasSize(130);
    assertThat(
            items.stream()
                .filter(i -> i.is("state", "in_force") && i.number("limit_scene_num") <= 1))
        .hasSize(1238);
    assertThat(items.stream().filter(i -> i.number("limit_scene_num") <= 1)).hasSize(1303);
  }

  @Test
  void one_certificate_counts_where_it_is_an_everyday_matter() {
    assertThat(
            items.stream()
                .filter(i ->
                    i.is("state", "in_force")
                        && i.is("one_certificate", "true")
                        && i.is("livelihood", "true")))
        .hasSize(253);
    assertThat(live("one_certificate", "true")).isEqualTo(290);
  }

  @Test
  void papers_dropped_are_those_that_were_required_and_stayed_away() {
    List<Paper> papers = Papers.of(catalogue);
    long gone =
        papers.stream()
            .filter(p ->
                "required".equals(p.fields().get("necessity"))
                    && p.changes().size() == 1
                    && !p.changes().getFirst().mistaken())
            .count();
    long changes = papers.stream().filter(p -> !p.changes().isEmpty()).count();

    assertThat(gone).isEqualTo(1709);
    assertThat(changes).isEqualTo(1709 + 25 + 6);
    assertThat(papers).hasSizeBetween(7_700, 8_300);
  }

  @Test
  void early_is_judged_by_the_plan_in_force_when_the_project_was_issued() {
    long early =
        projects.stream()
            .filter(p ->
                p.times().finished().filter(d -> d.isBefore(p.times().plannedFinish())).isPresent())
            .count();
    long byTheLastPlan =
        projects.stream()
            .filter(p ->
                p.times()
                    .finished()
                    .filter(d ->
                        d.isBefore(
                            p.times()
                                .adjusted()
                                .map(Adjusted::finish)
                                .orElse(p.times().plannedFinish())))
                    .isPresent())
            .count();

    assertThat(projects).hasSize(63);
    assertThat(early).isEqualTo(21);
    assertThat(byTheLastPlan).isEqualTo(24);
  }

  @Test
  void more_than_a_thousand_cases_were_closed() {
    assertThat(
            Cases.all(catalogue, days).stream()
                .filter(s -> s.order() == 30)
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.getOrDefault("decided_on", "").startsWith("2018")))
        .hasSizeGreaterThan(1000);
  }

  @Test
  void ours_is_third_of_a_hundred_by_the_weighted_mean_of_five_scores() {
    Map<String, BigDecimal> weights =
        Map.of(
            "decisions", new BigDecimal(25),
            "services", new BigDecimal(25),
            "results", new BigDecimal(30),
            "platform", new BigDecimal(10),
            "requests", new BigDecimal(10));
    Map<String, BigDecimal> totals = new HashMap<>();
    rows(Openness.all(days), "transparency_score")
        .forEach(r ->
            totals.merge(
                r.getOrDefault("region", ""),
                new BigDecimal(r.getOrDefault("score", ""))
                    .multiply(weights.get(r.getOrDefault("dimension", ""))),
                BigDecimal::add));
    BigDecimal ours = totals.get("\u6c5f\u5317\u533a");

    assertThat(totals).hasSize(100);
    assertThat(totals.values().stream().filter(t -> t.compareTo(ours) > 0)).hasSize(2);
    assertThat(totals.values().stream().filter(t -> t.compareTo(ours) == 0)).hasSize(1);
  }

  @Test
  void the_first_fine_of_a_kind_is_the_earliest_of_our_cases_and_of_the_city() {
    List<Sheetful> sheets = Enforcement.all();
    Map<String, String> kinds = new HashMap<>();
    Map<String, String> decided = new HashMap<>();
    for (Map<String, String> c : rows(sheets, "enforcement_case")) {
      String number = c.getOrDefault("number", "");
      if (c.containsKey("violation")) {
        kinds.put(number, c.get("violation"));
      }
      if ("fine".equals(c.get("decision"))) {
        decided.merge(
            kinds.getOrDefault(number, ""),
            c.getOrDefault("decided_on", ""),
            (a, b) -> a.compareTo(b) < 0 ? a : b);
      }
    }
    List<Map<String, String>> firsts = rows(sheets, "milestone");
    Map.of(
            "ZC-001", "first-fine-shared-bike",
            "SR-003", "first-fine-small-ads",
            "PS-001", "first-fine-sewage")
        .forEach((kind, matter) -> {
          List<Map<String, String>> places =
              firsts.stream().filter(m -> matter.equals(m.get("matter"))).toList();
          String ours =
              places.stream()
                  .filter(m -> m.containsKey("own"))
                  .map(m -> m.getOrDefault("reached_on", ""))
                  .findFirst()
                  .orElseThrow();

          assertThat(decided.get(kind)).as(kind).isEqualTo(ours);
          assertThat(places).filteredOn(m -> !m.containsKey("own")).hasSizeGreaterThan(1);
          assertThat(places)
              .filteredOn(m -> !m.containsKey("own"))
              .allSatisfy(m -> assertThat(m.getOrDefault("reached_on", "")).isGreaterThan(ours));
        });
    assertThat(rows(sheets, "joint_action")).hasSize(8);
  }

  private static List<Map<String, String>> rows(List<Sheetful> sheets, String register) {
    return sheets.stream()
        .filter(s -> s.register().equals(register))
        .flatMap(s -> s.rows().stream())
        .toList();
  }

  @Test
  void residents_are_those_of_households_visited_and_each_grid_is_dealt_out_evenly() {
    Households all = Households.of2018();
    long residents =
        all.households().stream()
            .filter(h -> h.visited().isPresent())
            .mapToLong(Households.Household::residents)
            .sum();
    Map<String, Long> loads =
        all.households().stream()
            .collect(Collectors.groupingBy(h -> h.cadre().code(), Collectors.counting()));
    Map<String, List<Long>> byGrid =
        all.cadres().stream()
            .filter(c -> c.kind().equals("street"))
            .collect(
                Collectors.groupingBy(
                    c -> c.grid().code(),
                    Collectors.mapping(
                        c -> loads.getOrDefault(c.code(), 0L), Collectors.toList())));

    assertThat(residents).isBetween(105_000L, 114_999L);
    assertThat(all.households()).hasSizeBetween(37_500, 39_000);
    assertThat(all.cadres().stream().filter(c -> c.kind().equals("office"))).hasSize(778);
    assertThat(all.cadres().stream().filter(c -> c.kind().equals("street"))).hasSize(1500);
    assertThat(byGrid.values())
        .allSatisfy(l -> assertThat(Collections.max(l) - Collections.min(l)).isLessThan(2));
  }

  @Test
  void what_is_on_the_plan_has_started_as_far_as_the_report_says() {
    assertThat(started("NC-")).isEqualTo(17);
    assertThat(started("LC-")).isEqualTo(9);
    assertThat(started("CC-")).isEqualTo(12);
    assertThat(started("MX-")).isEqualTo(15);
  }

  /** What was entered as started and corrected is not. */
  private static long started(String letters) {
    Map<String, String> days = new HashMap<>();
    Places.all().stream()
        .filter(s -> s.register().equals("site") && s.fields().contains("started_on"))
        .forEach(
            s -> s.rows().forEach(r -> days.put(r.get("code"), r.getOrDefault("started_on", ""))));
    return days.entrySet().stream()
        .filter(e -> e.getKey().startsWith(letters) && !e.getValue().isEmpty())
        .count();
  }

  private long live(String field, String value) {
    return items.stream().filter(i -> i.is("state", "in_force") && i.is(field, value)).count();
  }
}
