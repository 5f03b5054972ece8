package org.liuzheng.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.figure.Period;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * What figures give for a few rows, as a pack's {@code figures/expect/*.yaml} says; the form is
 * described in {@code packs/README.md}.
 */
record Expectations(Path file, List<Given> given, List<Expected> expected) {

  /**
   * @param validFrom empty where the register's own field says
   */
  record Given(String register, String validFrom, Map<String, String> fields) {}

  /**
   * @param on the day it is read on; the period's last where the file says nothing
   * @param is a number, a fraction such as {@code 200/3}, or {@code none}
   */
  record Expected(
      String figure,
      String unit,
      Period period,
      LocalDate on,
      Map<String, String> where,
      String is) {

    BigDecimal numerator() {
      return new BigDecimal(is.split("/")[0]);
    }

    BigDecimal denominator() {
      return is.contains("/") ? new BigDecimal(is.split("/")[1]) : BigDecimal.ONE;
    }

    @Override
    public String toString() {
      return figure + " " + unit + " " + period + (where.isEmpty() ? "" : " " + where);
    }
  }

  static Expectations read(Path file) {
    List<Flaw> flaws = new ArrayList<>();
    YamlNode root = YamlNode.read(file.toString(), content(file), flaws);
    root.onlyKeys("given", "expect");
    List<Given> given = new ArrayList<>();
    root.need("given")
        .entries()
        .forEach((register, rows) -> rows.items().forEach(row -> given.add(given(register, row))));
    List<Expected> expected = new ArrayList<>();
    root.need("expect")
        .entries()
        .forEach((figure, cases) -> cases.items().forEach(c -> expected.add(expected(figure, c))));
    assertThat(flaws).isEmpty();
    return new Expectations(file, given, expected);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Given given(String register, YamlNode row) {
    Map<String, String> fields = texts(row);
    String validFrom = fields.getOrDefault("valid_from", "");
    fields.remove("valid_from");
    return new Given(register, validFrom, fields);
  }

  private static Expected expected(String figure, YamlNode node) {
    node.onlyKeys("unit", "period", "on", "where", "is");
    Period period = Period.parse(node.need("period").text()).orElseThrow();
    LocalDate on = node.get("on").map(d -> LocalDate.parse(d.text())).orElse(period.end());
    return new Expected(
        figure,
        node.need("unit").text(),
        period,
        on,
        node.get("where").map(Expectations::texts).orElse(Map.of()),
        node.need("is").text());
  }

  static Map<String, String> texts(YamlNode map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.entries().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }
}
