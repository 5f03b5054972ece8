package org.liuzheng.bench.example;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What those in charge said of lights. */
final class Verdicts {
  private static final int ORDER = 80;
  private static final String FILE = "judgements";
  private static final List<String> COLUMNS =
      List.of("figure", "unit", "period", "colour", "reason", "judged_by", "judged_on");

  private Verdicts() {}

  static List<Sheetful> all() {
    Sheetful sheet =
        Vocabulary.read(
            FILE,
            root ->
                new Sheetful(
                    ORDER,
                    "light_judgement",
                    "2018",
                    Form.valueOf(root.need("form").text().toUpperCase(Locale.ROOT)),
                    root.need("title").text(),
                    root.need("sender").text(),
                    COLUMNS,
                    root.need(FILE).items().stream().map(Verdicts::row).toList()));
    return List.of(sheet);
  }

  private static Map<String, String> row(YamlNode judgement) {
    return Row.of("figure", judgement.need("figure").text())
        .with("unit", judgement.need("unit").text())
        .with("period", judgement.need("period").text())
        .with("colour", judgement.need("colour").text())
        .with("reason", judgement.need("reason").text())
        .with("judged_by", judgement.need("by").text())
        .with("judged_on", judgement.need("on").text())
        .done();
  }
}
