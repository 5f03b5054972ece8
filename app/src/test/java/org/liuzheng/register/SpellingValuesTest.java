package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.register.Spelling.Spelled.Right;
import org.liuzheng.register.Spelling.Spelled.Wrong;
import org.liuzheng.words.Text;

class SpellingValuesTest {
  private static final Field TEXT = field(FieldType.TEXT);
  private static final Field CODE = field(FieldType.CODE);
  private static final Field SIX =
      new Field(
          "a",
          FieldType.CODE,
          label("区划代码", "Code"),
          label("六位行政区划代码，如 330205。", "Six digits, such as 330205."),
          false,
          none(),
          List.of(),
          "",
          "[0-9]{6}",
          Optional.empty(),
          Optional.empty());
  private static final Field WHOLE = field(FieldType.WHOLE);
  private static final Field DECIMAL = field(FieldType.DECIMAL);
  private static final Field MONEY =
      number(FieldType.DECIMAL, label("万元", "10,000 yuan"), 0, 500_000);
  private static final Field PERCENT = number(FieldType.DECIMAL, label("%", "%"), -100, 1000);
  private static final Field DATE = field(FieldType.DATE);
  private static final Field MONTH = field(FieldType.MONTH);
  private static final Field FLAG = field(FieldType.FLAG);
  private static final Field CHOICE =
      new Field(
          "a",
          FieldType.CHOICE,
          label("级别", "Level"),
          none(),
          false,
          none(),
          List.of(
              new Field.Choice("city", label("市级（重点）", "City")),
              new Field.Choice("district", label("区级", "District"))),
          "",
          "",
          Optional.empty(),
          Optional.empty());
  private static final Field POINT = field(FieldType.POINT);
  private static final Field PRIVATE = field(FieldType.PRIVATE);

  static Stream<Arguments> right() {
    return Stream.of(
        at(TEXT, " 　中马街道 ", "中马街道"),
        at(TEXT, "第一行\n第二行", "第一行\n第二行"),
        at(TEXT, "=1+1", "=1+1"),
        at(TEXT, "１２３", "１２３"),
        at(TEXT, "😀", "😀"),
        at(CODE, "ＡＢ－０１２", "AB-012"),
        at(CODE, "0012", "0012"),
        at(SIX, "３３０２０５", "330205"),
        at(WHOLE, "1,234", "1234"),
        at(WHOLE, "１２３", "123"),
        at(WHOLE, "12.0", "12"),
        at(WHOLE, "-0", "0"),
        at(WHOLE, "+7", "7"),
        at(WHOLE, "0012", "12"),
        at(DECIMAL, "1,234.50", "1234.5"),
        at(DECIMAL, "１，２３４．５", "1234.5"),
        at(DECIMAL, "－3.2", "-3.2"),
        at(DECIMAL, "−3.2", "-3.2"),
        at(DECIMAL, "100", "100"),
        at(DECIMAL, "0.000001", "0.000001"),
        at(DECIMAL, "9.7%", "0.097"),
        at(MONEY, "520", "520"),
        at(MONEY, "520万元", "520"),
        at(MONEY, "520 万元", "520"),
        at(MONEY, "520 10,000 yuan", "520"),
        at(PERCENT, "9.7", "9.7"),
        at(PERCENT, "9.7%", "9.7"),
        at(PERCENT, "９．７％", "9.7"),
        at(DATE, "2018-03-05", "2018-03-05"),
        at(DATE, "2018-3-5", "2018-03-05"),
        at(DATE, "2018/3/5", "2018-03-05"),
        at(DATE, "2018.3.5", "2018-03-05"),
        at(DATE, "2018年3月5日", "2018-03-05"),
        at(DATE, "2018 年 3 月 5 号", "2018-03-05"),
        at(DATE, "２０１８年３月５日", "2018-03-05"),
        at(DATE, "20180305", "2018-03-05"),
        at(DATE, "2018-03-05T00:00", "2018-03-05"),
        at(DATE, "2018-03-05 10:31:22", "2018-03-05"),
        at(DATE, "2016-02-29", "2016-02-29"),
        at(DATE, "9999-12-31", "9999-12-31"),
        at(MONTH, "2018-03", "2018-03"),
        at(MONTH, "2018年3月", "2018-03"),
        at(MONTH, "2018/3", "2018-03"),
        at(MONTH, "201803", "2018-03"),
        at(MONTH, "2018.3", "2018-03"),
        at(MONTH, "2018.10", "2018-10"),
        at(MONTH, "2018-03-01", "2018-03"),
        at(MONTH, "2018年3月1日", "2018-03"),
        at(FLAG, "是", "true"),
        at(FLAG, "否", "false"),
        at(FLAG, "√", "true"),
        at(FLAG, "×", "false"),
        at(FLAG, "有", "true"),
        at(FLAG, "无", "false"),
        at(FLAG, "TRUE", "true"),
        at(FLAG, "Ｎ", "false"),
        at(FLAG, "1", "true"),
        at(CHOICE, "city", "city"),
        at(CHOICE, "市级（重点）", "city"),
        at(CHOICE, "市级(重点)", "city"),
        at(CHOICE, " 区级", "district"),
        at(CHOICE, "CITY", "city"),
        at(POINT, "121.55,29.88", "121.55,29.88"),
        at(POINT, "121.55， 29.88", "121.55,29.88"),
        at(PRIVATE, " 张三 ", "张三"));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        at(TEXT, "a\0b", "null character"),
        at(TEXT, "x".repeat(20_001), "20,001"),
        at(TEXT, "\ud83d", "half of a character"),
        at(CODE, "a\0b", "invisible character"),
        at(CODE, "a\nb", "invisible character"),
        at(CODE, "x".repeat(201), "longer than 200"),
        at(CODE, "3.30205E+17", "Excel"),
        at(PRIVATE, "3.30205E+17", "Excel"),
        at(SIX, "33020", "“Code” is “33020”; Six digits, such as 330205."),
        at(WHOLE, "12.5", "should be a whole number such as 12"),
        at(WHOLE, "十二", "“十二”"),
        at(WHOLE, "1234567890123456789", "18 digits"),
        at(DECIMAL, "12,34", "“12,34”"),
        at(DECIMAL, "1.2E+5", "such as 12.5"),
        at(DECIMAL, "NaN", "“NaN”"),
        at(DECIMAL, "#DIV/0!", "“#DIV/0!”"),
        at(DECIMAL, "1" + "0".repeat(140_000), "18 digits"),
        at(DECIMAL, "0." + "1".repeat(13), "12"),
        at(MONEY, "5200000", "is 5200000 10,000 yuan; it should not be above 500000 10,000 yuan"),
        at(MONEY, "5200000", "write 520"),
        at(MONEY, "-1", "should not be below 0 10,000 yuan"),
        at(MONEY, "520元", "“520元”; its unit is 10,000 yuan"),
        at(MONEY, "520%", "its unit is 10,000 yuan"),
        at(PERCENT, "9.7个百分点", "its unit is %"),
        at(DATE, "2018-02-30", "such as 2018-03-05"),
        at(DATE, "5/3/2018", "such as 2018-03-05"),
        at(DATE, "18-3-5", "such as 2018-03-05"),
        at(DATE, "0218-03-05", "such as 2018-03-05"),
        at(DATE, "43164", "Excel's number for 2018-03-05"),
        at(DATE, "2018-03-05 25:00", "2018-03-05"),
        at(DATE, "2018-03-05T10:00Z", "such as 2018-03-05"),
        at(MONTH, "2018-13", "such as 2018-03"),
        at(MONTH, "2018-03-15", "such as 2018-03"),
        at(MONTH, "2018.1", "January or October"),
        at(MONTH, "3月", "such as 2018-03"),
        at(FLAG, "也许", "yes or no"),
        at(FLAG, "2", "yes or no"),
        at(CHOICE, "省级", "one of: City, District"),
        at(POINT, "29.88,121.55", "longitude,latitude"),
        at(POINT, "121.55", "longitude,latitude"));
  }

  @ParameterizedTest
  @MethodSource("right")
  void offices_spell_a_value_in_many_ways_and_one_is_stored(
      Field field, String found, String stored) {
    assertThat(Spelling.of(field, found)).isEqualTo(new Right(stored));
    assertThat(Spelling.of(field, stored))
        .as("what is stored spells itself")
        .isEqualTo(new Right(stored));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_no_such_value_is_refused_with_what_was_found_and_what_would_be_right(
      Field field, String found, String says) {
    Text why = ((Wrong) Spelling.of(field, found)).says();

    assertThat(why.en()).contains(says).hasSizeLessThan(400);
    assertThat(why.zh()).startsWith("“" + field.label().zh() + "”").hasSizeLessThan(400);
  }

  private static Arguments at(Field field, String found, String expected) {
    return Arguments.of(field, found, expected);
  }

  private static Text label(String zh, String en) {
    return new Text(zh, en);
  }

  private static Text none() {
    return Text.same("");
  }

  private static Field field(FieldType type) {
    return new Field(
        "a",
        type,
        Text.same("甲"),
        none(),
        false,
        none(),
        List.of(),
        "",
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static Field number(FieldType type, Text unit, int min, int max) {
    return new Field(
        "a",
        type,
        Text.same("甲"),
        none(),
        false,
        unit,
        List.of(),
        "",
        "",
        Optional.of(BigDecimal.valueOf(min)),
        Optional.of(BigDecimal.valueOf(max)));
  }
}
