package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Firms' investments on their way through the stages of approval. */
final class Approvals {
  private static final String WORDS = "approvals";
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 9);
  private static final LocalDate LAST = LocalDate.of(2018, 8, 30);
  private static final int SIDE_BY_SIDE = 3;

  private final Dice dice = Dice.of("approvals");
  private final YamlNode words;
  private final Sender sender;
  private final WorkedDays days;
  private final List<Map<String, String>> projects = new ArrayList<>();
  private final List<Map<String, String>> runs = new ArrayList<>();
  private final List<Map<String, String>> items = new ArrayList<>();

  private Approvals(YamlNode words, WorkedDays days) {
    this.words = words;
    this.sender = new Sender(words);
    this.days = days;
  }

  static List<Sheetful> all(WorkedDays days) {
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    List<Map<String, String>> stages =
        sheets.stream()
            .filter(s -> s.register().equals("approval_stage"))
            .findFirst()
            .orElseThrow()
            .rows();
    Vocabulary.read(
        WORDS,
        root -> {
          Approvals approvals = new Approvals(root, days);
          for (String name : Vocabulary.texts(root.need("projects"))) {
            approvals.project(name, stages);
          }
          return sheets.addAll(approvals.sheets());
        });
    sheets.addAll(Tenders.all(days));
    return sheets;
  }

  private void project(String name, List<Map<String, String>> stages) {
    List<YamlNode> places =
        Vocabulary.read(
            "projects", root -> root.need("places").entries().values().stream().toList());
    LocalDate coded = days.after(dice.day(FIRST, LAST), 0);
    String code =
        "2018-330205-%02d-03-%06d".formatted(dice.between(13, 40), dice.between(1042, 98_731));
    boolean standard = dice.percent(45);
    LocalDate opens = coded;
    Optional<LocalDate> started = Optional.empty();
    Optional<LocalDate> registered = Optional.empty();
    String before = "";
    for (Map<String, String> stage : stages) {
      String run = stage.getOrDefault("code", "");
      Optional<LocalDate> closed = run(code, stage, before, opens);
      if (closed.isEmpty()) {
        break;
      }
      before = code + "/" + run;
      opens = days.after(closed.get(), dice.between(2, 12));
      if (run.equals("stage-3")) {
        started = Optional.of(days.after(closed.get(), dice.between(1, 8)));
        opens = days.after(opens, dice.between(60, 160));
      }
      if (run.equals("stage-4")) {
        registered = closed;
      }
    }
    started = started.filter(Enforcement::told);
    boolean begun = started.isPresent();
    Row row =
        Row.of("code", code)
            .with("name", name)
            .with("investor", firm())
            .with("kind", dice.percent(85) ? "filing" : "approval")
            .with("unit", dice.pick(places).need("code").text())
            .with("total_invest", 1_150 + 35 * dice.skewed(3, 620))
            .with("area", dice.between(9, 78))
            .when(dice.percent(70), "delegate", dice.pick(list("delegates")))
            .with("standard_land", standard)
            .when(standard, "invest_per_mu", 320 + 5 * dice.between(0, 46))
            .when(standard, "tax_per_mu", dice.between(19, 42))
            .when(standard, "energy", "0." + dice.between(11, 38))
            .when(standard, "emission", "0.0" + dice.between(3, 9))
            .with("coded_on", coded)
            .when(begun, "started_on", started.orElse(coded));
    registered
        .filter(Enforcement::told)
        .filter(d -> begun)
        .ifPresent(d -> row.with("registered_on", d));
    projects.add(row.done());
  }

  /** Three items side by side, then the one that needs them; the day it closed, if it has. */
  private Optional<LocalDate> run(
      String code, Map<String, String> stage, String before, LocalDate opens) {
    String name = stage.getOrDefault("code", "");
    if (!Enforcement.told(opens)) {
      return Optional.empty();
    }
    List<YamlNode> wanted = words.need("items").need(name).items();
    int suspended = dice.percent(30) ? dice.between(4, 12) : 0;
    int idle = dice.skewed(0, 4);
    int longest = 0;
    List<int[]> spans = new ArrayList<>();
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      int length = dice.between(2, 9) + (i == 0 ? suspended + 4 : 0);
      longest = Math.max(longest, length);
      spans.add(new int[] {0, length});
    }
    int last = dice.between(1, 7) + (dice.percent(8) ? 8 : 0);
    spans.add(new int[] {longest + idle, longest + idle + last});
    LocalDate closed = days.after(opens, longest + idle + last);
    int undecided = 0;
    for (int i = 0; i < wanted.size(); i++) {
      List<String> item = Vocabulary.texts(wanted.get(i));
      LocalDate accepted = days.after(opens, spans.get(i)[0]);
      LocalDate decided = days.after(opens, spans.get(i)[1]);
      boolean done = Enforcement.told(decided);
      undecided += done ? 0 : 1;
      if (Enforcement.told(accepted)) {
        items.add(
            Row.of("item", item.getFirst())
                .with("stage_run", code + "/" + name)
                .with("department", Office.unit(item.get(1)))
                .with("kind", item.get(2))
                .with("mandatory", true)
                .with("accepted_on", accepted)
                .when(done, "decided_on", decided)
                .with("suspended_days", i == 0 ? suspended : 0)
                .when(done, "outcome", "granted")
                .done());
      }
    }
    boolean over = undecided == 0;
    runs.add(
        Row.of("project", code)
            .with("stage", name)
            .when(!before.isEmpty(), "previous", before)
            .with("lead_unit", stage.getOrDefault("lead_unit", ""))
            .with("opened_on", opens)
            .when(over, "closed_on", closed)
            .with("idle_days", idle)
            .with("excluded_days", suspended)
            .with("undecided", undecided)
            .done());
    return over ? Optional.of(closed) : Optional.empty();
  }

  private String firm() {
    return dice.pick(Titles.list("firms.first"))
        + dice.pick(Titles.list("firms.second"))
        + Titles.said("firms.third");
  }

  private List<String> list(String key) {
    return Vocabulary.texts(words.need(key));
  }

  private List<Sheetful> sheets() {
    return List.of(
        sender.sheet(
            38,
            "approval_project",
            "2018",
            Form.WORKBOOK,
            sender.title("projects"),
            Sheetful.used(
                List.of(
                    "code",
                    "name",
                    "investor",
                    "kind",
                    "unit",
                    "total_invest",
                    "area",
                    "delegate",
                    "standard_land",
                    "invest_per_mu",
                    "tax_per_mu",
                    "energy",
                    "emission",
                    "coded_on",
                    "started_on",
                    "registered_on"),
                projects),
            projects),
        sender.sheet(
            38,
            "stage_run",
            "2018",
            Form.CSV_WITH_MARK,
            sender.title("runs"),
            Sheetful.used(
                List.of(
                    "project",
                    "stage",
                    "previous",
                    "lead_unit",
                    "opened_on",
                    "closed_on",
                    "idle_days",
                    "excluded_days",
                    "undecided"),
                runs),
            runs),
        sender.sheet(
            39,
            "stage_item",
            "2018",
            Form.WORKBOOK,
            sender.title("items"),
            Sheetful.used(
                List.of(
                    "item",
                    "stage_run",
                    "department",
                    "kind",
                    "mandatory",
                    "accepted_on",
                    "decided_on",
                    "suspended_days",
                    "outcome"),
                items),
            items));
  }
}
