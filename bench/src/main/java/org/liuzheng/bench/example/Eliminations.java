package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.liuzheng.bench.example.Sheetful.Form;

/** Outdated firms and workshops from being listed to being struck off, and the land they left. */
final class Eliminations {
  static final int STRUCK_OFF = 572;
  private static final int FOUND_RUNNING = 4;
  private static final int AFTER = 7;
  private static final int OPEN = 28;
  private static final int VACATED = 188;
  private static final int VACATED_AFTER = 5;
  private static final long VACATED_MU = 76_231;
  private static final LocalDate LISTED = LocalDate.of(2018, 1, 22);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<String> CATEGORIES =
      List.of("scattered", "scattered", "scattered", "backward", "backward", "unlawful");
  private static final List<String> STREETS =
      List.of(
          "330205007",
          "330205007",
          "330205103",
          "330205103",
          "330205103",
          "330205006",
          "330205006",
          "330205005",
          "330205008",
          "330205003");
  private static final List<String> CLOSING =
      List.of("code", "name", "rectified_on", "accepted_on", "closed_on", "evidence", "valid_from");
  private static final List<String> PARCEL =
      List.of("parcel", "elimination", "unit", "area_mu", "parcel_mu", "accepted_on", "use");

  private final Dice dice = Dice.of("eliminations");
  private final Phrases words = Phrases.of("land");
  private final List<Target> targets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private enum End {
    STRUCK_OFF,
    FOUND_RUNNING,
    AFTER,
    OPEN
  }

  private record Target(
      String code,
      String name,
      String street,
      String category,
      End end,
      LocalDate closed,
      boolean late) {}

  private Eliminations() {
    List<End> ends = new ArrayList<>();
    Stream.of(End.values())
        .forEach(e -> {
          int many =
              switch (e) {
                case STRUCK_OFF -> STRUCK_OFF;
                case FOUND_RUNNING -> FOUND_RUNNING;
                case AFTER -> AFTER;
                case OPEN -> OPEN;
              };
          Stream.generate(() -> e).limit(many).forEach(ends::add);
        });
    for (End end : dice.shuffled(ends)) {
      String street = dice.pick(STREETS);
      String category = dice.pick(CATEGORIES);
      LocalDate closed =
          end == End.AFTER
              ? dice.day(YEAR_END.plusDays(2), YEAR_END.plusDays(27))
              : YEAR_END.minusDays(dice.percent(60) ? dice.between(0, 285) : dice.skewed(0, 180));
      targets.add(
          new Target(
              "YT-%03d".formatted(targets.size() + 1),
              name(street, category),
              street,
              category,
              end,
              closed,
              end == End.STRUCK_OFF && closed.getMonthValue() == 12 && dice.percent(18)));
    }
  }

  static List<Sheetful> all() {
    Eliminations all = new Eliminations();
    List<Sheetful> sheets = new ArrayList<>();
    sheets.add(all.listed());
    sheets.addAll(all.closed());
    sheets.add(all.reopened());
    sheets.addAll(all.vacated());
    return sheets;
  }

  private String name(String street, String category) {
    while (true) {
      String name =
          dice.pick(words.list("villages." + street))
              + dice.pick(words.list("surnames_of_shops"))
              + dice.pick(words.list("trades." + category))
              + dice.pick(words.list("shops"));
      if (names.add(name)) {
        return name;
      }
    }
  }

  private Sheetful listed() {
    List<Map<String, String>> rows =
        targets.stream()
            .map(t ->
                Row.of("code", t.code())
                    .with("name", t.name())
                    .with("unit", t.street())
                    .with("category", t.category())
                    .with(
                        "measure",
                        t.category().equals("unlawful")
                            ? "close"
                            : dice.pick(List.of("close", "close", "upgrade", "upgrade", "move")))
                    .with("listed_on", LISTED.plusDays(dice.skewed(0, 30)))
                    .done())
            .toList();
    return sheet(
        72,
        "listed",
        Form.WORKBOOK,
        words.said("titles.listed"),
        List.of("code", "name", "unit", "category", "measure", "listed_on"),
        rows);
  }

  private List<Sheetful> closed() {
    List<Sheetful> sheets = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      int last = quarter * 3;
      sheets.add(
          closed(
              "closed-q" + quarter,
              quarter % 2 == 0 ? Form.CSV_GBK : Form.WORKBOOK,
              words.said("titles.closed", quarter),
              t ->
                  !t.late()
                      && t.closed().getYear() == 2018
                      && (t.closed().getMonthValue() + 2) / 3 * 3 == last));
    }
    sheets.add(
        closed(
            "closed-q4-late", Form.CSV_WITH_MARK, words.said("titles.closed_late"), Target::late));
    sheets.add(
        closed(
            "closed-2019-01",
            Form.CSV_GBK,
            words.said("titles.closed_after"),
            t -> t.end() == End.AFTER));
    return sheets;
  }

  private Sheetful closed(String what, Form form, String title, Predicate<Target> which) {
    List<Map<String, String>> rows =
        targets.stream()
            .filter(t -> t.end() != End.OPEN)
            .filter(which)
            .map(t -> {
              LocalDate accepted = t.closed().minusDays(1 + dice.skewed(0, 9));
              return Row.of("code", t.code())
                  .with("name", t.name())
                  .with("rectified_on", accepted.minusDays(dice.between(0, 12)))
                  .with("accepted_on", accepted)
                  .with("closed_on", t.closed())
                  .with("evidence", words.said("documents.acceptance", dice.between(101, 1999)))
                  .with("valid_from", t.closed())
                  .done();
            })
            .toList();
    return sheet(73, what, form, title, CLOSING, rows);
  }

  /** Struck off, then found running again: the row is said anew, without its days. */
  private Sheetful reopened() {
    List<Map<String, String>> rows =
        targets.stream()
            .filter(t -> t.end() == End.FOUND_RUNNING)
            .map(t ->
                Row.of("code", t.code())
                    .with("name", t.name())
                    .with("rectified_on", "")
                    .with("accepted_on", "")
                    .with("closed_on", "")
                    .with("evidence", words.said("documents.reopened"))
                    .with("valid_from", t.closed())
                    .done())
            .toList();
    return sheet(74, "reopened", Form.CSV_WITH_MARK, words.said("titles.reopened"), CLOSING, rows);
  }

  private Sheetful sheet(
      int order,
      String what,
      Form form,
      String title,
      List<String> columns,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order, "elimination", what, form, title, words.said("senders.industry"), columns, rows);
  }

  /** One plot is first typed ten times too large. */
  private List<Sheetful> vacated() {
    List<BigDecimal> areas = Shares.of(dice, VACATED, VACATED_MU, 60, 2);
    List<Target> left =
        dice.some(
            VACATED,
            targets.stream()
                .filter(t -> t.end() == End.STRUCK_OFF && !t.late())
                .filter(t -> t.closed().isBefore(YEAR_END.minusDays(30)))
                .toList());
    List<Map<String, String>> right = new ArrayList<>();
    for (int i = 0; i < VACATED; i++) {
      Target t = left.get(i);
      right.add(parcel(i + 1, t, areas.get(i), t.closed().plusDays(dice.between(2, 28))));
    }
    Map<String, String> typed =
        right.stream()
            .filter(r -> !r.getOrDefault("accepted_on", "").startsWith("2018-12"))
            .filter(
                r -> new BigDecimal(r.getOrDefault("area_mu", "")).compareTo(BigDecimal.ONE) > 0)
            .findFirst()
            .orElseThrow();
    Map<String, String> wrong =
        Row.of("area_mu", new BigDecimal(typed.getOrDefault("area_mu", "")).movePointRight(1))
            .with("parcel_mu", new BigDecimal(typed.getOrDefault("area_mu", "")).movePointRight(1))
            .over(typed);
    List<Map<String, String>> first = new ArrayList<>();
    List<Map<String, String>> second = new ArrayList<>();
    right.forEach(r ->
        (r.getOrDefault("accepted_on", "").compareTo("2018-07-01") < 0 ? first : second)
            .add(r.equals(typed) ? wrong : r));
    List<Map<String, String>> after = new ArrayList<>();
    List<Target> later =
        dice.some(VACATED_AFTER, targets.stream().filter(t -> t.end() == End.AFTER).toList());
    for (Target t : later) {
      after.add(
          parcel(
              VACATED + after.size() + 1,
              t,
              BigDecimal.valueOf(dice.between(90, 720), 2),
              t.closed().plusDays(3)));
    }
    String half = words.said("halves.first");
    return List.of(
        parcels("2018-h1", Form.WORKBOOK, words.said("titles.vacated", half), 75, first),
        parcels(
            "2018-h2",
            Form.CSV_GBK,
            words.said("titles.vacated", words.said("halves.second")),
            75,
            second),
        parcels(
            "2018-corrected",
            Form.CSV_WITH_MARK,
            words.said("titles.vacated_corrected"),
            76,
            List.of(typed)),
        parcels("2019-01", Form.CSV_GBK, words.said("titles.vacated_after"), 77, after));
  }

  private Map<String, String> parcel(int number, Target t, BigDecimal area, LocalDate accepted) {
    BigDecimal whole =
        dice.percent(70) ? area : area.add(BigDecimal.valueOf(dice.between(20, 900), 2));
    return Row.of("parcel", "%s-G%03d".formatted(t.street().substring(6), number))
        .with("elimination", t.code())
        .with("unit", t.street())
        .with("area_mu", area)
        .with("parcel_mu", whole)
        .with("accepted_on", accepted)
        .with("use", dice.pick(words.list("documents.uses")))
        .done();
  }

  private Sheetful parcels(
      String what, Form form, String title, int order, List<Map<String, String>> rows) {
    return new Sheetful(
        order, "vacated_parcel", what, form, title, words.said("senders.land"), PARCEL, rows);
  }
}
