package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.RunningExample;
import org.liuzheng.claim.Examined.Found;
import org.liuzheng.claim.Examined.Sort;
import org.liuzheng.claim.Examined.State;
import org.liuzheng.figure.Period;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/** Texts of others, and the example's own, against the example's records. */
class CheckingAnyTextTest {
  private static final String REPORT = "jiangbei-2018";

  @Test
  void each_claim_of_the_example_s_own_text_is_found_and_no_number_is_left_over()
      throws IOException {
    for (Lang lang : Lang.values()) {
      Map<String, Verdict> verdicts = verdicts(lang);
      Set<String> taken = new LinkedHashSet<>();
      for (Found found : examined(own(lang))) {
        String told = lang + " " + told(found);
        switch (found.state()) {
          case BOUND -> {
            Verdict verdict = found.checked().orElseThrow().verdict();
            if (found.target().startsWith(REPORT + "/")) {
              assertThat(taken.add(found.target()) || found.sort() != Sort.NUMBER)
                  .as(told)
                  .isTrue();
              assertThat(verdict).as(told).isEqualTo(verdicts.get(id(found)));
            } else {
              assertThat(verdict).as(told).isEqualTo(Verdict.HOLDS);
            }
          }
          case NAME, DATE -> assertThat(found.why().in(lang)).as(told).isNotEmpty();
          case UNMATCHED, OPEN_SHARE, UNPROVEN, WRONG -> assertThat(told).isEqualTo("placed");
        }
      }
      Set<String> claims = new LinkedHashSet<>(verdicts.keySet());
      claims.remove("R84");
      assertThat(taken.stream().map(t -> t.substring(REPORT.length() + 1)))
          .as(lang.name())
          .containsExactlyInAnyOrderElementsOf(claims);
    }
  }

  @Test
  void with_one_digit_changed_that_claim_fails_and_nothing_else_changes() throws IOException {
    for (Lang lang : Lang.values()) {
      String text = own(lang);
      List<Found> sound = examined(text);
      List<String> expected = sound.stream().map(CheckingAnyTextTest::told).toList();
      List<Integer> places = places(text, sound, lang);
      List<Integer> digits =
          IntStream.range(0, sound.size())
              .filter(i -> sound.get(i).state() == State.BOUND)
              .filter(i -> sound.get(i).checked().orElseThrow().verdict() != Verdict.NOT_DERIVABLE)
              .filter(i -> lastDigit(sound.get(i).words()) >= 0)
              .filter(i -> i % (lang == Lang.ZH ? 2 : 6) == 0)
              .filter(i -> !sound.get(i).words().startsWith("more"))
              .boxed()
              .toList();
      assertThat(digits).hasSizeGreaterThan(lang == Lang.ZH ? 25 : 5);
      for (int i : digits) {
        Found found = sound.get(i);
        int at = places.get(i) + lastDigit(found.words());
        char digit = (char) ('0' + (text.charAt(at) - '0' + 1) % 10);
        String changed = text.substring(0, at) + digit + text.substring(at + 1);

        assertFailing(found, i, expected, examined(changed));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R07 | 连续第四年位居 | 连续第三年位居",
        "R08 | 十二连冠 | 十三连冠",
        "R56 | 三分之一 | 四分之一",
        "R58 | 五大类 | 六大类",
        "R58-remedies | 五项 | 四项",
        "R60 | 三项 | 两项",
        "R35 | 两项 | 三项",
        "R42 | 六分之一 | 五分之一",
        "R19 | 居第三 | 居第二",
        "R66 | 三个小区 | 四个小区",
        "R82 | 三年攀高 | 四年攀高",
        "R82-turn | 第二年 | 第三年",
      })
  void a_numeral_in_words_that_is_changed_fails_alone_too(String claim, String from, String to)
      throws IOException {
    String text = own(Lang.ZH);
    List<Found> sound = examined(text);
    int at =
        IntStream.range(0, sound.size())
            .filter(i -> sound.get(i).target().equals(REPORT + "/" + claim))
            .findFirst()
            .orElseThrow();

    assertThat(text).containsOnlyOnce(from);
    assertFailing(
        sound.get(at),
        at,
        sound.stream().map(CheckingAnyTextTest::told).toList(),
        examined(text.replace(from, to)));
  }

  /** What stood at a place fails, and at all others stands what stood there. */
  private static void assertFailing(Found was, int at, List<String> expected, List<Found> found) {
    List<String> told = found.stream().map(CheckingAnyTextTest::told).toList();
    List<String> others = new ArrayList<>(told);
    List<String> before = new ArrayList<>(expected);
    before.remove(at);
    String now = others.remove(at);

    assertThat(others).as(was.words()).isEqualTo(before);
    assertThat(now).as(was.words()).endsWith(" fails " + was.target());
  }

  @Test
  void a_street_s_report_in_other_words_is_held_against_the_figures_it_means() throws IOException {
    assertThat(told("street.zh.txt"))
        .containsExactly(
            "名列前茅 unproven",
            "520.6亿元 holds gdp",
            "9.7% holds gdp_growth",
            "72.9亿元 holds budget_revenue",
            "12.1% holds budget_revenue_growth",
            "1709份 holds papers_dropped",
            "64项 holds service_items_reduced",
            "4.1个工作日 holds mean_working_days_saved",
            "1238项 holds one_visit_items",
            "253项 holds one_certificate_items",
            "63个 holds sub_projects",
            "三分之一 holds early_share",
            "全部 holds core_estates_still_stopped",
            "70余个 holds obstacles_resolved",
            "85% holds site_start_rate",
            "75% holds site_start_rate",
            "8个 holds places_improved",
            "778名 holds cadres_active",
            "11万人 holds residents_reached",
            "32 unmatched",
            "5月30日 holds documents_attested",
            "全国首创 holds day_first_done",
            "9月28日 date");
  }

  @Test
  void an_english_briefing_is_held_against_them_as_well() throws IOException {
    assertThat(told("briefing.en.txt"))
        .containsExactly(
            "52.06 billion yuan holds gdp",
            "9.7% holds gdp_growth",
            "7.29 billion yuan holds budget_revenue",
            "1,709 documents holds papers_dropped",
            "1,238 holds one_visit_items",
            "127 items holds mobile_items",
            "63 ambiguous sub_projects",
            "one third holds early_share",
            "70 obstacles holds obstacles_resolved",
            "All holds projects_still_stopped",
            "third holds transparency_index",
            "29 June 2018 holds documents_attested",
            "31 firms holds high_tax_firms",
            "a million yuan unmatched",
            "572 holds eliminations_closed",
            "762 mu holds land_vacated",
            "4,200 unmatched",
            "9% ambiguous");
  }

  @Test
  void the_errors_of_a_news_item_are_found_and_its_right_numbers_hold() throws IOException {
    assertThat(told("news.zh.txt"))
        .containsExactly(
            "530.6亿元 fails gdp",
            "72.9亿元 holds budget_revenue",
            "1486.6亿元 fails commodity_sales",
            "1709份 holds papers_dropped",
            "172项 fails mobile_items",
            "43个月 fails satisfaction_streak",
            "572家 holds eliminations_closed",
            "726亩 fails land_vacated",
            "31家 holds high_tax_firms",
            "2018年7月29日 fails documents_attested",
            "85% fails site_start_rate",
            "全部 holds site_start_rate",
            "全市唯一 holds list_entries",
            "全省最多 unproven",
            "31.8% fails fdi_completion_lead",
            "超过900名 fails cadres_active");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "联系电话：0574-87651234，手机13812345678，传真0574-87651235。",
        "请拨打12345热线，或96345服务热线。",
        "甬政发〔2018〕23号文件，浙政办发（2018）5号。",
        "依照第十二条第三款，见附件3、第4章。",
        "2016年至2018年，2018年以来，1—11月，前11个月，上半年。",
        "第一，抓项目；第二，抓服务。一是快，二是好，三是实。",
        "“3315计划”和3315工程，世界500强、中国民企500强。",
        "“六争攻坚”“三服务”“五大建设”“八规”“三江六岸”。",
        "全委会九届五次会议，改革开放40周年，三年行动计划，二次开发。",
        "人民路132号3楼302室，邮编315020，9:30开会，24小时值守。",
        "见https://www.jiangbei.gov.cn/2018/12/art_1_2.html，邮箱a12@b3.cn。",
        "两个维护、四个意识，第九医院，一站式，最多跑一次。",
        "Call +86 574 8765 1234 or 0574-87651234, No. 23, Article 12, Chapter 3.",
        "The Global 500, plan 3315 and the first of them, in 2018, at 9:30 a.m., 24/7."
      })
  void numbers_that_name_or_order_are_not_taken_for_claims(String text) {
    assertThat(examined(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“非接触性”执法为全国首创。 | 全国首创 holds day_first_done",
        "本区是全市唯一的无违建区候选。 | 全市唯一 holds list_entries",
        "全职外籍院士引进实现零突破。 | 零突破 holds academicians_brought",
        "“国千”“省千”申报数创历史新高。 | 历史新高 holds thousand_talents_applied",
        "一般公共预算收入再创历史新高。 | 再创历史新高 holds budget_revenue",
        "美丽乡村项目全部开工。 | 全部 holds site_start_rate",
        "城区厕所全部开工。 | 全部 fails site_start_rate",
        "办事群众满意度居全市榜首。 | 居全市榜首 holds satisfaction_rank",
        "垃圾清运全部清零。 | 全部 unproven;清零 unproven",
        "这座钟楼是全省唯一。 | 全省唯一 unproven",
        "各项工作走在全省前列。 | 走在全省前列 unproven",
      })
  void words_that_claim_without_a_number_are_proved_or_said_to_be_unproven(
      String text, String expected) {
    assertThat(
            examined(text).stream()
                .filter(f -> f.sort() == Sort.WORDS)
                .map(CheckingAnyTextTest::brief)
                .collect(Collectors.joining(";")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "住房和城乡建设部5月30日在本区召开现场会。 | 5月30日 holds documents_attested",
        "住房和城乡建设部5月31日在本区召开现场会。 | 5月31日 fails documents_attested",
        "去年5月30日，住房和城乡建设部在本区召开现场会。 | 去年5月30日 holds documents_attested",
        "去年3月底，赴深圳、东莞招商。 | 去年3月底 holds places_visited",
        "4月底，赴深圳、东莞招商。 | 4月底 fails places_visited",
        "The ministry met here on 30 May 2018 to see it. | 30 May 2018 holds documents_attested",
        "The ministry met here on May 29, 2018, to see it. | May 29, 2018 fails documents_attested",
        "9月28日举行运动会。 | 9月28日 date",
      })
  void a_date_is_held_against_the_document_or_the_fact_that_it_is_the_date_of(
      String text, String expected) {
    assertThat(
            examined(text).stream()
                .filter(f -> f.sort() == Sort.DATE)
                .map(CheckingAnyTextTest::brief)
                .collect(Collectors.joining(";")))
        .isEqualTo(expected);
  }

  @Test
  void per_cent_for_percentage_points_is_named_as_the_mistake_that_it_is() {
    Found found = examined("实到外资完成率比全市高出31.8%。").getFirst();

    assertThat(brief(found)).isEqualTo("31.8% fails fdi_completion_lead");
    assertThat(found.checked().orElseThrow().reason().zh()).contains("个百分点");
  }

  /** The words, how it stands with them, and the figure that is meant. */
  private static String brief(Found found) {
    String figure =
        found.checked().stream()
            .flatMap(c -> c.readings().stream())
            .flatMap(r -> r.asks().stream())
            .map(a -> " " + a.figure())
            .findFirst()
            .orElse("");
    return found.words() + " " + standing(found) + figure;
  }

  private static String told(Found found) {
    return found.words() + " " + standing(found) + " " + found.target();
  }

  private static String standing(Found found) {
    return found
        .checked()
        .map(c -> c.verdict().name())
        .orElse(found.state().name())
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> told(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CheckingAnyTextTest.class.getResourceAsStream("/check/" + resource))) {
      return examined(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .map(CheckingAnyTextTest::brief)
          .toList();
    }
  }

  private static String id(Found found) {
    return found.target().substring(REPORT.length() + 1);
  }

  /** Where each of them stands in the text. */
  private static List<Integer> places(String text, List<Found> found, Lang lang) {
    List<Integer> places = new ArrayList<>();
    int at = 0;
    for (Found f : found) {
      at = text.indexOf(f.words(), at);
      assertThat(at).as(lang + " " + f.words()).isNotNegative();
      places.add(at);
      at += f.words().length();
    }
    return places;
  }

  private static int lastDigit(String words) {
    return IntStream.iterate(words.length() - 1, i -> i >= 0, i -> i - 1)
        .filter(i -> Scan.digit(words.charAt(i)))
        .findFirst()
        .orElse(-1);
  }

  private static String own(Lang lang) throws IOException {
    String name = REPORT + "." + lang.name().toLowerCase(Locale.ROOT) + ".md";
    return PlainText.of(Files.readString(RunningExample.pack().resolve("reports").resolve(name)))
        .text();
  }

  private static Map<String, Verdict> verdicts(Lang lang) {
    Report report = claims().report(REPORT).orElseThrow();
    return claims().check(report, lang, when()).stream()
        .collect(Collectors.toMap(Checked::id, Checked::verdict));
  }

  private static List<Found> examined(String text) {
    Lang lang = PlainText.of(text).lang();
    return Stream.of(
            claims()
                .examine(
                    new Examination(
                        text,
                        lang,
                        "330205",
                        new Period(Period.Kind.YEAR, LocalDate.of(2018, 1, 1)),
                        when(),
                        Map.of(),
                        ask -> true)))
        .flatMap(e -> e.numbers().stream())
        .toList();
  }

  private static When when() {
    return new When(LocalDate.of(2018, 12, 31), RunningExample.bean(Ledger.class).size());
  }

  private static Claims claims() {
    return RunningExample.bean(Claims.class);
  }
}
