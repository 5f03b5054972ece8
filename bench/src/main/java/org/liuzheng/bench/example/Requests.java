package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Requests for information: most answered in time, two late, a few still open. */
final class Requests {
  private static final String WORDS = "openness";
  private static final String REGISTER = "disclosure_request";
  private static final int REQUESTS = 64;
  private static final int LIMIT = 15;
  private static final List<Integer> LATE = List.of(17, 41);
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 8);
  private static final LocalDate LAST = LocalDate.of(2018, 12, 27);
  private static final LocalDate TODAY = LocalDate.of(2019, 2, 10);
  private static final List<String> BODIES =
      List.of("gtj", "gtj", "zjj", "zjj", "ghj", "hbj", "fgj", "jyj", "zfj", "330205-fb");

  private static final List<String> RECEIVED =
      List.of(
          "number",
          "body",
          "legal_limit",
          "applicant",
          "applicant_kind",
          "subject",
          "channel",
          "received_on");
  private static final List<String> ANSWERED =
      List.of(
          "number",
          "correction_asked_on",
          "corrected_on",
          "consulted_days",
          "extended_days",
          "extension_approved_by",
          "extension_told_on",
          "answered_on",
          "answer",
          "answer_reason",
          "delivered_on",
          "remedy",
          "remedy_upheld",
          "valid_from");

  private final Dice dice = Dice.of("requests");
  private final YamlNode words;
  private final Sender sender;
  private final WorkedDays days;

  private Requests(YamlNode words, WorkedDays days) {
    this.words = words;
    this.sender = new Sender(words);
    this.days = days;
  }

  static List<Sheetful> all(WorkedDays days) {
    return Vocabulary.read(WORDS, root -> new Requests(root, days).sheets());
  }

  private List<Sheetful> sheets() {
    List<Map<String, String>> received = new ArrayList<>();
    List<Map<String, String>> answered = new ArrayList<>();
    List<LocalDate> came =
        java.util.stream.Stream.generate(() -> days.after(dice.day(FIRST, LAST), 0))
            .limit(REQUESTS)
            .sorted()
            .toList();
    for (int i = 0; i < came.size(); i++) {
      String number = "YSQ-2018-%03d".formatted(i + 1);
      received.add(received(number, came.get(i)));
      Map<String, String> answer = answered(number, came.get(i), LATE.contains(i));
      if (LocalDate.parse(answer.getOrDefault("answered_on", "")).isBefore(TODAY)) {
        answered.add(answer);
      }
    }
    int half = REQUESTS / 2;
    return List.of(
        sender.sheet(
            84,
            REGISTER,
            "2018-received-1",
            Form.WORKBOOK,
            sender.title("requests", 1),
            RECEIVED,
            received.subList(0, half)),
        sender.sheet(
            84,
            REGISTER,
            "2018-received-2",
            Form.CSV_GBK,
            sender.title("requests", 2),
            RECEIVED,
            received.subList(half, REQUESTS)),
        sender.sheet(
            85,
            REGISTER,
            "2018-answered",
            Form.CSV_WITH_MARK,
            sender.title("answered", 1),
            ANSWERED,
            answered));
  }

  private Map<String, String> received(String number, LocalDate day) {
    boolean firm = dice.percent(27);
    return Row.of("number", number)
        .with("body", Office.unit(dice.pick(BODIES)))
        .with("legal_limit", "open-answer")
        .when(
            firm,
            "applicant",
            dice.pick(Titles.list("firms.first"))
                + dice.pick(Titles.list("firms.second"))
                + Titles.said("firms.third"))
        .with("applicant_kind", firm ? "entity" : "person")
        .with("subject", said("asked").replace("{0}", said("about")))
        .with(
            "channel",
            dice.pick(
                List.of("online", "online", "online", "counter", "signed_mail", "plain_mail")))
        .with("received_on", day)
        .done();
  }

  private Map<String, String> answered(String number, LocalDate day, boolean late) {
    boolean corrected = dice.percent(11);
    LocalDate asked = days.after(day, dice.between(2, 6));
    boolean abandoned = corrected && dice.percent(30);
    LocalDate start = corrected && !abandoned ? days.after(asked, dice.between(3, 12)) : day;
    int consulted = !abandoned && dice.percent(14) ? dice.between(4, 14) : 0;
    boolean extended = !late && !abandoned && dice.percent(9);
    int more = extended ? dice.between(5, 15) : 0;
    int used = late ? LIMIT + dice.between(2, 6) : dice.between(4, LIMIT - 1);
    LocalDate answered = days.after(start, (extended ? LIMIT + more - 2 : used) + consulted);
    String answer =
        abandoned
            ? "abandoned"
            : dice.pick(
                List.of(
                    "disclosed",
                    "disclosed",
                    "disclosed",
                    "partly",
                    "absent",
                    "absent",
                    "refused",
                    "elsewhere"));
    boolean reviewed = !abandoned && dice.percent(6);
    return Row.of("number", number)
        .when(corrected, "correction_asked_on", asked)
        .when(corrected && !abandoned, "corrected_on", start)
        .when(consulted > 0, "consulted_days", consulted)
        .when(extended, "extended_days", more)
        .when(extended, "extension_approved_by", said("posts"))
        .when(extended, "extension_told_on", days.after(start, LIMIT - 2))
        .with("answered_on", answered)
        .with("answer", answer)
        .when(
            answer.equals("partly") || answer.equals("refused"), "answer_reason", said("refusals"))
        .with("delivered_on", days.after(answered, 1))
        .when(reviewed, "remedy", dice.percent(70) ? "review" : "lawsuit")
        .when(reviewed, "remedy_upheld", dice.percent(80))
        .with("valid_from", answered)
        .done();
  }

  private String said(String list) {
    return dice.pick(Vocabulary.texts(words.need(list)));
  }
}
