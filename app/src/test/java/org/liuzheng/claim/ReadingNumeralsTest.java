package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.words.Lang;

class ReadingNumeralsTest {
  private static final int SAMPLES = 20_000;
  private static final int LARGEST = 99_999_999;
  private static final List<Integer> EDGES =
      List.of(
          0,
          1,
          9,
          10,
          11,
          19,
          20,
          99,
          100,
          101,
          110,
          111,
          999,
          1000,
          1001,
          1010,
          1100,
          9999,
          10_000,
          10_001,
          10_010,
          10_100,
          11_000,
          100_000,
          100_001,
          110_000,
          1_000_000,
          1_000_001,
          10_000_000,
          10_000_001,
          10_010_010,
          20_000_200,
          99_999_999);

  @Test
  void every_whole_number_written_in_chinese_is_read_back() {
    for (int number : sample()) {
      assertThat(zh(Spelled.inChinese(number)))
          .as(Spelled.inChinese(number))
          .isEqualTo(String.valueOf(number));
      assertThat(
              zh(
                  Spelled.inChinese(number)
                      .replace("二千", "两千")
                      .replace("二百", "两百")
                      .replace('零', '〇')))
          .isEqualTo(String.valueOf(number));
    }
  }

  @Test
  void every_whole_number_written_in_english_is_read_back() {
    for (int number : sample()) {
      assertThat(en(Spelled.inEnglish(number)))
          .as(Spelled.inEnglish(number))
          .isEqualTo(String.valueOf(number));
    }
  }

  @Test
  void every_whole_number_in_digits_is_read_back_with_and_without_separators() {
    for (int number : sample()) {
      String grouped = String.format(java.util.Locale.ROOT, "%,d", number);
      assertThat(zh(grouped)).isEqualTo(String.valueOf(number));
      assertThat(en(grouped)).isEqualTo(String.valueOf(number));
      assertThat(zh(String.valueOf(number))).isEqualTo(String.valueOf(number));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "十二, 12",
    "一千七百零九, 1709",
    "两, 2",
    "三十万, 300000",
    "11万, 110000",
    "1.2万, 12000",
    "1亿2000万, 120000000",
    "一亿零五, 100000005",
    "一万二千亿, 1200000000000",
    "3千, 3000",
    "5百万, 5000000",
    "四点一, 41/10",
    "三点五万, 35000",
    "二〇一八, 2018",
    "零点零五, 1/20",
    "１７０９, 1709",
    "三分之一, 1/3",
    "十分之九, 9/10",
    "1/6, 1/6",
    "百分之七十五, 75",
    "千分之三, 3",
    "一半, 1/2",
    "第四, 4",
    "负三, -3",
    "-3.5, -7/2",
    "一百十二, 112",
    "十万零一, 100001",
    "520.6, 2603/5"
  })
  void chinese_ways_of_writing_a_number(String words, String number) {
    assertThat(zh(words)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "twelve, 12",
    "one third, 1/3",
    "two-thirds, 2/3",
    "a third, 1/3",
    "half, 1/2",
    "three-quarters, 3/4",
    "fourth, 4",
    "twenty-first, 21",
    "12th, 12",
    "a hundred, 100",
    "one hundred and five, 105",
    "52.06 billion, 52060000000",
    "5.2 hundred million, 520000000",
    "minus three, -3",
    "one million two hundred thousand and six, 1200006",
    "1/6, 1/6",
    "'1,709', 1709",
    "eleven thousand, 11000",
    "three quarters of, 3/4"
  })
  void english_ways_of_writing_a_number(String words, String number) {
    assertThat(en(words)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "二百五", "一万二", "三四十", "五六", "1,70", "12,34", "一百零", "二十三四", "三百二百", "1亿2", "3/0", "十三百"
      })
  void what_can_be_read_in_two_ways_is_unclear_and_not_guessed(String words) {
    assertThat(Numerals.in(Lang.ZH).at(new Scan(words), 0, false))
        .isInstanceOf(Numerals.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"百姓", "万元", "分之一", "第", "点", "负责", "个"})
  void a_word_that_holds_no_number_is_none(String words) {
    assertThat(Numerals.in(Lang.ZH).at(new Scan(words), 0, false))
        .isInstanceOf(Numerals.Nothing.class);
  }

  @Test
  void three_quarters_without_a_share_are_periods() {
    Numerals.Written read =
        (Numerals.Written) Numerals.in(Lang.EN).at(new Scan("three quarters"), 0, false);

    assertThat(read.number().value()).isEqualTo(Fraction.of(3));
    assertThat(read.end()).isEqualTo("three".length());
  }

  @ParameterizedTest
  @CsvSource({
    "520.6, 1/10, 1/10",
    "1709, 1, 1",
    "70, 1, 10",
    "500, 1, 100",
    "11万, 10000, 10000",
    "30万, 10000, 100000",
    "1.20, 1/100, 1/10",
    "七十, 1, 10",
    "一千二百, 1, 100",
    "一百二十万, 10000, 100000",
    "1亿2000万, 10000, 10000000",
    "4.0, 1/10, 1",
    "0, 1, 1"
  })
  void a_numeral_knows_its_last_place_and_its_last_place_that_is_not_zero(
      String words, String place, String step) {
    Numeral number =
        ((Numerals.Written) Numerals.in(Lang.ZH).at(new Scan(words), 0, false)).number();

    assertThat(number.place()).hasToString(place);
    assertThat(number.step()).hasToString(step);
  }

  private static List<Integer> sample() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed of the numerals: " + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Integer> sample = new java.util.ArrayList<>(EDGES);
    for (int i = 0; i < SAMPLES; i++) {
      int digits = random.nextInt(1, 9);
      sample.add(Math.min(LARGEST, random.nextInt((int) Math.pow(10, digits))));
    }
    return sample;
  }

  private static String zh(String words) {
    return read(Lang.ZH, words);
  }

  private static String en(String words) {
    return read(Lang.EN, words);
  }

  private static String read(Lang lang, String words) {
    return switch (Numerals.in(lang).at(new Scan(words), 0, false)) {
      case Numerals.Written w when w.end() == words.length() || words.endsWith(" of") ->
          (w.negative() ? "-" : "") + w.number().value();
      case Numerals.Written w -> "only up to " + w.end();
      case Numerals.Unclear u -> "unclear";
      case Numerals.Nothing n -> "nothing";
    };
  }
}
