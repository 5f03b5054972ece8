package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Households.Cadre;
import org.liuzheng.bench.example.Households.Household;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What was heard on visits, and what became of it; the closing rows came each quarter. */
final class Problems {
  private static final int MANY = 1980;
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<String> VISIT =
      List.of("cadre", "visited_on", "visited_at", "household", "mode", "met", "distance");
  private static final List<String> ENTERED =
      List.of(
          "code",
          "visit",
          "kind",
          "subject",
          "urgency",
          "street",
          "registered_on",
          "triaged_on",
          "owner_unit",
          "due_on");
  private static final List<String> ANSWERED =
      List.of(
          "code",
          "answered_on",
          "answer",
          "review_on",
          "handled_by",
          "called_back_on",
          "called_back_by",
          "resident_view",
          "closed_on",
          "valid_from");

  private final Dice dice = Dice.of("problems");
  private final List<Cadre> cadres;
  private final List<Problem> problems = new ArrayList<>();

  private record Problem(
      String code,
      Household household,
      LocalDate visited,
      String minute,
      String kind,
      LocalDate sorted,
      boolean far) {
    String visit() {
      return household.cadre().code() + "/" + visited + "/" + minute;
    }
  }

  private Problems(Households all) {
    this.cadres = all.cadres().stream().filter(c -> c.kind().equals("street")).toList();
    hear(all.households());
  }

  static List<Sheetful> all(Households households) {
    Problems problems = new Problems(households);
    List<Sheetful> sheets = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      int q = quarter;
      Predicate<Problem> then = p -> (p.visited().getMonthValue() + 2) / 3 == q;
      sheets.add(problems.visits(quarter, then));
      sheets.add(problems.entered(quarter, then));
    }
    sheets.addAll(problems.answered());
    return sheets;
  }

  private void hear(List<Household> all) {
    List<String> kinds =
        Vocabulary.read(
            Households.WORDS, root -> List.copyOf(root.need("problems").entries().keySet()));
    List<Household> visited = all.stream().filter(h -> h.visited().isPresent()).toList();
    Set<String> taken = new HashSet<>();
    for (Household h : dice.some(MANY, visited)) {
      LocalDate day = h.visited().orElseThrow();
      String minute = "%02d%02d".formatted(dice.between(9, 20), dice.between(0, 59));
      if (taken.add(h.cadre().code() + day + minute)) {
        problems.add(
            new Problem(
                "MQ-%04d".formatted(problems.size() + 1),
                h,
                day,
                minute,
                kinds.get(dice.skewed(0, kinds.size() - 1)),
                day.plusDays(dice.percent(91) ? dice.between(0, 2) : dice.between(4, 9)),
                dice.percent(1)));
      }
    }
  }

  private Sheetful visits(int quarter, Predicate<Problem> which) {
    return new Sheetful(
        97,
        "visit",
        "2018-q" + quarter,
        quarter % 2 == 0 ? Form.WORKBOOK : Form.CSV,
        Households.said("visits", quarter),
        Titles.said("senders.delivery"),
        VISIT,
        problems.stream().filter(which).map(this::visit).toList());
  }

  private Map<String, String> visit(Problem p) {
    boolean evening = p.minute().compareTo("1730") > 0;
    return Row.of("cadre", p.household().cadre().code())
        .with("visited_on", p.visited())
        .with("visited_at", p.minute())
        .with("household", p.household().code())
        .with("mode", evening ? "evening" : "door")
        .with("met", dice.between(1, p.household().residents()))
        .with("distance", p.far() ? dice.between(420, 3300) : dice.skewed(2, 190))
        .done();
  }

  private Sheetful entered(int quarter, Predicate<Problem> which) {
    Map<String, YamlNode> subjects =
        Vocabulary.read(Households.WORDS, root -> root.need("problems").entries());
    Map<String, YamlNode> owners =
        Vocabulary.read(Households.WORDS, root -> root.need("owners").entries());
    return new Sheetful(
        98,
        "household_problem",
        "2018-q" + quarter,
        quarter % 2 == 0 ? Form.CSV_GBK : Form.WORKBOOK,
        Households.said("problems", quarter),
        Titles.said("senders.delivery"),
        ENTERED,
        problems.stream()
            .filter(which)
            .map(p -> {
              boolean urgent = dice.percent(12);
              return Row.of("code", p.code())
                  .with("visit", p.visit())
                  .with("kind", p.kind())
                  .with(
                      "subject",
                      p.household().grid().community()
                          + dice.pick(Vocabulary.texts(Vocabulary.need(subjects, p.kind()))))
                  .with("urgency", urgent ? "urgent" : "usual")
                  .with("street", p.household().grid().street())
                  .with("registered_on", p.visited())
                  .with("triaged_on", p.sorted())
                  .with(
                      "owner_unit",
                      dice.percent(38)
                          ? p.household().grid().street()
                          : Office.unit(Vocabulary.need(owners, p.kind()).text()))
                  .with("due_on", p.sorted().plusDays(urgent ? 5 : 15))
                  .done();
            })
            .toList());
  }

  private List<Sheetful> answered() {
    List<List<Map<String, String>>> quarters =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Problem p : problems) {
      LocalDate answered = p.sorted().plusDays(1 + dice.skewed(0, 34));
      LocalDate called = answered.plusDays(dice.between(1, 12));
      int fate = dice.between(1, 100);
      LocalDate closed = called.plusDays(dice.between(0, 4));
      LocalDate last = fate <= 4 ? answered : closed;
      Optional<Map<String, String>> row =
          last.isAfter(YEAR_END)
              ? Optional.empty()
              : Optional.of(
                  fate <= 4 ? deferred(p, answered) : called(p, answered, called, closed, fate));
      row.ifPresent(r -> quarters.get(Math.max(0, (last.getMonthValue() + 2) / 3 - 2)).add(r));
    }
    List<Sheetful> sheets = new ArrayList<>();
    for (int i = 0; i < quarters.size(); i++) {
      sheets.add(
          new Sheetful(
              99,
              "household_problem",
              "answered-" + (i + 1),
              i == 1 ? Form.CSV_WITH_MARK : Form.WORKBOOK,
              Households.said("answers", i + 1),
              Titles.said("senders.delivery"),
              ANSWERED,
              quarters.get(i)));
    }
    return sheets;
  }

  private static Map<String, String> deferred(Problem p, LocalDate answered) {
    return Row.of("code", p.code())
        .with("answered_on", answered)
        .with("answer", "deferred")
        .with("review_on", answered.plusDays(90))
        .with("handled_by", p.household().cadre().code())
        .with("valid_from", answered)
        .done();
  }

  private Map<String, String> called(
      Problem p, LocalDate answered, LocalDate called, LocalDate closed, int fate) {
    boolean explained = fate <= 17;
    boolean not = fate > 96;
    Cadre other = dice.pick(cadres);
    String caller =
        other.equals(p.household().cadre())
            ? cadres.get((cadres.indexOf(other) + 1) % cadres.size()).code()
            : other.code();
    return Row.of("code", p.code())
        .with("answered_on", answered)
        .with("answer", explained ? "explained" : "solved")
        .with("handled_by", p.household().cadre().code())
        .with("called_back_on", called)
        .with("called_back_by", caller)
        .with("resident_view", not ? "not_solved" : explained ? "accepts" : "solved")
        .when(!not, "closed_on", closed)
        .with("valid_from", not ? called : closed)
        .done();
  }
}
