package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * What the statistics office publishes. Of the other districts only that they grew more slowly is
 * made up; growth is stated for GDP alone, because that of the others is computed.
 */
final class Economy {
  private static final List<String> COLUMNS =
      List.of(
          "indicator",
          "region",
          "period",
          "span",
          "frequency",
          "period_end",
          "value",
          "unit",
          "growth",
          "small_growth_confirmed",
          "status",
          "published_on",
          "source_document");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int[] SHARE_OF_YEAR = {0, 22, 47, 72, 100};

  private final Dice dice = Dice.of("economy");
  private final YamlNode words;
  private final Map<String, BigDecimal> quarters;

  /** Region and period to growth up to its end. */
  private final Map<String, BigDecimal> growth = new LinkedHashMap<>();

  private final Map<String, BigDecimal> level = new LinkedHashMap<>();

  private Economy(YamlNode words) {
    this.words = words;
    this.quarters = numbers(words.need("jiangbei").need("quarters"));
    Map<String, BigDecimal> own = numbers(words.need("jiangbei").need("gdp"));
    for (Peer peer : Peer.all()) {
      quarters.forEach((quarter, ours) ->
          growth.put(peer.code() + quarter, peer.ours() ? ours : slower(peer, quarter, ours)));
      BigDecimal year = peer.gdp();
      for (int y = 2018; y >= 2015; y--) {
        level.put(peer.code() + y, peer.ours() ? Vocabulary.need(own, String.valueOf(y)) : year);
        year = before(year, 60 + dice.between(0, 45));
      }
    }
  }

  static List<Sheetful> all() {
    return Vocabulary.read("peers", root -> new Economy(root).sheets());
  }

  private static Map<String, BigDecimal> numbers(YamlNode map) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    map.entries().forEach((key, value) -> numbers.put(key, new BigDecimal(value.text())));
    return numbers;
  }

  /** In the quarter before the first of the streak one district was ahead. */
  private BigDecimal slower(Peer peer, String quarter, BigDecimal ours) {
    boolean ahead =
        quarter.equals("2015-Q4") && peer.code().equals(words.need("before_the_first_rank").text());
    return ahead
        ? ours.add(new BigDecimal("0.4"))
        : ours.subtract(BigDecimal.valueOf(dice.skewed(1, 38), 1)).max(new BigDecimal("1.2"));
  }

  /**
   * @param grown in tenths of a per cent
   */
  private static BigDecimal before(BigDecimal year, int grown) {
    return year.multiply(HUNDRED)
        .divide(HUNDRED.add(BigDecimal.valueOf(grown, 1)), 1, RoundingMode.HALF_UP);
  }

  private List<Sheetful> sheets() {
    List<Sheetful> sheets = new ArrayList<>();
    for (int year = 2015; year <= 2018; year++) {
      sheets.add(quarters(year));
    }
    for (int year = 2016; year <= 2018; year++) {
      sheets.add(years(year));
    }
    sheets.add(revenue());
    sheets.add(gdpFinal());
    sheets.add(revenueCorrected());
    return sheets;
  }

  private Row observation(String indicator, String region, String period, YearMonth end) {
    return Row.of("indicator", indicator)
        .with("region", region)
        .with("period", period)
        .with("span", "cumulative")
        .with("period_end", end.atEndOfMonth());
  }

  private Sheetful quarters(int year) {
    List<Map<String, String>> rows = new ArrayList<>();
    quarters.keySet().stream()
        .filter(q -> q.startsWith(String.valueOf(year)))
        .forEach(quarter -> {
          int number = quarter.charAt(quarter.length() - 1) - '0';
          YearMonth end = YearMonth.of(year, number * 3);
          for (Peer peer : Peer.all()) {
            BigDecimal value = part(Vocabulary.need(level, peer.code() + year), number);
            rows.add(
                observation("gdp", peer.code(), quarter, end)
                    .with("frequency", "quarter")
                    .with("value", value)
                    .with("unit", "yi_yuan")
                    .with("growth", Vocabulary.need(growth, peer.code() + quarter))
                    .with("status", "preliminary")
                    .with("published_on", end.atEndOfMonth().plusDays(25))
                    .with("source_document", Titles.said("documents.quarter", year, number * 3))
                    .done());
          }
        });
    return new Sheetful(
        10,
        "observation",
        "gdp-" + year,
        year % 2 == 0 ? Form.WORKBOOK : Form.CSV_GBK,
        Titles.said("titles.quarters", year),
        Titles.said("senders.statistics"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private BigDecimal part(BigDecimal year, int quarter) {
    if (quarter == 4) {
      return year;
    }
    BigDecimal share = BigDecimal.valueOf(SHARE_OF_YEAR[quarter] * 10L + dice.between(-9, 9), 3);
    return year.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }

  private Sheetful years(int year) {
    List<Map<String, String>> rows = new ArrayList<>();
    Map<String, BigDecimal> ourSales = numbers(words.need("jiangbei").need("sales"));
    for (Peer peer : Peer.all()) {
      boolean early = year == 2017;
      BigDecimal gdp = Vocabulary.need(level, peer.code() + year);
      BigDecimal shown = early && peer.ours() ? gdp.subtract(new BigDecimal("1.4")) : gdp;
      rows.add(
          year(year, "gdp", peer, shown)
              .with("growth", Vocabulary.need(growth, peer.code() + year + "-Q4"))
              .with("status", year == 2016 ? "final" : "preliminary")
              .done());
      rows.add(
          year(
                  year,
                  "commodity_sales",
                  peer,
                  peer.ours()
                      ? Vocabulary.need(ourSales, String.valueOf(year))
                      : back(peer.sales(), year))
              .with("status", "final")
              .done());
    }
    return new Sheetful(
        11,
        "observation",
        "years-" + year,
        Form.WORKBOOK,
        Titles.said("titles.years", year),
        Titles.said("senders.statistics"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private BigDecimal back(BigDecimal of2018, int year) {
    BigDecimal value = of2018;
    for (int y = 2018; y > year; y--) {
      value = before(value, 40 + dice.between(0, 210));
    }
    return value;
  }

  private Row year(int year, String indicator, Peer peer, BigDecimal value) {
    YearMonth end = YearMonth.of(year, 12);
    return observation(indicator, peer.code(), String.valueOf(year), end)
        .with("frequency", "year")
        .with("value", value)
        .with("unit", "yi_yuan")
        .with("published_on", end.atEndOfMonth().plusDays(25))
        .with(
            "source_document",
            Titles.said(year == 2018 ? "documents.year_preliminary" : "documents.year", year));
  }

  /** The finance bureau writes 万元; one year's number has two digits changed about. */
  private Sheetful revenue() {
    List<Map<String, String>> rows = new ArrayList<>();
    numbers(words.need("jiangbei").need("revenue"))
        .forEach((year, value) ->
            rows.add(
                revenue(
                        Integer.parseInt(year),
                        year.equals("2017")
                            ? new BigDecimal(words.need("jiangbei").need("revenue_typed").text())
                            : value,
                        Titles.said("documents.revenue_typed", year),
                        "preliminary")
                    .done()));
    for (Peer peer : Peer.all()) {
      for (int year = 2016; year <= 2018 && !peer.ours(); year++) {
        rows.add(
            year(year, "budget_revenue", peer, back(peer.revenue(), year))
                .with("status", "final")
                .done());
      }
    }
    return new Sheetful(
        12,
        "observation",
        "budget-revenue",
        Form.CSV,
        Titles.said("titles.years", 2018),
        Titles.said("senders.statistics"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private Row revenue(int year, BigDecimal value, String document, String status) {
    YearMonth end = YearMonth.of(year, 12);
    return observation("budget_revenue", Office.DISTRICT, String.valueOf(year), end)
        .with("frequency", "year")
        .with("value", value)
        .with("unit", "wan_yuan")
        .with("published_on", end.atEndOfMonth().plusDays(15))
        .with("source_document", document)
        .with("status", status);
  }

  private Sheetful gdpFinal() {
    List<Map<String, String>> rows =
        Peer.all().stream()
            .map(peer ->
                year(2017, "gdp", peer, Vocabulary.need(level, peer.code() + "2017"))
                    .with("growth", Vocabulary.need(growth, peer.code() + "2017-Q4"))
                    .with("status", "final")
                    .with("published_on", "2018-09-28")
                    .with("source_document", Titles.said("documents.final"))
                    .done())
            .toList();
    return new Sheetful(
        13,
        "observation",
        "gdp-2017-final",
        Form.WORKBOOK,
        Titles.said("titles.gdp_final"),
        Titles.said("senders.statistics"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private Sheetful revenueCorrected() {
    BigDecimal right = Vocabulary.need(numbers(words.need("jiangbei").need("revenue")), "2017");
    List<Map<String, String>> rows =
        List.of(
            revenue(2017, right, Titles.said("documents.revenue_corrected"), "final")
                .with("published_on", "2018-09-14")
                .done());
    return new Sheetful(
        14,
        "observation",
        "budget-revenue-2017-corrected",
        Form.CSV_GBK,
        Titles.said("titles.revenue_corrected"),
        Titles.said("senders.statistics"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }
}
