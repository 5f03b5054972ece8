package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * The places that the environment programmes have on their plan, what was done there, and the marks
 * they were given. A toilet was entered as started and, when somebody looked, was not.
 */
final class Places {
  static final String WORDS = "places";
  private static final LocalDate PLANNED = LocalDate.of(2018, 2, 28);
  private static final LocalDate SUMMER = LocalDate.of(2018, 7, 1);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final String CHECKED = "rural_toilet";
  private static final List<String> MARKED = List.of("weak_village", "town");
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "type",
          "street",
          "office",
          "planned_on",
          "agreed_households",
          "agreed_area");
  private static final List<String> PARTS =
      List.of("access", "surroundings", "facilities", "activities", "management", "satisfaction");
  private static final List<Integer> MOST = List.of(80, 90, 120, 100, 80, 30);

  private final Dice dice = Dice.of("places");
  private final Map<String, YamlNode> streets =
      Vocabulary.read("projects", root -> root.need("places").entries());
  private final List<Place> places = new ArrayList<>();

  /** A place on the plan; what has not happened yet is empty. */
  private record Place(
      String code,
      String type,
      String office,
      String name,
      String street,
      Optional<LocalDate> started,
      Optional<LocalDate> finished,
      Optional<LocalDate> accepted) {}

  private Places() {
    Vocabulary.read(WORDS, root -> root.need("sites").entries()).forEach(this::plan);
  }

  static List<Sheetful> all() {
    Places places = new Places();
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    sheets.addAll(places.planned());
    sheets.addAll(places.done());
    sheets.add(places.corrected());
    sheets.addAll(places.inspected());
    sheets.addAll(places.scenic());
    return sheets;
  }

  static String said(String path, Object... args) {
    String said = Vocabulary.read(WORDS, root -> root.need("titles").need(path).text());
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  private static List<String> list(String path) {
    return Vocabulary.read(WORDS, root -> Vocabulary.texts(root.need(path)));
  }

  private void plan(String type, YamlNode kind) {
    List<String> names =
        Vocabulary.read(
            WORDS, root -> Vocabulary.texts(root.need("places").need(kind.need("from").text())));
    List<Integer> order =
        dice.shuffled(java.util.stream.IntStream.range(0, names.size()).boxed().toList());
    for (int i = 0; i < names.size(); i++) {
      int turn = order.indexOf(i);
      LocalDate start = dice.day(PLANNED.plusDays(12), LocalDate.of(2018, 9, 20));
      LocalDate end = dice.day(start.plusDays(40), LocalDate.of(2018, 12, 18));
      LocalDate passed = dice.day(end.plusDays(3), YEAR_END.minusDays(2));
      String[] said = names.get(i).split("/", -1);
      places.add(
          new Place(
              "%s-%02d".formatted(kind.need("letters").text(), i + 1),
              type,
              Office.unit(kind.need("office").text()),
              said[0] + kind.need("suffix").text(),
              said[1],
              done(turn, kind, "started", start),
              done(turn, kind, "finished", end),
              done(turn, kind, "accepted", passed)));
    }
  }

  private static Optional<LocalDate> done(int turn, YamlNode kind, String what, LocalDate day) {
    return turn < kind.need(what).whole() ? Optional.of(day) : Optional.empty();
  }

  private String code(Place p) {
    return Vocabulary.need(streets, p.street()).need("code").text();
  }

  private String near(Place p) {
    return Near.to(Vocabulary.need(streets, p.street()).need("at").text(), dice);
  }

  /** Each office sends its own places. */
  private List<Sheetful> planned() {
    List<Sheetful> sheets = new ArrayList<>();
    for (String office : places.stream().map(Place::office).distinct().toList()) {
      Office sender =
          Office.all().stream().filter(o -> o.unit().equals(office)).findFirst().orElseThrow();
      List<Map<String, String>> rows =
          places.stream().filter(p -> p.office().equals(office)).map(this::planned).toList();
      sheets.add(
          new Sheetful(
              84,
              "site",
              sender.key(),
              sheets.size() % 2 == 0 ? Form.WORKBOOK : Form.CSV_GBK,
              said("planned", sender.name()),
              Titles.said("senders.office", sender.name()),
              Sheetful.used(COLUMNS, rows),
              rows));
    }
    return sheets;
  }

  private Map<String, String> planned(Place p) {
    boolean estate = p.type().equals("old_estate");
    return Row.of("code", p.code())
        .with("name", p.name())
        .with("type", p.type())
        .with("street", code(p))
        .with("office", p.office())
        .with("planned_on", PLANNED)
        .when(estate, "agreed_households", dice.between(681, 964) / 10.0)
        .when(estate, "agreed_area", dice.between(672, 951) / 10.0)
        .done();
  }

  private List<Sheetful> done() {
    Map<String, String> at = new HashMap<>();
    places.forEach(p -> at.put(p.code(), near(p)));
    List<String> start =
        List.of("code", "name", "started_on", "start_evidence", "location", "valid_from");
    List<String> finish = List.of("code", "name", "finished_on", "valid_from");
    List<String> accept = List.of("code", "name", "accepted_on", "acceptance", "valid_from");
    Place imagined = imagined();
    Function<Place, Map<String, String>> starts =
        p ->
            row(p, "started_on", p.started().orElse(SUMMER.minusDays(9)))
                .with("start_evidence", said("order", dice.between(11, 398)))
                .with("location", Vocabulary.need(at, p.code()))
                .done();
    return List.of(
        sheet(
            "started-1",
            Form.WORKBOOK,
            said("started", 1),
            start,
            p -> p.equals(imagined) || p.started().filter(d -> d.isBefore(SUMMER)).isPresent(),
            starts),
        sheet(
            "started-2",
            Form.CSV_WITH_MARK,
            said("started", 2),
            start,
            p -> p.started().filter(d -> !d.isBefore(SUMMER)).isPresent(),
            starts),
        sheet(
            "finished",
            Form.CSV_GBK,
            said("finished", 2018),
            finish,
            p -> p.finished().isPresent(),
            p -> row(p, "finished_on", p.finished().orElseThrow()).done()),
        sheet(
            "passed",
            Form.WORKBOOK,
            said("accepted"),
            accept,
            p -> p.accepted().isPresent(),
            p ->
                row(p, "accepted_on", p.accepted().orElseThrow())
                    .with("acceptance", said("certificate", dice.between(101, 979)))
                    .done()));
  }

  private static Row row(Place p, String field, LocalDate day) {
    return Row.of("code", p.code()).with("name", p.name()).with(field, day).with("valid_from", day);
  }

  private Sheetful sheet(
      String what,
      Form form,
      String title,
      List<String> columns,
      Predicate<Place> which,
      Function<Place, Map<String, String>> row) {
    int order = what.startsWith("started") ? 85 : what.equals("finished") ? 86 : 87;
    return new Sheetful(
        order,
        "site",
        what,
        form,
        title,
        Titles.said("senders.delivery"),
        columns,
        places.stream().filter(which).map(row).toList());
  }

  private Place imagined() {
    return places.stream()
        .filter(p -> p.type().equals(CHECKED) && p.started().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** The start is said anew of the same day, without a day: nobody was building. */
  private Sheetful corrected() {
    Place p = imagined();
    return new Sheetful(
        88,
        "site",
        "corrected",
        Form.CSV_WITH_MARK,
        said("corrected"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "started_on", "start_evidence", "valid_from"),
        List.of(
            Row.of("code", p.code())
                .with("name", p.name())
                .with("started_on", "")
                .with("start_evidence", "")
                .with("valid_from", SUMMER.minusDays(9))
                .done()));
  }

  /** Eight of ten weak villages are better than before; one is not, and one has no baseline. */
  private List<Sheetful> inspected() {
    List<String> inspectors = list("inspectors");
    List<Map<String, String>> before = new ArrayList<>();
    List<Map<String, String>> after = new ArrayList<>();
    List<Map<String, String>> later = new ArrayList<>();
    List<Place> marked = places.stream().filter(p -> MARKED.contains(p.type())).toList();
    for (Place p : marked) {
      int points = dice.between(52, 71);
      boolean weak = p.type().equals("weak_village");
      long number = marked.stream().filter(m -> m.type().equals(p.type())).toList().indexOf(p);
      if (!weak || number != 6) {
        before.add(
            mark(
                p,
                "before",
                dice.day(PLANNED.plusDays(2), PLANNED.plusDays(24)),
                points,
                dice.pick(inspectors)));
      }
      if (weak || number < 4) {
        int now = weak && number == 3 ? points - 2 : points + dice.between(9, 24);
        LocalDate day = dice.day(LocalDate.of(2018, 9, 3), LocalDate.of(2018, 10, 12));
        after.add(mark(p, "after", day, now, dice.pick(inspectors)));
        if (number % 3 == 0) {
          later.add(
              mark(
                  p,
                  "later",
                  day.plusDays(dice.between(50, 79)),
                  now + dice.between(0, 4),
                  dice.pick(inspectors)));
        }
      }
    }
    return List.of(
        marks("before", Form.WORKBOOK, before),
        marks("after", Form.CSV_GBK, after),
        marks("later", Form.CSV, later));
  }

  private Map<String, String> mark(
      Place p, String stage, LocalDate day, int points, String inspector) {
    return Row.of("site", p.code())
        .with("stage", stage)
        .with("inspected_on", day)
        .with("checklist", said("checklist"))
        .with("points", points + dice.pick(List.of("", ".5")))
        .with("inspector", inspector)
        .when(!stage.equals("before"), "photo_on", day.minusDays(dice.between(0, 2)))
        .when(!stage.equals("before"), "photo_at", near(p))
        .done();
  }

  private static Sheetful marks(String what, Form form, List<Map<String, String>> rows) {
    return new Sheetful(
        89,
        "site_inspection",
        what.equals("before") ? "1-before" : what.equals("after") ? "2-after" : "3-later",
        form,
        said("inspected", rows.size()),
        Titles.said("senders.delivery"),
        Sheetful.used(
            List.of(
                "site",
                "stage",
                "inspected_on",
                "checklist",
                "points",
                "inspector",
                "photo_on",
                "photo_at"),
            rows),
        rows);
  }

  /** Four are inspected by the city, three of them reach the highest grade. */
  private List<Sheetful> scenic() {
    List<Place> villages = places.stream().filter(p -> p.type().equals("scenic_village")).toList();
    List<Map<String, String>> county = new ArrayList<>();
    List<Map<String, String>> city = new ArrayList<>();
    for (int i = 0; i < villages.size(); i++) {
      county.add(
          points(
              villages.get(i), "county", LocalDate.of(2018, 6, 11).plusDays(i), i < 4 ? 91 : 72));
      if (i < 4) {
        city.add(
            points(
                villages.get(i),
                "city",
                LocalDate.of(2018, 10, 22).plusDays(i / 2),
                i < 3 ? 93 : 85));
      }
    }
    List<String> columns = new ArrayList<>(List.of("village", "stage", "standard", "inspected_on"));
    columns.addAll(PARTS);
    columns.addAll(List.of("bonus", "inspector"));
    return List.of(
        new Sheetful(
            90,
            "scenic_inspection",
            "county",
            Form.CSV_WITH_MARK,
            said("scenic", 1),
            Titles.said("senders.delivery"),
            columns,
            county),
        new Sheetful(
            90,
            "scenic_inspection",
            "city",
            Form.WORKBOOK,
            said("scenic", 2),
            Titles.said("senders.delivery"),
            columns,
            city));
  }

  /**
   * @param share about how much of the most each part gives, in per cent
   */
  private Map<String, String> points(Place p, String stage, LocalDate day, int share) {
    Row row =
        Row.of("village", p.code())
            .with("stage", stage)
            .with("standard", "zj-scenic-village")
            .with("inspected_on", day)
            .with("inspector", Vocabulary.read(WORDS, r -> r.need("teams").need(stage).text()));
    for (int i = 0; i < PARTS.size(); i++) {
      int most = MOST.get(i);
      row.with(PARTS.get(i), Math.min(most, most * (share + dice.between(-1, 2)) / 100));
    }
    return row.with("bonus", share > 92 ? dice.between(3, 8) : dice.between(0, 2)).done();
  }
}
