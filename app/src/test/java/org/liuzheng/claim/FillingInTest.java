package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Standards;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

class FillingInTest {
  private static final int SAMPLES = 20_000;
  private static final List<Text> UNITS =
      List.of(
          new Text("亿元", "100 million yuan"),
          new Text("万元", "10,000 yuan"),
          new Text("元", "yuan"),
          Text.same("%"),
          new Text("个百分点", "percentage points"),
          new Text("亩", "mu"),
          new Text("工作日", "working days"),
          new Text("项", "items"),
          new Text("户", "households"),
          new Text("万人", "10,000 people"),
          new Text("万美元", "10,000 US dollars"),
          new Text("万元/亩", "10,000 yuan per mu"),
          new Text("分", "points"),
          new Text("季度", "quarters"),
          Text.same(""));

  @Test
  void what_the_program_writes_it_reads_as_holding_and_the_next_number_as_failing() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed of filling in: " + seed);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < SAMPLES; i++) {
      Text unit = UNITS.get(random.nextInt(UNITS.size()));
      int decimals = random.nextInt(4);
      Fraction value =
          new Fraction(
              BigInteger.valueOf(random.nextLong(-10_000_000, 10_000_000)),
              BigInteger.valueOf(random.nextLong(1, 5_000)));
      Shown shown = new Shown(definition(unit, decimals));
      for (Lang lang : Lang.values()) {
        String words = shown.value(value).in(lang);
        Range range = range(words, lang, unit, decimals);
        Fraction place = Fraction.of(BigDecimal.ONE.movePointLeft(decimals));
        Fraction next = value.plus(value.signum() < 0 ? place.negated() : place);

        assertThat(range.contains(value)).as("%s of %s", words, value).isTrue();
        if (!unit.zh().startsWith("万") || lang == Lang.ZH) {
          assertThat(range.contains(next)).as("%s of %s", words, next).isFalse();
        }
      }
    }
  }

  @Test
  void numbers_are_written_as_a_reader_of_the_language_expects() {
    assertThat(shown("亿元", "100 million yuan", 1, "520.65"))
        .isEqualTo(new Text("520.7亿元", "52.07 billion yuan"));
    assertThat(shown("万美元", "10,000 US dollars", 0, "15800"))
        .isEqualTo(new Text("15800万美元", "158,000,000 US dollars"));
    assertThat(shown("万元/亩", "10,000 yuan per mu", 1, "16"))
        .isEqualTo(new Text("16.0万元/亩", "16.0 10,000 yuan per mu"));
    assertThat(shown("万元", "10,000 yuan", 1, "1234.56"))
        .isEqualTo(new Text("1234.6万元", "12,345,600 yuan"));
    assertThat(shown("工作日", "working days", 1, "1"))
        .isEqualTo(new Text("1.0个工作日", "1.0 working day"));
    assertThat(shown("%", "%", 0, "-0.5")).isEqualTo(Text.same("-1%"));
    assertThat(shown("件", "cases", 0, "1709")).isEqualTo(new Text("1709件", "1,709 cases"));
    assertThat(shown("季度", "quarters", 0, "12")).isEqualTo(new Text("12个季度", "12 quarters"));
  }

  private static Range range(String words, Lang lang, Text unit, int decimals) {
    Said.Amount said = (Said.Amount) PhraseReader.read(lang, "", words, "", unit);
    return ((Comparison.Allowed)
            Comparison.of(
                said, Kind.VAL, definition(unit, decimals), Period.parse("2018").orElseThrow()))
        .range();
  }

  private static Text shown(String zh, String en, int decimals, String value) {
    return new Shown(definition(new Text(zh, en), decimals))
        .value(Fraction.of(new BigDecimal(value)));
  }

  private static Definition definition(Text unit, int decimals) {
    return new Definition(
        "f",
        Text.same("f"),
        Text.same("f"),
        unit,
        Definition.Better.UP,
        decimals,
        1,
        List.of(),
        true,
        Period.Kind.YEAR,
        "office",
        Text.same(""),
        new Definition.Folded(
            true, false, new Definition.Fold.Sum("value"), "", "", Map.of(), Map.of(), List.of()),
        Standards.NONE,
        "",
        "",
        List.of());
  }
}
