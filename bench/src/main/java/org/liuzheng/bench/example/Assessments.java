package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;

/** What the city measures of all districts alike: the two floors, and the monthly survey. */
final class Assessments {
  private static final List<String> ASSESSED =
      List.of("gdp", "industrial_added_value", "fixed_investment", "retail_sales");
  private static final List<String> FLOOR =
      List.of(
          "region",
          "period_end",
          "indicator",
          "growth",
          "target",
          "city_average",
          "source_document");
  private static final List<String> SURVEY =
      List.of("region", "month", "score", "sample", "refusals", "surveyor", "source_document");
  private static final YearMonth FIRST_SURVEY = YearMonth.of(2016, 2);
  private static final YearMonth MISTYPED = YearMonth.of(2017, 5);

  private final Dice floors = Dice.of("floors");
  private final Dice survey = Dice.of("survey");

  private Assessments() {}

  static List<Sheetful> all() {
    Assessments assessments = new Assessments();
    List<Sheetful> sheets = new ArrayList<>();
    for (int year = 2014; year <= 2018; year++) {
      sheets.add(assessments.floors(year));
    }
    List<Map<String, String>> months = new ArrayList<>();
    for (YearMonth m = FIRST_SURVEY; m.getYear() < 2019; m = m.plusMonths(1)) {
      months.addAll(assessments.survey(m));
      if (m.getMonthValue() == 12) {
        sheets.add(survey(m.getYear(), List.copyOf(months)));
        months.clear();
      }
    }
    sheets.add(corrected(sheets));
    return sheets;
  }

  /** Ours lead by the sum of their margins, from 2015 on; not by each. */
  private Sheetful floors(int year) {
    List<Map<String, String>> rows = new ArrayList<>();
    String document = Titles.said("documents.floors", year + 1, 3 + floors.between(0, 9));
    for (String indicator : ASSESSED) {
      int average = 62 + floors.between(0, 24);
      int target = average + floors.between(-6, 8);
      for (Peer peer : Peer.all()) {
        boolean leads = year == 2014 ? peer.code().equals("330206") : peer.ours();
        int growth = average + (leads ? leading(indicator) : floors.between(-28, 17));
        rows.add(
            Row.of("region", peer.code())
                .with("period_end", YearMonth.of(year, 12).atEndOfMonth())
                .with("indicator", indicator)
                .with("growth", tenths(growth))
                .with("target", tenths(target))
                .with("city_average", tenths(average))
                .with("source_document", document)
                .done());
      }
    }
    return new Sheetful(
        15,
        "floor_result",
        String.valueOf(year),
        year < 2017 ? Form.CSV_GBK : Form.WORKBOOK,
        Titles.said("titles.floors", year),
        Titles.said("senders.delivery"),
        FLOOR,
        rows);
  }

  /** Four margins of at most 1.7 points lose against three of at least 2.4. */
  private int leading(String indicator) {
    return indicator.equals("fixed_investment") ? floors.between(-3, 9) : floors.between(24, 38);
  }

  private static BigDecimal tenths(int tenths) {
    return BigDecimal.valueOf(tenths, 1);
  }

  /** From March 2016 on nobody is better than ours; in February one district was. */
  private List<Map<String, String>> survey(YearMonth month) {
    long since = FIRST_SURVEY.until(month, java.time.temporal.ChronoUnit.MONTHS);
    int ours = 9430 + (int) since * 11 + survey.between(-25, 25);
    List<Map<String, String>> rows = new ArrayList<>();
    for (Peer peer : Peer.all()) {
      boolean ahead = month.equals(FIRST_SURVEY) && peer.code().equals("330212");
      int score = peer.ours() ? ours : ahead ? ours + 37 : ours - survey.skewed(3, 420);
      rows.add(
          Row.of("region", peer.code())
              .with("month", month)
              .with("score", BigDecimal.valueOf(score, 2))
              .with("sample", survey.between(168, 431))
              .with("refusals", survey.skewed(4, 72))
              .with("surveyor", Titles.said("documents.surveyor"))
              .with(
                  "source_document",
                  Titles.said("documents.survey", month.getYear(), month.getMonthValue()))
              .done());
    }
    return rows;
  }

  private static Sheetful survey(int year, List<Map<String, String>> right) {
    List<Map<String, String>> rows =
        right.stream()
            .map(r ->
                mistyped(r) ? Row.of("score", transposed(r.getOrDefault("score", ""))).over(r) : r)
            .toList();
    return new Sheetful(
        16,
        "survey_result",
        String.valueOf(year),
        year == 2017 ? Form.CSV_WITH_MARK : Form.WORKBOOK,
        Titles.said("titles.survey", year),
        Titles.said("senders.service"),
        SURVEY,
        rows);
  }

  private static boolean mistyped(Map<String, String> row) {
    return row.getOrDefault("month", "").equals(MISTYPED.toString())
        && row.getOrDefault("region", "").equals(Office.DISTRICT);
  }

  /** 95.83 typed as 59.83. */
  private static String transposed(String score) {
    return "" + score.charAt(1) + score.charAt(0) + score.substring(2);
  }

  private static Sheetful corrected(List<Sheetful> sheets) {
    List<Map<String, String>> rows =
        sheets.stream()
            .flatMap(s -> s.rows().stream())
            .filter(Assessments::mistyped)
            .map(r -> Row.of("score", transposed(r.getOrDefault("score", ""))).over(r))
            .toList();
    return new Sheetful(
        17,
        "survey_result",
        "2017-corrected",
        Form.CSV_GBK,
        Titles.said("titles.survey_corrected"),
        Titles.said("senders.service"),
        SURVEY,
        rows);
  }
}
