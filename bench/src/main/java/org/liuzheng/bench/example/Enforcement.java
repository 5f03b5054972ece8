package org.liuzheng.bench.example;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** Devices, benchmarks and cases of enforcement, and who answers for what in residential areas. */
final class Enforcement {
  private static final String WORDS = "enforcement";
  private static final LocalDate YEAR = LocalDate.of(2018, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2019, 2, 10);
  private static final int DEVICES_A_STREET = 4;
  private static final int HINTS = 236;
  private static final List<String> GRADES = List.of("slight", "ordinary", "grave");
  private static final int FIRST_LIST = 24;

  private final Dice dice = Dice.of(WORDS);
  private final YamlNode words;
  private final Sender sender;
  private final Map<String, YamlNode> streets;
  private final List<Map<String, String>> types;
  private final Map<String, List<String>> devices = new LinkedHashMap<>();
  private final List<EnforcementCase> cases = new ArrayList<>();

  private Enforcement(YamlNode words, List<Sheetful> tabled) {
    this.words = words;
    this.sender = new Sender(words);
    this.streets = Vocabulary.read("projects", root -> root.need("places").entries());
    this.types =
        tabled.stream()
            .filter(s -> s.register().equals("violation_type"))
            .findFirst()
            .orElseThrow()
            .rows();
  }

  static List<Sheetful> all() {
    List<Sheetful> tabled = Tabled.all(WORDS);
    return Vocabulary.read(
        WORDS,
        root -> {
          Enforcement enforcement = new Enforcement(root, tabled);
          List<Sheetful> sheets = new ArrayList<>(tabled);
          sheets.add(enforcement.devices());
          sheets.add(enforcement.benchmarks());
          enforcement.find();
          sheets.addAll(enforcement.cases());
          sheets.addAll(enforcement.evidence());
          sheets.addAll(enforcement.duties());
          sheets.addAll(enforcement.communities());
          return sheets;
        });
  }

  private Sheetful devices() {
    List<String> places = dice.shuffled(Vocabulary.texts(words.need("places")));
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map.Entry<String, YamlNode> street : streets.entrySet()) {
      String unit = street.getValue().need("code").text();
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < DEVICES_A_STREET; i++) {
        int number = rows.size() + 1;
        boolean drone = number % 11 == 0;
        LocalDate installed = dice.day(LocalDate.of(2016, 6, 1), LocalDate.of(2017, 8, 1));
        LocalDate legal = installed.plusDays(dice.between(9, 30));
        LocalDate technical = installed.plusDays(dice.between(5, 40));
        LocalDate published =
            (legal.isAfter(technical) ? legal : technical).plusDays(dice.between(3, 25));
        boolean waiting = number % 13 == 0;
        codes.add("JK-%03d".formatted(number));
        rows.add(
            Row.of("code", "JK-%03d".formatted(number))
                .with("kind", drone ? "drone" : number % 4 == 0 ? "vehicle" : "fixed")
                .with("place", places.get(number % places.size()))
                .with("location", street.getValue().need("at").text())
                .with("unit", unit)
                .with("standard", words.need("standard").text())
                .with("installed_on", installed)
                .with("legal_review_on", legal)
                .with("technical_review_on", technical)
                .with("marked", !waiting)
                .when(!waiting, "published_on", published)
                .with("drift_allowed", drone ? 10 : 5)
                .done());
      }
      devices.put(unit, codes);
    }
    return sender.sheet(
        88,
        "enforcement_device",
        "all",
        Form.CSV_GBK,
        sender.title("devices"),
        List.of(
            "code",
            "kind",
            "place",
            "location",
            "unit",
            "standard",
            "installed_on",
            "legal_review_on",
            "technical_review_on",
            "marked",
            "published_on",
            "drift_allowed"),
        rows);
  }

  /** Three grades share the range of the law, to the full ten yuan. */
  private Sheetful benchmarks() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> type : types) {
      for (String party : List.of("person", "entity")) {
        if (type.containsKey(party + "_max")) {
          for (String grade : GRADES) {
            rows.add(
                Row.of("violation", type.getOrDefault("code", ""))
                    .with("party", party)
                    .with("grade", grade)
                    .with("circumstance", words.need("grades").need(grade).text())
                    .with("low", bound(type, party, GRADES.indexOf(grade)))
                    .with("high", bound(type, party, GRADES.indexOf(grade) + 1))
                    .with("published_on", "2017-12-20")
                    .done());
          }
        }
      }
    }
    return sender.sheet(
        89,
        "discretion_rule",
        "2018",
        Form.WORKBOOK,
        sender.title("benchmarks"),
        List.of("violation", "party", "grade", "circumstance", "low", "high", "published_on"),
        rows);
  }

  static int bound(Map<String, String> type, String party, int third) {
    int low = Integer.parseInt(type.getOrDefault(party + "_min", "0"));
    int high = Integer.parseInt(type.getOrDefault(party + "_max", "0"));
    return third == 3 ? high : third == 0 ? low : (low + (high - low) * third / 3) / 10 * 10;
  }

  /** The first fine of a kind is no chance: before it nobody was fined for that. */
  private void find() {
    List<YamlNode> firsts =
        words.need("sheets").items().stream()
            .filter(s -> s.need("register").text().equals("milestone"))
            .findFirst()
            .orElseThrow()
            .need("rows")
            .items();
    Map<String, LocalDate> first = new LinkedHashMap<>();
    for (Map.Entry<String, String> kind :
        Map.of(
                "ZC-001", "first-fine-shared-bike",
                "SR-003", "first-fine-small-ads",
                "PS-001", "first-fine-sewage")
            .entrySet()) {
      firsts.stream()
          .map(Vocabulary::texts)
          .filter(r -> r.getFirst().equals(kind.getValue()) && !r.get(3).isEmpty())
          .forEach(r -> first.put(kind.getKey(), LocalDate.parse(r.get(5))));
    }
    Docket docket = new Docket(words, types, streets, first);
    for (int i = 0; i < HINTS; i++) {
      cases.add(docket.next());
    }
  }

  private List<Sheetful> cases() {
    List<Sheetful> sheets = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      int of = quarter;
      sheets.add(
          sender.sheet(
              90,
              "enforcement_case",
              "2018-q" + quarter,
              quarter % 2 == 0 ? Form.CSV_WITH_MARK : Form.WORKBOOK,
              sender.title("found", quarter),
              EnforcementCase.FOUND,
              cases.stream()
                  .filter(c -> (c.found().getMonthValue() + 2) / 3 == of)
                  .map(EnforcementCase::hint)
                  .toList()));
    }
    List<Map<String, String>> settled =
        cases.stream()
            .filter(c -> c.decided().isPresent())
            .map(EnforcementCase::settlement)
            .toList();
    List<Map<String, String>> closed =
        cases.stream().filter(c -> c.closed().isPresent()).map(EnforcementCase::end).toList();
    sheets.add(
        sender.sheet(
            91,
            "enforcement_case",
            "2018-decided",
            Form.WORKBOOK,
            sender.title("settled", 1),
            Sheetful.used(EnforcementCase.DECIDED, settled),
            settled));
    sheets.add(
        sender.sheet(
            92,
            "enforcement_case",
            "2018-closed",
            Form.CSV_GBK,
            sender.title("settled", 2),
            Sheetful.used(EnforcementCase.CLOSED, closed),
            closed));
    return sheets;
  }

  private List<Sheetful> evidence() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (EnforcementCase c : cases) {
      if (c.nonContact()) {
        String code = "ZJ-2018-%04d".formatted(rows.size() + 1);
        boolean unclear = dice.percent(2);
        rows.add(
            Row.of("code", code)
                .with("case_number", c.number())
                .with("kind", dice.percent(72) ? "photo" : "video")
                .with("device", dice.pick(devices.getOrDefault(c.unit(), List.of())))
                .with("captured_on", c.found())
                .with(
                    "captured_at", "%02d:%02d".formatted(dice.between(6, 22), dice.between(0, 59)))
                .with("clock_drift", dice.percent(3) ? dice.between(6, 40) : dice.between(0, 4))
                .with("sha256", Documents.hash(code.getBytes(StandardCharsets.UTF_8)))
                .with("reviewed_on", c.found().plusDays(dice.between(0, 2)))
                .with("usable", !unclear)
                .done());
      }
    }
    int half = rows.size() / 2;
    List<String> fields =
        List.of(
            "code",
            "case_number",
            "kind",
            "device",
            "captured_on",
            "captured_at",
            "clock_drift",
            "sha256",
            "reviewed_on",
            "usable");
    return List.of(
        sender.sheet(
            93,
            "enforcement_evidence",
            "2018-1",
            Form.CSV,
            sender.title("evidence", 1),
            fields,
            rows.subList(0, half)),
        sender.sheet(
            93,
            "enforcement_evidence",
            "2018-2",
            Form.WORKBOOK,
            sender.title("evidence", 2),
            fields,
            rows.subList(half, rows.size())));
  }

  private List<Sheetful> duties() {
    List<String> matters = Vocabulary.texts(words.need("duties"));
    List<String> leads = Vocabulary.texts(words.need("duty_leads"));
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < matters.size(); i++) {
      boolean first = i < FIRST_LIST;
      rows.add(
          Row.of("code", "XQ-%03d".formatted(i + 1))
              .with("matter", matters.get(i))
              .with("department", Office.unit(leads.get(i)))
              .with("version", first ? "1.0" : "2.0")
              .with("listed_on", first ? "2018-06-01" : "2018-10-15")
              .with("state", "in_force")
              .done());
    }
    List<String> fields = List.of("code", "matter", "department", "version", "listed_on", "state");
    return List.of(
        sender.sheet(
            94,
            "duty_matter",
            "1.0",
            Form.WORKBOOK,
            sender.title("duties", "1.0"),
            fields,
            rows.subList(0, FIRST_LIST)),
        sender.sheet(
            95,
            "duty_matter",
            "2.0",
            Form.CSV_GBK,
            sender.title("duties", "2.0"),
            fields,
            rows.subList(FIRST_LIST, rows.size())));
  }

  /** Looked at in summer; by winter most of what was missing is done. */
  private List<Sheetful> communities() {
    List<String> wanted =
        List.of(
            "person",
            "hours",
            "duty",
            "show_person",
            "show_phone",
            "show_list",
            "show_supervision");
    List<Map<String, String>> first = new ArrayList<>();
    List<Map<String, String>> later = new ArrayList<>();
    for (Map.Entry<String, YamlNode> street : words.need("communities").entries().entrySet()) {
      String unit = Vocabulary.need(streets, street.getKey()).need("code").text();
      for (String community : Vocabulary.texts(street.getValue())) {
        List<String> missing = new ArrayList<>();
        wanted.stream().skip(1).filter(w -> dice.percent(12)).forEach(missing::add);
        Row row =
            Row.of("community", community)
                .with("unit", unit)
                .with("standard", "sdsgk")
                .with("households", dice.between(180, 2400))
                .with("surveyed_on", dice.day(LocalDate.of(2018, 7, 9), LocalDate.of(2018, 9, 14)));
        wanted.forEach(w -> row.with(w, !missing.contains(w)));
        first.add(row.done());
        if (!missing.isEmpty() && dice.percent(70)) {
          Row done = Row.of("community", community).with("unit", unit).with("standard", "sdsgk");
          LocalDate day = dice.day(LocalDate.of(2018, 10, 8), LocalDate.of(2018, 12, 27));
          done.with("surveyed_on", day);
          wanted.forEach(w -> done.with(w, true));
          later.add(done.done());
        }
      }
    }
    List<String> fields = new ArrayList<>(List.of("community", "unit", "standard"));
    fields.add("surveyed_on");
    fields.addAll(wanted);
    List<String> all = new ArrayList<>(fields);
    all.add(3, "households");
    return List.of(
        sender.sheet(
            95, "community_duty", "2018", Form.WORKBOOK, sender.title("communities"), all, first),
        sender.sheet(
            96,
            "community_duty",
            "2018-later",
            Form.CSV_WITH_MARK,
            sender.title("communities_later"),
            fields,
            later));
  }

  /** Whether a thing that happened that day is in the files of the example's day. */
  static boolean told(LocalDate day) {
    return day.isBefore(TODAY) && !day.isBefore(YEAR);
  }
}
