package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.yaml.YamlNode;

/** Makes cases one by one: what was found, how it was decided, how it ended. */
final class Docket {
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 3);
  private static final LocalDate LAST = LocalDate.of(2018, 12, 28);
  private static final int PAY_DAYS = 15;
  private static final int SERVE_DAYS = 7;
  private static final int SIMPLE = 50;
  private static final List<String> GRADES = List.of("slight", "ordinary", "ordinary", "grave");

  private final Dice dice = Dice.of("docket");
  private final List<Map<String, String>> types;
  private final Map<String, YamlNode> streets;
  private final Map<String, LocalDate> firstFines;
  private final List<String> waiting;
  private final List<String> places;
  private final YamlNode communities;
  private int made;

  Docket(
      YamlNode words,
      List<Map<String, String>> types,
      Map<String, YamlNode> streets,
      Map<String, LocalDate> firstFines) {
    this.types = types;
    this.streets = streets;
    this.firstFines = firstFines;
    this.waiting = new ArrayList<>(firstFines.keySet().stream().sorted().toList());
    this.places = Vocabulary.texts(words.need("places"));
    this.communities = words.need("communities");
  }

  /** The first cases made are the first fines of their kinds. */
  EnforcementCase next() {
    made++;
    Optional<LocalDate> first =
        waiting.isEmpty()
            ? Optional.empty()
            : Optional.of(Vocabulary.need(firstFines, waiting.getFirst()));
    Map<String, String> type =
        first.isPresent() ? typed(waiting.removeFirst()) : types.get(dice.skewed(0, 13));
    String violation = type.getOrDefault("code", "");
    LocalDate earliest =
        Optional.ofNullable(firstFines.get(violation)).map(d -> d.plusDays(1)).orElse(FIRST);
    LocalDate found = first.map(d -> d.minusDays(20)).orElseGet(() -> dice.day(earliest, LAST));
    boolean simple =
        first.isEmpty()
            && Integer.parseInt(type.getOrDefault("person_max", "0")) <= 200
            && !type.containsKey("entity_max")
            && dice.percent(45);
    boolean filed = first.isPresent() || !dice.percent(15);
    String party =
        !type.containsKey("person_max") || (type.containsKey("entity_max") && dice.percent(45))
            ? "entity"
            : "person";
    String street = dice.pick(streets.keySet().stream().toList());
    boolean nonContact = first.isPresent() || dice.percent(simple ? 40 : 78);
    Row hint =
        hint(violation, street, found)
            .when(party.equals("entity"), "party", firm())
            .when(filed && violation.startsWith("TC"), "plate_end", plate(made))
            .with("party_kind", party)
            .when(party.equals("person"), "party_age", "adult")
            .with("non_contact", nonContact)
            .with("found_on", found);
    if (!filed) {
      boolean corrected = dice.percent(78);
      hint.with("reminded_on", found)
          .when(corrected, "corrected_on", found.plusDays(dice.between(0, 3)));
      return new EnforcementCase(
          number(),
          unit(street),
          found,
          nonContact,
          hint.done(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Map.of());
    }
    LocalDate filedOn = simple ? found : found.plusDays(dice.between(0, 4));
    hint.with("filed_on", filedOn)
        .with("simple_procedure", simple)
        .with("certified_officers", simple ? 1 : dice.between(2, 3));
    return decided(hint, street, type, party, found, filedOn, simple, nonContact, first);
  }

  private EnforcementCase decided(
      Row hint,
      String street,
      Map<String, String> type,
      String party,
      LocalDate found,
      LocalDate filed,
      boolean simple,
      boolean nonContact,
      Optional<LocalDate> first) {
    LocalDate told = simple ? filed : filed.plusDays(dice.between(2, 9));
    LocalDate until = told.plusDays(3);
    LocalDate decided =
        simple ? filed : first.orElseGet(() -> until.plusDays(1 + dice.skewed(0, 46)));
    int fate = first.isPresent() || simple ? 0 : dice.between(0, 99);
    String decision =
        fate < 82
            ? "fine"
            : fate < 88 ? "warning" : fate < 93 ? "none" : fate < 98 ? "dropped" : "transferred";
    boolean punished = fate < 88;
    boolean fined = decision.equals("fine");
    String grade = simple ? "slight" : dice.pick(GRADES);
    int fine = fine(type, party, grade, simple);
    boolean defended = punished && !simple && dice.percent(12);
    LocalDate served =
        decided.plusDays(
            simple ? 0 : dice.percent(4) ? SERVE_DAYS + dice.between(1, 4) : dice.between(0, 7));
    boolean electronic = dice.percent(30);
    Row settlement =
        Row.of("number", number())
            .with("without_statement", punished && nonContact && dice.percent(38))
            .when(punished, "notified_on", told)
            .when(fined, "proposed_fine", fine)
            .when(punished, "defence_until", until)
            .when(punished, "defence_waived", simple)
            .when(defended, "defence_on", told.plusDays(2))
            .when(defended, "defence_reviewed", true)
            .when(fine > 5000 && fined, "legal_review_on", decided)
            .with("decided_on", decided)
            .with("decision", decision)
            .when(fined, "benchmark", type.getOrDefault("code", "") + "/" + party + "/" + grade)
            .when(fined, "fine", fine)
            .when(punished, "served_on", served)
            .when(
                punished,
                "served_by",
                electronic ? "electronic" : dice.percent(80) ? "direct" : "mail")
            .when(punished && electronic, "electronic_consent", true)
            .with("valid_from", decided);
    boolean late = dice.percent(9);
    LocalDate paid =
        served.plusDays(
            simple ? 0 : late ? PAY_DAYS + dice.between(3, 30) : dice.skewed(0, PAY_DAYS));
    long over =
        Math.max(0, served.plusDays(PAY_DAYS).until(paid, java.time.temporal.ChronoUnit.DAYS));
    LocalDate end = fined ? paid : punished ? served : decided;
    Row closed =
        Row.of("number", number())
            .when(fined, "paid_on", paid)
            .when(fined && late, "surcharge", Math.min(fine, fine * 3 * over / 100))
            .when(fined && late, "urged_on", served.plusDays(PAY_DAYS + 2))
            .with("closed_on", end)
            .with("valid_from", end);
    boolean tellDecision = Enforcement.told(served);
    return new EnforcementCase(
        number(),
        unit(street),
        found,
        nonContact,
        hint.done(),
        tellDecision ? Optional.of(decided) : Optional.empty(),
        settlement.done(),
        tellDecision && Enforcement.told(end) ? Optional.of(end) : Optional.empty(),
        closed.done());
  }

  private Row hint(String violation, String street, LocalDate found) {
    boolean home = !violation.startsWith("ZC") && !violation.startsWith("TC") && dice.percent(34);
    return Row.of("number", number())
        .with("violation", violation)
        .with("rule", "general")
        .with("unit", unit(street))
        .with("place", Titles.said("house", dice.pick(places), dice.between(1, 480)))
        .when(
            home && !found.isBefore(LocalDate.of(2018, 6, 1)),
            "community",
            dice.pick(Vocabulary.texts(communities.need(street))));
  }

  /** Within the law and the benchmark, in steps of ten yuan where the range is wide enough. */
  private int fine(Map<String, String> type, String party, String grade, boolean simple) {
    int third = List.of("slight", "ordinary", "grave").indexOf(grade);
    int low = Enforcement.bound(type, party, third);
    int high = Enforcement.bound(type, party, third + 1);
    int top = simple ? Math.min(high, SIMPLE) : high;
    int step = high - low >= 1000 ? 100 : high - low >= 60 ? 10 : 5;
    int fine = low + dice.between(0, Math.max(0, (top - low) / step)) * step;
    return Math.max(fine, Math.min(top, low + step));
  }

  private Map<String, String> typed(String code) {
    return types.stream()
        .filter(t -> t.getOrDefault("code", "").equals(code))
        .findFirst()
        .orElseThrow();
  }

  private String number() {
    return "ZF-2018-%04d".formatted(made);
  }

  /** The last four signs of a plate that nobody else here has. */
  private static String plate(int of) {
    return "%c%03d".formatted("ABCDEFGHJKLM".charAt(of % 12), of * 37 % 1000);
  }

  private String unit(String street) {
    return Vocabulary.need(streets, street).need("code").text();
  }

  private String firm() {
    return dice.pick(Titles.list("firms.first"))
        + dice.pick(Titles.list("firms.second"))
        + Titles.said("firms.third");
  }
}
