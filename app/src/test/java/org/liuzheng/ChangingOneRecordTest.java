package org.liuzheng;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.ledger.Author;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.Source;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Registers.Correct;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Registers.Query;
import org.liuzheng.register.Version;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One record of the example is corrected: the claims that rest on it are told otherwise, and no
 * others. The table is {@code changed-records.yaml}.
 */
class ChangingOneRecordTest {
  private static final LocalDate END_OF_2018 = LocalDate.of(2018, 12, 31);
  private static final Author OFFICE = new Author("delivery", "330205", Set.of("admin"));

  /** One obstacle more or less does not matter to “more than 70”. */
  private static final Set<String> FALL_BY_SEVERAL_RECORDS = Set.of("R57");

  private static final List<ChangedRecord> TABLE = ChangedRecord.table();
  private static final ConfigurableApplicationContext SPRING = RunningExample.start();
  private static final Registers REGISTERS = SPRING.getBean(Registers.class);
  private static final long BEFORE = size();
  private static final Map<String, Told> TOLD = told(BEFORE);

  /** The rows done, with the position at which each was put back. */
  private final Map<ChangedRecord, Long> done = new LinkedHashMap<>();

  /** What a reader is told of a claim. */
  private record Told(Verdict verdict, String computed, String reason) {}

  @AfterAll
  static void stop() {
    SPRING.close();
  }

  @Test
  void every_claim_that_rests_on_records_has_a_row_and_a_name_has_none() {
    assertThat(TABLE.stream().flatMap(row -> row.turns().keySet().stream()).collect(toSet()))
        .isEqualTo(claims(verdict -> verdict != Verdict.LABEL));
  }

  @Test
  void every_claim_that_holds_falls_with_one_record() {
    Set<String> fallen =
        TABLE.stream()
            .flatMap(row -> row.turns().entrySet().stream())
            .filter(turn -> turn.getValue() != Verdict.HOLDS)
            .map(Map.Entry::getKey)
            .collect(toSet());

    Set<String> standing = claims(verdict -> verdict == Verdict.HOLDS);
    standing.removeAll(fallen);
    assertThat(standing).isEqualTo(FALL_BY_SEVERAL_RECORDS);
  }

  @TestFactory
  Stream<DynamicTest> a_changed_record_turns_exactly_its_claims() {
    return Stream.concat(
        TABLE.stream().map(row -> dynamicTest(row.toString(), () -> turnsItsClaims(row))),
        Stream.of(
            dynamicTest(
                "everything is put back",
                () -> assertThat(otherwise(told(size()))).as(this::notPutBack).isEmpty()),
            dynamicTest(
                "the report as known before stays as it was",
                () -> assertThat(otherwise(told(BEFORE))).isEmpty())));
  }

  private void turnsItsClaims(ChangedRecord row) {
    Version version = version(row.register(), row.record());
    Map<String, Told> then;
    try {
      correct(version, row.set());
      then = told(size());
    } finally {
      correct(version, row.set().keySet().stream().collect(toMap(field -> field, version::value)));
    }

    Map<String, Verdict> turned = new TreeMap<>();
    otherwise(then).keySet().forEach(id -> turned.put(id, then.get(id).verdict()));
    assertThat(turned)
        .as(() -> "%s\n%s\n%s".formatted(row, otherwise(then), notPutBack()))
        .isEqualTo(row.turns());
    assertThat(version(row.register(), Map.of("id", version.record())))
        .as("%s is put back", row)
        .usingRecursiveComparison()
        .ignoringFields("knownFrom", "entry")
        .isEqualTo(version);
    done.put(row, size());
  }

  /** The claims that are not told as at first. */
  private static Map<String, String> otherwise(Map<String, Told> now) {
    Map<String, String> otherwise = new TreeMap<>();
    TOLD.forEach((id, was) -> {
      Told is = now.get(id);
      if (!was.equals(is)) {
        otherwise.put(id, was + " -> " + is);
      }
    });
    return otherwise;
  }

  /** Names the first row after which the report was not the same again; asked when one fails. */
  private String notPutBack() {
    return done.entrySet().stream()
        .filter(e -> !otherwise(told(e.getValue())).isEmpty())
        .findFirst()
        .map(e -> "not put back: " + e.getKey())
        .orElse("");
  }

  private static Set<String> claims(Predicate<Verdict> verdict) {
    return TOLD.entrySet().stream()
        .filter(e -> verdict.test(e.getValue().verdict()))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static void correct(Version version, Map<String, String> fields) {
    Outcome outcome =
        REGISTERS.correct(
            new Correct(
                version.register(),
                version.record(),
                version.validFrom(),
                fields,
                "tried in a test",
                OFFICE,
                new Source.Form()));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  private static Version version(String register, Map<String, String> equal) {
    List<Version> found =
        REGISTERS
            .list(new Query(register, equal, "", "", 0, 1, new When(END_OF_2018, size())))
            .versions();
    assertThat(found).as("%s with %s", register, equal).isNotEmpty();
    return found.getFirst();
  }

  private static long size() {
    return SPRING.getBean(Ledger.class).size();
  }

  private static Map<String, Told> told(long known) {
    Claims claims = SPRING.getBean(Claims.class);
    Report report = claims.report("jiangbei-2018").orElseThrow();
    Map<String, Told> told = new TreeMap<>();
    for (Checked c : claims.check(report, Lang.ZH, new When(report.on(), known))) {
      told.put(c.id(), new Told(c.verdict(), c.computed().en(), c.reason().en()));
    }
    return told;
  }
}
