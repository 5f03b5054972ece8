package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definitions;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Schema;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;

class ReadingReportsTest {
  private static final Schema CASE =
      new Schema(
          "case_file",
          Text.same("case"),
          Text.same("case"),
          "office",
          List.of("number"),
          java.util.Optional.empty(),
          "number",
          List.of(),
          new Schema.Access(Schema.Reader.PUBLIC, java.util.Set.of()),
          List.of(
              field("number", FieldType.CODE),
              field("day", FieldType.DATE),
              field("days", FieldType.WHOLE),
              field("kind", FieldType.CHOICE)),
          List.of());
  private static final List<Definition> FIGURES = figures();

  @Test
  void a_report_with_its_texts_is_read_with_the_defaults_of_its_head() {
    List<Flaw> flaws = new ArrayList<>();

    Report report =
        Reports.read(
                "p/reports/r.yaml",
                TestClaims.HEAD + "claims:\n  C: {kind: CNT, figure: cases}\n",
                Map.of("r.zh.md", "[3件](claim:C)", "r.en.md", "[3](claim:C)"),
                FIGURES,
                flaws)
            .orElseThrow();

    assertThat(flaws).isEmpty();
    assertThat(report.texts()).containsOnlyKeys(Lang.ZH, Lang.EN);
    assertThat(report.claims().get("C").readings())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.question().unit()).isEqualTo("A");
          assertThat(r.question().period()).hasToString("2018");
          assertThat(r.question().filters()).containsExactly(Map.of());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: CNT, figure: casez} | 7:26 There is no figure “casez”; the nearest is “cases”",
        "{kind: NUM, figure: cases} | 7:13 There is no kind “NUM”; there are VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, STRK, RANK, FRAC, ALL, YEARS, MAX, SUPERSUM, ZERO, ARGMAX, ONLY, FIRST, LIST, EQUIV, ATT, PLAN, LABEL",
        "{kind: STRK, figure: cases} | 7:13 A claim of kind STRK cannot rest on the figure “cases”; it wants a streak (step streak)",
        "{kind: RATE, figure: mean_days} | 7:13 A claim of kind RATE cannot rest on the figure “mean_days”: its unit is “days” and should be “%”",
        "{kind: YEARS, figure: mean_days} | 7:13 A claim of kind YEARS cannot rest on the figure “mean_days”: its unit is “days” and should be years",
        "{kind: CNT, figure: cases, color: red} | 7:40 “color” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: CNT, figure: cases, each: [{kindd: red}]} | 7:48 “kindd” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: CNT, figure: cases, period: 2018-13} | 7:41 “2018-13” is no period; write 2018, 2018-Q4, 2018-12 or 2018-12-31",
        "{kind: CNT, figure: cases, on: 31.12.2018} | 7:37 “31.12.2018” is no day; write 2018-12-31",
        "{kind: CNT, figure: cases, is: none} | 7:37 is: none belongs to the kind ALL, this is CNT",
        "{kind: CNT, figure: cases, is: many} | 7:37 “many” cannot be read; is wants none, or one of > >= < <= = and a number, such as “> 100”",
        "{kind: ALL, figure: cases, worst: days} | 7:40 “days” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: LIST, figure: cases, among: kind} | 7:6 A claim of kind LIST wants are (exactly these) or has (these among them)",
        "{kind: LIST, figure: cases, among: kind, are: [a], has: [b]} | 7:6 Write are or has, not both",
        "{kind: LIST, figure: cases, among: kind, are: [a, b, a]} | 7:59 “a” is listed twice",
        "{kind: LIST, figure: cases, among: color, are: [a]} | 7:41 “color” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: LIST, figure: cases, are: [a]} | 7:6 A claim of kind LIST wants “among” as well",
        "{kind: CNT, figure: cases, are: [a]} | 7:39 “are” does not belong to the kind CNT",
        "{kind: CNT, figure: cases, among: kind} | 7:40 “among” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: ONLY, figure: cases, among: kind} | 7:6 A claim of kind ONLY wants “at” as well",
        "{kind: RANK, figure: cases} | 7:13 A claim of kind RANK cannot rest on the figure “cases”; it wants a rank (step rank)",
        "{kind: FIRST, figure: cases, among: kind, at: a} | 7:13 A claim of kind FIRST cannot rest on the figure “cases”; it wants the earliest day (fold min)",
        "{kind: SUPERSUM, figure: cases} | 7:6 A claim of kind SUPERSUM wants “since” as well",
        "{kind: SUPERSUM, figure: cases, since: 2019} | 7:45 “2019” cannot be where it starts; it must be a period before 2018 and as long",
        "{kind: ZERO, figure: cases, since: 2011-01} | 7:41 “2011-01” cannot be where it starts; it must be a period before 2018 and as long",
        "{kind: MAX, figure: cases, is: '> 3'} | 7:37 “is” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: ATT, figure: cases, dated: day} | 7:40 “day” is no column that the figure “cases” can be filtered by; its by has kind",
        "{kind: PLAN, figure: share, years: soon} | 7:41 “soon” is no number of years; write 1 to 99",
        "{kind: PLAN, figure: share, years: 3, target: much} | 7:52 “much” is no number; a target is a number in the figure’s unit, such as 100",
        "{kind: EQUIV, figure: cases, base: casez} | 7:41 There is no figure “casez”; the nearest is “cases”",
        "{kind: LABEL, figure: cases} | 7:28 “figure” does nothing here: a name rests on no figure",
        "{figure: cases} | 7:6 “kind” is missing",
        "{kind: CNT} | 7:6 “figure” is missing",
        "[{kind: CNT, figure: cases}, {says: {zh: 甲, en: A}, kind: CNT, figure: cases}] | 7:7 “says” is missing",
        "[] | 7:6 The claim “C” has no reading"
      })
  void what_is_wrong_with_a_claim_is_told_at_its_own_place(String claim, String flaw) {
    List<String> flaws = flaws("claims:\n  C: " + claim + "\n", "[3件](claim:C)", "[3](claim:C)");

    assertThat(flaws).containsExactly("p/reports/r.yaml:" + flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3件](claim:C)，又[3件](claim:C) | zh.md:1:16 “C” is already in line 1; a claim stands in the text once",
        "[3件](claim:D)[3](claim:C) | zh.md:1:1 There is no claim “D” and no figure of that name; the claims are C",
        "[好多件](claim:C) | zh.md:1:1 No number can be read in “好多件”; a claim of kind CNT wants one, or is in the report’s file",
        "[3.5件](claim:C) | zh.md:1:1 The number in “3.5件” is not whole; a claim of kind CNT wants a whole number",
        "[3件，4件](claim:C) | zh.md:1:1 There are two numbers in “3件，4件”; put one in each claim",
        "[约30多件](claim:C) | zh.md:1:1 There is more than one bound in “约30多件”, such as over and odd; keep one",
        "[二百五件](claim:C) | zh.md:1:1 “二百五” can be read as different numbers; write it in full, such as 250 or 1,709",
        "[3](claim:C?unit=B)[3](claim:C) | zh.md:1:1 “C” is declared in the report’s file, so its link takes no “?” and options",
        "[3](claim:cases?kindd=x)[3](claim:C) | zh.md:1:1 “kindd” is no column that the figure “cases” can be filtered by; its by has kind",
        "[3](claim:casez?kind=x)[3](claim:C) | zh.md:1:1 There is no figure “casez”; the nearest is “cases”",
        "[3](claim:cases?unit)[3](claim:C) | zh.md:1:1 “unit” should be written as name=value",
        "[3](claim:C)<b>粗</b> | zh.md:1:13 HTML, images and code are not shown; a report has headings, paragraphs, lists and quotes"
      })
  void what_is_wrong_in_the_text_is_told_at_the_bracket(String text, String flaw) {
    List<String> flaws = flaws("claims: {C: {kind: CNT, figure: cases}}\n", text, "[3](claim:C)");

    assertThat(flaws).contains("p/reports/r." + flaw);
    assertThat(flaws).allMatch(f -> f.startsWith("p/reports/r.zh.md:1:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: ONLY, figure: cases, among: kind, at: a} | [仅28家](claim:C) | There is a number in “仅28家”, which a claim of kind ONLY does not check; leave it outside the brackets or make it a claim of its own",
        "{kind: ATT, figure: cases, dated: kind} | [现场会](claim:C) | There is no date in “现场会”; a claim with dated says the day and the month",
        "{kind: PLAN, figure: share, years: 3} | [](claim:C) | A claim of kind PLAN cannot be filled in; write its words",
        "{kind: LABEL} | [](claim:C) | A claim of kind LABEL cannot be filled in; write its words",
        "{kind: LIST, figure: cases, among: kind, are: [a]} | [1.5个](claim:C) | The number in “1.5个” is not whole; a claim of kind LIST wants a whole number"
      })
  void the_words_of_a_claim_must_suit_its_kind(String claim, String text, String flaw) {
    List<String> flaws = flaws("claims:\n  C: " + claim + "\n", text, "[1 May](claim:C)");

    assertThat(flaws).containsExactly("p/reports/r.zh.md:1:1 " + flaw);
  }

  @Test
  void line_and_column_count_through_paragraphs_lists_and_quotes() {
    List<String> flaws =
        flaws(
            "claims: {C: {kind: CNT, figure: cases}}\n",
            """
            # 一、标题

            第一段，
            [3件](claim:C)。

            - 甲
              - 乙[1件](claim:X)

            > 引[2件](claim:Y)
            """,
            "[3](claim:C)");

    assertThat(flaws)
        .extracting(f -> f.replaceAll(" There is.*", ""))
        .containsExactly("p/reports/r.zh.md:7:6", "p/reports/r.zh.md:9:4");
  }

  @Test
  void a_claim_that_a_text_leaves_out_is_told_at_its_declaration() {
    List<String> flaws =
        flaws(
            "claims:\n  C: {kind: CNT, figure: cases}\n  D: {kind: CNT, figure: cases}\n",
            "[3](claim:C)",
            "[3](claim:C) and [4](claim:D)");

    assertThat(flaws)
        .containsExactly("p/reports/r.yaml:8:6 The claim “D” is not in the text “r.zh.md”");
  }

  @Test
  void a_missing_text_and_a_wrong_head_are_told() {
    List<Flaw> flaws = new ArrayList<>();
    Reports.read(
        "p/reports/r.yaml",
        """
        report: other
        title: {zh: 甲}
        unit: "A"
        period: last year
        on: 2018-02-30
        claim: {}
        """,
        Map.of("r.zh.md", "文"),
        FIGURES,
        flaws);
    Reports.read("p/reports/r.yaml", TestClaims.HEAD, Map.of("r.zh.md", "文"), FIGURES, flaws);

    assertThat(flaws)
        .extracting(ReadingReportsTest::line)
        .containsExactly(
            "p/reports/r.yaml:6:1 “claim” is not known here; known are: report, title, unit, period, on, claims",
            "p/reports/r.yaml:1:9 The report’s name “other” should be that of its file, “r”",
            "p/reports/r.yaml:2:8 “en” is missing",
            "p/reports/r.yaml:5:5 “2018-02-30” is no day; write 2018-12-31",
            "p/reports/r.yaml:4:9 “last year” is no period; write 2018, 2018-Q4, 2018-12 or 2018-12-31",
            "p/reports/r.yaml:1:1 The text “r.en.md” beside it is missing or empty");
  }

  @Test
  void a_link_may_ask_a_figure_itself() {
    List<Flaw> flaws = new ArrayList<>();
    Report report =
        Reports.read(
                "p/reports/r.yaml",
                TestClaims.HEAD,
                Map.of(
                    "r.zh.md",
                    "[3件](claim:cases?unit=B&period=2018-03&kind=CNT)",
                    "r.en.md",
                    "[3](claim:cases), [4 days](claim:mean_days)"),
                FIGURES,
                flaws)
            .orElseThrow();

    assertThat(flaws).isEmpty();
    assertThat(report.claims()).isEmpty();
  }

  @Test
  void a_figure_has_a_usual_kind() {
    assertThat(FIGURES)
        .extracting(d -> d.name() + " " + Kind.usual(d))
        .containsExactlyInAnyOrder("cases CNT", "mean_days MEAN", "share RATE", "growth YOY");
  }

  private static List<String> flaws(String claims, String zh, String en) {
    List<Flaw> flaws = new ArrayList<>();
    Reports.read(
        "p/reports/r.yaml",
        TestClaims.HEAD + claims,
        Map.of("r.zh.md", zh, "r.en.md", en),
        FIGURES,
        flaws);
    return flaws.stream().map(ReadingReportsTest::line).toList();
  }

  private static String line(Flaw flaw) {
    return flaw.file() + ":" + flaw.line() + ":" + flaw.column() + " " + flaw.says().en();
  }

  private static List<Definition> figures() {
    String head =
        """
          label: {zh: 甲, en: A}
          meaning: {zh: 甲, en: A}
          owner: office
        """;
    String rows =
        """
          kind: flow
          day: c.day
          rows: |
            select c.id as number, c.number as unit, c.kind, c.days, 1 as one from case_file c
          by: [kind]
        """;
    List<Flaw> flaws = new ArrayList<>();
    List<Definition> read =
        Definitions.readAll(
                Map.of(
                    "f.yaml",
                    "- figure: cases\n  unit: {zh: 件, en: cases}\n  fold: count\n"
                        + head
                        + rows
                        + "- figure: mean_days\n  unit: {zh: 天, en: days}\n  fold: {mean: days}\n"
                        + head
                        + rows
                        + "- figure: share\n  unit: {zh: \"%\", en: \"%\"}\n  fold: {ratio: [one, days]}\n"
                        + head
                        + rows
                        + "- figure: growth\n  unit: {zh: \"%\", en: \"%\"}\n  of: cases\n  step: yoy\n"
                        + head),
                Definitions.Content.NONE,
                List.of(CASE),
                flaws)
            .figures();
    assertThat(flaws).isEmpty();
    return read;
  }

  private static Field field(String name, FieldType type) {
    return new Field(
        name,
        type,
        Text.same(name),
        Text.same(""),
        false,
        Text.same(""),
        List.of(),
        "",
        "",
        java.util.Optional.empty(),
        java.util.Optional.empty());
  }
}
