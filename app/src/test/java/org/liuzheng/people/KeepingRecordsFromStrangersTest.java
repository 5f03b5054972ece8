package org.liuzheng.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.RunningExample;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Mask;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.Visitor;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;

/** Applications and reports of progress are for staff alone; what is made of them is public. */
class KeepingRecordsFromStrangersTest {
  private static final int LEAST = 5;
  private static final Visitor OFFICER =
      new Visitor(true, "officer", Text.same("officer"), "330205", Set.of("window"));

  private final Disclosure disclosure = RunningExample.bean(Disclosure.class);
  private final Figures figures = RunningExample.bean(Figures.class);
  private final Ask saved = ask("mean_working_days_saved", "2018", Map.of());
  private final Ask progress = ask("mean_physical_progress", "2018-12", Map.of());

  @Test
  void rows_are_masked_so_that_none_is_alone() {
    Map<Map<String, String>, Integer> alike = new HashMap<>();
    long total = 0;
    Figures.Rows page = disclosure.rows(saved, 0, 1000, Visitor.ANONYMOUS);
    for (int i = 0; !page.rows().isEmpty(); i++) {
      page = disclosure.rows(saved, i, 1000, Visitor.ANONYMOUS);
      page.rows().forEach(row -> alike.merge(row, 1, Integer::sum));
      total += page.rows().size();
    }

    assertThat(total).isEqualTo(page.total()).isGreaterThan(100);
    assertThat(alike.keySet())
        .allSatisfy(row -> {
          assertThat(row.get("application")).isEqualTo(Mask.WITHHELD);
          assertThat(row.get("saved_days")).isEqualTo(Mask.WITHHELD);
        })
        .anySatisfy(row -> assertThat(row.get("unit")).isNotEqualTo(Mask.WITHHELD));
    assertThat(alike.entrySet())
        .filteredOn(e -> !e.getKey().values().stream().allMatch(Mask.WITHHELD::equals))
        .allSatisfy(e -> assertThat(e.getValue()).isGreaterThanOrEqualTo(LEAST));
  }

  @Test
  void staff_see_the_rows_as_they_are() {
    assertThat(disclosure.rows(saved, 0, 5, OFFICER)).isEqualTo(figures.rows(saved, 0, 5));
  }

  @Test
  void a_break_down_shows_no_part_of_few_records_to_strangers() {
    List<Figures.Part> all = figures.breakdown(progress, "programme");
    List<Figures.Part> shown = disclosure.breakdown(progress, "programme", Visitor.ANONYMOUS);

    assertThat(all).anyMatch(p -> rows(p) < LEAST);
    assertThat(shown).hasSameSizeAs(all).allMatch(p -> rows(p) == 0 || rows(p) >= LEAST);
    assertThat(disclosure.breakdown(progress, "programme", OFFICER)).isEqualTo(all);
  }

  @Test
  void nor_can_a_small_part_be_asked_for_by_a_filter() {
    String small =
        figures.breakdown(progress, "programme").stream()
            .filter(p -> rows(p) < LEAST)
            .findFirst()
            .orElseThrow()
            .key();
    Ask part = ask(progress.figure(), "2018-12", Map.of("programme", small));

    assertThat(disclosure.withheld(part, Visitor.ANONYMOUS)).isPresent();
    assertThat(disclosure.withheld(part, OFFICER)).isEmpty();
    assertThat(disclosure.withheld(saved, Visitor.ANONYMOUS)).isEmpty();
    assertThat(disclosure.series(part, Period.parse("2018-10").orElseThrow(), Visitor.ANONYMOUS))
        .allMatch(p -> !(p.value() instanceof Value.Number n) || n.rows() == 0);
  }

  @Test
  void what_anybody_may_read_is_not_masked() {
    Ask gdp = ask("gdp", "2018", Map.of());

    assertThat(disclosure.rows(gdp, 0, 5, Visitor.ANONYMOUS)).isEqualTo(figures.rows(gdp, 0, 5));
    assertThat(disclosure.breakdown(gdp, "status", Visitor.ANONYMOUS))
        .isEqualTo(figures.breakdown(gdp, "status"));
  }

  @ParameterizedTest
  @CsvSource({
    "'5 6 90', ''",
    "'2 6 90', '0 1'",
    "'1 4 90', '0 1'",
    "'2 2 90', '0 1 2'",
    "'3 3 90', '0 1'",
    "'4', '0'",
    "'0 7 9', ''"
  })
  void what_is_withheld_cannot_be_computed_from_the_whole(String sizes, String hidden) {
    List<Integer> rows = Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toList();
    List<Figures.Part> parts =
        IntStream.range(0, rows.size())
            .mapToObj(i ->
                new Figures.Part(
                    String.valueOf(i),
                    new Value.Number(BigDecimal.ONE, BigDecimal.ONE, rows.get(i))))
            .toList();

    assertThat(String.join(" ", Disclosure.hidden(parts, LEAST))).isEqualTo(hidden);
  }

  private static Ask ask(String figure, String period, Map<String, String> where) {
    When now = new When(LocalDate.of(2019, 2, 11), RunningExample.bean(Ledger.class).size());
    return new Ask(figure, "330205", Period.parse(period).orElseThrow(), now, where);
  }

  private static long rows(Figures.Part part) {
    return part.value() instanceof Value.Number n ? n.rows() : 0;
  }
}
