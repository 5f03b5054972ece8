package org.liuzheng.bench.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Industrial land, counted without the program. */
class CountingTheLandTest {
  @Test
  void as_many_were_struck_off_as_the_report_says_and_four_more_only_for_a_while() {
    List<Sheetful> sheets = Eliminations.all();

    assertThat(latest(sheets, "elimination", "code").values())
        .filteredOn(r -> r.getOrDefault("closed_on", "").startsWith("2018"))
        .hasSize(572);
    assertThat(sheets.stream().filter(s -> s.order() == 73).flatMap(s -> s.rows().stream()))
        .filteredOn(r -> r.getOrDefault("closed_on", "").startsWith("2018"))
        .hasSize(576);
  }

  @Test
  void the_land_set_free_adds_up_and_each_plot_has_one_row() {
    Map<String, Map<String, String>> plots = latest(Eliminations.all(), "vacated_parcel", "parcel");

    assertThat(sum(plots, "area_mu", "accepted_on")).isEqualByComparingTo("762.31");
    assertThat(plots).hasSize(193);
  }

  @Test
  void firms_above_the_line_are_thirty_one_and_one_was_typed_below_it() {
    List<Sheetful> sheets = Firms.all();
    Map<String, Map<String, String>> now = latest(sheets, "firm_year", "firm");
    Map<String, Map<String, String>> typed =
        latest(
            sheets.stream().filter(s -> !s.what().endsWith("objected")).toList(),
            "firm_year",
            "firm");

    assertThat(now.values().stream().filter(CountingTheLandTest::high)).hasSize(31);
    assertThat(typed.values().stream().filter(CountingTheLandTest::high)).hasSize(30);
    assertThat(now).hasSize(160);
  }

  @Test
  void enlargements_of_six_batches_add_what_stands_for_more_than_five_hundred_mu() {
    Map<String, Map<String, String>> projects =
        latest(Enlargements.all(), "plant_enlargement", "code");

    assertThat(
            projects.values().stream()
                .filter(r -> r.getOrDefault("approved_on", "").startsWith("2018"))
                .map(r -> r.getOrDefault("batch", "")))
        .hasSize(52)
        .containsOnly("1", "2", "3", "4", "5", "6");
    assertThat(sum(projects, "added_floor", "approved_on")).isEqualByComparingTo("334860");
  }

  @Test
  void ten_tall_buildings_are_a_sixth_of_the_old_plants() {
    Map<String, Map<String, String>> buildings =
        latest(Tabled.all("land"), "industrial_building", "code");
    BigDecimal floor =
        buildings.values().stream()
            .filter(r -> r.getOrDefault("started_on", "").startsWith("2018"))
            .filter(r -> number(r, "height_m").compareTo(BigDecimal.valueOf(30)) >= 0)
            .map(r -> number(r, "floor_m2"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(floor.multiply(BigDecimal.valueOf(6))).isEqualByComparingTo("3400200");
  }

  private static boolean high(Map<String, String> year) {
    BigDecimal land =
        number(year, "own_mu")
            .add(number(year, "leased_in_mu"))
            .subtract(number(year, "leased_out_mu"));
    return land.signum() > 0
        && number(year, "tax").compareTo(land.multiply(BigDecimal.valueOf(100))) >= 0;
  }

  private static BigDecimal sum(
      Map<String, Map<String, String>> records, String of, String dayIn2018) {
    return records.values().stream()
        .filter(r -> r.getOrDefault(dayIn2018, "").startsWith("2018"))
        .map(r -> number(r, of))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(Map<String, String> row, String field) {
    return new BigDecimal(row.getOrDefault(field, "0"));
  }

  /** The last that is said of each record, field by field, as the files are imported. */
  private static Map<String, Map<String, String>> latest(
      List<Sheetful> sheets, String register, String key) {
    Map<String, Map<String, String>> records = new LinkedHashMap<>();
    sheets.stream()
        .filter(s -> s.register().equals(register))
        .sorted(java.util.Comparator.comparing(Sheetful::fileName))
        .forEach(s ->
            s.rows()
                .forEach(r ->
                    records
                        .computeIfAbsent(r.getOrDefault(key, ""), k -> new LinkedHashMap<>())
                        .putAll(r)));
    return records;
  }
}
