package org.liuzheng.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Tables;
import org.liuzheng.figure.TestFigures;
import org.liuzheng.register.Field;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.yaml.Flaw;

/** Claims on figures over tables filled by hand. */
final class TestClaims {
  static final String HEAD =
      """
      report: r
      title: {zh: 甲, en: A}
      unit: "A"
      period: "2018"
      on: 2018-12-31
      """;

  private static final String BLANK = "[](claim:C)";
  private static final String UNIVERSAL = "[all 全部](claim:C)";

  final TestFigures figures;
  final Tables tables;

  /**
   * @param yaml figures as {@link TestFigures} takes them
   */
  TestClaims(String... yaml) {
    this.figures = new TestFigures(yaml);
    this.tables = figures.tables;
  }

  Figures door() {
    return figures.figures();
  }

  /** Reads a report that must have no flaw. */
  Report report(String claims, String zh, String en) {
    List<Flaw> flaws = new ArrayList<>();
    Optional<Report> report = read(HEAD + claims, Map.of("r.zh.md", zh, "r.en.md", en), flaws);
    assertThat(flaws).isEmpty();
    return report.orElseThrow();
  }

  Optional<Report> read(String yaml, Map<String, String> texts, List<Flaw> flaws) {
    return Reports.read("p/reports/r.yaml", yaml, texts, door().definitions(), flaws);
  }

  /** The one claim {@code C}, declared like this and worded like this in one language. */
  Checked claim(String declared, Lang lang, String text) {
    String other = declared.matches(".*kind: (ALL|PLAN|LABEL).*") ? UNIVERSAL : BLANK;
    Report report =
        report(
            "claims: {C: " + declared + "}\n",
            lang == Lang.ZH ? text : other,
            lang == Lang.EN ? text : other);
    List<Checked> all = claims().check(report, lang, when(report));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /** A verdict and its reason in the language of the text, as {@code HOLDS: …}. */
  String zh(String declared, String words) {
    Checked checked = claim(declared, Lang.ZH, "[" + words + "](claim:C)");
    return checked.verdict() + " " + checked.reason().zh();
  }

  String en(String declared, String words) {
    Checked checked = claim(declared, Lang.EN, "[" + words + "](claim:C)");
    return checked.verdict() + " " + checked.reason().en();
  }

  Verdict verdict(String declared, String words) {
    return claim(declared, Lang.ZH, "[" + words + "](claim:C)").verdict();
  }

  When when(Report report) {
    return tables.now(report.on().toString());
  }

  RecordedClaims claims() {
    return new RecordedClaims(
        door(),
        new Records() {
          @Override
          public Optional<String> name(String register, String record, When when) {
            return register.equals("application")
                ? Optional.empty()
                : Optional.of("〈" + record + "〉");
          }

          @Override
          public boolean any(String register, When when) {
            return tables.any(register);
          }

          @Override
          public boolean open(String register) {
            return !register.equals("application");
          }

          @Override
          public Optional<Field> field(Definition leaf, String column) {
            return Optional.empty();
          }

          @Override
          public Text part(Definition leaf, String column, String key, When when) {
            return Text.same(key);
          }
        });
  }
}
