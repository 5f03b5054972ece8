package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What streets took in through one door, whom they whistled for, and what people asked for. */
final class Streets {
  private static final String WORDS = "streets";
  private static final int EVENTS = 340;
  private static final int WHISTLES = 58;
  private static final int APPEALS = 310;
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final LocalDate SUMMER = LocalDate.of(2018, 7, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<String> SOURCES =
      List.of("worker", "worker", "worker", "app", "hotline", "video", "patrol");
  private static final List<String> STREETS =
      Vocabulary.read(
          "projects",
          root ->
              root.need("places").entries().values().stream()
                  .map(p -> p.need("code").text())
                  .toList());

  private final Dice dice = Dice.of("streets");
  private final YamlNode words = Vocabulary.read(WORDS, root -> root);

  private Streets() {}

  static List<Sheetful> all() {
    Streets streets = new Streets();
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    sheets.addAll(streets.events());
    sheets.addAll(streets.whistles());
    sheets.addAll(streets.appeals());
    return sheets;
  }

  private String said(String title, Object... args) {
    String said = words.need("titles").need(title).text();
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  private String one(String list) {
    return dice.pick(Vocabulary.texts(words.need(list)));
  }

  private String one(String group, String key) {
    return dice.pick(Vocabulary.texts(words.need(group).need(key)));
  }

  private static Sheetful sheet(
      int order,
      String register,
      String what,
      Form form,
      String title,
      List<Map<String, String>> rows) {
    Map<String, Boolean> columns = new LinkedHashMap<>();
    rows.forEach(r -> r.keySet().stream().sorted().forEach(c -> columns.put(c, true)));
    List<String> ordered = new ArrayList<>(columns.keySet());
    ordered.sort((a, b) ->
        Boolean.compare(!a.equals("code"), !b.equals("code")) != 0
            ? Boolean.compare(!a.equals("code"), !b.equals("code"))
            : a.compareTo(b));
    return new Sheetful(
        order, register, what, form, title, Titles.said("senders.delivery"), ordered, rows);
  }

  private List<Sheetful> events() {
    List<List<Map<String, String>>> reported = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Map<String, String>>> closed = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < EVENTS; i++) {
      LocalDate day = dice.day(YEAR.plusDays(2), YEAR_END.minusDays(1));
      int half = day.isBefore(SUMMER) ? 0 : 1;
      String platform = dice.pick(List.copyOf(words.need("events").entries().keySet()));
      boolean larger = dice.percent(13);
      boolean merged = dice.percent(5) && !reported.get(half).isEmpty();
      String code = "SJ-%04d".formatted(i + 1);
      Row row =
          Row.of("code", code)
              .with("subject", one("events", platform))
              .with("source", dice.pick(SOURCES))
              .with("platform", platform)
              .with("level", larger ? "larger" : "usual")
              .with("grid", "W-%03d".formatted(dice.between(1, 302)))
              .with("reported_on", day);
      if (merged) {
        row.with("duplicate_of", Vocabulary.need(dice.pick(reported.get(half)), "code"));
      }
      reported.get(half).add(row.done());
      LocalDate done = day.plusDays(1 + dice.skewed(0, larger ? 18 : 12));
      LocalDate end = done.plusDays(dice.between(0, 2));
      if (!merged && !end.isAfter(YEAR_END)) {
        closed.get(end.isBefore(SUMMER) ? 0 : 1).add(closed(code, platform, day, done, end).done());
      }
    }
    return List.of(
        sheet(96, "street_event", "2018-1", Form.WORKBOOK, said("events", 1), reported.get(0)),
        sheet(96, "street_event", "2018-2", Form.CSV_GBK, said("events", 2), reported.get(1)),
        sheet(97, "street_event", "closed-1", Form.CSV, said("closed", 1), closed.get(0)),
        sheet(97, "street_event", "closed-2", Form.WORKBOOK, said("closed", 2), closed.get(1)));
  }

  private Row closed(String code, String platform, LocalDate day, LocalDate done, LocalDate end) {
    return Row.of("code", code)
        .with("accepted_on", day)
        .with("owner_unit", Office.unit(words.need("owners").need(platform).text()))
        .with("dispatched_on", day.plusDays(dice.percent(70) ? 0 : 1))
        .with("done_on", done)
        .with("handler", one("handlers"))
        .with("reworked", dice.percent(7) ? 1 : 0)
        .with("checked_by", one("checkers"))
        .with("closed_on", end)
        .with("valid_from", end);
  }

  private List<Sheetful> whistles() {
    List<String> kinds =
        List.of("stubborn", "stubborn", "enforcement", "enforcement", "enforcement", "emergency");
    List<Map<String, String>> blown = new ArrayList<>();
    List<Map<String, String>> solved = new ArrayList<>();
    List<Map<String, String>> calls = new ArrayList<>();
    for (int i = 0; i < WHISTLES; i++) {
      String code = "SZ-%03d".formatted(i + 1);
      String kind = dice.pick(kinds);
      LocalDate day = dice.day(LocalDate.of(2018, 3, 12), YEAR_END.minusDays(6));
      boolean down = dice.percent(7);
      String place = dice.pick(Vocabulary.texts(words.need("whistles").need(kind)));
      blown.add(
          Row.of("code", code)
              .with("problem", place)
              .with("kind", kind)
              .with("street", dice.pick(STREETS))
              .with("blower", one("posts"))
              .with("place", "W-%03d".formatted(dice.between(1, 302)))
              .with("blown_on", day)
              .when(down, "turned_down", words.need("reasons").need("turned_down").text())
              .done());
      List<Office> called = dice.some(dice.between(2, 4), Office.all());
      called.forEach(o -> calls.add(call(code, kind, o.unit(), day)));
      LocalDate end = day.plusDays(kind.equals("emergency") ? 1 : dice.between(3, 40));
      if (!down && dice.percent(90) && !end.isAfter(YEAR_END)) {
        solved.add(
            Row.of("code", code)
                .with("solved_on", end)
                .with("confirmed_by", dice.pick(List.of("residents", "residents", "checker")))
                .with("valid_from", end)
                .done());
      }
    }
    return List.of(
        sheet(97, "whistle", "1-blown", Form.WORKBOOK, said("whistles"), blown),
        sheet(97, "whistle", "2-solved", Form.CSV_GBK, said("solved"), solved),
        sheet(98, "whistle_call", "2018", Form.CSV_WITH_MARK, said("calls"), calls));
  }

  private Map<String, String> call(String whistle, String kind, String unit, LocalDate day) {
    int fate = dice.between(1, 100);
    boolean came = fate <= 91;
    int most = kind.equals("emergency") ? 10 : kind.equals("enforcement") ? 30 : 60;
    int signed = dice.percent(88) ? dice.between(1, most) : most + dice.between(3, 90);
    String outcome = came ? "came" : fate <= 96 ? "sent_back" : "missed";
    return Row.of("whistle", whistle)
        .with("unit", unit)
        .with("called_on", day)
        .with("signed_minutes", signed)
        .when(came, "arrived_minutes", signed + dice.between(12, most * 3))
        .with("outcome", outcome)
        .when(!came, "reason", came ? "" : words.need("reasons").need(outcome).text())
        .when(came, "mark", 100 - dice.skewed(0, 28))
        .done();
  }

  private List<Sheetful> appeals() {
    List<String> topics = List.copyOf(words.need("appeals").entries().keySet());
    List<List<Map<String, String>>> received = List.of(new ArrayList<>(), new ArrayList<>());
    List<List<Map<String, String>>> answered = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < APPEALS; i++) {
      String code = "SQ-%04d".formatted(i + 1);
      String topic = dice.pick(topics);
      LocalDate day = dice.day(YEAR.plusDays(1), YEAR_END.minusDays(1));
      boolean out = dice.percent(4);
      String urgency =
          topic.equals("utilities")
              ? "utility"
              : dice.percent(4) ? "emergency" : dice.percent(14) ? "complex" : "usual";
      received
          .get(day.isBefore(SUMMER) ? 0 : 1)
          .add(
              Row.of("code", code)
                  .with("subject", one("appeals", topic))
                  .with("topic", topic)
                  .with("urgency", urgency)
                  .with("street", dice.pick(STREETS))
                  .with(
                      "unit",
                      dice.percent(55) ? dice.pick(STREETS) : dice.pick(Office.all()).unit())
                  .with("received_on", day)
                  .when(out, "left_out", dice.pick(List.of("other_way", "repeated")))
                  .when(out, "left_out_by", one("reviewers"))
                  .done());
      LocalDate contacted =
          day.plusDays(urgency.equals("emergency") || dice.percent(60) ? 0 : dice.between(1, 3));
      LocalDate replied = contacted.plusDays(1 + dice.skewed(0, 14));
      LocalDate called = replied.plusDays(dice.between(1, 7));
      if (!out && !called.isAfter(YEAR_END)) {
        boolean solved = dice.percent(83);
        answered
            .get(called.isBefore(SUMMER) ? 0 : 1)
            .add(
                Row.of("code", code)
                    .with("contacted_on", contacted)
                    .with("replied_on", replied)
                    .with("called_back_on", called)
                    .with("solved", solved)
                    .with("satisfied", solved ? dice.percent(96) : dice.percent(45))
                    .with("valid_from", called)
                    .done());
      }
    }
    return List.of(
        sheet(97, "appeal", "1-received-1", Form.CSV_GBK, said("appeals", 1), received.get(0)),
        sheet(97, "appeal", "1-received-2", Form.WORKBOOK, said("appeals", 2), received.get(1)),
        sheet(97, "appeal", "2-answered-1", Form.CSV, said("answered", 1), answered.get(0)),
        sheet(97, "appeal", "2-answered-2", Form.WORKBOOK, said("answered", 2), answered.get(1)));
  }
}
