package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Sheetful.Form;

/**
 * What offices promised in public, and what the leaders' meetings decided. What is overdue is taken
 * up again at the next meeting.
 */
final class Promises {
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final int MEETINGS = 13;
  private static final LocalDate FIRST_MEETING = LocalDate.of(2018, 3, 27);
  private static final int AMENDED = 4;

  private final Dice dice = Dice.of("promises");
  private final List<SubProject> projects;
  private final List<Decision> decisions = new ArrayList<>();

  private record Decision(
      String code,
      int meeting,
      String obstacle,
      String text,
      String unit,
      LocalDate due,
      Optional<LocalDate> done,
      String from) {

    boolean overdue() {
      return done.filter(d -> !d.isAfter(due)).isEmpty();
    }
  }

  private Promises(List<SubProject> projects) {
    this.projects = projects;
  }

  /**
   * @param obstacles the sheets that say which obstacles were raised
   */
  static List<Sheetful> all(List<SubProject> projects, List<Sheetful> obstacles) {
    Promises promises = new Promises(projects);
    List<Sheetful> sheets = new ArrayList<>(promises.promised());
    promises.decide(
        obstacles.stream()
            .filter(s -> s.fields().contains("raised_on"))
            .flatMap(s -> s.rows().stream())
            .toList());
    sheets.add(promises.meetings());
    sheets.add(promises.decided("1", Form.WORKBOOK, d -> d.meeting() < 6));
    sheets.add(promises.decided("2", Form.CSV_GBK, d -> d.meeting() >= 6));
    sheets.add(promises.done());
    return sheets;
  }

  private List<Sheetful> promised() {
    List<String> texts = Land.list("promises");
    List<String> posts = Titles.list("posts");
    List<Map<String, String>> made = new ArrayList<>();
    List<Map<String, String>> kept = new ArrayList<>();
    List<Map<String, String>> amended = new ArrayList<>();
    List<Map<String, String>> anew = new ArrayList<>();
    List<SubProject> those = dice.shuffled(projects);
    for (int i = 0; i < those.size() + 24; i++) {
      SubProject p = those.get(i % those.size());
      LocalDate day = p.times().issued().plusDays(dice.between(3, 30));
      LocalDate due = dice.day(LocalDate.of(2018, 5, 15), LocalDate.of(2018, 12, 25));
      String text = texts.get((i + i / those.size()) % texts.size()).replace("{0}", p.name());
      String post = dice.pick(posts);
      made.add(promise(i + 1, p, text, post, day, due, ""));
      int fate = dice.between(1, 100);
      if (amended.size() < AMENDED && fate > 92) {
        LocalDate on = due.minusDays(dice.between(4, 20));
        amended.add(
            Row.of("code", code(i + 1)).with("amended_on", on).with("valid_from", on).done());
        anew.add(promise(200 + amended.size(), p, text, post, on, on.plusDays(45), code(i + 1)));
      } else if (fate <= 96) {
        LocalDate on =
            fate <= 88 ? due.minusDays(dice.skewed(0, 25)) : due.plusDays(dice.between(2, 19));
        if (!on.isAfter(YEAR_END)) {
          kept.add(
              Row.of("code", code(i + 1))
                  .with("kept_on", on)
                  .with("evidence", Land.said("proof", dice.between(100, 989)))
                  .with("valid_from", on)
                  .done());
        }
      }
    }
    return List.of(
        promises(75, "made", Form.WORKBOOK, Land.said("promises"), made),
        promises(76, "amended-1", Form.CSV_WITH_MARK, Land.said("amended"), amended),
        promises(76, "amended-2", Form.CSV, Land.said("amended"), anew),
        promises(77, "kept", Form.CSV_GBK, Land.said("kept"), kept));
  }

  private static String code(int number) {
    return "CN-%03d".formatted(number);
  }

  private static Map<String, String> promise(
      int number,
      SubProject p,
      String text,
      String post,
      LocalDate day,
      LocalDate due,
      String replaces) {
    return Row.of("code", code(number))
        .with("promise", text)
        .with("unit", p.office())
        .with("post", post)
        .with("project", p.code())
        .with("promised_on", day)
        .with("due_on", due)
        .with("published_on", day.plusDays(2))
        .when(!replaces.isEmpty(), "replaces", replaces)
        .with("valid_from", day)
        .done();
  }

  /** A blank cell empties a field, so rows that say other things stand in files of their own. */
  private static Sheetful promises(
      int order, String what, Form form, String title, List<Map<String, String>> rows) {
    return new Sheetful(
        order,
        "commitment",
        what,
        form,
        title,
        Titles.said("senders.delivery"),
        Sheetful.used(
            List.of(
                "code",
                "promise",
                "unit",
                "post",
                "project",
                "promised_on",
                "due_on",
                "published_on",
                "replaces",
                "amended_on",
                "kept_on",
                "evidence",
                "valid_from"),
            rows),
        rows);
  }

  private static LocalDate held(int meeting) {
    return FIRST_MEETING.plusDays(meeting * 22L + meeting % 3);
  }

  private void decide(List<Map<String, String>> obstacles) {
    List<String> actions = Land.list("actions");
    List<String> offices = projects.stream().map(SubProject::office).distinct().toList();
    LocalDate last = held(MEETINGS - 1);
    for (int m = 0; m < MEETINGS; m++) {
      LocalDate day = held(m);
      for (Decision old : overdue(m)) {
        add(
            m,
            old.obstacle(),
            Land.said("carried", old.text()),
            old.unit(),
            day.plusDays(24),
            old.code(),
            last);
      }
      List<Map<String, String>> known =
          obstacles.stream()
              .filter(o -> LocalDate.parse(Vocabulary.need(o, "raised_on")).isBefore(day))
              .toList();
      for (Map<String, String> o : dice.some(dice.between(3, 5), known)) {
        add(
            m,
            Vocabulary.need(o, "code"),
            dice.pick(actions).replace("{0}", Vocabulary.need(o, "subject")),
            dice.pick(offices),
            day.plusDays(dice.between(14, 40)),
            "",
            last);
      }
    }
  }

  /** Those that were due before this meeting and not before the one before it. */
  private List<Decision> overdue(int meeting) {
    return decisions.stream()
        .filter(d -> d.overdue() && d.due().isBefore(held(meeting)))
        .filter(d -> decisions.stream().noneMatch(n -> n.from().equals(d.code())))
        .toList();
  }

  private void add(
      int meeting,
      String obstacle,
      String text,
      String unit,
      LocalDate due,
      String from,
      LocalDate last) {
    boolean late = due.isBefore(last) && dice.percent(19);
    LocalDate done = late ? due.plusDays(dice.between(2, 30)) : due.minusDays(dice.skewed(0, 11));
    boolean never = (late && dice.percent(25)) || done.isAfter(YEAR_END);
    decisions.add(
        new Decision(
            "JD-%03d".formatted(decisions.size() + 1),
            meeting,
            obstacle,
            text,
            unit,
            due,
            never ? Optional.empty() : Optional.of(done),
            from));
  }

  private Sheetful meetings() {
    List<String> chairs = Land.list("chairs");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int m = 0; m < MEETINGS; m++) {
      rows.add(
          Row.of("code", meeting(m))
              .with("name", Land.said("meeting", m + 1))
              .with("held_on", held(m))
              .with("chair", chairs.get(m % 4 == 3 ? 1 : 0))
              .with("minutes", Land.said("minutes", 4 + m * 3))
              .done());
    }
    return new Sheetful(
        77,
        "leader_meeting",
        "2018",
        Form.CSV,
        Land.said("meetings"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "held_on", "chair", "minutes"),
        rows);
  }

  private static String meeting(int number) {
    return "PN-2018-%02d".formatted(number + 1);
  }

  private Sheetful decided(String half, Form form, Predicate<Decision> which) {
    List<Map<String, String>> rows =
        decisions.stream()
            .filter(which)
            .map(d ->
                Row.of("code", d.code())
                    .with("meeting", meeting(d.meeting()))
                    .with("obstacle", d.obstacle())
                    .with("decision", d.text())
                    .with("unit", d.unit())
                    .with("decided_on", held(d.meeting()))
                    .with("due_on", d.due())
                    .when(!d.from().isEmpty(), "carried_from", d.from())
                    .done())
            .toList();
    return new Sheetful(
        78,
        "meeting_decision",
        "2018-" + half,
        form,
        Land.said("decisions", half),
        Titles.said("senders.delivery"),
        List.of(
            "code",
            "meeting",
            "obstacle",
            "decision",
            "unit",
            "decided_on",
            "due_on",
            "carried_from"),
        rows);
  }

  private Sheetful done() {
    return new Sheetful(
        79,
        "meeting_decision",
        "done",
        Form.WORKBOOK,
        Land.said("done"),
        Titles.said("senders.delivery"),
        List.of("code", "done_on", "evidence", "valid_from"),
        decisions.stream()
            .filter(d -> d.done().isPresent())
            .map(d ->
                Row.of("code", d.code())
                    .with("done_on", d.done().orElseThrow())
                    .with("evidence", Land.said("proof", dice.between(100, 989)))
                    .with("valid_from", d.done().orElseThrow())
                    .done())
            .toList());
  }
}
