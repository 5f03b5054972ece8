package org.liuzheng.bench.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Who there is: city, peers, offices, streets; the contests and the indicators. */
final class UnitSheets {
  private static final String LONG_AGO = "2013-01-01";

  private UnitSheets() {}

  static List<Sheetful> all() {
    return Vocabulary.read(
        "units",
        root -> List.of(units(root), renamed(root.need("renamed")), indicators(), contests(root)));
  }

  private static Sheetful units(YamlNode root) {
    YamlNode renamed = root.need("renamed");
    List<Map<String, String>> rows = new ArrayList<>();
    root.need("units")
        .items()
        .forEach(u ->
            rows.add(
                unit(
                        u.need("code").text(),
                        u.need("name").text(),
                        u.need("name_en").text(),
                        u.need("kind").text(),
                        u.need("parent").text())
                    .when(
                        u.get("short").isPresent(),
                        "short_name",
                        u.get("short").map(YamlNode::text).orElse(""))
                    .done()));
    Peer.all()
        .forEach(p -> rows.add(2, unit(p.code(), p.name(), p.nameEn(), "county", "330200").done()));
    for (Office o : Office.all()) {
      boolean old = o.unit().equals(renamed.need("code").text());
      rows.add(
          unit(
                  o.unit(),
                  old ? renamed.need("before").text() : o.name(),
                  old ? renamed.need("before_en").text() : o.nameEn(),
                  o.kind(),
                  Office.DISTRICT)
              .done());
    }
    return new Sheetful(
        1,
        "unit",
        "all",
        Form.CSV_WITH_MARK,
        Titles.said("titles.units"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "short_name", "name_en", "kind", "parent", "valid_from"),
        rows);
  }

  private static Row unit(String code, String name, String nameEn, String kind, String parent) {
    return Row.of("code", code)
        .with("name", name)
        .with("name_en", nameEn)
        .with("kind", kind)
        .with("parent", parent)
        .with("valid_from", LONG_AGO);
  }

  private static Sheetful renamed(YamlNode renamed) {
    String code = renamed.need("code").text();
    Office now = Office.all().stream().filter(o -> o.unit().equals(code)).findFirst().orElseThrow();
    return new Sheetful(
        2,
        "unit",
        "renamed",
        Form.CSV_GBK,
        Titles.said("titles.units_renamed"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "name_en", "valid_from"),
        List.of(
            Row.of("code", code)
                .with("name", now.name())
                .with("name_en", now.nameEn())
                .with("valid_from", renamed.need("on").text())
                .done()));
  }

  private static Sheetful indicators() {
    List<Map<String, String>> rows =
        Vocabulary.read(
            "peers",
            root ->
                root.need("indicators").items().stream()
                    .map(i ->
                        Row.of("code", i.need("code").text())
                            .with("name", i.need("name").text())
                            .with("name_en", i.need("name_en").text())
                            .with("unit", i.need("unit").text())
                            .with("basis", i.need("basis").text())
                            .with("better", "up")
                            .with("frequency", i.need("frequency").text())
                            .with("release_lag_days", i.need("lag").text())
                            .with("definition", i.need("definition").text())
                            .with("valid_from", LONG_AGO)
                            .done())
                    .toList());
    return new Sheetful(
        3,
        "indicator",
        "all",
        Form.CSV,
        Titles.said("titles.indicators"),
        Titles.said("senders.statistics"),
        List.of(
            "code",
            "name",
            "name_en",
            "unit",
            "basis",
            "better",
            "frequency",
            "release_lag_days",
            "definition",
            "valid_from"),
        rows);
  }

  private static Sheetful contests(YamlNode root) {
    List<Map<String, String>> rows =
        root.need("contests").items().stream()
            .map(c ->
                Row.of("code", c.need("code").text())
                    .with("name", c.need("name").text())
                    .with("name_en", c.need("name_en").text())
                    .with("year", 2018)
                    .with("lead_unit", Office.unit(c.need("lead").text()))
                    .with("valid_from", "2018-02-23")
                    .done())
            .toList();
    return new Sheetful(
        4,
        "contest",
        "2018",
        Form.CSV_GBK,
        Titles.said("titles.contests"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "name_en", "year", "lead_unit", "valid_from"),
        rows);
  }
}
