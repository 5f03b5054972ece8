package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;

/** Leads to investment, most of which come to nothing. */
final class Leads {
  private static final int IN_THE_YEAR = 64;
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<String> UNITS =
      List.of(
          "330205-swj",
          "330205-swj",
          "330205-swj",
          "330205001",
          "330205006",
          "330205007",
          "330205008",
          "330205103");
  private static final List<String> SOURCES = List.of("visit", "visit", "firm", "agency", "upper");

  private final Dice dice = Dice.of("leads");
  private final Phrases words = Phrases.of("investment");

  private Leads() {}

  static List<Sheetful> all() {
    return new Leads().sheets();
  }

  private List<Sheetful> sheets() {
    List<Map<String, String>> first = new ArrayList<>();
    List<Map<String, String>> second = new ArrayList<>();
    List<Map<String, String>> followed = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < IN_THE_YEAR; i++) {
      days.add(dice.day(YEAR.plusDays(4), YEAR_END.minusDays(3)));
    }
    days.sort(LocalDate::compareTo);
    for (LocalDate day : days) {
      String code = "XS-%03d".formatted(first.size() + second.size() + 1);
      String subject =
          dice.pick(words.list("leads.places")) + dice.pick(words.list("leads.subjects"));
      (day.getMonthValue() < 7 ? first : second)
          .add(
              Row.of("code", code)
                  .with("subject", subject)
                  .with("unit", dice.pick(UNITS))
                  .with("source", dice.pick(SOURCES))
                  .with("amount", 300 + 50 * dice.skewed(0, 900))
                  .with("reported_on", day)
                  .done());
      if (day.isBefore(YEAR_END.minusDays(20))) {
        LocalDate answered =
            day.plusDays(dice.percent(84) ? dice.between(0, 1) : dice.between(2, 5));
        LocalDate judged = answered.plusDays(dice.between(1, 4));
        LocalDate told = judged.plusDays(dice.between(2, 6));
        followed.add(
            Row.of("code", code)
                .with("subject", subject)
                .with("answered_on", answered)
                .with("judged_on", judged)
                .with("fed_back_on", told)
                .with(
                    "outcome", dice.pick(List.of("lost", "lost", "paused", "project", "passed_on")))
                .with("valid_from", told)
                .done());
      }
    }
    List<String> reported = List.of("code", "subject", "unit", "source", "amount", "reported_on");
    return List.of(
        sheet(
            91,
            "2018-h1",
            Form.WORKBOOK,
            words.said("titles.leads", words.said("titles.halves.first")),
            reported,
            first),
        sheet(
            91,
            "2018-h2",
            Form.CSV_GBK,
            words.said("titles.leads", words.said("titles.halves.second")),
            reported,
            second),
        sheet(
            92,
            "2018-followed",
            Form.CSV_WITH_MARK,
            words.said("titles.leads_followed"),
            List.of(
                "code",
                "subject",
                "answered_on",
                "judged_on",
                "fed_back_on",
                "outcome",
                "valid_from"),
            followed));
  }

  private Sheetful sheet(
      int order,
      String what,
      Form form,
      String title,
      List<String> columns,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order, "lead", what, form, title, words.said("senders.commerce"), columns, rows);
  }
}
