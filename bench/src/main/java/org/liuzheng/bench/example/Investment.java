package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Who invests, which projects came of it, and the foreign money that arrived. */
final class Investment {
  /** What foreign projects of the district received in 2018, in 10,000 dollars. */
  private static final BigDecimal ARRIVED = BigDecimal.valueOf(50_084);

  private static final String YEAR = "2018";
  private static final List<String> STAGES =
      List.of("registered", "landed", "begun", "finished", "producing");
  private static final List<String> DAYS =
      List.of("registered_on", "landed_on", "started_on", "finished_on", "producing_on");
  private static final List<String> ARRIVAL =
      List.of(
          "code",
          "project",
          "kind",
          "amount",
          "currency",
          "rate",
          "arrived_on",
          "verified_on",
          "proof");

  private final Dice dice = Dice.of("investment");
  private final Phrases words = Phrases.of("investment");
  private final List<Project> projects =
      words.node("projects").items().stream().map(p -> Project.of(Vocabulary.texts(p))).toList();

  /**
   * @param days of its stages in order, the first of them signed
   */
  private record Project(
      String code,
      String name,
      String unit,
      String investor,
      String sector,
      String capital,
      String way,
      String total,
      List<LocalDate> days) {

    static Project of(List<String> said) {
      return new Project(
          said.get(0),
          said.get(1),
          said.get(2),
          said.get(3),
          said.get(4),
          said.get(5),
          said.get(6),
          said.get(7),
          said.stream().skip(8).map(LocalDate::parse).toList());
    }

    LocalDate signed() {
      return days.getFirst();
    }

    boolean ours() {
      return unit.startsWith(Office.DISTRICT);
    }
  }

  private Investment() {}

  static List<Sheetful> all() {
    Investment all = new Investment();
    List<Sheetful> sheets = new ArrayList<>();
    sheets.add(all.investors());
    LocalDate year = LocalDate.of(2018, 1, 1);
    LocalDate summer = LocalDate.of(2018, 7, 1);
    sheets.add(all.signed("before", Form.CSV_GBK, p -> p.ours() && p.signed().isBefore(year)));
    sheets.add(
        all.signed(
            "first",
            Form.WORKBOOK,
            p -> p.ours() && !p.signed().isBefore(year) && p.signed().isBefore(summer)));
    sheets.add(
        all.signed("second", Form.CSV_WITH_MARK, p -> p.ours() && !p.signed().isBefore(summer)));
    sheets.add(all.signed("elsewhere", Form.WORKBOOK, p -> !p.ours()));
    for (int stage = 0; stage < STAGES.size(); stage++) {
      sheets.add(all.reached(stage));
    }
    sheets.add(all.ended());
    sheets.addAll(all.arrivals());
    return sheets;
  }

  private Sheetful investors() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (YamlNode i : words.node("investors").items()) {
      Row row = Row.of("code", i.need("code").text());
      List.of("name", "country", "standing", "list_year", "list_place")
          .forEach(key -> i.get(key).ifPresent(value -> row.with(key, value.text())));
      rows.add(row.with("entered_on", LocalDate.of(2015, 3, 2).plusDays(rows.size() * 7L)).done());
    }
    return sheet(
        90,
        "investor",
        "all",
        Form.WORKBOOK,
        words.said("titles.investors"),
        List.of("code", "name", "country", "standing", "list_year", "list_place", "entered_on"),
        rows);
  }

  private Sheetful signed(String half, Form form, Predicate<Project> which) {
    List<Map<String, String>> rows =
        projects.stream()
            .filter(which)
            .map(p ->
                Row.of("code", p.code())
                    .with("name", p.name())
                    .with("unit", p.unit())
                    .when(!p.investor().isEmpty(), "investor", p.investor())
                    .with("sector", p.sector())
                    .with("capital", p.capital())
                    .with("way", p.way())
                    .with("total", p.total())
                    .with("signed_on", p.signed())
                    .with(
                        "contract",
                        words.said(
                            "documents.contract", p.signed().getYear(), dice.between(11, 98)))
                    .done())
            .toList();
    return sheet(
        91,
        "investment_project",
        "signed-" + half,
        form,
        words.said("titles.signed", words.said("titles.halves." + half)),
        List.of(
            "code",
            "name",
            "unit",
            "investor",
            "sector",
            "capital",
            "way",
            "total",
            "signed_on",
            "contract"),
        rows);
  }

  private Sheetful reached(int stage) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Project p : projects) {
      if (p.days().size() > stage + 1) {
        LocalDate day = p.days().get(stage + 1);
        Row row = Row.of("code", p.code()).with("name", p.name()).with(DAYS.get(stage), day);
        row.when(stage == 0, "credit_code", CreditCode.of(dice))
            .when(
                stage == 2,
                "start_basis",
                dice.percent(70)
                    ? words.said("documents.permit", dice.between(2201, 2490))
                    : words.said("documents.pictures", dice.between(120, 870)));
        rows.add(row.with("valid_from", day).done());
      }
    }
    return sheet(
        92 + stage,
        "investment_project",
        STAGES.get(stage),
        stage % 2 == 0 ? Form.CSV_GBK : Form.WORKBOOK,
        words.said("titles." + STAGES.get(stage)),
        Sheetful.used(
            List.of(
                "code",
                "name",
                "registered_on",
                "credit_code",
                "landed_on",
                "started_on",
                "start_basis",
                "finished_on",
                "producing_on",
                "valid_from"),
            rows),
        rows);
  }

  private Sheetful ended() {
    List<Map<String, String>> rows = new ArrayList<>();
    words
        .node("ended")
        .entries()
        .forEach((code, how) ->
            rows.add(
                Row.of("code", code)
                    .with("ended", how.text())
                    .with("valid_from", LocalDate.of(2018, 12, 3))
                    .done()));
    return sheet(
        97,
        "investment_project",
        "ended",
        Form.CSV_WITH_MARK,
        words.said("titles.ended"),
        List.of("code", "ended", "valid_from"),
        rows);
  }

  private record Arrival(
      String project,
      BigDecimal amount,
      String currency,
      BigDecimal rate,
      LocalDate day,
      int days) {

    static Arrival of(YamlNode node) {
      List<String> said = Vocabulary.texts(node);
      return new Arrival(
          said.get(0),
          new BigDecimal(said.get(1)),
          said.get(2),
          new BigDecimal(said.get(3)),
          LocalDate.parse(said.get(4)),
          Integer.parseInt(said.get(5)));
    }

    boolean inTheYear() {
      return day.getYear() == 2018;
    }
  }

  /**
   * Those that are written out, and the rest of the year's total spread over the other projects.
   */
  private List<Sheetful> arrivals() {
    List<Arrival> own = new ArrayList<>(written("arrivals"));
    BigDecimal said =
        own.stream()
            .filter(Arrival::inTheYear)
            .map(a -> a.amount().multiply(a.rate()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Project> open =
        projects.stream()
            .filter(p -> p.ours() && p.capital().equals("foreign") && !p.way().equals("moved"))
            .filter(p -> p.days().size() > 1 && p.signed().isBefore(LocalDate.of(2018, 10, 1)))
            .filter(p -> !p.code().equals("ZS-2017-01"))
            .toList();
    long rest = ARRIVED.subtract(said).movePointRight(2).longValueExact();
    List<BigDecimal> amounts = Shares.of(dice, 2 * open.size(), rest, 9_000, 2);
    for (int i = 0; i < amounts.size(); i++) {
      Project p = open.get(i / 2);
      LocalDate first =
          p.days().get(1).isBefore(LocalDate.of(2018, 1, 10))
              ? LocalDate.of(2018, 1, 10)
              : p.days().get(1);
      own.add(
          new Arrival(
              p.code(),
              amounts.get(i),
              "usd",
              BigDecimal.ONE,
              dice.day(first.plusDays(3), LocalDate.of(2018, 12, 24)),
              dice.between(1, 6)));
    }
    own.sort(java.util.Comparator.comparing(Arrival::day).thenComparing(Arrival::project));
    List<Map<String, String>> rows = rows("DZ", own);
    Map<String, String> right =
        rows.stream()
            .filter(r -> r.getOrDefault("currency", "").equals("jpy"))
            .findFirst()
            .orElseThrow();
    Map<String, String> wrong = Row.of("rate", "0.09").over(right);
    return List.of(
        arrived(
            98,
            "2017",
            "before",
            rows.stream()
                .filter(r -> r.getOrDefault("arrived_on", "").compareTo(YEAR) < 0)
                .toList()),
        arrived(
            98,
            "2018-h1",
            "first",
            rows.stream().filter(r -> within(r, "2018-01", "2018-07")).toList()),
        arrived(
            98,
            "2018-h2",
            "second",
            rows.stream()
                .filter(r -> within(r, "2018-07", "2020"))
                .map(r -> r.equals(right) ? wrong : r)
                .toList()),
        sheet(
            99,
            "fund_arrival",
            "2018-corrected",
            Form.CSV_WITH_MARK,
            words.said("titles.arrived_corrected"),
            ARRIVAL,
            List.of(right)),
        sheet(
            98,
            "fund_arrival",
            "elsewhere",
            Form.CSV_GBK,
            words.said("titles.arrived_elsewhere"),
            ARRIVAL,
            rows("QS", written("arrivals_elsewhere"))));
  }

  private static boolean within(Map<String, String> row, String from, String before) {
    String day = row.getOrDefault("arrived_on", "");
    return day.compareTo(from) >= 0 && day.compareTo(before) < 0;
  }

  private List<Arrival> written(String where) {
    return words.node(where).items().stream().map(Arrival::of).toList();
  }

  private List<Map<String, String>> rows(String letters, List<Arrival> arrivals) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Arrival a : arrivals) {
      LocalDate verified = a.day().plusDays(a.days());
      rows.add(
          Row.of("code", "%s-%03d".formatted(letters, rows.size() + 1))
              .with("project", a.project())
              .with("kind", "foreign")
              .with("amount", a.amount())
              .with("currency", a.currency())
              .with("rate", a.rate())
              .with("arrived_on", a.day())
              .with("verified_on", verified)
              .with(
                  "proof",
                  words.said("documents.verified", verified.getYear(), dice.between(101, 988)))
              .done());
    }
    return rows;
  }

  private Sheetful arrived(int order, String what, String half, List<Map<String, String>> rows) {
    return sheet(
        order,
        "fund_arrival",
        what,
        half.equals("first") ? Form.CSV_GBK : Form.WORKBOOK,
        words.said("titles.arrived", words.said("titles.halves." + half)),
        ARRIVAL,
        rows);
  }

  private Sheetful sheet(
      int order,
      String register,
      String what,
      Form form,
      String title,
      List<String> columns,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order, register, what, form, title, words.said("senders.commerce"), columns, rows);
  }
}
