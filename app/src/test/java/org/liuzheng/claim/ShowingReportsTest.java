package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.claim.Claims.Block;
import org.liuzheng.claim.Claims.Piece;
import org.liuzheng.words.Lang;

class ShowingReportsTest {
  private static final TestClaims GIVEN =
      new TestClaims(
          """
          figure: items
          unit: {zh: 项, en: items}
          kind: stock
          rows: |
            select i.id as item, i.department as unit, i.mobile from item i
          fold: count
          by: [mobile]
          """,
          """
          figure: money
          unit: {zh: 亿元, en: 100 million yuan}
          round: 1
          kind: flow
          day: o.period_end
          rows: |
            select o.id as observation, o.region as unit, o.value from observation o
          fold: {sum: value}
          """);

  @BeforeEach
  void records() {
    GIVEN.figures.clear();
    GIVEN.tables.put("item", "1", "2018-01-01", "department", "A");
    GIVEN.tables.put("item", "2", "2018-01-01", "department", "A");
    GIVEN.tables.put(
        "observation",
        "1",
        "2018-12-31",
        "region",
        "A",
        "period_end",
        "2018-12-31",
        "value",
        "1520.65");
  }

  @Test
  void the_text_comes_in_blocks_of_words_claims_and_unbound_numbers() {
    assertThat(
            blocks(
                Lang.ZH,
                """
                # 一、事项

                共有[2项](claim:items)，另有3份材料，
                都在网上。

                1. 第一件：[](claim:items)
                   - 里面一层
                2. 第二件

                   又一段

                > 引用**两**份，[三年行动](claim:label)。
                """))
        .containsExactly(
            "HEADING 1 «一、事项»",
            "PARAGRAPH 0 «共有» ‹items 2项› «，另有» ?3份? «材料，都在网上。»",
            "ITEM 1 1. «第一件：» ‹items-2 2项›",
            "ITEM 2 • «里面一层»",
            "ITEM 1 2. «第二件»",
            "ITEM 1 «又一段»",
            "QUOTE 0 «引用» ?两份? «，» «三年行动» «。»");
  }

  @Test
  void an_empty_link_is_filled_in_in_the_language_of_the_text() {
    assertThat(blocks(Lang.ZH, "[](claim:money)")).containsExactly("PARAGRAPH 0 ‹money 1520.7亿元›");
    assertThat(blocks(Lang.EN, "[](claim:money) and [](claim:items)"))
        .containsExactly("PARAGRAPH 0 ‹money 152.07 billion yuan› « and » ‹items 2 items›");
  }

  @Test
  void the_claims_of_a_text_come_in_its_order_with_ids_of_their_own() {
    Report report =
        GIVEN.report(
            "claims: {B: {kind: CNT, figure: items}}\n",
            "[2](claim:items)[2](claim:B)[2](claim:items?mobile=true)",
            "[2](claim:B)");

    assertThat(GIVEN.claims().check(report, Lang.ZH, GIVEN.when(report)))
        .extracting(c -> c.id() + " " + c.verdict())
        .containsExactly("items HOLDS", "B HOLDS", "items-2 FAILS");
    assertThat(GIVEN.claims().check(report, Lang.EN, GIVEN.when(report)))
        .extracting(Checked::id)
        .containsExactly("B");
  }

  @Test
  void the_number_that_orders_a_heading_is_no_claim() {
    assertThat(blocks(Lang.ZH, "# 一、头\n\n## （二）次\n\n### 3. 三\n"))
        .containsExactly("HEADING 1 «一、头»", "HEADING 2 «（二）次»", "HEADING 3 «3. 三»");
    assertThat(blocks(Lang.EN, "## 1. The economy\n"))
        .containsExactly("HEADING 2 «1. The economy»");
  }

  private List<String> blocks(Lang lang, String text) {
    Report report = GIVEN.report("", lang == Lang.ZH ? text : "文", lang == Lang.EN ? text : "text");
    return GIVEN.claims().blocks(report, lang, GIVEN.when(report)).stream()
        .map(ShowingReportsTest::line)
        .toList();
  }

  private static String line(Block block) {
    return block.shape()
        + " "
        + block.level()
        + (block.marker().isEmpty() ? "" : " " + block.marker())
        + " "
        + block.pieces().stream()
            .map(piece ->
                switch (piece) {
                  case Piece.Plain p -> "«" + p.text() + "»";
                  case Piece.Bound b -> "‹" + b.claim().id() + " " + b.claim().shown() + "›";
                  case Piece.Unbound u -> "?" + u.text() + "?";
                })
            .collect(Collectors.joining(" "));
  }
}
