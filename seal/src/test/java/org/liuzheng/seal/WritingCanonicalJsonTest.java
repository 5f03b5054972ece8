package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCanonicalJsonTest {

  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "0000000000000002,1e-323",
    "0000000000000003,1.5e-323",
    "7fefffffffffffff,1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555555,333333333.3333333",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void a_double_is_written_as_ecmascript_writes_it(String bits, String written) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(CanonicalJson.text(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,1",
    "0.1,0.1",
    "100.0,100",
    "123.456,123.456",
    "2e-3,0.002",
    "1e30,1e+30",
    "4.5e-7,4.5e-7",
    "2.0E20,200000000000000000000",
    "-12.5,-12.5"
  })
  void ordinary_doubles_have_no_needless_digits(double value, String written) {
    assertThat(CanonicalJson.text(value)).isEqualTo(written);
  }

  @Test
  void every_double_reads_back_as_itself() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String written = CanonicalJson.text(value);

        assertThat(Double.parseDouble(written)).as(written).isEqualTo(value + 0.0);
        assertThat(CanonicalJson.text(Json.parse(written))).isEqualTo(written);
      }
    }
  }

  @Test
  void names_are_ordered_by_utf_16_units_at_every_depth() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name :
        List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6", "")) {
      map.put(name, Map.of("b", 1, "a", 2));
    }

    assertThat(CanonicalJson.text(map))
        .isEqualTo(
            "{\"\":{\"a\":2,\"b\":1},"
                + "\"\\r\":{\"a\":2,\"b\":1},\"1\":{\"a\":2,\"b\":1},\"\u0080\":{\"a\":2,\"b\":1},"
                + "\"\u00f6\":{\"a\":2,\"b\":1},\"\u20ac\":{\"a\":2,\"b\":1},"
                + "\"\ud83d\ude00\":{\"a\":2,\"b\":1},\"\ufb33\":{\"a\":2,\"b\":1}}");
  }

  @Test
  void only_what_must_be_escaped_is_escaped() {
    String text = "\u0000\u0008\t\n\u000b\f\r\u001f\"\\/<&'\u007f\u2028\u4e03\ud83d\ude00";

    assertThat(CanonicalJson.text(text))
        .isEqualTo(
            "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f"
                + "\\\"\\\\/<&'\u007f\u2028\u4e03\ud83d\ude00\"");
    assertThat(Json.parse(CanonicalJson.text(text))).isEqualTo(text);
  }

  @Test
  void words_lists_and_whole_numbers_are_as_they_are() {
    List<Object> list =
        new ArrayList<>(
            Arrays.asList(null, true, false, 7, -9007199254740991L, List.of(), Map.of()));

    assertThat(CanonicalJson.text(list)).isEqualTo("[null,true,false,7,-9007199254740991,[],{}]");
  }

  @Test
  void what_json_cannot_hold_exactly_is_a_defect() {
    for (Object value :
        List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            9007199254740992L,
            "\ud800",
            "x\udc00",
            Map.of(1, "x"),
            new StringBuilder("x"))) {
      assertThatThrownBy(() -> CanonicalJson.text(value))
          .as(String.valueOf(value))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_reader_gives_back_what_was_written() {
    String text = "{\"a\":[1,2.5,\"x\",{\"b\":null}],\"c\":true,\"d\":{}}";

    assertThat(
            CanonicalJson.text(
                Json.parse(
                    " { \"d\" : {} ,\"c\":true,\n\"a\":[1.0,25e-1,"
                        + "\"\\u0078\",{\"b\":null}]}\t")))
        .isEqualTo(text);
    assertThat(Json.parse("-0")).isEqualTo(-0.0);
    assertThat(Json.parse("18446744073709551615")).isEqualTo(1.8446744073709552e19);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "01",
        "1.",
        ".5",
        "-",
        "+1",
        "1e",
        "1e999",
        "tru",
        "nul",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "\"\\ud800\"",
        "1 2",
        "{a:1}",
        "{\"a\" 1}",
        "'a'",
        "[1 2]",
        "NaN",
        "\u00a01",
        "{,}",
        "[,]"
      })
  void what_is_not_json_is_refused_with_its_place(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(NotInFormat.class)
        .hasMessageContaining("character");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(NotInFormat.class)
        .hasMessageContaining("nested");
  }
}
