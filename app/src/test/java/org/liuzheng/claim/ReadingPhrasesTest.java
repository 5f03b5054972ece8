package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

class ReadingPhrasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "520.6亿元 | 52055000000 ≤ x < 52065000000 元",
        "9.7% | 9.65 ≤ x < 9.75 %",
        "1709份 | 1708.5 ≤ x < 1709.5 份",
        "4.1个工作日 | 4.05 ≤ x < 4.15 个工作日",
        "70多个 | 70 < x < 80 个",
        "七十余个 | 70 < x < 80 个",
        "七十来个 | 70 < x < 80 个",
        "500余亩 | 500 < x < 600 亩",
        "30多万平方米 | 300000 < x < 400000 平方米",
        "三十余万人 | 300000 < x < 400000 人",
        "1700多份 | 1700 < x < 1800 份",
        "1720余份 | 1720 < x < 1730 份",
        "十多项 | 10 < x < 20 项",
        "百余家 | 100 < x < 200 家",
        "5年多 | 5 < x < 6 年",
        "10年多 | 10 < x < 11 年",
        "约11万居民 | 105000 ≤ x < 115000",
        "约70个 | 65 ≤ x < 75 个",
        "500亩左右 | 450 ≤ x < 550 亩",
        "约3000份 | 2700 ≤ x < 3300 份",
        "近70个 | 65 ≤ x < 70 个",
        "近百家 | 90 ≤ x < 100 家",
        "将近4.1天 | 4.05 ≤ x < 4.1 天",
        "超过70个 | x > 70 个",
        "超过了70个 | x > 70 个",
        "逾百亿元 | x > 10000000000 元",
        "双双过百 | x > 100",
        "至少70个 | x ≥ 70 个",
        "70个以上 | x ≥ 70 个",
        "不低于75% | x ≥ 75 %",
        "不超过3天 | x ≤ 3 天",
        "3天以内 | x ≤ 3 天",
        "不到70个 | x < 70 个",
        "不足1/6 | x < 1/6",
        "三分之一 | 1/3 ≤ x ≤ 1/3",
        "约三分之一 | 0.3 ≤ x < 11/30",
        "百分之七十五 | 74.5 ≤ x < 75.5 百分之",
        "百分之七十多 | 70 < x < 80 百分之",
        "三成 | 2.5 ≤ x < 3.5 成",
        "连续第四年 | 3.5 ≤ x < 4.5 年",
        "十二连冠 | 11.5 ≤ x < 12.5 连冠",
        "连续34个月第一 | 33.5 ≤ x < 34.5 个月",
        "首位 | 0.5 ≤ x < 1.5",
        "第三 | 2.5 ≤ x < 3.5",
        "0.0% | -0.05 < x < 0.05 %",
        "-3.2% | -3.25 < x ≤ -3.15 %",
        "2018年520.6亿元 | 52055000000 ≤ x < 52065000000 元",
        "2018年12月31日34个月 | 33.5 ≤ x < 34.5 个月",
        "通过127项 | 126.5 ≤ x < 127.5 项",
        "签约11个 | 10.5 ≤ x < 11.5 个",
        "平均４．１个工作日 | 4.05 ≤ x < 4.15 个工作日",
        "约11万多人 | two bounds",
        "超过30多万 | two bounds",
        "14个部门127个事项 | two numbers",
        "30至40个 | two numbers",
        "二百五项 | unclear",
        "至少完成70项 | bound apart",
        "不足全年计划的70% | bound apart",
        "高于全市2个百分点 | 1.5 ≤ x < 2.5 个百分点",
        "十年来 | 9.5 ≤ x < 10.5 年",
        "全面复工 | all",
        "双双破纪录 | silent"
      })
  void chinese_words_allow_these_values(String words, String allowed) {
    assertThat(read(Lang.ZH, "", words, "")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52.06 billion yuan | 52055000000 ≤ x < 52065000000 yuan",
        "RMB 52.06 billion | 52055000000 ≤ x < 52065000000 RMB",
        "over RMB 52 billion | x > 52000000000 RMB",
        "9.7% | 9.65 ≤ x < 9.75 %",
        "9.7 per cent | 9.65 ≤ x < 9.75 per cent",
        "31.8 percentage points | 31.75 ≤ x < 31.85 percentage points",
        "twelve consecutive quarters | 11.5 ≤ x < 12.5 quarters",
        "fourth year in a row | 3.5 ≤ x < 4.5 year",
        "first for 34 months in a row | 33.5 ≤ x < 34.5 months",
        "more than 70 | x > 70",
        "more than a total of 70 | x > 70",
        "over 500 mu | x > 500 mu",
        "70-odd obstacles | 70 < x < 80 obstacles",
        "about 110,000 residents | 105000 ≤ x < 115000 residents",
        "nearly seventy | 65 ≤ x < 70",
        "at least 75% | x ≥ 75 %",
        "70 items or more | x ≥ 70 items",
        "no more than 3 days | x ≤ 3 days",
        "fewer than 70 items | x < 70 items",
        "one third | 1/3 ≤ x ≤ 1/3",
        "two-thirds | 2/3 ≤ x ≤ 2/3",
        "more than half | x > 0.5",
        "three quarters | 2.5 ≤ x < 3.5 quarters",
        "ranked third | 2.5 ≤ x < 3.5",
        "64 service items | 63.5 ≤ x < 64.5 items",
        "12 of 15 | two numbers",
        "at least in part 12 | bound apart",
        "all have resumed | all",
        "without exception | all",
        "exceeded the plan | silent"
      })
  void english_words_allow_these_values(String words, String allowed) {
    assertThat(read(Lang.EN, "", words, "")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全年超过 | 70个 | | x > 70 个",
        "全年解开不少于 | 70个 | 。| x ≥ 70 个",
        "有 | 70个 | 以上卡壳问题 | x ≥ 70 个",
        "附近 | 3个 | 村 | 2.5 ≤ x < 3.5 个",
        "大约 | 11万人 | | 105000 ≤ x < 115000 人",
        "不到 | 70多个 | | 70 < x < 80 个"
      })
  void a_bound_that_touches_the_brackets_is_read_with_them(
      String before, String words, String after, String allowed) {
    assertThat(read(Lang.ZH, text(before), words, text(after))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZH | 同比下降 | 3.2% | | -3.25 < x ≤ -3.15 %",
        "ZH | 同比增长 | 3.2% | | 3.15 ≤ x < 3.25 %",
        "ZH | | 下降3.2% | | -3.25 < x ≤ -3.15 %",
        "ZH | | 回落近3% | | -3 < x ≤ -2.7 %",
        "ZH | 比全市低了 | 2个百分点 | | -2.5 < x ≤ -1.5 个百分点",
        "ZH | | 下降超过3% | | x < -3 %",
        "ZH | 上年下降较多，今年增长 | 3.2% | | 3.15 ≤ x < 3.25 %",
        "EN | revenue fell by | 3.2% | | -3.25 < x ≤ -3.15 %",
        "EN | which is | 2 percentage points | lower | -2.5 < x ≤ -1.5 percentage points",
        "EN | up by | 3.2% | | 3.15 ≤ x < 3.25 %"
      })
  void a_change_downward_is_negative(
      Lang lang, String before, String words, String after, String allowed) {
    assertThat(read(lang, text(before), words, text(after))).isEqualTo(allowed);
  }

  @Test
  void only_a_change_is_turned_around() {
    Said said = PhraseReader.read(Lang.ZH, "事项减少", "64项", "", Text.same("项"));

    assertThat(
            Kind.RED
                .range((Said.Amount) said, Measures.of(Text.same("项")))
                .contains(Fraction.of(64)))
        .isTrue();
    assertThat(
            Kind.YOY
                .range((Said.Amount) said, Measures.of(Text.same("%")))
                .contains(Fraction.of(-64)))
        .isTrue();
  }

  @Test
  void the_figures_own_unit_is_read_even_when_nobody_else_knows_it() {
    Said.Amount said = (Said.Amount) PhraseReader.read(Lang.ZH, "", "96.8分", "", Text.same("分"));

    assertThat(said.measure()).contains(new Measure("own 分", Fraction.ONE, 1, "分"));
  }

  @ParameterizedTest
  @CsvSource({
    "亿元, money 1 100000000",
    "万元, money 1 10000",
    "元, money 1 1",
    "百万元, money 1 1000000",
    "%, ratio 1/100 1",
    "个百分点, point 1 1",
    "亩, area 2000/3 1",
    "万平方米, area 1 10000",
    "年, month 12 1",
    "季度, month 3 1",
    "工作日, working_day 1 1",
    "件, thing 1 1",
    "万人, person 1 10000",
    "分, own 分 1 1",
    "'', ' 1 1'"
  })
  void a_figures_unit_is_a_dimension_a_worth_and_a_scale(String unit, String measure) {
    Measure read = Measures.of(Text.same(unit));

    assertThat(read.dimension() + " " + read.worth() + " " + read.scale()).isEqualTo(measure);
  }

  private static String text(@org.jspecify.annotations.Nullable String column) {
    return Optional.ofNullable(column).orElse("");
  }

  private static String read(Lang lang, String before, String words, String after) {
    return switch (PhraseReader.read(lang, before, words, after, Text.same(""))) {
      case Said.Amount a ->
          (range(Kind.DIFFPP.range(a, Measure.NONE))
                  + " "
                  + a.measure().map(Measure::word).orElse(""))
              .strip();
      case Said.All a -> "all";
      case Said.Silent s -> "silent";
      case Said.Blank b -> "blank";
      case Said.Unreadable u ->
          u.why().en().contains("two numbers")
              ? "two numbers"
              : u.why().en().contains("bound")
                  ? "two bounds"
                  : u.why().en().contains("touch") ? "bound apart" : "unclear";
    };
  }

  private static String range(Range range) {
    String low = range.low().map(e -> number(e.at()) + (e.included() ? " ≤ " : " < ")).orElse("");
    String high = range.high().map(e -> (e.included() ? " ≤ " : " < ") + number(e.at())).orElse("");
    return high.isEmpty()
        ? "x" + (low.endsWith("≤ ") ? " ≥ " : " > ") + low.replaceAll(" [≤<] $", "")
        : low + "x" + high;
  }

  private static String number(Fraction number) {
    return Fraction.of(number.rounded(2)).equals(number)
        ? number.rounded(2).stripTrailingZeros().toPlainString()
        : number.toString();
  }
}
