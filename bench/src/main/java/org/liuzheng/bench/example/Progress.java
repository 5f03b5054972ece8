package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.bench.example.Sheetful.Form;

/**
 * The monthly reports of progress: claimed by the office, verified by the delivery office. January
 * and February came together; three offices are late with May; two repeat July's money in August.
 */
final class Progress {
  private static final List<String> COLUMNS =
      List.of(
          "project",
          "as_of",
          "reported_on",
          "claimed_physical",
          "verified_physical",
          "claimed_invest",
          "verified_invest",
          "verifier_note",
          "narrative");
  private static final List<String> INVESTED = List.of("claimed_invest", "verified_invest");
  private static final YearMonth LATE_MONTH = YearMonth.of(2018, 5);
  private static final Set<String> LATE = Set.of("330205-lyj", "330205-hbj", "330205-jyj");
  private static final LocalDate LATE_DAY = LocalDate.of(2018, 6, 22);
  private static final YearMonth PASTED = YearMonth.of(2018, 8);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<Form> FORMS = List.of(Form.CSV, Form.CSV_WITH_MARK, Form.CSV_GBK);
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Dice dice = Dice.of("progress");
  private final List<SubProject> projects;
  private final List<List<Map<String, String>>> months = new ArrayList<>();

  private Progress(List<SubProject> projects) {
    this.projects = projects;
    for (int month = 0; month < 12; month++) {
      months.add(new ArrayList<>());
    }
    projects.forEach(this::report);
  }

  static List<Sheetful> all(List<SubProject> projects) {
    Progress progress = new Progress(projects);
    List<Sheetful> sheets = new ArrayList<>();
    for (int month = 2; month <= 12; month++) {
      sheets.add(progress.month(YearMonth.of(2018, month)));
    }
    sheets.add(progress.late());
    sheets.add(progress.corrected());
    return sheets;
  }

  /** One project's year: how it bends its curve and how far it overspends are its own. */
  private void report(SubProject p) {
    boolean tidy = p.contest().equals("urban_rural");
    int bend = dice.between(-35, 35);
    int spent =
        p.times().started().isEmpty()
            ? dice.between(15, 55)
            : tidy ? dice.between(101, 123) : dice.between(96, 121);
    BigDecimal physical = BigDecimal.ZERO;
    BigDecimal claimed = BigDecimal.ZERO;
    for (YearMonth m = YearMonth.of(2018, 1); m.getYear() == 2018; m = m.plusMonths(1)) {
      LocalDate day = m.atEndOfMonth();
      BigDecimal verified = physical(p, day, bend).max(physical);
      BigDecimal invest =
          BigDecimal.valueOf((long) p.yearInvest() * spent * worked(p, day, YEAR_END) / 100_000);
      claimed =
          invest
              .multiply(BigDecimal.valueOf(1000 + dice.skewed(0, 24), 3))
              .setScale(0, RoundingMode.HALF_UP)
              .max(claimed);
      months.get(m.getMonthValue() - 1).add(row(p, day, verified, claimed, invest));
      physical = verified;
    }
  }

  /** Thousandths of the time from start to finish, or to the end of the year, that have gone. */
  private static int worked(SubProject p, LocalDate day, LocalDate last) {
    LocalDate start = p.times().started().orElse(p.times().plannedStart());
    LocalDate end = p.times().finished().orElse(last);
    long gone =
        Math.clamp(
            start.until(day, java.time.temporal.ChronoUnit.DAYS),
            0,
            Math.max(1, start.until(end, java.time.temporal.ChronoUnit.DAYS)));
    return (int) (1000 * gone / Math.max(1, start.until(end, java.time.temporal.ChronoUnit.DAYS)));
  }

  private static BigDecimal physical(SubProject p, LocalDate day, int bend) {
    if (p.times().started().isEmpty()) {
      return BigDecimal.ZERO;
    }
    LocalDate last =
        p.times().adjusted().map(SubProject.Adjusted::finish).orElse(p.times().plannedFinish());
    LocalDate after = last.isAfter(YEAR_END) ? last : YEAR_END.plusDays(75);
    int gone = worked(p, day, after);
    int tenths = gone + gone * (1000 - gone) / 1000 * bend / 100;
    return tenths < 10 ? BigDecimal.ZERO : BigDecimal.valueOf(Math.min(tenths, 1000), 1);
  }

  private Map<String, String> row(
      SubProject p, LocalDate day, BigDecimal verified, BigDecimal claimed, BigDecimal invest) {
    boolean more = verified.signum() > 0 && verified.compareTo(WHOLE) < 0 && dice.percent(1);
    BigDecimal said =
        more
            ? verified.subtract(BigDecimal.valueOf(dice.between(2, 9), 1))
            : verified.signum() == 0
                ? verified
                : verified.add(BigDecimal.valueOf(dice.skewed(0, 34), 1)).min(WHOLE);
    return Row.of("project", p.code())
        .with("as_of", day)
        .with("claimed_physical", said.max(BigDecimal.ONE.min(verified)))
        .with("verified_physical", verified)
        .when(p.invests(), "claimed_invest", claimed)
        .when(p.invests(), "verified_invest", invest)
        .when(more, "verifier_note", Titles.said("verifier_note"))
        .when(dice.percent(35), "narrative", dice.pick(narratives(p, verified)))
        .done();
  }

  private static List<String> narratives(SubProject p, BigDecimal verified) {
    int done = verified.intValue();
    return Titles.list(
        "narratives."
            + (!p.invests()
                ? "campaign"
                : done == 0
                    ? "before"
                    : done < 30 ? "first" : done < 80 ? "middle" : done < 100 ? "last" : "done"));
  }

  private Sheetful month(YearMonth month) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (month.getMonthValue() == 2) {
      rows.addAll(months.get(0));
    }
    for (Map<String, String> row : months.get(month.getMonthValue() - 1)) {
      if (!isLate(row)) {
        rows.add(pasted(row).orElse(row));
      }
    }
    return new Sheetful(
        50,
        "sub_project_report",
        month.toString(),
        month.getMonthValue() % 2 == 0 ? Form.WORKBOOK : FORMS.get(month.getMonthValue() % 3),
        Titles.said("titles.reports", month.getMonthValue()),
        Titles.said("senders.delivery"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private static boolean in(Map<String, String> row, YearMonth month) {
    return month.atEndOfMonth().toString().equals(row.get("as_of"));
  }

  private boolean isLate(Map<String, String> row) {
    return in(row, LATE_MONTH)
        && projects.stream()
            .filter(p -> p.code().equals(row.get("project")))
            .anyMatch(p -> LATE.contains(p.office()));
  }

  /** The first two investing projects have the money of the month before, pasted once more. */
  private Optional<Map<String, String>> pasted(Map<String, String> row) {
    if (!two().contains(row)) {
      return Optional.empty();
    }
    Map<String, String> before =
        months.get(PASTED.getMonthValue() - 2).stream()
            .filter(r -> Objects.equals(r.get("project"), row.get("project")))
            .findFirst()
            .orElseThrow();
    Row pasted = Row.of("project", Vocabulary.need(row, "project"));
    INVESTED.forEach(f -> pasted.with(f, Vocabulary.need(before, f)));
    return Optional.of(pasted.over(row));
  }

  private List<Map<String, String>> two() {
    return months.get(PASTED.getMonthValue() - 1).stream()
        .filter(r -> r.containsKey("verified_invest"))
        .limit(2)
        .toList();
  }

  private Sheetful late() {
    List<Map<String, String>> rows =
        months.get(LATE_MONTH.getMonthValue() - 1).stream()
            .filter(this::isLate)
            .map(row ->
                Row.of("project", Vocabulary.need(row, "project"))
                    .with("reported_on", LATE_DAY)
                    .over(row))
            .toList();
    return new Sheetful(
        51,
        "sub_project_report",
        "2018-05-late",
        Form.CSV_GBK,
        Titles.said("titles.reports_late"),
        Titles.said("senders.delivery"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private Sheetful corrected() {
    List<Map<String, String>> rows = two();
    return new Sheetful(
        52,
        "sub_project_report",
        "2018-08-corrected",
        Form.WORKBOOK,
        Titles.said("titles.reports_corrected"),
        Titles.said("senders.delivery"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }
}
