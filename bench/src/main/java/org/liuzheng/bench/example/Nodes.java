package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;

/**
 * The steps of the sub-projects, and how far each was to come in the year. All of the contest for
 * town and country came further; what is planned to end in the year cannot come further than that.
 */
final class Nodes {
  static final String WORDS = "steps";
  private static final LocalDate SUMMER = LocalDate.of(2018, 7, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);

  private final Dice dice = Dice.of("nodes");
  private final List<SubProject> projects;

  private Nodes(List<SubProject> projects) {
    this.projects = projects;
  }

  /**
   * @param progress the sheets of monthly progress
   */
  static List<Sheetful> all(List<SubProject> projects, List<Sheetful> progress) {
    Nodes nodes = new Nodes(projects);
    Map<String, BigDecimal> reached = new HashMap<>();
    progress.forEach(s ->
        s.rows().stream()
            .filter(r -> YEAR_END.toString().equals(r.get("as_of")))
            .forEach(r ->
                reached.put(
                    Vocabulary.need(r, "project"),
                    new BigDecimal(Vocabulary.need(r, "verified_physical")))));
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    sheets.add(nodes.planned(reached));
    sheets.addAll(nodes.steps(reached));
    return sheets;
  }

  private static String said(String path, Object... args) {
    String said = Vocabulary.read(WORDS, root -> root.need("titles").need(path).text());
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  private Sheetful planned(Map<String, BigDecimal> reached) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (SubProject p : projects) {
      int now = Vocabulary.need(reached, p.code()).setScale(0, RoundingMode.FLOOR).intValue();
      boolean tidy = p.contest().equals("urban_rural");
      int less = tidy ? dice.between(1, 9) : dice.between(-14, 9);
      int planned = now == 100 ? 100 : Math.clamp(now - less, tidy ? 0 : 1, 99);
      rows.add(
          Row.of("project", p.code())
              .with("approved_on", p.times().issued())
              .with("year_physical", planned)
              .done());
    }
    return new Sheetful(
        41,
        "sub_project_plan",
        "physical",
        Form.CSV_WITH_MARK,
        said("physical"),
        Titles.said("senders.delivery"),
        List.of("project", "approved_on", "year_physical"),
        rows);
  }

  private List<Sheetful> steps(Map<String, BigDecimal> reached) {
    List<String> verifiers =
        Vocabulary.read(WORDS, root -> Vocabulary.texts(root.need("verifiers")));
    List<String> posts = Titles.list("posts");
    List<Map<String, String>> planned = new ArrayList<>();
    List<Map<String, String>> first = new ArrayList<>();
    List<Map<String, String>> second = new ArrayList<>();
    for (SubProject p : projects) {
      String kind = p.invests() ? "investment" : "other";
      List<String> names =
          Vocabulary.read(WORDS, root -> Vocabulary.texts(root.need("steps").need(kind)));
      List<String> weights =
          Vocabulary.read(WORDS, root -> Vocabulary.texts(root.need("weights").need(kind)));
      long span = p.times().issued().until(p.times().plannedFinish()).toTotalMonths() * 30 + 20;
      BigDecimal done = BigDecimal.ZERO;
      for (int i = 0; i < names.size(); i++) {
        LocalDate day = p.times().issued().plusDays(Math.max(9, span * (i + 1) / names.size()));
        planned.add(
            Row.of("project", p.code())
                .with("step", i + 1)
                .with("name", names.get(i))
                .with("weight", weights.get(i))
                .with("approved_on", p.times().issued())
                .with("planned_on", day)
                .done());
        done = done.add(new BigDecimal(weights.get(i)));
        LocalDate on = day.plusDays(dice.between(-12, 6));
        if (done.compareTo(Vocabulary.need(reached, p.code())) <= 0 && !on.isAfter(YEAR_END)) {
          (on.isBefore(SUMMER) ? first : second)
              .add(
                  Row.of("project", p.code())
                      .with("step", i + 1)
                      .with("done_on", on)
                      .with("evidence", Titles.said("documents.first_step", dice.between(101, 899)))
                      .with("reported_by", dice.pick(posts))
                      .with("verified_by", dice.pick(verifiers))
                      .with("valid_from", on)
                      .done());
        }
      }
    }
    List<String> verified =
        List.of(
            "project", "step", "done_on", "evidence", "reported_by", "verified_by", "valid_from");
    return List.of(
        sheet(
            45,
            "all",
            Form.WORKBOOK,
            said("steps"),
            List.of("project", "step", "name", "weight", "approved_on", "planned_on"),
            planned),
        sheet(46, "done-1", Form.CSV_GBK, said("done", 1), verified, first),
        sheet(46, "done-2", Form.WORKBOOK, said("done", 2), verified, second));
  }

  private static Sheetful sheet(
      int order,
      String what,
      Form form,
      String title,
      List<String> columns,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order,
        "sub_project_node",
        what,
        form,
        title,
        Titles.said("senders.delivery"),
        columns,
        rows);
  }
}
