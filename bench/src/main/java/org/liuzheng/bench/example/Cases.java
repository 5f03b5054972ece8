package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.bench.example.Sheetful.Form;

/**
 * The applications of a year, a tenth of them from the end of the year before and into the next.
 * Each quarter's ledger tells what was known at its end; what was decided later comes again in the
 * next, complete.
 */
final class Cases {
  private static final int CASES = 1_290;
  private static final int POPULAR = 260;

  /** On average 4.1 working days saved: 410 to 100 cases, give or take two. */
  private static final int SAVED_PER_HUNDRED = 410;

  private static final int NEAR_ENOUGH = 2;
  private static final LocalDate BASELINE = LocalDate.of(2018, 1, 1);
  private static final LocalDate FIRST = LocalDate.of(2017, 11, 20);
  private static final LocalDate LAST = LocalDate.of(2018, 12, 28);
  private static final LocalDate TODAY = LocalDate.of(2019, 2, 11);
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "item",
          "department",
          "applicant",
          "channel",
          "received_on",
          "accepted_on",
          "decided_on",
          "suspended_working_days",
          "baseline_on",
          "outcome",
          "visits_used",
          "rating");

  private final Dice dice = Dice.of("cases");
  private final WorkedDays days;
  private final List<Item> popular;
  private final List<Case> cases = new ArrayList<>();

  private Cases(Catalogue catalogue, WorkedDays days) {
    this.days = days;
    this.popular =
        dice.some(
            POPULAR,
            catalogue.items().stream()
                .filter(i ->
                    !catalogue.ended().contains(i)
                        && !catalogue.added().contains(i)
                        && !catalogue.restored().contains(i))
                .toList());
  }

  static List<Sheetful> all(Catalogue catalogue, WorkedDays days) {
    Cases cases = new Cases(catalogue, days);
    for (int i = 0; i < CASES; i++) {
      cases.cases.add(cases.one());
    }
    cases.cases.sort(Comparator.comparing(Case::received));
    cases.settle();
    return cases.sheets();
  }

  private Case one() {
    Item item = popular.get(dice.skewed(0, POPULAR - 1));
    LocalDate received = days.after(dice.day(FIRST, LAST), 0);
    LocalDate accepted = days.after(received, dice.percent(70) ? 0 : dice.skewed(1, 4));
    int promised = Integer.parseInt(item.on(accepted, "promised_days"));
    boolean late = promised > 0 && dice.percent(2);
    int used =
        late
            ? promised + dice.between(1, 4)
            : Math.max(promised > 0 ? 1 : 0, promised * dice.between(20, 95) / 100);
    boolean suspended = item.kind().equals("permit") && dice.percent(9);
    return new Case(
        item,
        received,
        accepted,
        suspended ? dice.between(4, 22) : 0,
        used,
        dice.between(0, 1_000_000));
  }

  private boolean closedIn2018(Case c) {
    return c.decided(days).getYear() == BASELINE.getYear() && c.granted();
  }

  /** Until the mean is right, cases take a day longer or less; none breaks its promise by it. */
  private void settle() {
    int off = cases.stream().mapToInt(this::off).sum();
    while (Math.abs(off) > NEAR_ENOUGH * CASES) {
      int i = dice.between(0, cases.size() - 1);
      Case before = cases.get(i);
      boolean longer = off > 0 && before.used() < before.promised();
      boolean shorter = off < 0 && before.used() > 1;
      if (longer || shorter) {
        cases.set(i, before.using(before.used() + (longer ? 1 : -1)));
      }
      off += off(cases.get(i)) - off(before);
    }
  }

  /** How far a case is from the mean that is wanted, in hundredths of a working day. */
  private int off(Case c) {
    return closedIn2018(c) ? 100 * c.saved(BASELINE) - SAVED_PER_HUNDRED : 0;
  }

  private List<Sheetful> sheets() {
    List<Sheetful> sheets = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      LocalDate end = YearMonth.of(2018, quarter * 3).atEndOfMonth();
      sheets.add(sheet(quarter, end, told));
    }
    sheets.add(sheet(5, TODAY, told));
    return sheets;
  }

  /**
   * @param told cases whose end an earlier sheet has told
   */
  private Sheetful sheet(int number, LocalDate end, Set<String> told) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case c = cases.get(i);
      String name = "%d-%s-%05d".formatted(c.received().getYear(), c.item().office().key(), i + 1);
      boolean decided = !c.decided(days).isAfter(end);
      if (!c.received().isAfter(end) && !told.contains(name)) {
        rows.add((decided ? closed(name, c) : open(name, c)).done());
        if (decided) {
          told.add(name);
        }
      }
    }
    boolean last = number > 4;
    return new Sheetful(
        last ? 31 : 30,
        "application",
        last ? "carried-over" : "2018-q" + number,
        number % 2 == 0 ? Form.WORKBOOK : Form.CSV_WITH_MARK,
        last ? Titles.said("titles.applications_late") : Titles.said("titles.applications", number),
        Titles.said("senders.service"),
        Sheetful.used(COLUMNS, rows),
        rows);
  }

  private static Row open(String name, Case c) {
    boolean firm = c.item().is("audience", "firm") && c.fate() % 7 == 0;
    return Row.of("number", name)
        .with("item", c.item().code())
        .with("department", c.item().office().unit())
        .with("channel", c.channel())
        .when(firm, "applicant", firm(c.fate()))
        .with("received_on", c.received())
        .with("accepted_on", c.accepted())
        .with("suspended_working_days", c.suspended());
  }

  private Row closed(String name, Case c) {
    LocalDate decided = c.decided(days);
    int fate = c.fate() / 7 % 100;
    boolean came = c.channel().equals("window");
    int visits =
        came ? Math.max(1, c.visitsAllowed() - fate % 2) : Math.min(c.visitsAllowed(), fate % 3);
    return open(name, c)
        .with("decided_on", decided)
        .with("baseline_on", LocalDate.of(decided.getYear(), 1, 1))
        .with("outcome", c.granted() ? fate < 4 ? "refused" : "granted" : "withdrawn")
        .with("visits_used", visits + (fate == 77 ? 1 : 0))
        .when(fate < 62, "rating", fate == 0 ? 2 : fate < 3 ? 3 : fate < 15 ? 4 : 5);
  }

  private static String firm(int fate) {
    List<String> first = Titles.list("firms.first");
    List<String> second = Titles.list("firms.second");
    return first.get(fate % first.size())
        + second.get(fate / 11 % second.size())
        + Titles.said("firms.third");
  }
}
