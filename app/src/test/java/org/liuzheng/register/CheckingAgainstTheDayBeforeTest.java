package org.liuzheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liuzheng.register.TestRegisters.refusal;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.liuzheng.register.Registers.Outcome;
import org.liuzheng.register.Registers.Outcome.Accepted;

/** A check sees what held on the day before, as {@code before.field}. */
class CheckingAgainstTheDayBeforeTest {
  private static final String PROGRESS =
      """
      register: progress
      label: {zh: 进度, en: Progress}
      owner: '330205'
      key: project
      since: as_of
      write: officer
      fields:
        project: {type: code, label: {zh: 项目, en: Project}}
        as_of: {type: date, label: {zh: 截止日, en: As of}}
        spent: {type: decimal, label: {zh: 累计, en: Spent}}
        state: {type: choice, label: {zh: 状态, en: State}, choices: {open: {zh: 在办, en: Open}, closed: {zh: 已结, en: Closed}}}
      checks:
        - that: year_of(as_of) > year_of(before.as_of) or spent >= before.spent
          say: {zh: "{before.as_of}已有 {before.spent}", en: "{spent} is less than the {before.spent} of {before.as_of}"}
        - that: before.state <> 'closed' or state = 'closed'
          say: {zh: "从{before.state}改为{state}", en: "From {before.state} to {state}"}
      """;

  @AutoClose private final TestRegisters given = new TestRegisters(PROGRESS);

  @Test
  void a_value_that_falls_is_refused_with_what_was_said_before() {
    put("2018-03-31", "40");

    assertThat(refusal(put("2018-04-30", "39.9")))
        .isEqualTo("39.9 is less than the 40 of 2018-03-31");
    assertThat(put("2018-04-30", "40")).isInstanceOf(Accepted.class);
  }

  @Test
  void the_first_row_a_blank_and_the_first_of_a_new_year_pass() {
    assertThat(put("2018-11-30", "40")).isInstanceOf(Accepted.class);
    assertThat(put("2018-12-31", "")).isInstanceOf(Accepted.class);
    assertThat(put("2019-01-31", "3")).isInstanceOf(Accepted.class);
  }

  @Test
  void what_is_said_again_of_a_day_is_held_against_the_row_before_it() {
    put("2018-03-31", "40");
    put("2018-04-30", "50");

    assertThat(put("2018-04-30", "45")).isInstanceOf(Accepted.class);
    assertThat(refusal(put("2018-04-30", "39"))).contains("less than the 40");
  }

  @Test
  void a_correction_may_lower_a_value_and_what_follows_is_held_against_the_corrected() {
    put("2018-03-31", "40");
    put("2018-04-30", "500");

    assertThat(given.correct("progress", "P", "2018-04-30", "多写一个零", "spent", "30"))
        .isInstanceOf(Accepted.class);
    assertThat(put("2018-05-31", "31")).isInstanceOf(Accepted.class);
  }

  @Test
  void a_choice_and_its_label_are_seen_too() {
    given.put("progress", "", "project", "P", "as_of", "2018-03-31", "state", "closed");

    assertThat(
            refusal(
                given.put("progress", "", "project", "P", "as_of", "2018-04-30", "state", "open")))
        .isEqualTo("From Closed to Open");
  }

  private Outcome put(String day, String spent) {
    return given.put("progress", "", "project", "P", "as_of", day, "spent", spent);
  }
}
