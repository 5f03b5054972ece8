package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What blocked the sub-projects, and the projects that stood still. */
final class Obstacles {
  private static final int RESOLVED_BEFORE = 5;
  private static final int RESOLVED = 73;
  private static final int RESOLVED_AFTER = 4;
  private static final int OPEN = 11;
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<String> CATEGORIES =
      List.of(
          "clearance",
          "clearance",
          "clearance",
          "procedure",
          "procedure",
          "funds",
          "planning",
          "resources",
          "dispute");
  private static final List<String> RAISED =
      List.of(
          "code",
          "subject",
          "project",
          "category",
          "owner_unit",
          "leader",
          "raised_on",
          "committed_on");

  private final Dice dice = Dice.of("obstacles");
  private final List<SubProject> projects;
  private final Map<String, YamlNode> places =
      Vocabulary.read("projects", root -> root.need("places").entries());
  private final List<Obstacle> obstacles = new ArrayList<>();

  private record Obstacle(
      String code,
      SubProject project,
      String category,
      String subject,
      LocalDate raised,
      Optional<LocalDate> committed,
      Optional<LocalDate> resolved,
      boolean reopened) {}

  private Obstacles(List<SubProject> projects) {
    this.projects = projects;
  }

  static List<Sheetful> all(List<SubProject> projects) {
    Obstacles obstacles = new Obstacles(projects);
    obstacles.raise();
    List<Sheetful> sheets = new ArrayList<>(obstacles.raised());
    sheets.addAll(obstacles.resolved());
    sheets.add(obstacles.reopened());
    sheets.addAll(obstacles.stoppages());
    return sheets;
  }

  private void raise() {
    LocalDate first = LocalDate.of(2018, 3, 20);
    for (int i = 0; i < RESOLVED_BEFORE; i++) {
      add(Optional.of(dice.day(LocalDate.of(2017, 9, 1), YEAR.minusDays(4))), false);
    }
    for (int i = 0; i < RESOLVED; i++) {
      add(Optional.of(dice.day(first, YEAR_END.minusDays(2))), false);
    }
    add(Optional.of(dice.day(first.plusMonths(4), YEAR_END.minusMonths(2))), true);
    for (int i = 0; i < RESOLVED_AFTER; i++) {
      add(Optional.of(dice.day(YEAR_END.plusDays(4), YEAR_END.plusDays(40))), false);
    }
    for (int i = 0; i < OPEN; i++) {
      add(Optional.empty(), false);
    }
  }

  /** No problem is entered twice, however many raise it. */
  private void add(Optional<LocalDate> resolved, boolean reopened) {
    while (true) {
      SubProject project = dice.pick(projects);
      String category = dice.pick(CATEGORIES);
      String subject =
          dice.pick(Titles.list("obstacles." + category)).replace("{0}", project.name());
      if (obstacles.stream().noneMatch(o -> o.subject().equals(subject))) {
        LocalDate raised =
            resolved
                .map(d -> d.minusDays(12 + dice.skewed(0, 120)))
                .orElseGet(() -> dice.day(YEAR.plusMonths(6), YEAR_END.minusDays(9)));
        Optional<LocalDate> committed =
            dice.percent(86)
                ? Optional.of(raised.plusDays(15 + dice.between(0, 75)))
                : Optional.empty();
        obstacles.add(
            new Obstacle(
                "KK-%03d".formatted(obstacles.size() + 1),
                project,
                category,
                subject,
                raised,
                committed,
                resolved,
                reopened));
        return;
      }
    }
  }

  private List<Sheetful> raised() {
    LocalDate summer = YEAR.plusMonths(6);
    return List.of(
        raised(1, "2017", Form.CSV_GBK, o -> o.raised().isBefore(YEAR)),
        raised(
            2,
            "2018-1",
            Form.WORKBOOK,
            o -> !o.raised().isBefore(YEAR) && o.raised().isBefore(summer)),
        raised(3, "2018-2", Form.CSV_WITH_MARK, o -> !o.raised().isBefore(summer)));
  }

  private Sheetful raised(int number, String what, Form form, Predicate<Obstacle> which) {
    List<String> leaders = Titles.list("leaders");
    List<Map<String, String>> rows =
        obstacles.stream()
            .filter(which)
            .map(o -> {
              Row row =
                  Row.of("code", o.code())
                      .with("subject", o.subject())
                      .with("project", o.project().code())
                      .with("category", o.category())
                      .with(
                          "owner_unit",
                          o.category().equals("clearance")
                              ? street(o.project().at())
                              : o.project().office())
                      .with("leader", dice.pick(leaders))
                      .with("raised_on", o.raised());
              o.committed().ifPresent(d -> row.with("committed_on", d));
              return row.done();
            })
            .toList();
    return new Sheetful(
        60,
        "obstacle",
        what,
        form,
        Titles.said("titles.obstacles", number),
        Titles.said("senders.delivery"),
        RAISED,
        rows);
  }

  private String street(String place) {
    return Vocabulary.need(places, place).need("code").text();
  }

  private List<Sheetful> resolved() {
    List<Sheetful> sheets = new ArrayList<>();
    LocalDate from = LocalDate.of(2017, 1, 1);
    List<LocalDate> ends =
        List.of(
            LocalDate.of(2018, 6, 30),
            LocalDate.of(2018, 9, 30),
            YEAR_END,
            LocalDate.of(2019, 2, 10));
    for (int i = 0; i < ends.size(); i++) {
      LocalDate after = from;
      LocalDate end = ends.get(i);
      List<Map<String, String>> rows =
          obstacles.stream()
              .filter(
                  o -> o.resolved().filter(d -> d.isAfter(after) && !d.isAfter(end)).isPresent())
              .map(this::resolved)
              .toList();
      sheets.add(
          new Sheetful(
              61,
              "obstacle",
              "resolved-" + (i + 1),
              i % 2 == 0 ? Form.WORKBOOK : Form.CSV_GBK,
              Titles.said("titles.obstacles_resolved", i + 1),
              Titles.said("senders.delivery"),
              List.of("code", "subject", "resolved_on", "resolution", "evidence", "valid_from"),
              rows));
      from = end;
    }
    return sheets;
  }

  private Map<String, String> resolved(Obstacle o) {
    LocalDate day = o.resolved().orElseThrow();
    return Row.of("code", o.code())
        .with("subject", o.subject())
        .with("resolved_on", day)
        .with("resolution", dice.pick(Titles.list("resolutions")))
        .with(
            "evidence",
            dice.pick(Titles.list("evidence"))
                .replace("{0}", String.valueOf(dice.between(101, 968))))
        .with("valid_from", day)
        .done();
  }

  /** Said to be resolved, then found on the spot not to be: the row is said anew, without a day. */
  private Sheetful reopened() {
    List<Map<String, String>> rows =
        obstacles.stream()
            .filter(Obstacle::reopened)
            .map(o ->
                Row.of("code", o.code())
                    .with("subject", o.subject())
                    .with("resolved_on", "")
                    .with("resolution", Titles.said("reopened"))
                    .with("evidence", "")
                    .with("valid_from", o.resolved().orElseThrow())
                    .done())
            .toList();
    return new Sheetful(
        62,
        "obstacle",
        "reopened",
        Form.CSV_WITH_MARK,
        Titles.said("titles.obstacle_reopened"),
        Titles.said("senders.delivery"),
        List.of("code", "subject", "resolved_on", "resolution", "evidence", "valid_from"),
        rows);
  }

  private List<Sheetful> stoppages() {
    List<Map<String, String>> found = new ArrayList<>();
    List<Map<String, String>> resumed = new ArrayList<>();
    for (YamlNode s : Titles.node("stoppages").items()) {
      String code = s.need("code").text();
      String name = s.need("name").text();
      String at = s.need("at").text();
      found.add(
          Row.of("code", code)
              .with("name", name)
              .with("kind", s.need("kind").text())
              .with("unit", street(at))
              .with("last_progress_on", s.need("last").text())
              .with("declared_on", s.need("declared").text())
              .with("cause", s.need("cause").text())
              .with("location", Vocabulary.need(places, at).need("at").text())
              .done());
      String day = s.need("resumed").text();
      resumed.add(
          Row.of("code", code)
              .with("name", name)
              .with("resumed_on", day)
              .with("evidence", Titles.said("documents.permit", dice.between(1900, 1999)))
              .with("valid_from", day)
              .done());
    }
    return List.of(
        new Sheetful(
            70,
            "stoppage",
            "found",
            Form.WORKBOOK,
            Titles.said("titles.stoppages"),
            Titles.said("senders.delivery"),
            List.of(
                "code",
                "name",
                "kind",
                "unit",
                "last_progress_on",
                "declared_on",
                "cause",
                "location"),
            found),
        new Sheetful(
            71,
            "stoppage",
            "resumed",
            Form.CSV_GBK,
            Titles.said("titles.resumed"),
            Titles.said("senders.delivery"),
            List.of("code", "name", "resumed_on", "evidence", "valid_from"),
            resumed));
  }
}
