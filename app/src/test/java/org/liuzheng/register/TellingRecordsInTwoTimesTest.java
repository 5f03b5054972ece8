package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Registers.Query;

class TellingRecordsInTwoTimesTest {
  private static final String ITEM =
      """
      register: item
      label: {zh: 事项, en: Items}
      owner: '330205'
      key: code
      write: officer
      fields:
        code: {type: code, label: {zh: 编码, en: Code}}
        name: {type: text, label: {zh: 名称, en: Name}}
        days: {type: whole, label: {zh: 时限, en: Limit}}
        fee: {type: decimal, label: {zh: 收费, en: Fee}}
        month: {type: month, label: {zh: 月份, en: Month}}
        open: {type: flag, label: {zh: 公开, en: Open}}
      """;
  private static final int STREAMS = 12;
  private static final int CHANGES = 30;

  @AutoClose private final TestRegisters given = new TestRegisters(ITEM);

  /**
   * Position 1: 20 days from January; 2: 10 from July; 3: in fact 15 from January; 4: gone in
   * October.
   */
  @ParameterizedTest
  @CsvSource({
    "2017-12-31, 4, ''",
    "2018-01-01, 0, ''",
    "2018-01-01, 1, 20",
    "2018-06-30, 1, 20",
    "2018-07-01, 1, 20",
    "2019-01-01, 1, 20",
    "2018-06-30, 2, 20",
    "2018-07-01, 2, 10",
    "2019-01-01, 2, 10",
    "2018-06-30, 3, 15",
    "2018-07-01, 3, 10",
    "2018-06-30, 4, 15",
    "2018-09-30, 4, 10",
    "2018-10-01, 4, ''",
    "2019-01-01, 4, ''"
  })
  void what_was_true_on_a_day_is_told_as_it_was_known_then(LocalDate on, long known, String days) {
    given.put("item", "2018-01-01", "code", "A", "name", "办证", "days", "20");
    given.put("item", "2018-07-01", "code", "A", "days", "10");
    given.correct("item", "A", "2018-01-01", "抄错", "days", "15");
    given.withdraw("item", "A", "2018-10-01", "取消");

    var found = given.registers.record("item", "A", new When(on, known));

    assertThat(found.map(v -> v.value("days")).orElse("")).isEqualTo(days);
    assertThat(found.map(v -> v.value("name")).orElse("办证")).isEqualTo("办证");
  }

  @Test
  void a_back_dated_statement_holds_until_the_next_start_that_is_known() {
    given.put("item", "2018-07-01", "code", "A", "days", "10");
    given.put("item", "2018-01-01", "code", "A", "days", "20");

    assertThat(given.registers.history("item", "A"))
        .extracting(v -> v.validFrom() + "…" + v.validTo() + " " + v.value("days"))
        .containsExactly("2018-07-01…9999-12-31 10", "2018-01-01…2018-07-01 20");
  }

  @Test
  void what_goes_unmentioned_stays_as_it_was_on_the_day_the_statement_starts() {
    given.put("item", "2018-01-01", "code", "A", "name", "旧", "days", "20", "fee", "1.5");
    given.put("item", "2018-07-01", "code", "A", "name", "新");
    given.put("item", "2018-03-01", "code", "A", "days", "15", "fee", "");

    assertThat(at("2018-03-01")).isEqualTo(Map.of("code", "A", "name", "旧", "days", "15"));
    assertThat(at("2018-07-01"))
        .isEqualTo(Map.of("code", "A", "name", "新", "days", "20", "fee", "1.5"));
  }

  @Test
  void saying_again_what_is_known_writes_nothing() {
    long first = TestRegisters.seq(given.put("item", "2018-01-01", "code", "A", "fee", "1.50"));

    long again = TestRegisters.seq(given.put("item", "2018-05-01", "code", "A", "fee", "1.5"));

    assertThat(again).isEqualTo(first);
    assertThat(given.ledger.size()).isOne();
  }

  @Test
  void every_read_agrees_with_an_oracle_at_every_two_times_and_after_a_rebuild() {
    long seed = Long.getLong("seed", 20180719);
    System.out.println("seed " + seed);
    for (int stream = 0; stream < STREAMS; stream++) {
      stream(new Random(seed + stream), "seed " + seed + ", stream " + stream);
    }
    List<String> before = given.table("item");

    given.registers.rebuild();

    assertThat(given.table("item")).isEqualTo(before);
  }

  private void stream(Random random, String name) {
    long start = given.ledger.size();
    Oracle oracle = new Oracle();
    String record = name.replaceAll("\\D+", "-").substring(1);
    for (int i = 0; i < CHANGES; i++) {
      change(random, record, oracle);
      assertThat(given.ledger.size() - start).as("%s, change %d", name, i).isEqualTo(oracle.size());
    }
    List<Version> history = given.registers.history("item", record);
    for (long known = 0; known <= oracle.size(); known++) {
      for (int day = random.nextInt(4); day < Oracle.DAYS; day += 1 + random.nextInt(8)) {
        When when = new When(Oracle.FIRST.plusDays(day), start + known);
        String at = name + ", " + when;
        Map<String, String> expected = oracle.at(day, (int) known);
        List<Version> told = history.stream().filter(v -> covers(v, when)).toList();
        assertThat(told.stream().map(TellingRecordsInTwoTimesTest::told).toList())
            .as(at)
            .isEqualTo(
                expected.isEmpty()
                    ? List.of()
                    : List.of(oracle.entry(day, (int) known) + start + " " + expected));
        if (random.nextInt(4) == 0) {
          assertThat(given.registers.record("item", record, when).stream().toList())
              .as(at)
              .isEqualTo(told);
          assertThat(
                  given.registers.list(
                      new Query("item", Map.of("id", record), "", "-days", 0, 9, when)))
              .as(at)
              .isEqualTo(new Registers.Found(told, told.size()));
        }
      }
    }
  }

  private static boolean covers(Version v, When when) {
    return !when.on().isBefore(v.validFrom())
        && when.on().isBefore(v.validTo())
        && when.known() >= v.knownFrom()
        && when.known() < v.knownTo();
  }

  private static String told(Version v) {
    return v.entry() + " " + new TreeMap<>(v.values());
  }

  private void change(Random random, String record, Oracle oracle) {
    int day = random.nextInt(Oracle.DAYS);
    switch (random.nextInt(10)) {
      case 0 -> {
        Outcome outcome = given.withdraw("item", record, day(day), "取消");
        assertThat(outcome instanceof Outcome.Accepted).isEqualTo(oracle.withdraw(day));
      }
      case 1, 2, 3 -> {
        Map<String, String> mentioned = mentioned(random);
        Outcome outcome = given.correct("item", record, day(day), "抄错", flat(mentioned));
        assertThat(outcome instanceof Outcome.Accepted).isEqualTo(oracle.correct(day, mentioned));
      }
      case 4, 5 -> rows(random, record, oracle);
      default -> {
        Map<String, String> mentioned = mentioned(random);
        mentioned.put("code", record);
        given.put("item", day(day), flat(mentioned));
        oracle.put(day, mentioned);
      }
    }
  }

  /** Several statements in one command. */
  private void rows(Random random, String record, Oracle oracle) {
    List<String> lines = new ArrayList<>(List.of("code,valid_from,name,days"));
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int day = random.nextInt(Oracle.DAYS);
      if (!days.contains(day)) {
        days.add(day);
        Map<String, String> mentioned =
            new TreeMap<>(
                Map.of(
                    "code",
                    record,
                    "name",
                    random.nextInt(3) == 0 ? "" : "n" + random.nextInt(3),
                    "days",
                    String.valueOf(random.nextInt(3))));
        lines.add(String.join(",", record, day(day), mentioned.get("name"), mentioned.get("days")));
        oracle.put(day, mentioned);
      }
    }
    assertThat(given.run("item", String.join("\n", lines)).rejects()).isEmpty();
  }

  private static Map<String, String> mentioned(Random random) {
    Map<String, String> mentioned = new TreeMap<>();
    some(random, mentioned, "name", "n" + random.nextInt(3));
    some(random, mentioned, "days", String.valueOf(random.nextInt(3)));
    some(random, mentioned, "fee", random.nextBoolean() ? "0.5" : "-12");
    some(random, mentioned, "month", "2018-0" + (1 + random.nextInt(2)));
    some(random, mentioned, "open", String.valueOf(random.nextBoolean()));
    return mentioned;
  }

  /** Often not, now and then as a blank. */
  private static void some(
      Random random, Map<String, String> mentioned, String field, String value) {
    switch (random.nextInt(5)) {
      case 0, 1 -> mentioned.put(field, value);
      case 2 -> mentioned.put(field, "");
      default -> mentioned.remove(field);
    }
  }

  private static String[] flat(Map<String, String> map) {
    return map.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray(String[]::new);
  }

  private static String day(int day) {
    return Oracle.FIRST.plusDays(day).toString();
  }

  private Map<String, String> at(String on) {
    return given.registers.record("item", "A", given.now(on)).orElseThrow().values();
  }
}
