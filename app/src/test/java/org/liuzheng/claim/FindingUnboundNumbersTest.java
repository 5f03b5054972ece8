package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.claim.Claims.Piece;
import org.liuzheng.words.Lang;

class FindingUnboundNumbersTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "2018年全区有3个项目 | 3个", "截至2018年12月31日 |", "2018-12-31前后 |", "12月31日和5月底 |",
      "2016至2018年 |", "二〇一八年三月 |", "2018年第四季度 |", "姚江1号复工 |", "第3批项目 |",
      "占三分之一 | 三分之一", "十二个季度 | 十二个季度", "两年多 | 两年", "百分之七十五 | 百分之七十五",
      "一件事、一个窗口、最多跑一次 |", "六争攻坚、三服务、四平台 |", "一般公共预算、进一步、统一 |",
      "3A景区、5G和CO2 |", "PM2.5 |", "增长9.7% | 9.7%", "1,709份，70多个 | 1,709份;70多个",
      "约11万人 | 11万人", "千方百计、百姓、万众一心 |", "十个县市区 | 十个", "（二）、第一 |"})
  void numbers_that_no_claim_speaks_for_are_found_in_chinese(String text, @Nullable String unbound) {
    assertThat(unbound(Lang.ZH, text)).isEqualTo(Objects.requireNonNullElse(unbound, ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "In 2018 there were 3 projects | 3 projects", "As of 31 December 2018 |",
      "on May 30 and in Q3 |", "from 2016 to 2018 |", "Yaojiang No. 1 |", "one third of it | one third",
      "twelve quarters | twelve quarters", "one stop, the first, once |", "a two-floor assessment |",
      "up 9.7% on 2017 | 9.7%", "1,709 papers | 1,709", "52.06 billion yuan | 52.06 billion yuan",
      "COVID-19 and 3A |", "Chapter 3 |", "seven of them | seven"})
  void numbers_that_no_claim_speaks_for_are_found_in_english(String text, @Nullable String unbound) {
    assertThat(unbound(Lang.EN, text)).isEqualTo(Objects.requireNonNullElse(unbound, ""));
  }

  private static String unbound(Lang lang, String text) {
    return UnboundNumbers.in(text, lang, false).stream()
        .filter(p -> p instanceof Piece.Unbound).map(p -> ((Piece.Unbound) p).text())
        .collect(Collectors.joining(";"));
  }
}
