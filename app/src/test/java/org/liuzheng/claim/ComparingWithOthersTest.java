package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Tables;
import org.liuzheng.words.Lang;

/** Claims that only others' records can prove: places, firsts, the only one, and lists. */
class ComparingWithOthersTest {
  private static final TestClaims GIVEN =
      new TestClaims(
          """
          figure: amount
          unit: {zh: 亿元, en: 100 million yuan}
          round: 1
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.region as place, o.indicator, o.value
            from observation o
          fold: {sum: value}
          by: [indicator, place]
          """,
          """
          figure: reached
          better: down
          unit: {zh: 天, en: days}
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.region as place, o.indicator,
              days(date '2000-01-01', o.period_end) as reached
            from observation o
          fold: {min: reached}
          by: [indicator, place]
          """,
          """
          figure: used
          unit: {zh: 件, en: cases}
          kind: flow
          day: a.closed_on
          rows: |
            select a.id as application, a.department as unit, a.outcome
            from application a where a.closed_on is not null
          fold: count
          by: [outcome]
          """);
  private static final Tables TABLES = GIVEN.tables;
  private static final String PLACE = ", figure: amount, unit: '', among: place, at: A}";

  @BeforeEach
  void units() {
    GIVEN.figures.clear();
    TABLES.put("unit", "TOP", "2010-01-01", "name", "Top");
    for (String unit : List.of("A", "B", "C")) {
      TABLES.put("unit", unit, "2010-01-01", "name", "City " + unit, "parent", "TOP");
    }
  }

  @Test
  void a_place_among_parts_says_who_comes_next_and_by_how_much() {
    amount("A", "3");
    amount("B", "5");
    amount("C", "1");

    assertThat(GIVEN.zh("{kind: RANK" + PLACE, "第二"))
        .isEqualTo("HOLDS 记录算出第2，与文中一致：共3个参加排名，前一位是“B”，5.0亿元，相差2.0亿元。");
    assertThat(GIVEN.en("{kind: RANK" + PLACE, "first"))
        .isEqualTo(
            "FAILS The text says “first”, the records give 2nd, which is 1 off: 3 were ranked, "
                + "before it is “B” with 0.50 billion yuan, 0.20 billion yuan apart.");
    assertThat(GIVEN.verdict("{kind: RANK, is: '<= 2'" + PLACE, "位居前列")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RANK, is: '< 2'" + PLACE, "位居前列")).isEqualTo(Verdict.FAILS);
    amount("C", "2");
    assertThat(GIVEN.zh("{kind: RANK" + PLACE, "第二")).isEqualTo("HOLDS 记录算出第2，与文中一致：共3个参加排名，与C并列。");
  }

  @Test
  void a_place_needs_a_value_and_somebody_else() {
    assertThat(GIVEN.zh("{kind: RANK" + PLACE, "第一"))
        .isEqualTo("NOT_DERIVABLE 记录推不出这个数：“A”在2018年没有记录。");
    amount("A", "3");
    for (String kind : List.of("RANK", "ARGMAX")) {
      assertThat(GIVEN.zh("{kind: " + kind + PLACE, "首位"))
          .startsWith("NOT_DERIVABLE")
          .contains("除“A”外没有别的记录，无从比较");
    }
    assertThat(GIVEN.verdict("{kind: ARGMAX" + PLACE.replace("at: A", "at: X"), "最大"))
        .isEqualTo(Verdict.NOT_DERIVABLE);
  }

  @Test
  void the_largest_is_alone_in_its_place() {
    amount("A", "5.04");
    amount("B", "5");
    amount("C", "1");

    assertThat(GIVEN.zh("{kind: ARGMAX" + PLACE, "全市最大"))
        .isEqualTo("HOLDS 3个里“A”居首，为5.04亿元；其次是“B”，5.00亿元，相差0.04亿元。");
    amount("B", "0.04");
    assertThat(GIVEN.zh("{kind: ARGMAX" + PLACE, "全市最大"))
        .isEqualTo("FAILS “A”为5.0亿元，与“B”并列第一，不是独居首位。");
    amount("B", "1");
    assertThat(GIVEN.en("{kind: ARGMAX" + PLACE, "the largest"))
        .isEqualTo(
            "FAILS “B” comes first with 0.60 billion yuan; “A” has 0.50 billion yuan and is 2nd, "
                + "0.10 billion yuan apart.");
    Checked checked = GIVEN.claim("{kind: ARGMAX" + PLACE, Lang.ZH, "[最大](claim:C)");
    assertThat(checked.computed().zh()).isEqualTo("第2");
    assertThat(rungs(checked)).containsExactly("1 B", "2 A us", "3 C");
  }

  @Test
  void what_is_filled_in_for_a_place_reads_back_as_holding_or_failing() {
    amount("A", "5");
    amount("B", "3");
    String filled = GIVEN.claim("{kind: ARGMAX" + PLACE, Lang.ZH, "[](claim:C)").shown();

    assertThat(GIVEN.verdict("{kind: ARGMAX" + PLACE, filled)).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RANK" + PLACE, filled)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void the_only_one_has_nobody_beside_it_though_others_are_known() {
    assertThat(GIVEN.verdict("{kind: ONLY, indicator: pilot" + PLACE, "唯一"))
        .isEqualTo(Verdict.NOT_DERIVABLE);
    observed("pilot", "A", "2018-03-01", "1");
    assertThat(GIVEN.zh("{kind: ONLY, indicator: pilot" + PLACE, "唯一"))
        .isEqualTo("NOT_DERIVABLE 记录推不出位次：除“A”外没有别的记录，无从比较。");

    observed("other", "B", "2018-03-01", "1");
    assertThat(GIVEN.zh("{kind: ONLY, indicator: pilot" + PLACE, "唯一"))
        .isEqualTo("HOLDS 记录里只有“A”，没有别的。");
    assertThat(GIVEN.en("{kind: ONLY, indicator: pilot" + PLACE, "the only one"))
        .isEqualTo("HOLDS The records show “A” and nobody else.");

    observed("pilot", "C", "2018-09-01", "1");
    assertThat(GIVEN.zh("{kind: ONLY, indicator: pilot" + PLACE, "唯一"))
        .isEqualTo("FAILS 除“A”外还有1个：C。");
    assertThat(GIVEN.zh("{kind: ONLY, indicator: other" + PLACE, "唯一"))
        .isEqualTo("FAILS 记录里没有“A”，而有1个别的：B。");
    observed("pilot", "C", "2018-09-01", "0");
    assertThat(GIVEN.verdict("{kind: ONLY, indicator: pilot" + PLACE, "唯一"))
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void the_first_was_before_everybody_else() {
    String first = "{kind: FIRST, figure: reached, unit: '', among: place, at: A}";
    observed("sign", "A", "2018-05-30", "1");
    observed("sign", "A", "2018-08-30", "1");
    assertThat(GIVEN.verdict(first, "首创")).isEqualTo(Verdict.NOT_DERIVABLE);
    observed("sign", "B", "2018-06-09", "1");

    assertThat(GIVEN.zh(first, "全国首创"))
        .isEqualTo("HOLDS 2家里“A”最早，2018年5月30日；其次是“B”，2018年6月9日，晚10天。");
    assertThat(GIVEN.en(first, "the first in the nation"))
        .isEqualTo(
            "HOLDS Of 2, “A” is the earliest, 30 May 2018; next is “B”, 9 June 2018, 10 days later.");
    observed("sign", "C", "2018-05-29", "1");
    assertThat(GIVEN.zh(first, "全国首创")).isEqualTo("FAILS 最早的是“C”，2018年5月29日；“A”2018年5月30日才做成，晚1天。");
    assertThat(rungs(GIVEN.claim(first, Lang.ZH, "[首创](claim:C)")))
        .containsExactly("1 C", "2 A us", "3 B");
  }

  @Test
  void two_firsts_on_one_day_are_no_first() {
    String first = "{kind: FIRST, figure: reached, unit: '', among: place, at: A}";
    observed("sign", "A", "2018-05-30", "1");
    observed("sign", "B", "2018-05-30", "1");

    Checked checked = GIVEN.claim(first, Lang.ZH, "[首创](claim:C)");

    assertThat(checked.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(checked.reason().zh()).isEqualTo("“A”2018年5月30日做成，“B”与它同时，不是首个。");
    assertThat(rungs(checked)).containsExactly("1 tied A us", "1 tied B");
  }

  @Test
  void a_list_is_exactly_its_members_or_has_them_among_others() {
    String are = "{kind: LIST, figure: amount, unit: '', among: place, are: [A, B]}";
    String has = "{kind: LIST, figure: amount, unit: '', among: place, has: [A]}";
    assertThat(GIVEN.zh(are, "两个平台")).isEqualTo("NOT_DERIVABLE 2018年没有记录，列不出名单。");

    amount("A", "1");
    assertThat(GIVEN.zh(are, "两个平台")).isEqualTo("FAILS 记录里有1个，缺B。");
    amount("B", "1");
    assertThat(GIVEN.zh(are, "两个平台")).isEqualTo("HOLDS 记录里正是这2个：A、B。");
    assertThat(GIVEN.zh(are, "这些平台")).startsWith("HOLDS");
    assertThat(GIVEN.zh(are, "三个平台")).isEqualTo("FAILS 文中说“三个平台”，记录算出2。");
    assertThat(GIVEN.zh(has, "仅2家")).isEqualTo("HOLDS 记录里有2个，其中有A。");

    amount("C", "1");
    assertThat(GIVEN.en(are, "two platforms"))
        .isEqualTo("FAILS The records show 3, and C besides.");
    assertThat(GIVEN.verdict(has, "3家")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict(has, "仅2家")).isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.zh(are.replace("[A, B]", "[A, B, X]"), "三个"))
        .isEqualTo("FAILS 记录里有3个，缺X，多出C。");
    Checked checked = GIVEN.claim(are.replace("[A, B]", "[A, X]"), Lang.ZH, "[两个](claim:C)");
    assertThat(((Evidence.Members) checked.readings().getFirst().evidence().getFirst()).members())
        .extracting(m -> m.membership() + " " + m.key())
        .containsExactly("MISSING X", "SURPLUS B", "SURPLUS C", "LISTED A");
  }

  @Test
  void what_is_filled_in_for_a_list_reads_back_as_holding() {
    String are = "{kind: LIST, figure: amount, unit: '', among: place, are: [A, B]}";
    amount("A", "1");
    amount("B", "1");

    String filled = GIVEN.claim(are, Lang.ZH, "[](claim:C)").shown();

    assertThat(filled).isEqualTo("2个：A、B");
    assertThat(GIVEN.verdict(are, filled)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void every_filter_must_be_so_and_what_speaks_against_it_is_said_alone() {
    String each =
        "{kind: ARGMAX, each: [{indicator: x}, {indicator: y}], figure: amount, unit: '', "
            + "among: place, at: A}";
    observed("x", "A", "2018-03-01", "3");
    observed("x", "B", "2018-03-01", "1");
    observed("y", "A", "2018-03-01", "3");
    observed("y", "B", "2018-03-01", "4");

    assertThat(GIVEN.zh(each, "均居首位")).isEqualTo("FAILS 居首的是“B”，4.0亿元；“A”为3.0亿元，排第2，相差1.0亿元。");
    observed("y", "A", "2018-09-01", "3");
    assertThat(GIVEN.verdict(each, "均居首位")).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void small_parts_of_a_register_that_is_not_open_are_not_named() {
    for (int i = 0; i < 6; i++) {
      closed("g" + i, "granted");
    }
    closed("r", "refused");
    String granted = "{kind: ARGMAX, figure: used, among: outcome, at: granted}";

    assertThat(GIVEN.zh(granted, "最多")).isEqualTo("HOLDS 2个里“granted”居首，为6件。");
    assertThat(GIVEN.zh("{kind: LIST, figure: used, among: outcome, are: [granted]}", "一种"))
        .isEqualTo("FAILS 记录里有2个，多出另一方。");
  }

  private static List<String> rungs(Checked checked) {
    Evidence.Ladder ladder = (Evidence.Ladder) checked.readings().getFirst().evidence().getFirst();
    return ladder.rungs().stream()
        .map(r -> r.place() + (r.tied() ? " tied " : " ") + r.key() + (r.ours() ? " us" : ""))
        .toList();
  }

  private void amount(String region, String value) {
    observed("level", region, "2018-06-30", value);
  }

  private int written;

  private void observed(String indicator, String region, String day, String value) {
    TABLES.put(
        "observation",
        indicator + "/" + region + "/" + day + "/" + (value.equals("0") ? written - 1 : written++),
        day,
        "indicator",
        indicator,
        "region",
        region,
        "period_end",
        day,
        "value",
        value);
  }

  private void closed(String number, String outcome) {
    TABLES.put(
        "application",
        number,
        "2018-03-01",
        "department",
        "A",
        "closed_on",
        "2018-03-01",
        "outcome",
        outcome);
  }
}
