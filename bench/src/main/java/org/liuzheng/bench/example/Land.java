package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Parcels from approval to start, what was found on them, and how those with a problem ended. */
final class Land {
  static final String WORDS = "parcels";
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final List<String> USES =
      List.of("industry", "industry", "industry", "business", "housing", "public");
  private static final List<String> GAPS = List.of("planning", "building", "acceptance", "title");

  private final Dice dice = Dice.of("land");
  private final Map<String, YamlNode> streets =
      Vocabulary.read("projects", root -> root.need("places").entries());
  private final List<Parcel> parcels = new ArrayList<>();

  /** What a parcel is like at the end of the year, and how many are. */
  private enum Fate {
    WAITING(9),
    NEW(7),
    UNUSED(11),
    AGREED(8),
    LAGGING(13),
    WORKING(27),
    STOPPED(6),
    PRODUCING(12),
    POOR(8),
    SETTLED(19);

    private final int many;

    Fate(int many) {
      this.many = many;
    }
  }

  private record Parcel(
      String code,
      String place,
      String use,
      int tenths,
      Fate fate,
      LocalDate approved,
      Optional<LocalDate> supplied,
      Optional<LocalDate> agreed,
      Optional<LocalDate> started,
      Optional<LocalDate> settled) {}

  private Land() {
    List<Fate> fates = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      for (int i = 0; i < fate.many; i++) {
        fates.add(fate);
      }
    }
    dice.shuffled(fates).forEach(this::add);
  }

  static List<Sheetful> all() {
    Land land = new Land();
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    sheets.addAll(land.parcels());
    sheets.add(land.checks("2018-1", Form.CSV_GBK, LocalDate.of(2018, 6, 4), p -> dice(p) == 0));
    sheets.add(land.checks("2018-2", Form.WORKBOOK, LocalDate.of(2018, 11, 26), p -> true));
    return sheets;
  }

  static String said(String path, Object... args) {
    String said = Vocabulary.read(WORDS, root -> root.need("titles").need(path).text());
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  static List<String> list(String path) {
    return Vocabulary.read(WORDS, root -> Vocabulary.texts(root.need(path)));
  }

  /** Every second parcel was looked at in June already. */
  private static int dice(Parcel p) {
    return Integer.parseInt(p.code().substring(p.code().length() - 1)) % 2;
  }

  private void add(Fate fate) {
    LocalDate approved = approved(fate);
    LocalDate supplied =
        fate == Fate.AGREED
            ? dice.day(LocalDate.of(2018, 4, 9), LocalDate.of(2018, 10, 30))
            : approved.plusDays(dice.between(60, 320));
    LocalDate agreed =
        fate == Fate.AGREED ? supplied.plusDays(365) : supplied.plusDays(dice.between(120, 300));
    boolean toSupply = fate == Fate.WAITING || fate == Fate.NEW;
    boolean toStart = toSupply || fate == Fate.UNUSED || fate == Fate.AGREED;
    boolean idle = fate == Fate.SETTLED;
    parcels.add(
        new Parcel(
            "ZD-%03d".formatted(parcels.size() + 1),
            dice.pick(List.copyOf(streets.keySet())),
            fate == Fate.PRODUCING || fate == Fate.POOR ? "industry" : dice.pick(USES),
            dice.between(62, 948),
            fate,
            approved,
            toSupply ? Optional.empty() : Optional.of(supplied),
            toSupply ? Optional.empty() : Optional.of(agreed),
            toStart || idle ? Optional.empty() : Optional.of(agreed.plusDays(dice.between(-20, 9))),
            idle
                ? Optional.of(dice.day(LocalDate.of(2018, 4, 2), LocalDate.of(2018, 12, 18)))
                : Optional.empty()));
  }

  private LocalDate approved(Fate fate) {
    return switch (fate) {
      case WAITING -> dice.day(LocalDate.of(2015, 3, 1), LocalDate.of(2017, 9, 30));
      case NEW -> dice.day(LocalDate.of(2018, 1, 15), LocalDate.of(2018, 9, 30));
      case AGREED -> dice.day(LocalDate.of(2017, 3, 1), LocalDate.of(2018, 3, 30));
      case UNUSED -> dice.day(LocalDate.of(2015, 6, 1), LocalDate.of(2016, 12, 20));
      case LAGGING, WORKING -> dice.day(LocalDate.of(2015, 6, 1), LocalDate.of(2016, 10, 30));
      case STOPPED, SETTLED -> dice.day(LocalDate.of(2013, 2, 1), LocalDate.of(2015, 8, 30));
      case PRODUCING, POOR -> dice.day(LocalDate.of(2009, 2, 1), LocalDate.of(2014, 8, 30));
    };
  }

  private List<Sheetful> parcels() {
    List<String> lots = list("lots");
    return List.of(
        sheet(
            70,
            "all",
            Form.WORKBOOK,
            said("parcels"),
            List.of(
                "code",
                "name",
                "street",
                "land_use",
                "area",
                "approved_on",
                "agreed_yield",
                "location"),
            parcels.stream()
                .map(p ->
                    Row.of("code", p.code())
                        .with("name", said("parcel", p.place(), dice.pick(lots)))
                        .with("street", Vocabulary.need(streets, p.place()).need("code").text())
                        .with("land_use", p.use())
                        .with("area", p.tenths() / 10.0)
                        .with("approved_on", p.approved())
                        .when(
                            p.use().equals("industry") && p.supplied().isPresent(),
                            "agreed_yield",
                            dice.between(12, 24))
                        .with(
                            "location",
                            Near.to(Vocabulary.need(streets, p.place()).need("at").text(), dice))
                        .done())
                .toList()),
        sheet(
            71,
            "supplied",
            Form.CSV_GBK,
            said("supplied"),
            List.of("code", "supplied_on", "supply", "agreed_start_on", "valid_from"),
            parcels.stream()
                .filter(p -> p.supplied().isPresent())
                .map(p ->
                    at(p, "supplied_on", p.supplied().orElseThrow())
                        .with("supply", p.use().equals("public") ? "allocation" : "auction")
                        .with("agreed_start_on", p.agreed().orElseThrow())
                        .done())
                .toList()),
        sheet(
            72,
            "started",
            Form.CSV_WITH_MARK,
            said("started"),
            List.of("code", "started_on", "valid_from"),
            parcels.stream()
                .filter(p -> p.started().isPresent())
                .map(p -> at(p, "started_on", p.started().orElseThrow()).done())
                .toList()),
        sheet(
            73,
            "settled",
            Form.WORKBOOK,
            said("settled"),
            List.of("code", "disposed_on", "disposal", "evidence", "valid_from"),
            parcels.stream()
                .filter(p -> p.settled().isPresent())
                .map(p ->
                    at(p, "disposed_on", p.settled().orElseThrow())
                        .with(
                            "disposal",
                            dice.pick(
                                List.of(
                                    "deadline", "extended", "bought_back", "swapped", "changed")))
                        .with("evidence", said("settlement", dice.between(3, 88)))
                        .done())
                .toList()));
  }

  private static Row at(Parcel p, String field, LocalDate day) {
    return Row.of("code", p.code()).with(field, day).with("valid_from", day);
  }

  private static Sheetful sheet(
      int order,
      String what,
      Form form,
      String title,
      List<String> columns,
      List<Map<String, String>> rows) {
    return new Sheetful(
        order, "parcel", what, form, title, Titles.said("senders.delivery"), columns, rows);
  }

  private Sheetful checks(String what, Form form, LocalDate from, Predicate<Parcel> which) {
    List<String> inspectors = list("inspectors");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Parcel p : parcels) {
      LocalDate day = from.plusDays(dice.between(0, 18));
      boolean there =
          p.approved().isBefore(from) && p.settled().filter(d -> d.isBefore(day)).isEmpty();
      if (which.test(p) && there) {
        rows.add(check(p, day, dice.pick(inspectors)));
      }
    }
    return new Sheetful(
        74,
        "parcel_check",
        what,
        form,
        said("checks", what),
        Titles.said("senders.delivery"),
        Sheetful.used(
            List.of(
                "parcel",
                "standard",
                "checked_on",
                "area_at_work",
                "spent_share",
                "planned_share",
                "stopped_since",
                "gap",
                "tax_per_mu",
                "government_delay_days",
                "delay_finding",
                "inspector"),
            rows),
        rows);
  }

  private Map<String, String> check(Parcel p, LocalDate day, String inspector) {
    boolean started = p.started().filter(d -> d.isBefore(day)).isPresent();
    boolean done = p.fate() == Fate.PRODUCING || p.fate() == Fate.POOR;
    int planned = done ? 100 : started ? dice.between(48, 88) : 0;
    int spent =
        switch (p.fate()) {
          case LAGGING -> planned - dice.between(22, 41);
          case STOPPED -> dice.between(9, 23);
          case WORKING -> planned + dice.between(-12, 9);
          case PRODUCING, POOR -> dice.between(97, 118);
          case WAITING, NEW, UNUSED, AGREED, SETTLED -> 0;
        };
    boolean delayed = p.fate() == Fate.UNUSED && dice.percent(30);
    boolean missing = started && !done && dice.percent(24);
    int share = done ? 100 : p.fate() == Fate.STOPPED ? dice.between(12, 31) : dice.between(40, 95);
    return Row.of("parcel", p.code())
        .with("standard", "jb-land")
        .with("checked_on", day)
        .with("area_at_work", started ? p.tenths() * share / 1000.0 : 0)
        .with("spent_share", started ? Math.max(0, spent) : 0)
        .with("planned_share", planned)
        .when(p.fate() == Fate.STOPPED, "stopped_since", YEAR.minusDays(dice.between(200, 900)))
        .with("gap", missing ? dice.pick(GAPS) : "none")
        .when(
            done, "tax_per_mu", p.fate() == Fate.POOR ? dice.between(2, 11) : dice.between(25, 74))
        .when(delayed, "government_delay_days", dice.between(30, 190))
        .when(delayed, "delay_finding", said("finding", dice.between(1, 19)))
        .with("inspector", inspector)
        .done();
  }
}
