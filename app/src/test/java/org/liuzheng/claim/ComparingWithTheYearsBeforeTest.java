package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Tables;
import org.liuzheng.words.Lang;

/** Records, sums and breakthroughs; and what cannot be computed: documents, aims and names. */
class ComparingWithTheYearsBeforeTest {
  private static final TestClaims GIVEN =
      new TestClaims(
          """
          figure: chosen
          unit: {zh: 人, en: people}
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.indicator, o.value from observation o
          fold: {sum: value}
          by: [indicator]
          """,
          "figure: record\nof: chosen\nstep: {best: {is: highest}}\nunit: {zh: 年, en: years}\n",
          "figure: low\nof: chosen\nstep: {best: {is: lowest}}\nunit: {zh: 年, en: years}\n",
          """
          figure: floors
          unit: {zh: 平方米, en: square metres}
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.indicator, o.value from observation o
            where o.indicator = 'floors'
          fold: {sum: value}
          by: [indicator]
          """,
          """
          figure: added_share
          unit: {zh: "%", en: "%"}
          scale: 100
          round: 1
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.indicator, o.value, o.share
            from observation o where o.share is not null
          fold: {ratio: [value, share]}
          by: [indicator]
          """,
          """
          figure: originals
          unit: {zh: 份, en: documents}
          kind: stock
          rows: |
            select i.id as document, i.department as unit, i.name as held
            from item i where i.mobile
          fold: count
          by: [document, held]
          """);
  private static final Tables TABLES = GIVEN.tables;
  private static final String SUM = "{kind: SUPERSUM, figure: chosen, since: '2015'}";
  private static final String ZERO = "{kind: ZERO, figure: chosen, since: '2016', indicator: x}";

  @BeforeEach
  void units() {
    GIVEN.figures.clear();
    TABLES.put("unit", "A", "2000-01-01", "name", "City A");
  }

  @Test
  void a_record_is_higher_than_every_year_before() {
    assertThat(GIVEN.verdict("{kind: MAX, figure: chosen}", "新高")).isEqualTo(Verdict.NOT_DERIVABLE);
    chosen(2018, "126");
    assertThat(GIVEN.zh("{kind: MAX, figure: chosen}", "新高"))
        .isEqualTo("NOT_DERIVABLE 2018年以前没有记录，无从比较。");
    chosen(2015, "98");
    chosen(2011, "40");

    for (String figure : List.of("chosen", "record")) {
      assertThat(GIVEN.zh("{kind: MAX, figure: " + figure + "}", "创历年新高"))
          .isEqualTo("HOLDS 2018年为126人，是2011年以来最高；此前最高是2015年的98人，多28人。");
    }
    assertThat(GIVEN.en("{kind: MAX, figure: chosen}", "a record"))
        .isEqualTo(
            "HOLDS 126 people in 2018 is the highest since 2011; the highest before was 98 people "
                + "in 2015, 28 people less.");
    assertThat(GIVEN.zh("{kind: MAX, figure: low}", "新低"))
        .isEqualTo("FAILS 2018年为126人，2011年已低到40人，差86人。");
    chosen(2012, "126");
    assertThat(GIVEN.zh("{kind: MAX, figure: record}", "新高"))
        .isEqualTo("FAILS 2018年为126人，与2012年的126人持平，不是新高。");
    chosen(2013, "130");
    assertThat(GIVEN.zh("{kind: MAX, figure: record}", "新高"))
        .isEqualTo("FAILS 2018年为126人，2013年已到130人，差4人。");
  }

  @Test
  void a_record_since_a_year_wants_every_year_since() {
    String since = "{kind: MAX, figure: chosen, since: '2016'}";
    chosen(2015, "500");
    chosen(2016, "1");
    chosen(2018, "3");

    assertThat(GIVEN.zh(since, "最多")).isEqualTo("NOT_DERIVABLE 2017年没有记录，不能与以前各期比。");
    chosen(2017, "2");
    assertThat(GIVEN.verdict(since, "最多")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.zh(since, "近三年新高")).startsWith("FAILS 文中的单位是“年”");
    assertThat(GIVEN.verdict(since, "新高，3人")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.zh(since, "新高，4人")).isEqualTo("FAILS 文中说“新高，4人”，记录算出3人。");
    String filled = GIVEN.claim(since, Lang.ZH, "[](claim:C)").shown();
    assertThat(GIVEN.verdict(since, filled)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void more_than_all_years_before_together() {
    chosen(2015, "10");
    chosen(2016, "20");
    chosen(2018, "46");
    assertThat(GIVEN.zh(SUM, "超过历年总和")).isEqualTo("NOT_DERIVABLE 2017年没有记录，不能与以前各期比。");
    chosen(2017, "15");

    assertThat(GIVEN.zh(SUM, "超过历年总和")).isEqualTo("HOLDS 2018年为46人，2015年至2017年合计45人，多出1人。");
    assertThat(
            ((Evidence.Course)
                    GIVEN
                        .claim(SUM, Lang.ZH, "[超总和](claim:C)")
                        .readings()
                        .getFirst()
                        .evidence()
                        .getFirst())
                .bars())
        .extracting(b -> b.period() + " " + b.shown().zh())
        .containsExactly("2015 10人", "2016 20人", "2017 15人", "2018 46人");
    chosen(2017, "16");
    assertThat(GIVEN.zh(SUM, "超过历年总和")).isEqualTo("FAILS 2018年为46人，2015年至2017年合计也是46人，没有超过。");
    chosen(2016, "21");
    assertThat(GIVEN.en(SUM, "more than ever together"))
        .isEqualTo(
            "FAILS 46 people in 2018 is less than 47 people from 2015 to 2017 together, by 1 person.");
  }

  @Test
  void none_before_and_at_least_one_now() {
    assertThat(GIVEN.verdict(ZERO, "零突破")).isEqualTo(Verdict.NOT_DERIVABLE);
    observed("x", 2018, "1");
    assertThat(GIVEN.zh(ZERO, "零突破")).isEqualTo("NOT_DERIVABLE 2016年、2017年没有记录，不能与以前各期比。");
    observed("y", 2016, "7");
    observed("x", 2017, "0");

    assertThat(GIVEN.zh(ZERO, "实现零的突破")).isEqualTo("HOLDS 2018年有1人，2016年至2017年一直没有。");
    assertThat(GIVEN.verdict(ZERO, "首次引进")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict(ZERO, "引进1人")).isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.verdict(ZERO, "引进2人")).isEqualTo(Verdict.FAILS);
    observed("x", 2016, "3");
    assertThat(GIVEN.en(ZERO, "none before"))
        .isEqualTo("FAILS There was 3 people in 2016 already, so 2018 is not the first.");
    assertThat(GIVEN.zh(ZERO.replace("indicator: x", "indicator: y"), "零突破"))
        .startsWith("NOT_DERIVABLE");
  }

  @Test
  void still_none_is_no_breakthrough() {
    observed("x", 2016, "0");
    observed("x", 2017, "0");
    observed("x", 2018, "0");

    assertThat(GIVEN.zh(ZERO, "零突破")).isEqualTo("FAILS 2018年也没有。");
  }

  @Test
  void a_converted_value_is_shown_in_the_unit_of_the_words_with_its_base() {
    observed("floors", 2018, "566667");

    assertThat(GIVEN.zh("{kind: EQUIV, figure: floors}", "850亩"))
        .isEqualTo("HOLDS 记录算出850亩，与文中一致：由566667平方米折算。");
    assertThat(GIVEN.en("{kind: EQUIV, figure: floors, base: chosen}", "850 mu"))
        .isEqualTo(
            "HOLDS The records give 850 mu, as the text says: converted from “A”, 566,667 people.");
    assertThat(GIVEN.zh("{kind: EQUIV, figure: floors}", "851亩"))
        .isEqualTo("FAILS 文中说“851亩”，记录算出850亩，多说了1亩：由566667平方米折算。");
    assertThat(GIVEN.verdict("{kind: EQUIV, figure: floors}", "850人")).isEqualTo(Verdict.FAILS);
    String filled = GIVEN.claim("{kind: EQUIV, figure: floors}", Lang.ZH, "[](claim:C)").shown();
    assertThat(GIVEN.verdict("{kind: EQUIV, figure: floors}", filled)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void what_is_attested_wants_the_document_with_its_original() {
    String attested = "{kind: ATT, figure: originals, document: D1}";
    assertThat(GIVEN.zh(attested, "召开现场会")).isEqualTo("NOT_DERIVABLE 没有收存“D1”的原件，不能为证。");
    document("D1", "2018-05-30", "false");
    assertThat(GIVEN.verdict(attested, "召开现场会")).isEqualTo(Verdict.NOT_DERIVABLE);
    document("D1", "2018-05-30", "true");

    assertThat(GIVEN.zh(attested, "召开现场会")).isEqualTo("HOLDS 有原件为证：〈D1〉。");
    assertThat(GIVEN.verdict(attested, "5月31日的现场会")).isEqualTo(Verdict.HOLDS);
    String each = "{kind: ATT, figure: originals, each: [{document: D1}, {document: D2}]}";
    assertThat(GIVEN.zh(each, "两项经验")).isEqualTo("NOT_DERIVABLE 没有收存“D2”的原件，不能为证。");
    document("D2", "2018-05-30", "true");
    assertThat(GIVEN.zh(each, "两项经验")).isEqualTo("HOLDS 有原件为证：〈D1〉；有原件为证：〈D2〉。");
    assertThat(GIVEN.verdict(each, "三项经验")).isEqualTo(Verdict.FAILS);
  }

  @Test
  void the_date_in_the_words_is_that_of_the_document() {
    String attested = "{kind: ATT, figure: originals, document: D1, dated: held}";
    document("D1", "2018-05-30", "true");

    assertThat(GIVEN.claim(attested, Lang.ZH, "[5月30日](claim:C)").verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.claim(attested, Lang.ZH, "[2018年5月](claim:C)").verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.claim(attested, Lang.ZH, "[2017年5月30日](claim:C)").reason().zh())
        .isEqualTo("〈D1〉的日期是2018年5月30日，与文中不符。");
    assertThat(GIVEN.claim(attested, Lang.ZH, "[5月31日](claim:C)").verdict())
        .isEqualTo(Verdict.FAILS);
    assertThat(GIVEN.claim(attested, Lang.EN, "[on 30 May](claim:C)").verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(GIVEN.claim(attested, Lang.EN, "[May 29, 2018](claim:C)").verdict())
        .isEqualTo(Verdict.FAILS);
    String filled = GIVEN.claim(attested, Lang.EN, "[](claim:C)").shown();
    assertThat(GIVEN.claim(attested, Lang.EN, "[" + filled + "](claim:C)").verdict())
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void an_aim_is_never_derivable_and_tells_the_arithmetic_of_the_present_pace() {
    String plan = "{kind: PLAN, figure: added_share, years: 3, target: 100}";
    assertThat(GIVEN.zh(plan, "三年再造一个工业区")).startsWith("NOT_DERIVABLE 这是以后的目标，现在推不出；连眼下的进度也没有");
    TABLES.put(
        "observation",
        "1",
        "2018-03-01",
        "region",
        "A",
        "period_end",
        "2018-03-01",
        "value",
        "1",
        "share",
        "6");

    assertThat(GIVEN.zh(plan, "三年再造一个工业区"))
        .isEqualTo("NOT_DERIVABLE 这是以后的目标，现在推不出；照2018年的16.7%算，3年是50.0%，离100%还差50.0个百分点。");
    assertThat(GIVEN.en(plan.replace("target: 100", "target: 50"), "in three years"))
        .isEqualTo(
            "NOT_DERIVABLE This is an aim for later and cannot be derived now; at the 16.7% of "
                + "2018, 3 years make 50.0%, which reaches 50%.");
  }

  @Test
  void a_name_claims_nothing() {
    Checked checked = GIVEN.claim("{kind: LABEL}", Lang.ZH, "[三年行动](claim:C)");

    assertThat(checked.verdict()).isEqualTo(Verdict.LABEL);
    assertThat(checked.reason().zh()).isEqualTo("这是名称，没有要由记录证明的内容。");
    assertThat(checked.readings()).singleElement().satisfies(r -> assertThat(r.asks()).isEmpty());
  }

  private static void chosen(int year, String value) {
    observed("chosen", year, value);
  }

  /** A later value of the same year replaces the one before. */
  private static void observed(String indicator, int year, String value) {
    String day = LocalDate.of(year, 6, 30).toString();
    TABLES.put(
        "observation",
        indicator + "/" + year,
        day,
        "indicator",
        indicator,
        "region",
        "A",
        "period_end",
        day,
        "value",
        value);
  }

  private static void document(String code, String held, String kept) {
    TABLES.put("item", code, "2018-01-01", "department", "A", "name", held, "mobile", kept);
  }
}
