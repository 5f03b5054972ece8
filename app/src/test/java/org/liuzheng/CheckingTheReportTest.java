package org.liuzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Claims;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.register.Registers;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;

/** The main job: the example's report against its records. */
class CheckingTheReportTest {
  /** A line for each area; claims that the text leaves open stand apart. */
  private static final String HOLDING =
      """
      R01 R02 R03 R04 R05 R06 R07 R08
      R09 R10 R11 R13 R14 R15 R16
      R17 R17-first R18 R19 R20 R22 R23 R64 R65
      R24 R25 R26 R27 R28 R29 R30 R31
      R33 R34 R35 R36 R37 R38 R39 R40 R41 R42 R43 R45 R46
      R47 R48 R49 R50 R51
      R52 R53 R54 R56 R57
      R21 R58 R58-remedies R59
      R67 R68 R69 R70 R71 R72 R73 R74 R74-all R75 R76 R77 R78 R78-resort R78-greenway
      R60 R61 R62 R63 R66 R79 R80 R82 R82-turn R83 R83-fair
      """;

  private static final String AMBIGUOUS = "R12 R32 R55 R81";
  private static final String NOT_DERIVABLE = "R44";
  private static final String NAMES = "R84";

  @Test
  void the_claims_have_the_verdicts_of_the_domain_table_in_both_languages() {
    Map<String, Verdict> expected = new LinkedHashMap<>();
    List.of(HOLDING.strip().split("\\s+")).forEach(id -> expected.put(id, Verdict.HOLDS));
    List.of(AMBIGUOUS.split(" ")).forEach(id -> expected.put(id, Verdict.AMBIGUOUS));
    List.of(NOT_DERIVABLE.split(" ")).forEach(id -> expected.put(id, Verdict.NOT_DERIVABLE));
    List.of(NAMES.split(" ")).forEach(id -> expected.put(id, Verdict.LABEL));
    for (Lang lang : Lang.values()) {
      Map<String, Verdict> verdicts = new LinkedHashMap<>();
      check(lang).forEach(c -> verdicts.put(c.id(), c.verdict()));

      assertThat(verdicts).as(lang.name()).containsExactlyInAnyOrderEntriesOf(expected);
    }
  }

  @Test
  void an_ambiguous_claim_shows_both_readings() {
    assertThat(check(Lang.ZH))
        .filteredOn(c -> c.verdict() == Verdict.AMBIGUOUS)
        .allSatisfy(c ->
            assertThat(c.readings())
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.computed().zh()).isNotEmpty()));
  }

  @Test
  void what_was_typed_wrong_and_corrected_made_a_claim_fail_until_then() {
    long revenue = corrected("observation", "budget_revenue/330205/2017/cumulative");
    long survey = corrected("survey_result", "330205/2017-05");

    assertThat(verdict("R04", revenue)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("R04", revenue + 1)).isEqualTo(Verdict.HOLDS);
    assertThat(verdict("R16", survey)).isEqualTo(Verdict.FAILS);
    assertThat(verdict("R16", survey + 1)).isEqualTo(Verdict.HOLDS);
    assertThat(verdict("R36", firm())).isEqualTo(Verdict.FAILS);
    assertThat(verdict("R36", firm() + 1)).isEqualTo(Verdict.HOLDS);
  }

  private static long firm() {
    return corrected("firm_year", "91330205MA29530639/2018-12-31");
  }

  /** The last position at which a record was not corrected yet. */
  private static long corrected(String register, String record) {
    return RunningExample.bean(Registers.class).history(register, record).getFirst().knownTo() - 1;
  }

  private static Verdict verdict(String claim, long known) {
    return check(Lang.ZH, known).stream()
        .filter(c -> c.id().equals(claim))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static List<Checked> check(Lang lang) {
    return check(lang, RunningExample.bean(Ledger.class).size());
  }

  private static List<Checked> check(Lang lang, long known) {
    Claims claims = RunningExample.bean(Claims.class);
    Report report = claims.report("jiangbei-2018").orElseThrow();
    return claims.check(report, lang, new When(report.on(), known));
  }
}
