package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.figure.Tables;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

class HoldingClaimsAgainstRecordsTest {
  private static final String LEVEL =
      """
      figure: level
      unit: {zh: 亿元, en: 100 million yuan}
      round: 1
      kind: flow
      day: o.period_end
      rows: |
        select o.id as observation, o.region as unit, o.indicator, o.value
        from observation o where o.indicator = 'level'
      fold: {sum: value}
      roll_up: false
      by: [indicator]
      """;
  private static final String APPLICATIONS =
      """
      figure: closed
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, a.department as unit, a.outcome, a.used,
          case when a.outcome = 'granted' then 1 else 0 end as granted, 1 as closed
        from application a where a.closed_on is not null
      fold: count
      by: [outcome]
      """;
  private static final String ITEMS =
      """
      figure: items
      unit: {zh: 项, en: items}
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.mobile, i.promised from item i
      fold: count
      by: [mobile, promised]
      """;

  private static final TestClaims GIVEN =
      new TestClaims(
          LEVEL,
          like(
              LEVEL,
              "level",
              "percent",
              "unit: {zh: 亿元, en: 100 million yuan}",
              "unit: {zh: \"%\", en: \"%\"}"),
          like(
              LEVEL,
              "level",
              "other_percent",
              "unit: {zh: 亿元, en: 100 million yuan}",
              "unit: {zh: \"%\", en: \"%\"}",
              "'level'",
              "'other'"),
          like(
              LEVEL,
              "level",
              "tenure",
              "unit: {zh: 亿元, en: 100 million yuan}",
              "unit: {zh: 年, en: years}"),
          "figure: growth\nof: level\nstep: yoy\nscale: 100\nround: 1\nunit: {zh: \"%\", en: \"%\"}\n",
          "figure: gap\nof: percent\nstep: {difference: {minus: other_percent}}\nround: 1\n"
              + "unit: {zh: 个百分点, en: percentage points}\n",
          "figure: place\nof: level\nstep: {rank: {order: desc, among: TOP}}\nunit: {zh: 名, en: rank}\n",
          "figure: run\nof: place\nstep: {streak: {is: 1}}\nunit: {zh: 期, en: periods}\n",
          APPLICATIONS,
          like(
              APPLICATIONS,
              "closed",
              "granted_share",
              "fold: count",
              "fold: {ratio: [granted, closed]}\nscale: 100\nround: 1\nunit: {zh: \"%\", en: \"%\"}"),
          like(
              APPLICATIONS,
              "closed",
              "days_used",
              "fold: count",
              "fold: {mean: used}\nround: 1\nunit: {zh: 工作日, en: working days}"),
          ITEMS,
          "figure: fewer\nof: items\nstep: {reduction: {key: item}}\nunit: {zh: 项, en: items}\n");
  private static final Tables TABLES = GIVEN.tables;

  @BeforeEach
  void units() {
    GIVEN.figures.clear();
    TABLES.put("unit", "TOP", "2010-01-01", "name", "Top");
    for (String unit : List.of("A", "B", "C")) {
      TABLES.put("unit", unit, "2010-01-01", "name", "City " + unit, "parent", "TOP");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "520.54, FAILS",
    "520.549999, FAILS",
    "520.55, HOLDS",
    "520.6, HOLDS",
    "520.649999, HOLDS",
    "520.65, FAILS",
    "520.66, FAILS",
    "-520.6, FAILS"
  })
  void a_value_holds_when_it_is_shown_so_at_the_precision_of_the_text(
      String value, Verdict verdict) {
    level("A", "2018-12-31", value);

    assertThat(GIVEN.verdict("{kind: VAL, figure: level}", "520.6亿元")).isEqualTo(verdict);
    assertThat(GIVEN.en("{kind: VAL, figure: level}", "52.06 billion yuan"))
        .startsWith(verdict.name());
  }

  @Test
  void the_reason_says_what_the_text_says_what_the_records_give_and_by_how_much_they_differ() {
    level("A", "2018-12-31", "520.65");

    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "520.7亿元"))
        .isEqualTo("HOLDS 记录算出520.7亿元，与文中一致。");
    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "520.6亿元"))
        .isEqualTo("FAILS 文中说“520.6亿元”，记录算出520.7亿元，少说了0.1亿元。");
    assertThat(GIVEN.en("{kind: VAL, figure: level}", "52.2 billion yuan"))
        .isEqualTo(
            "FAILS The text says “52.2 billion yuan”, the records give 52.07 billion yuan, "
                + "so the text is 0.13 billion yuan too high.");
    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "5206500.01万元"))
        .isEqualTo("FAILS 文中说“5206500.01万元”，记录算出520.650000亿元，多说了0.000001亿元。");
  }

  @Test
  void units_of_one_dimension_convert_and_others_do_not() {
    level("A", "2018-12-31", "520.6");

    assertThat(GIVEN.verdict("{kind: VAL, figure: level}", "5206000万元")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: VAL, figure: level}", "520.6万元")).isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: VAL, figure: level}", "520.6")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "520.6项"))
        .isEqualTo("FAILS 文中的单位是“项”，指标的单位是“亿元”，两者不能相比。");
    assertThat(GIVEN.zh("{kind: VAL, figure: percent}", "520.6个百分点"))
        .startsWith("FAILS 文中写的是“百分点”");
    assertThat(GIVEN.zh("{kind: YOY, figure: percent}", "520.6%")).startsWith("HOLDS");
  }

  @Test
  void a_bound_names_the_values_it_allows() {
    level("A", "2018-12-31", "80");

    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "70多亿元"))
        .isEqualTo("FAILS 文中说“70多亿元”，就是大于70亿元、小于80亿元，而记录算出80.0亿元。");
    level("A", "2018-06-30", "-0.04");
    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "70多亿元"))
        .isEqualTo("HOLDS 记录算出79.96亿元，合于“70多亿元”的说法。");
    assertThat(GIVEN.en("{kind: VAL, figure: level}", "over 8 billion yuan"))
        .isEqualTo(
            "FAILS The text says “over 8 billion yuan”, which means more than 8 billion yuan, "
                + "but the records give 7.996 billion yuan.");
  }

  @Test
  void growth_is_compared_with_its_sign_and_shows_both_levels() {
    level("A", "2017-12-31", "65.03");
    level("A", "2018-12-31", "72.9");

    assertThat(GIVEN.zh("{kind: YOY, figure: growth}", "12.1%"))
        .isEqualTo("HOLDS 记录算出12.1%，与文中一致：2018年72.9亿元，2017年65.03亿元。");
    assertThat(GIVEN.verdict("{kind: YOY, figure: growth}", "下降12.1%")).isEqualTo(Verdict.FAILS);
    assertThat(
            GIVEN.claim("{kind: YOY, figure: growth}", Lang.ZH, "比上年下降[12.1%](claim:C)。").verdict())
        .isEqualTo(Verdict.FAILS);
    level("A", "2018-11-30", "-20");
    assertThat(
            GIVEN.claim("{kind: YOY, figure: growth}", Lang.ZH, "比上年下降[18.7%](claim:C)。").verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.zh("{kind: YOY, figure: growth}", "18.7%"))
        .startsWith("FAILS 文中说“18.7%”，记录算出-18.7%，相差37.4个百分点：");
    assertThat(GIVEN.zh("{kind: YOY, figure: growth}", "下降18%"))
        .startsWith("FAILS 文中说“下降18%”，记录算出-18.7%，相差0.7个百分点：");
  }

  @Test
  void a_number_the_records_do_not_give_is_not_derivable_and_says_why() {
    assertThat(GIVEN.zh("{kind: VAL, figure: level}", "520.6亿元"))
        .isEqualTo("NOT_DERIVABLE 记录推不出这个数：City A在 2018 没有记录。");
    assertThat(GIVEN.en("{kind: YOY, figure: growth, period: 2019}", "12.1%"))
        .isEqualTo(
            "NOT_DERIVABLE The records do not give this number: 2019 has not begun on 2018-12-31.");
  }

  @Test
  void a_count_takes_filters_and_is_exact() {
    closed("1", "granted", "3");
    closed("2", "granted", "4");
    closed("3", "refused", "9");

    assertThat(GIVEN.verdict("{kind: CNT, figure: closed}", "3件")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: CNT, figure: closed, outcome: granted}", "两件"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: CNT, figure: closed, outcome: granted}", "三件"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: CNT, figure: closed, unit: B}", "三件"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: CNT, figure: closed, unit: ''}", "三件"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.zh("{kind: CNT, figure: closed}", "3%")).startsWith("FAILS 文中的单位是“%”");
  }

  @Test
  void a_mean_and_a_rate_say_what_they_come_from() {
    closed("1", "granted", "3");
    closed("2", "granted", "4");
    closed("3", "refused", "5");
    closed("4", "granted", "5");

    assertThat(GIVEN.zh("{kind: MEAN, figure: days_used}", "4.3个工作日"))
        .isEqualTo("HOLDS 记录算出4.3个工作日，与文中一致：4条记录的平均数。");
    assertThat(GIVEN.zh("{kind: MEAN, figure: days_used}", "4.2个工作日"))
        .isEqualTo("FAILS 文中说“4.2个工作日”，记录算出4.3个工作日，少说了0.1个工作日：4条记录的平均数。");
    assertThat(GIVEN.verdict("{kind: MEAN, figure: days_used}", "4.25个工作日"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.en("{kind: RATE, figure: granted_share}", "75%"))
        .isEqualTo("HOLDS The records give 75.0%, as the text says: 3 ÷ 4.");
    assertThat(GIVEN.verdict("{kind: RATE, figure: granted_share}", "百分之七十五"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: granted_share}", "四分之三"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: granted_share}", "74%"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: granted_share}", "全部")).isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: granted_share, outcome: granted}", "全部"))
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void a_fraction_is_exact() {
    closed("1", "granted", "3");
    closed("2", "refused", "4");
    closed("3", "refused", "5");

    assertThat(GIVEN.zh("{kind: FRAC, figure: granted_share}", "三分之一"))
        .isEqualTo("HOLDS 记录算出1/3，与文中一致：1 ÷ 3。");
    closed("4", "refused", "5");
    closed("5", "granted", "5");
    closed("6", "refused", "5");
    assertThat(GIVEN.zh("{kind: FRAC, figure: granted_share}", "三分之一"))
        .isEqualTo("HOLDS 记录算出1/3，与文中一致：2 ÷ 6。");
    closed("7", "refused", "5");
    assertThat(GIVEN.verdict("{kind: FRAC, figure: granted_share}", "三分之一"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: FRAC, figure: granted_share}", "不到三分之一"))
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void a_difference_is_in_percentage_points() {
    observed("level", "A", "2018-12-31", "131.8");
    observed("other", "A", "2018-12-31", "100");

    assertThat(GIVEN.zh("{kind: DIFFPP, figure: gap}", "31.8个百分点"))
        .isEqualTo("HOLDS 记录算出31.8个百分点，与文中一致：131.8%减100.0%。");
    assertThat(GIVEN.zh("{kind: DIFFPP, figure: gap}", "31.8%"))
        .isEqualTo("FAILS 文中写的是“%”；这是两个百分率之差，应当写“个百分点”。");
    assertThat(GIVEN.verdict("{kind: DIFFPP, figure: gap}", "低31.8个百分点")).isEqualTo(Verdict.FAILS);
  }

  @Test
  void a_rank_says_how_many_were_ranked_and_who_is_level() {
    level("A", "2018-12-31", "3");
    level("B", "2018-12-31", "5");
    level("C", "2018-12-31", "3");

    assertThat(GIVEN.zh("{kind: RANK, figure: place}", "第二"))
        .isEqualTo("HOLDS 记录算出第2，与文中一致：共3家参加排名，与City C并列。");
    assertThat(GIVEN.en("{kind: RANK, figure: place}", "first"))
        .isEqualTo(
            "FAILS The text says “first”, the records give 2nd, which is 1 off: "
                + "3 were ranked, level with City C.");
    assertThat(GIVEN.verdict("{kind: RANK, figure: place, unit: B}", "首位"))
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void a_streak_says_since_when_and_what_broke_the_run_before() {
    years(2014, "A");
    years(2015, "B");
    years(2016, "A");
    years(2017, "A");
    years(2018, "A");

    assertThat(GIVEN.zh("{kind: STRK, figure: run}", "连续第三年"))
        .isEqualTo("HOLDS 记录算出3年，与文中一致：2016年至2018年，每年都排第1；2015年排第3。");
    assertThat(GIVEN.zh("{kind: STRK, figure: run}", "连续四年"))
        .isEqualTo("FAILS 文中说“连续四年”，记录算出3年，多说了1年：2016年至2018年，每年都排第1；2015年排第3。");
    assertThat(GIVEN.verdict("{kind: STRK, figure: run}", "连续2年")).isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: STRK, figure: run}", "三连冠")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: STRK, figure: run}", "连续3个月")).isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: STRK, figure: run}", "连续36个月")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.en("{kind: STRK, figure: run, unit: C}", "1 year"))
        .isEqualTo(
            "FAILS The text says “1 year”, the records give 0 years, so the text is 1 year "
                + "too high: in 2018 it was 2nd.");
  }

  @Test
  void a_missing_period_and_a_changed_field_are_told_apart() {
    years(2017, "A");
    years(2018, "A");

    assertThat(GIVEN.zh("{kind: STRK, figure: run}", "两年"))
        .endsWith("2017年至2018年，每年都排第1；2016年没有名次。");

    level("A", "2016-12-31", "3");
    level("B", "2016-12-31", "2");
    assertThat(GIVEN.zh("{kind: STRK, figure: run}", "两年"))
        .endsWith("2016年参加排名的单位不同（没有City C），不能连着算。");
  }

  @Test
  void a_reduction_counts_what_is_gone() {
    for (String item : List.of("1", "2", "3")) {
      TABLES.put("item", item, "2017-01-01", "department", "A");
    }
    TABLES.put("item", "9", "2018-02-01", "department", "A");
    TABLES.withdraw("item", "2", LocalDate.parse("2018-05-01"));

    assertThat(GIVEN.verdict("{kind: RED, figure: fewer}", "1项")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RED, figure: fewer}", "减少1项")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RED, figure: fewer}", "0项")).isEqualTo(Verdict.FAILS);
  }

  @Test
  void all_is_refuted_by_the_worst_exception() {
    assertThat(GIVEN.zh("{kind: ALL, figure: items}", "全部"))
        .isEqualTo("NOT_DERIVABLE 台账里还没有记录，不能说没有例外。");

    TABLES.put("item", "1", "2017-01-01", "department", "B", "promised", "3");
    assertThat(GIVEN.zh("{kind: ALL, figure: items, is: none}", "全部"))
        .isEqualTo("HOLDS 查遍记录，没有例外。");

    TABLES.put("item", "2", "2017-01-01", "department", "A", "promised", "9");
    TABLES.put("item", "3", "2017-01-01", "department", "A", "promised", "10");
    assertThat(GIVEN.zh("{kind: ALL, figure: items}", "均")).isEqualTo("FAILS 记录里有2项例外，首先是“〈2〉”。");
    assertThat(GIVEN.en("{kind: ALL, figure: items, worst: promised}", "all"))
        .isEqualTo("FAILS The records show exceptions: 2 items, the first is “〈3〉”.");
  }

  @Test
  void an_exception_that_only_the_staff_may_see_is_not_named() {
    closed("1", "granted", "3");

    assertThat(GIVEN.zh("{kind: ALL, figure: closed}", "全部")).isEqualTo("FAILS 记录里有1件例外。");
  }

  @ParameterizedTest
  @CsvSource({"3.99, FAILS", "4, HOLDS", "4.99, HOLDS", "5, FAILS"})
  void a_part_of_a_year_does_not_count(String years, Verdict verdict) {
    level("A", "2018-12-31", years);

    assertThat(GIVEN.verdict("{kind: YEARS, figure: tenure}", "4年")).isEqualTo(verdict);
  }

  @Test
  void a_requirement_stands_in_for_a_number_and_beside_one() {
    level("A", "2018-12-31", "100.04");

    assertThat(GIVEN.zh("{kind: RATE, figure: percent, is: '> 100'}", "超额完成"))
        .isEqualTo("HOLDS 记录算出100.04%，大于100%。");
    assertThat(GIVEN.verdict("{kind: RATE, figure: percent, is: '> 100.04'}", "超额完成"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: percent, is: '>= 100.04'}", "超额完成"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: percent, is: '> 100'}", "超过110%"))
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: percent, is: '> 100'}", "双双过百"))
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict("{kind: RATE, figure: percent, is: '< 100'}", "未完成"))
        .isEqualTo(Verdict.FAILS);
  }

  @Test
  void every_filter_must_be_as_the_claim_says() {
    closed("1", "granted", "1");
    closed("2", "granted", "1");
    closed("3", "refused", "1");
    String both =
        "{kind: CNT, figure: closed, each: [{outcome: granted}, {outcome: refused}], is: ";

    assertThat(GIVEN.zh(both + "'>= 1'}", "都有")).isEqualTo("HOLDS 记录算出2件、1件，都不小于1件。");
    assertThat(GIVEN.zh(both + "'> 1'}", "都有")).isEqualTo("FAILS 照文中的意思应当都大于1件，而记录算出2件、1件。");
  }

  @Test
  void readings_that_differ_make_a_claim_ambiguous() {
    closed("1", "granted", "1");
    closed("2", "refused", "1");
    String readings =
        """
        claims:
          C:
            - {says: {zh: 全部, en: all}, kind: CNT, figure: closed}
            - {says: {zh: 准予的, en: granted}, kind: CNT, figure: closed, outcome: granted}
        """;
    Report report = GIVEN.report(readings, "[2件](claim:C)", "[2](claim:C)");

    Checked checked = GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)).getFirst();

    assertThat(checked.verdict()).isEqualTo(Verdict.AMBIGUOUS);
    assertThat(checked.computed().zh()).isEqualTo("2件或1件");
    assertThat(checked.reason().zh()).isEqualTo("这里有2种读法，结果不同：全部，算出2件，与文中一致；准予的，算出1件，与文中不符。");
    assertThat(checked.readings())
        .extracting(Checked.Reading::verdict)
        .containsExactly(Verdict.HOLDS, Verdict.FAILS);

    TABLES.withdraw("application", "2", LocalDate.parse("2018-03-01"));
    assertThat(GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)).getFirst().verdict())
        .isEqualTo(Verdict.FAILS);
  }

  @Test
  void readings_that_both_hold_with_different_values_are_ambiguous_too() {
    closed("1", "granted", "1");
    closed("2", "refused", "1");
    Report report =
        GIVEN.report(
            """
            claims:
              C:
                - {says: {zh: 全部, en: all}, kind: CNT, figure: closed}
                - {says: {zh: 准予的, en: granted}, kind: CNT, figure: closed, outcome: granted}
            """,
            "[至少1件](claim:C)",
            "[](claim:C)");

    Checked checked = GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)).getFirst();

    assertThat(checked.verdict()).isEqualTo(Verdict.AMBIGUOUS);
  }

  @Test
  void readings_with_one_value_and_two_verdicts_are_ambiguous_too() {
    closed("1", "granted", "1");
    Report report =
        GIVEN.report(
            """
            claims:
              C:
                - {says: {zh: 有, en: some}, kind: CNT, figure: closed, is: ">= 1"}
                - {says: {zh: 不止一件, en: several}, kind: CNT, figure: closed, is: "> 1"}
            """,
            "[有](claim:C)",
            "[some](claim:C)");

    Checked checked = GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)).getFirst();

    assertThat(checked.verdict()).isEqualTo(Verdict.AMBIGUOUS);
  }

  @Test
  void changing_one_record_changes_the_claims_that_rest_on_it_and_no_position_before() {
    level("A", "2018-12-31", "520.6");
    closed("1", "granted", "1");
    Report report =
        GIVEN.report(
            "claims: {L: {kind: VAL, figure: level}, " + "N: {kind: CNT, figure: closed}}\n",
            "[520.6亿元](claim:L)，[1件](claim:N)",
            "[52.06 billion yuan](claim:L), [1](claim:N)");
    When before = GIVEN.when(report);

    TABLES.correct("application", "1", LocalDate.parse("2018-03-01"), Map.of("outcome", "granted"));

    assertThat(GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)))
        .extracting(Checked::verdict)
        .containsExactly(Verdict.HOLDS, Verdict.FAILS);
    assertThat(GIVEN.claims().check(report, Lang.ZH, before))
        .extracting(Checked::verdict)
        .containsExactly(Verdict.HOLDS, Verdict.HOLDS);
  }

  @Test
  void a_claims_own_day_counts_on_the_reports_day_only() {
    TABLES.put("item", "1", "2019-01-15", "department", "A");
    Report report =
        GIVEN.report(
            "claims: {C: {kind: CNT, figure: items, period: 2019-01, " + "on: 2019-01-31}}\n",
            "[1项](claim:C)",
            "[1](claim:C)");

    assertThat(GIVEN.claims().check(report, Lang.ZH, TABLES.now("2018-12-31")))
        .extracting(Checked::verdict)
        .containsExactly(Verdict.HOLDS);
    assertThat(GIVEN.claims().check(report, Lang.ZH, TABLES.now("2018-12-30")))
        .extracting(Checked::verdict)
        .containsExactly(Verdict.NOT_DERIVABLE);
  }

  @Test
  void the_values_a_claim_rests_on_are_named_the_main_one_first() {
    level("A", "2017-12-31", "65.03");
    level("A", "2018-12-31", "72.9");

    assertThat(
            GIVEN
                .claim("{kind: YOY, figure: growth}", Lang.ZH, "[12.1%](claim:C)")
                .readings()
                .getFirst()
                .asks())
        .extracting(a -> a.figure() + " " + a.period())
        .containsExactly("growth 2018", "level 2018", "level 2017");
  }

  private static String like(String figure, String name, String other, String... changes) {
    String changed = figure.replace("figure: " + name, "figure: " + other);
    for (int i = 0; i < changes.length; i += 2) {
      changed = changed.replace(changes[i], changes[i + 1]);
    }
    return changed;
  }

  private void level(String region, String day, String value) {
    observed("level", region, day, value);
  }

  private void observed(String indicator, String region, String day, String value) {
    TABLES.put(
        "observation",
        indicator + "/" + region + "/" + day,
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

  /** The winner has 3, the others 2 and 1. */
  private void years(int year, String winner) {
    String end = year + "-12-31";
    level("A", end, winner.equals("A") ? "3" : "1");
    level("B", end, winner.equals("B") ? "3" : "1");
    level("C", end, "2");
  }

  private void closed(String number, String outcome, String used) {
    TABLES.put(
        "application",
        number,
        "2018-03-01",
        "department",
        "A",
        "closed_on",
        "2018-03-01",
        "outcome",
        outcome,
        "used",
        used);
  }
}
