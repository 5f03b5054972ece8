package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A sub-project of the year, its plans and what became of it.
 *
 * @param invest in all, in 万元; 0 when it is none that invests
 * @param yearInvest what is planned for the year, in 万元
 * @param labels flags that are true
 */
record SubProject(
    String code,
    String programme,
    String contest,
    String name,
    String office,
    String at,
    int invest,
    int yearInvest,
    Set<String> labels,
    Times times) {

  /**
   * @param adjusted the planned finish after the plan was adjusted
   */
  record Times(
      LocalDate issued,
      LocalDate plannedStart,
      LocalDate plannedFinish,
      Optional<LocalDate> started,
      Optional<LocalDate> finished,
      Optional<Adjusted> adjusted) {}

  /**
   * @param why index of the reason among the words
   */
  record Adjusted(LocalDate on, LocalDate finish, int why) {}

  boolean invests() {
    return invest > 0;
  }
}
