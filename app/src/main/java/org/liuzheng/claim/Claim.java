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
   */
  public record Question(
      String figure,
      String unit,
      Period period,
      Optional<LocalDate> on,
      List<Map<String, String>> filters) {}

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
