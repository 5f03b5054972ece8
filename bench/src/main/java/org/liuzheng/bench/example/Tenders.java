package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Tenders with the days of their steps, a few objections, and what people say at the windows. */
final class Tenders {
  private static final String WORDS = "approvals";
  private static final int RATINGS = 72;
  private static final int TOO_SHORT = 3;
  private static final List<Integer> BAD = List.of(7, 19, 31, 44, 58, 66);

  private final Dice dice = Dice.of("tenders");
  private final YamlNode words;
  private final Sender sender;
  private final WorkedDays days;
  private final List<Map<String, String>> tenders = new ArrayList<>();
  private final List<Map<String, String>> steps = new ArrayList<>();
  private final List<Map<String, String>> objections = new ArrayList<>();

  private Tenders(YamlNode words, WorkedDays days) {
    this.words = words;
    this.sender = new Sender(words);
    this.days = days;
  }

  static List<Sheetful> all(WorkedDays days) {
    return Vocabulary.read(
        WORDS,
        root -> {
          Tenders tenders = new Tenders(root, days);
          List<String> names = Vocabulary.texts(root.need("tenders"));
          List<String> offices = Vocabulary.texts(root.need("tender_offices"));
          for (int i = 0; i < names.size(); i++) {
            tenders.tender(i, names.get(i), Office.unit(offices.get(i)));
          }
          List<Sheetful> sheets = new ArrayList<>(tenders.sheets());
          sheets.addAll(tenders.ratings());
          return sheets;
        });
  }

  /** One prepared bids in eighteen days, and its steps show it. */
  private void tender(int i, String name, String unit) {
    String code = "ZB-2018-%02d".formatted(i + 1);
    LocalDate registered =
        days.after(dice.day(LocalDate.of(2018, 1, 8), LocalDate.of(2018, 10, 25)), 0);
    LocalDate sold = days.after(registered, dice.between(3, 9));
    LocalDate deadline = sold.plusDays(i == TOO_SHORT ? 18 : 20 + dice.skewed(0, 14));
    LocalDate report = days.after(deadline, dice.between(1, 3));
    LocalDate shown = days.after(report, dice.between(0, 1));
    LocalDate shownUntil = shown.plusDays(dice.between(3, 6));
    LocalDate awarded = days.after(shownUntil, dice.between(1, 4));
    LocalDate contract = awarded.plusDays(dice.between(6, 28));
    LocalDate returned = contract.plusDays(dice.percent(90) ? dice.between(1, 5) : 9);
    int estimate = 18_000 + dice.skewed(300, 480_000);
    int price = (int) ((long) estimate * dice.between(842, 985) / 1000);
    boolean failed = i == TOO_SHORT + 4;
    boolean over = !failed && Enforcement.told(contract);
    tenders.add(
        Row.of("code", code)
            .with("name", name)
            .with("unit", unit)
            .with("method", dice.percent(88) ? "open" : "invited")
            .with("estimate", BigDecimal.valueOf(estimate, 2))
            .with("bid_bond", BigDecimal.valueOf(estimate / 50 / 100 * 100L, 2))
            .with("registered_on", registered)
            .with("deadline_on", deadline)
            .with("opened_on", deadline)
            .with("bids", failed ? 2 : dice.between(3, 14))
            .with("late_bids_refused", dice.skewed(0, 2))
            .with("committee", 7)
            .with("experts", dice.between(5, 6))
            .with("experts_drawn", true)
            .when(!failed, "winner", firm())
            .when(!failed, "winning_price", BigDecimal.valueOf(price, 2))
            .when(over, "contract_on", contract)
            .when(over, "contract_price", BigDecimal.valueOf(price, 2))
            .when(over, "performance_bond", BigDecimal.valueOf(price / 20, 2))
            .with("state", failed ? "failed" : over ? "contracted" : "shown")
            .done());
    step(code, "sale", "bid-sale", sold, sold.plusDays(5 + dice.between(0, 4)));
    step(code, "preparation", "bid-preparation", sold, deadline);
    if (dice.percent(40)) {
      step(code, "clarification", "bid-clarification", deadline.minusDays(16), deadline);
    }
    if (!failed) {
      step(code, "report", "bid-report", report, shown);
      step(code, "notice", "bid-notice", shown, shownUntil);
      step(code, "contract", "bid-contract", awarded, contract);
      step(code, "filing", "bid-filing", awarded, awarded.plusDays(dice.between(3, 15)));
      step(code, "bond", "bid-bond", contract, returned);
    }
    if (dice.percent(36)) {
      boolean result = dice.percent(60);
      LocalDate raised = result ? shown.plusDays(1) : deadline.minusDays(11);
      objections.add(
          Row.of("tender", code)
              .with("number", 1)
              .with("kind", result && !failed ? "result" : "documents")
              .with("legal_limit", "bid-objection")
              .with("raised_on", raised)
              .with("suspended", true)
              .with("answered_on", raised.plusDays(dice.between(1, 3)))
              .with("upheld", dice.percent(25))
              .done());
    }
  }

  private void step(String tender, String step, String limit, LocalDate from, LocalDate to) {
    if (Enforcement.told(from)) {
      steps.add(
          Row.of("tender", tender)
              .with("step", step)
              .with("legal_limit", limit)
              .with("begun_on", from)
              .when(Enforcement.told(to), "ended_on", to)
              .done());
    }
  }

  private String firm() {
    return dice.pick(Titles.list("firms.first"))
        + dice.pick(Titles.list("firms.second"))
        + Titles.said("firms.third");
  }

  private List<Sheetful> sheets() {
    return List.of(
        sender.sheet(
            38,
            "tender",
            "2018",
            Form.CSV_GBK,
            sender.title("tenders"),
            List.of(
                "code",
                "name",
                "unit",
                "method",
                "estimate",
                "bid_bond",
                "registered_on",
                "deadline_on",
                "opened_on",
                "bids",
                "late_bids_refused",
                "committee",
                "experts",
                "experts_drawn",
                "winner",
                "winning_price",
                "contract_on",
                "contract_price",
                "performance_bond",
                "state"),
            tenders),
        sender.sheet(
            39,
            "tender_step",
            "2018",
            Form.WORKBOOK,
            sender.title("steps"),
            List.of("tender", "step", "legal_limit", "begun_on", "ended_on"),
            steps),
        sender.sheet(
            39,
            "tender_objection",
            "2018",
            Form.CSV,
            sender.title("objections"),
            List.of(
                "tender",
                "number",
                "kind",
                "legal_limit",
                "raised_on",
                "suspended",
                "answered_on",
                "upheld"),
            objections));
  }

  /** Bad ratings are looked into by somebody else; one takes too long, one is not closed yet. */
  private List<Sheetful> ratings() {
    List<Map<String, String>> given = new ArrayList<>();
    List<Map<String, String>> closed = new ArrayList<>();
    List<LocalDate> on = new ArrayList<>();
    while (on.size() < RATINGS) {
      on.add(days.after(dice.day(LocalDate.of(2018, 1, 15), LocalDate.of(2018, 12, 20)), 0));
    }
    on.sort(LocalDate::compareTo);
    for (int i = 0; i < RATINGS; i++) {
      String number = "PJ-2018-%04d".formatted(i + 1);
      boolean bad = BAD.contains(i);
      boolean named = bad && dice.percent(60);
      String post = dice.pick(Vocabulary.texts(words.need("rated_posts")));
      given.add(
          Row.of("number", number)
              .with("unit", dice.pick(Office.all()).unit())
              .with("channel", dice.pick(List.of("counter", "counter", "online", "sms", "phone")))
              .with("named", named)
              .with("rated_on", on.get(i))
              .with("level", bad ? dice.between(1, 2) : dice.percent(80) ? 5 : dice.between(3, 4))
              .when(bad, "legal_limit", "rating-rectify")
              .when(bad, "rated_post", post)
              .done());
      if (bad && i != BAD.getLast()) {
        LocalDate verified = days.after(on.get(i), dice.between(1, 4));
        LocalDate end = days.after(on.get(i), i == BAD.getFirst() ? 18 : dice.between(6, 14));
        closed.add(
            Row.of("number", number)
                .with("verified_on", verified)
                .with("finding", dice.pick(List.of("rectify", "rectify", "explain", "mistaken")))
                .with("called_back_on", end.minusDays(1))
                .with("closed_on", end)
                .with("rated_post", post)
                .with("closed_by", dice.pick(Vocabulary.texts(words.need("closers"))))
                .with("valid_from", end)
                .done());
      }
    }
    return List.of(
        sender.sheet(
            32,
            "service_rating",
            "2018",
            Form.WORKBOOK,
            sender.title("ratings"),
            List.of(
                "number",
                "unit",
                "channel",
                "named",
                "rated_on",
                "level",
                "legal_limit",
                "rated_post"),
            given),
        sender.sheet(
            33,
            "service_rating",
            "2018-closed",
            Form.CSV_GBK,
            sender.title("closed"),
            List.of(
                "number",
                "verified_on",
                "finding",
                "called_back_on",
                "closed_on",
                "rated_post",
                "closed_by",
                "valid_from"),
            closed));
  }
}
