package org.liuzheng.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Text;

/**
 * What a report claims at one place of its text.
 *
 * @param id such as {@code R16}; unique in the report
 * @param readings at least one; several where the sentence can be read in several ways
 */
public record Claim(String id, List<Reading> readings) {

  /**
   * @param says the reading in words; empty texts where there is only one
   */
  public record Reading(Text says, Kind kind, Question question, Requirement must) {}

  /**
   * What the figures are asked.
   *
   * @param on the day it is true on, where it is not the report's
   * @param filters column of the figure's {@code by} to the value it must have; one filter, which
   *     may be empty, or several that must all be as the claim says
   * @param among the part of the figure that is meant, where it is not the whole
   * @param base the figure that a converted value comes from; empty for none
   */
  public record Question(
      String figure,
      String unit,
      Period period,
      Optional<LocalDate> on,
      List<Map<String, String>> filters,
      Optional<Among> among,
      String base) {

    /** What is asked for a name, which rests on no figure. */
    static Question none(Period period) {
      return new Question(
          "", "", period, Optional.empty(), List.of(Map.of()), Optional.empty(), "");
    }
  }

  /** The part of a figure's break-down by a column that has this value there. */
  public record Among(String column, String at) {}

  /** What the answers must be like. */
  public sealed interface Requirement {

    /** As the words of the text say. */
    record AsWritten() implements Requirement {}

    /** As the words say, where they have a number, and like this. */
    record Compared(Order order, BigDecimal with) implements Requirement {}

    /**
     * Nothing that speaks against it: the figure counts the exceptions.
     *
     * @param worst the column by whose value the worst exception is found; empty for the first
     */
    record NoException(String worst) implements Requirement {}

    /** What the kind says, against the periods from this one on; all there are when empty. */
    record Since(Optional<Period> from) implements Requirement {}

    /** The place that the kind says, among the parts of the figure. */
    record Placed() implements Requirement {}

    /**
     * Which parts by a column have anything.
     *
     * @param exactly whether others must have nothing
     */
    record Listed(String column, List<String> members, boolean exactly) implements Requirement {}

    /**
     * A document with its original for each filter.
     *
     * @param dated the column that must have the date in the words; empty for none
     */
    record Attested(String dated) implements Requirement {}

    /**
     * An aim for after so many years.
     *
     * @param target in the figure's unit
     */
    record Planned(int years, Optional<BigDecimal> target) implements Requirement {}

    /** Nothing: it is a name. */
    record Named() implements Requirement {}
  }

  /** How two numbers are compared. */
  public enum Order {
    MORE(">"),
    AT_LEAST(">="),
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=");

    private final String sign;

    Order(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
