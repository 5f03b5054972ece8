package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definitions;
import org.liuzheng.figure.TestSchemas;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;

class ReadingOtherNamesTest {
  private static final List<Definition> FIGURES =
      Stream.of(
              figure("items", "事项", "Items", "项"),
              figure("other_items", "别的事项", "Other items", "项"),
              figure("days", "天数", "Days", "天"))
          .flatMap(f -> Definitions.read("f", f, TestSchemas.ALL, new ArrayList<>()).stream())
          .toList();

  @Test
  void names_of_a_figure_and_of_a_part_of_it_are_read_in_both_languages() {
    List<OtherNames> read =
        read(
            """
            - {figure: items, zh: [办事事项, 服务事项], en: service items}
            - {figure: items, where: {mobile: "true"}, zh: [掌上事项], en: [items on a phone]}
            """,
            List.of());

    assertThat(read)
        .containsExactly(
            new OtherNames(
                "items",
                Map.of(),
                Map.of(Lang.ZH, List.of("办事事项", "服务事项"), Lang.EN, List.of("service items"))),
            new OtherNames(
                "items",
                Map.of("mobile", "true"),
                Map.of(Lang.ZH, List.of("掌上事项"), Lang.EN, List.of("items on a phone"))));
  }

  @Test
  void what_is_not_there_is_said_with_its_place() {
    assertThat(flaws("- {figure: item, zh: [甲乙], en: [ab]}"))
        .containsExactly("p/names/a.yaml:1:12 没有指标“item”；最接近的是“items”");
    assertThat(flaws("- {figure: items, where: {stage: x}, zh: [甲乙], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("不能按“stage”筛选");
    assertThat(flaws("- {figure: items, zh: [甲乙]}")).singleElement().asString().contains("en");
    assertThat(flaws("- {figure: items, name: x, zh: [甲乙], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("name");
    assertThat(flaws("- {figure: items, zh: [甲], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("太短");
    assertThat(flaws("- {figure: {a: b}, zh: [甲乙], en: [ab]}")).isNotEmpty();
  }

  @Test
  void one_name_for_two_things_of_one_unit_is_a_flaw_and_of_two_units_is_none() {
    String two = "- {figure: items, zh: [办件], en: [ab]}\n- {figure: %s, zh: [办件], en: [cd]}\n";

    assertThat(flaws(two.formatted("other_items")))
        .containsExactly("p/names/a.yaml:2:30 “办件”（单位“项”）已经是“items”的名称；两个指标同名又同单位，就分不清说的是哪个");
    assertThat(flaws(two.formatted("days"))).isEmpty();
    assertThat(flaws("- {figure: items, zh: [别的事项], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("other_items");
    assertThat(flaws("- {figure: items, zh: [“事项”], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("不必再写");
    assertThat(flaws("- {figure: items, where: {mobile: \"true\"}, zh: [事项], en: [ab]}"))
        .singleElement()
        .asString()
        .contains("分不清");
  }

  @Test
  void a_name_of_a_pack_that_is_used_is_taken() {
    List<OtherNames> known =
        List.of(
            new OtherNames(
                "items", Map.of(), Map.of(Lang.ZH, List.of("办件"), Lang.EN, List.of("ab"))));
    List<Flaw> flaws = new ArrayList<>();

    OtherNames.readAll(
        Map.of("p/names/a.yaml", "- {figure: other_items, zh: [办件], en: [cd]}"),
        known,
        FIGURES,
        flaws);

    assertThat(flaws).hasSize(1);
  }

  private static String figure(String name, String zh, String en, String unit) {
    return """
    figure: %s
    label: {zh: %s, en: %s}
    meaning: {zh: x, en: x}
    owner: office
    unit: {zh: %s, en: x}
    kind: stock
    rows: |
      select i.id as item, i.department as unit, i.mobile from item i
    fold: count
    by: [mobile]
    """
        .formatted(name, zh, en, unit);
  }

  private static List<OtherNames> read(String yaml, List<OtherNames> known) {
    List<Flaw> flaws = new ArrayList<>();
    List<OtherNames> read =
        OtherNames.readAll(Map.of("p/names/a.yaml", yaml), known, FIGURES, flaws);
    assertThat(flaws).isEmpty();
    return read;
  }

  private static List<String> flaws(String yaml) {
    List<Flaw> flaws = new ArrayList<>();
    OtherNames.readAll(Map.of("p/names/a.yaml", yaml), List.of(), FIGURES, flaws);
    return flaws.stream()
        .map(f -> f.file() + ":" + f.line() + ":" + f.column() + " " + f.says().zh())
        .toList();
  }
}
