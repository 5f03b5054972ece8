package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.claim.Claims.Piece;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingUnboundNumbersTest {
  private static final Path SHARED = Path.of("../../shared/data");
  private static final int SAMPLES = 5_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018年全区有3个项目 | 3个",
        "截至2018年12月31日 |",
        "2018-12-31前后 |",
        "12月31日和5月底 |",
        "2016至2018年 |",
        "二〇一八年三月 |",
        "2018年第四季度 |",
        "姚江1号复工 |",
        "第3批项目 |",
        "占三分之一 | 三分之一",
        "十二个季度 | 十二个季度",
        "两年多 | 两年",
        "百分之七十五 | 百分之七十五",
        "一件事、一个窗口、最多跑一次 |",
        "六争攻坚、三服务、四平台 |",
        "一般公共预算、进一步、统一 |",
        "3A景区、5G和CO2 |",
        "PM2.5 |",
        "增长9.7% | 9.7%",
        "1,709份，70多个 | 1,709份;70多个",
        "约11万人 | 11万人",
        "千方百计、百姓、万众一心 |",
        "十个县市区 | 十个",
        "（二）、第一 |"
      })
  void numbers_that_no_claim_speaks_for_are_found_in_chinese(
      String text, @Nullable String unbound) {
    assertThat(unbound(Lang.ZH, text)).isEqualTo(Objects.requireNonNullElse(unbound, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "In 2018 there were 3 projects | 3 projects",
        "As of 31 December 2018 |",
        "on May 30 and in Q3 |",
        "from 2016 to 2018 |",
        "Yaojiang No. 1 |",
        "one third of it | one third",
        "twelve quarters | twelve quarters",
        "one stop, the first, once |",
        "a two-floor assessment |",
        "up 9.7% on 2017 | 9.7%",
        "1,709 papers | 1,709",
        "52.06 billion yuan | 52.06 billion yuan",
        "COVID-19 and 3A |",
        "Chapter 3 |",
        "seven of them | seven"
      })
  void numbers_that_no_claim_speaks_for_are_found_in_english(
      String text, @Nullable String unbound) {
    assertThat(unbound(Lang.EN, text)).isEqualTo(Objects.requireNonNullElse(unbound, ""));
  }

  @Test
  void no_date_in_the_notices_of_holidays_is_taken_for_a_number() throws IOException {
    for (String sentence : shared("holidays/announcement_texts_49.json.gz", "description")) {
      assertThat(unbound(Lang.ZH, sentence)).as(sentence).doesNotContain("日", "月", "年");
    }
  }

  @Test
  void no_text_whatever_is_lost_or_breaks_the_reader() throws IOException {
    List<String> texts = new ArrayList<>(shared("hostile/blns.json.gz", ""));
    texts.addAll(mixtures());
    for (String text : texts) {
      for (Lang lang : Lang.values()) {
        String whole =
            UnboundNumbers.in(text, lang, true).stream()
                .map(piece ->
                    switch (piece) {
                      case Piece.Plain p -> p.text();
                      case Piece.Unbound u -> u.text();
                      case Piece.Bound b -> b.claim().shown();
                    })
                .collect(Collectors.joining());

        assertThat(whole).isEqualTo(text);
        assertThat(PhraseReader.read(lang, text, text, text, Text.same(text))).isNotNull();
        assertThat(Manuscript.of(text)).isNotNull();
      }
    }
  }

  /** Words of the lexicon and signs, thrown together. */
  private static List<String> mixtures() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed of the mixtures: " + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> words =
        new ArrayList<>(
            List.of(
                "1", "0", ",", ".", "/", "-", " ", "第", "负", "点", "分之", "三", "零", "百", "万", "亿",
                "2018年", "a", "half", "and", "hundred", "third", "%", "["));
    for (Lang lang : Lang.values()) {
      Lexicon lexicon = Lexicon.of(lang);
      words.addAll(lexicon.words().before().keySet());
      words.addAll(lexicon.words().after().keySet());
      words.addAll(lexicon.words().idioms());
      words.addAll(lexicon.numbers().words().keySet());
      words.addAll(lexicon.numbers().scales().keySet());
      lexicon.units().forEach(u -> words.addAll(u.words()));
    }
    List<String> mixtures = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      StringBuilder mixture = new StringBuilder();
      for (int n = random.nextInt(1, 9); n > 0; n--) {
        mixture
            .append(words.get(random.nextInt(words.size())))
            .append(random.nextBoolean() ? "" : " ");
      }
      mixtures.add(mixture.toString());
    }
    return mixtures;
  }

  private static List<String> shared(String file, String field) throws IOException {
    Path path = SHARED.resolve(file);
    if (!Files.exists(path)) {
      System.out.println("skipped: there is no " + path);
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      for (JsonNode node : new JsonMapper().readTree(in)) {
        texts.add((field.isEmpty() ? node : node.path(field)).asString(""));
      }
    }
    return texts;
  }

  private static String unbound(Lang lang, String text) {
    return UnboundNumbers.in(text, lang, false).stream()
        .filter(p -> p instanceof Piece.Unbound)
        .map(p -> ((Piece.Unbound) p).text())
        .collect(Collectors.joining(";"));
  }
}
