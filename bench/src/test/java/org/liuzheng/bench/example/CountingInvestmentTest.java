package org.liuzheng.bench.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Foreign money and projects, counted without the program. */
class CountingInvestmentTest {
  private final List<Sheetful> sheets = Investment.all();

  @Test
  void what_arrived_in_the_year_is_what_the_statistics_office_publishes() {
    assertThat(dollars("DZ", "2018", "")).isEqualByComparingTo("50084");
    assertThat(
            Tabled.all("investment").stream()
                .filter(s -> s.register().equals("observation"))
                .flatMap(s -> s.rows().stream())
                .filter(r -> "330205".equals(r.get("region")) && "2018".equals(r.get("period")))
                .map(r -> r.getOrDefault("value", "")))
        .containsExactly("50084");
  }

  @Test
  void ours_received_the_most_in_three_years_and_not_in_four() {
    BigDecimal ours = dollars("DZ", "2016", "ZS-2017-01");

    assertThat(ours).isEqualByComparingTo("15800");
    assertThat(dollars("QS", "2016", "ZS-2016-03")).isEqualByComparingTo("12450");
    assertThat(dollars("QS", "2016", "ZS-2016-02")).isEqualByComparingTo("9900");
    assertThat(dollars("QS", "2015", "ZS-2016-02")).isGreaterThan(ours);
  }

  /**
   * @param from the first year that counts; 2019 never does
   */
  private BigDecimal dollars(String letters, String from, String project) {
    Map<String, Map<String, String>> arrivals = new LinkedHashMap<>();
    sheets.stream()
        .filter(s -> s.register().equals("fund_arrival"))
        .sorted(java.util.Comparator.comparing(Sheetful::fileName))
        .forEach(s -> s.rows().forEach(r -> arrivals.put(r.getOrDefault("code", ""), r)));
    return arrivals.values().stream()
        .filter(r -> r.getOrDefault("code", "").startsWith(letters))
        .filter(r -> project.isEmpty() || project.equals(r.get("project")))
        .filter(r -> r.getOrDefault("arrived_on", "").compareTo(from) > 0)
        .filter(r -> r.getOrDefault("arrived_on", "").compareTo("2019") < 0)
        .map(r ->
            new BigDecimal(r.getOrDefault("amount", ""))
                .multiply(new BigDecimal(r.getOrDefault("rate", ""))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
