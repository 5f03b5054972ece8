package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** The delivery office's sheets of programmes, sub-projects, plans, starts and finishes. */
final class CampaignSheets {
  private static final List<String> PROJECT =
      List.of(
          "code",
          "name",
          "programme",
          "contest",
          "unit",
          "owner_post",
          "level",
          "kind",
          "total_invest",
          "concentrated_start",
          "city_key",
          "mayor_project",
          "issued_on",
          "location");
  private static final List<String> PLAN =
      List.of(
          "project",
          "approved_on",
          "planned_start",
          "planned_finish",
          "year_invest",
          "approval",
          "reason");

  private static final Map<String, String> CONTESTS =
      Vocabulary.read(
          "units",
          root ->
              root.need("contests").items().stream()
                  .collect(
                      Collectors.toMap(c -> c.need("key").text(), c -> c.need("code").text())));

  private final Dice dice = Dice.of("campaign sheets");
  private final List<SubProject> projects;
  private final Map<String, YamlNode> places =
      Vocabulary.read("projects", root -> root.need("places").entries());

  private CampaignSheets(List<SubProject> projects) {
    this.projects = projects;
  }

  static List<Sheetful> all(List<SubProject> projects) {
    CampaignSheets sheets = new CampaignSheets(projects);
    LocalDate summer = LocalDate.of(2018, 7, 1);
    return List.of(
            programmes(),
            sheets.issued(),
            sheets.plans(),
            sheets.started(1, p -> p.times().started().filter(d -> d.isBefore(summer)).isPresent()),
            sheets.started(
                2, p -> p.times().started().filter(d -> !d.isBefore(summer)).isPresent()),
            sheets.adjusted(1, Campaign.ADJUSTED),
            sheets.adjusted(2, Campaign.ADJUSTED_AGAIN),
            sheets.finished())
        .stream()
        .filter(s -> !s.rows().isEmpty())
        .toList();
  }

  private static String contest(String key) {
    return Vocabulary.need(CONTESTS, key);
  }

  private static String programme(String key) {
    return "2018-" + key.toLowerCase(java.util.Locale.ROOT);
  }

  private static Sheetful programmes() {
    List<String> leaders = Titles.list("leaders");
    List<Map<String, String>> rows = new ArrayList<>();
    Vocabulary.read("projects", root -> root.need("programmes").items())
        .forEach(p ->
            rows.add(
                Row.of("code", programme(p.need("programme").text()))
                    .with("name", p.need("name").text())
                    .with("contest", contest(p.need("contest").text()))
                    .with("leader", leaders.get(rows.size() % leaders.size()))
                    .with("lead_unit", Office.unit(p.need("lead").text()))
                    .with("valid_from", "2018-02-26")
                    .done()));
    return new Sheetful(
        5,
        "programme",
        "2018",
        Form.WORKBOOK,
        Titles.said("titles.programmes"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "contest", "leader", "lead_unit", "valid_from"),
        rows);
  }

  private Sheetful issued() {
    List<String> posts = Titles.list("posts");
    List<Map<String, String>> rows =
        projects.stream()
            .map(p -> {
              Row row =
                  Row.of("code", p.code())
                      .with("name", p.name())
                      .with("programme", programme(p.programme()))
                      .with("contest", contest(p.contest()))
                      .with("unit", p.office())
                      .with("owner_post", officeName(p.office()) + dice.pick(posts))
                      .with(
                          "level",
                          p.labels().contains("concentrated_start")
                              ? dice.pick(List.of("province", "city"))
                              : p.labels().isEmpty() ? "district" : "city")
                      .with("kind", p.invests() ? "investment" : "other")
                      .when(p.invests(), "total_invest", p.invest())
                      .with("issued_on", p.times().issued())
                      .with("location", near(p.at()));
              List.of("concentrated_start", "city_key", "mayor_project")
                  .forEach(label -> row.with(label, p.labels().contains(label)));
              return row.done();
            })
            .toList();
    return new Sheetful(
        40,
        "sub_project",
        "issued",
        Form.WORKBOOK,
        Titles.said("titles.projects"),
        Titles.said("senders.delivery"),
        PROJECT,
        rows);
  }

  private static String officeName(String unit) {
    return Office.all().stream()
        .filter(o -> o.unit().equals(unit))
        .map(Office::name)
        .findFirst()
        .orElseThrow();
  }

  /** Within a kilometre of the middle of the street or town. */
  private String near(String place) {
    String at = Vocabulary.need(places, place).need("at").text();
    int comma = at.indexOf(',');
    return moved(at.substring(0, comma), 99) + "," + moved(at.substring(comma + 1), 84);
  }

  /**
   * @param most in ten-thousandths of a degree
   */
  private BigDecimal moved(String degrees, int most) {
    return new BigDecimal(degrees).add(BigDecimal.valueOf(dice.between(-most, most), 4));
  }

  private static Row plan(SubProject p, LocalDate approved, LocalDate finish, int document) {
    return Row.of("project", p.code())
        .with("approved_on", approved)
        .with("planned_start", p.times().plannedStart())
        .with("planned_finish", finish)
        .when(p.invests(), "year_invest", p.yearInvest())
        .with("approval", Titles.said("documents.issued", document));
  }

  private Sheetful plans() {
    List<Map<String, String>> rows =
        projects.stream()
            .map(p ->
                plan(
                        p,
                        p.times().issued(),
                        p.times().plannedFinish(),
                        2 + p.times().issued().getMonthValue())
                    .done())
            .toList();
    return new Sheetful(
        41,
        "sub_project_plan",
        "issued",
        Form.WORKBOOK,
        Titles.said("titles.plans"),
        Titles.said("senders.delivery"),
        Sheetful.used(PLAN, rows),
        rows);
  }

  private Sheetful adjusted(int number, LocalDate on) {
    List<String> reasons = Titles.list("adjusted");
    List<Map<String, String>> rows = new ArrayList<>();
    projects.forEach(p ->
        p.times()
            .adjusted()
            .filter(a -> a.on().equals(on))
            .ifPresent(a ->
                rows.add(
                    plan(p, on, a.finish(), 11 + 7 * number)
                        .with("reason", reasons.get(a.why()))
                        .done())));
    return new Sheetful(
        43,
        "sub_project_plan",
        "adjusted-" + number,
        number == 1 ? Form.CSV_GBK : Form.WORKBOOK,
        Titles.said("titles.plans_adjusted", number),
        Titles.said("senders.delivery"),
        Sheetful.used(PLAN, rows),
        rows);
  }

  private Sheetful started(int number, Predicate<SubProject> which) {
    List<Map<String, String>> rows =
        projects.stream()
            .filter(which)
            .map(p -> {
              String evidence =
                  p.invests()
                      ? Titles.said("documents.permit", dice.between(1001, 1899))
                      : Titles.said("documents.first_step", dice.between(11, 97));
              LocalDate day = p.times().started().orElseThrow();
              return Row.of("code", p.code())
                  .with("name", p.name())
                  .with("started_on", day)
                  .with("start_evidence", evidence)
                  .with("valid_from", day)
                  .done();
            })
            .toList();
    return new Sheetful(
        42,
        "sub_project",
        "started-" + number,
        number == 1 ? Form.WORKBOOK : Form.CSV_WITH_MARK,
        Titles.said("titles.started", number),
        Titles.said("senders.delivery"),
        List.of("code", "name", "started_on", "start_evidence", "valid_from"),
        rows);
  }

  private Sheetful finished() {
    List<Map<String, String>> rows =
        projects.stream()
            .filter(p -> p.times().finished().isPresent())
            .map(p ->
                Row.of("code", p.code())
                    .with("name", p.name())
                    .with("finished_on", p.times().finished().orElseThrow())
                    .with("valid_from", p.times().finished().orElseThrow())
                    .done())
            .toList();
    return new Sheetful(
        44,
        "sub_project",
        "finished",
        Form.CSV_GBK,
        Titles.said("titles.finished"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "finished_on", "valid_from"),
        rows);
  }
}
