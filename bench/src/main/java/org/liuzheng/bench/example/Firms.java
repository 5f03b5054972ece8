package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;

/** The firms that are evaluated by their land, and what they used and made in two years. */
final class Firms {
  static final int HIGH = 31;
  private static final int ABOVE = 112;
  private static final int BELOW = 48;
  private static final List<String> STREETS =
      List.of(
          "330205007",
          "330205007",
          "330205006",
          "330205103",
          "330205103",
          "330205005",
          "330205008",
          "330205003");
  private static final List<String> YEAR =
      List.of(
          "firm",
          "year_end",
          "scale",
          "standing",
          "own_mu",
          "leased_in_mu",
          "leased_out_mu",
          "tax",
          "added_value",
          "revenue",
          "research",
          "energy",
          "energy_basis",
          "emission",
          "power",
          "staff",
          "confirmed_on");
  private static final List<String> NAMES = allNames();

  private final Dice dice = Dice.of("firms");
  private final Phrases words = Phrases.of("land");
  private final List<Firm> firms = new ArrayList<>();

  private record Firm(String code, int place, boolean above, LocalDate opened, BigDecimal land) {
    /** Whether its tax of 2018 reaches a million a mu. */
    boolean high() {
      return place < HIGH;
    }
  }

  private Firms() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < ABOVE + BELOW; i++) {
      places.add(i);
    }
    for (int place : dice.shuffled(places)) {
      boolean above = place < HIGH - 2 || (place >= HIGH && place < ABOVE + 2);
      LocalDate opened =
          dice.percent(4)
              ? dice.day(LocalDate.of(2017, 3, 1), LocalDate.of(2018, 6, 30))
              : dice.day(LocalDate.of(1996, 1, 5), LocalDate.of(2015, 12, 20));
      int hundredths = above ? 480 + dice.skewed(0, 7600) : 130 + dice.skewed(0, 900);
      firms.add(
          new Firm(CreditCode.of(dice), place, above, opened, BigDecimal.valueOf(hundredths, 2)));
    }
  }

  static List<Sheetful> all() {
    Firms all = new Firms();
    List<Sheetful> sheets = new ArrayList<>();
    sheets.add(all.listed());
    sheets.add(all.year(2017));
    List<Map<String, String>> right = all.year(2018).rows();
    Map<String, String> objected =
        right.stream()
            .filter(r -> new BigDecimal(r.getOrDefault("tax", "0")).intValue() > 2000)
            .findFirst()
            .orElseThrow();
    Map<String, String> typed =
        Row.of(
                "tax",
                new BigDecimal(objected.getOrDefault("tax", ""))
                    .movePointLeft(1)
                    .setScale(2, RoundingMode.HALF_UP))
            .over(objected);
    sheets.add(
        all.sheet(
            "2018",
            Form.WORKBOOK,
            all.words.said("titles.years", 2018),
            right.stream().map(r -> r.equals(objected) ? typed : r).toList()));
    sheets.add(
        all.sheet(
            "2018-objected",
            Form.CSV_WITH_MARK,
            all.words.said("titles.years_corrected"),
            List.of(objected)));
    sheets.add(all.rulings());
    return sheets;
  }

  /** In the order of the firms. */
  static List<String> names() {
    return NAMES;
  }

  private static List<String> allNames() {
    Phrases words = Phrases.of("land");
    List<String> names = new ArrayList<>();
    for (String first : words.list("firms.first")) {
      for (String second : words.list("firms.second")) {
        names.add(first + second + words.said("firms.third"));
      }
    }
    return Dice.of("names of firms").some(ABOVE + BELOW, names);
  }

  private Sheetful listed() {
    List<String> second = words.list("firms.second");
    List<String> industries = words.list("firms.industries");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < firms.size(); i++) {
      Firm firm = firms.get(i);
      String name = NAMES.get(i);
      int trade = 0;
      while (!name.contains(second.get(trade))) {
        trade++;
      }
      rows.add(
          Row.of("code", firm.code())
              .with("name", name)
              .with("unit", dice.pick(STREETS))
              .with("industry", industries.get(trade))
              .with(
                  "listed_on",
                  firm.opened().getYear() < 2017
                      ? LocalDate.of(2017, 3, 10)
                      : firm.opened().plusDays(20))
              .with("opened_on", firm.opened())
              .done());
    }
    return new Sheetful(
        85,
        "firm",
        "all",
        Form.WORKBOOK,
        words.said("titles.firms"),
        words.said("senders.industry"),
        List.of("code", "name", "unit", "industry", "listed_on", "opened_on"),
        rows);
  }

  private Sheetful year(int year) {
    List<Map<String, String>> rows =
        firms.stream()
            .filter(f -> f.opened().getYear() < year || year == 2018)
            .map(f -> year(f, year))
            .toList();
    return sheet(String.valueOf(year), Form.CSV_GBK, words.said("titles.years", year), rows);
  }

  private Map<String, String> year(Firm firm, int year) {
    boolean tenant = firm.place() == ABOVE + BELOW - 1;
    BigDecimal in =
        dice.percent(9) ? BigDecimal.valueOf(dice.between(40, 300), 2) : BigDecimal.ZERO;
    BigDecimal out =
        dice.percent(7)
            ? firm.land()
                .multiply(BigDecimal.valueOf(dice.between(5, 30), 2))
                .setScale(2, RoundingMode.HALF_UP)
            : BigDecimal.ZERO;
    BigDecimal own = tenant ? BigDecimal.ZERO : firm.land();
    BigDecimal land = tenant ? BigDecimal.ZERO : own.add(in).subtract(out);
    BigDecimal tax =
        (tenant ? firm.land() : land).multiply(perMu(firm, year)).setScale(2, RoundingMode.HALF_UP);
    BigDecimal value = times(tax, dice.between(310, 620));
    BigDecimal revenue = times(value, dice.between(280, 460));
    BigDecimal energy =
        value.divide(BigDecimal.valueOf(dice.between(130, 640), 2), 1, RoundingMode.HALF_UP);
    boolean measured = firm.above() && dice.percent(78);
    Row row =
        Row.of("firm", firm.code())
            .with("year_end", LocalDate.of(year, 12, 31))
            .with("scale", firm.above() ? "above" : "below")
            .with("standing", standing(firm, year))
            .with("own_mu", own)
            .when(in.signum() > 0 && !tenant, "leased_in_mu", in)
            .when(out.signum() > 0 && !tenant, "leased_out_mu", out)
            .with("tax", tax)
            .with("added_value", value)
            .with("revenue", revenue)
            .with("research", firm.above() ? times(revenue, dice.skewed(0, 6)) : BigDecimal.ZERO)
            .with("energy", energy)
            .with("energy_basis", "equivalent")
            .with(
                "power",
                energy
                    .multiply(BigDecimal.valueOf(dice.between(22, 31), 2))
                    .setScale(2, RoundingMode.HALF_UP))
            .with(
                "staff",
                value.divide(BigDecimal.valueOf(dice.between(1150, 2700), 2), 0, RoundingMode.UP))
            .with("confirmed_on", LocalDate.of(year + 1, 1, 1).plusDays(dice.between(6, 29)));
    return row.when(
            measured,
            "emission",
            value.divide(BigDecimal.valueOf(dice.between(1900, 9400)), 3, RoundingMode.UP))
        .done();
  }

  /**
   * @param hundredths how many times, in hundredths
   */
  private static BigDecimal times(BigDecimal of, int hundredths) {
    return of.multiply(BigDecimal.valueOf(hundredths, 2)).setScale(2, RoundingMode.HALF_UP);
  }

  /** In 10,000 yuan: one firm is on the line of 100 exactly, one just below it. */
  private BigDecimal perMu(Firm firm, int year) {
    int chance = dice.between(0, 99);
    if (firm.place() == 0) {
      return BigDecimal.valueOf(year == 2018 ? 100 : 93);
    }
    if (firm.place() == HIGH) {
      return new BigDecimal(year == 2018 ? "99.9" : "101.2");
    }
    int hundredths =
        firm.high()
            ? 10_100 + dice.skewed(0, 14_000)
            : firm.above() ? 350 + dice.skewed(0, 8900) : 260 + dice.skewed(0, 4200);
    return BigDecimal.valueOf(year == 2018 ? hundredths : hundredths * (84L + chance / 6) / 100, 2);
  }

  private static String standing(Firm firm, int year) {
    if (firm.opened().getYear() >= year - 1) {
      return "start_up";
    }
    return switch (firm.place()) {
      case 40, 77, 131 -> "building";
      case 55, 90 -> "utility";
      default -> "graded";
    };
  }

  /** What was objected to comes after the rest. */
  private Sheetful sheet(String what, Form form, String title, List<Map<String, String>> rows) {
    return new Sheetful(
        what.endsWith("objected") ? 87 : 86,
        "firm_year",
        what,
        form,
        title,
        words.said("senders.industry"),
        Sheetful.used(YEAR, rows),
        rows);
  }

  private Sheetful rulings() {
    List<Firm> some = dice.some(11, firms);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      boolean bonus = i < 7;
      String cause =
          bonus ? "bonus" : List.of("environment", "environment", "safety", "faith").get(i - 7);
      String document =
          bonus
              ? dice.pick(words.list("rulings.bonus"))
              : words
                  .list("rulings.veto")
                  .get(i < 9 ? 0 : i - 8)
                  .replace("{0}", String.valueOf(dice.between(7, 86)));
      rows.add(
          Row.of("firm", some.get(i).code())
              .with("year_end", LocalDate.of(2018, 12, 31))
              .with("cause", cause)
              .when(bonus, "points", dice.between(2, 10))
              .with("ruled_on", dice.day(LocalDate.of(2018, 3, 1), LocalDate.of(2018, 12, 20)))
              .with("document", document)
              .done());
    }
    return new Sheetful(
        86,
        "firm_ruling",
        "2018",
        Form.CSV_GBK,
        words.said("titles.rulings"),
        words.said("senders.industry"),
        List.of("firm", "year_end", "cause", "points", "ruled_on", "document"),
        rows);
  }
}
