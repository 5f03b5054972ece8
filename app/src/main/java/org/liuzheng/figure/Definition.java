package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.words.Text;

/**
 * A figure as its file declares it and the compiler accepted it.
 *
 * @param unit the unit of the value, such as 亿元 or %
 * @param decimals decimals shown
 * @param scale the shown value is the exact value times this, 100 for a percentage
 * @param by columns of the rows that the value can be broken down by
 * @param rollUp whether a unit's value takes in the units below it
 * @param period the usual period of one point of the series
 * @param made how the value comes about
 * @param standards what the value is held against
 * @param hash SHA-256 over the definition and the compiler's semantics version, in hex
 * @param yaml the definition as written
 * @param relations all that its text stands on, with those they stand on
 */
public record Definition(
    String name,
    Text label,
    Text meaning,
    Text unit,
    Better better,
    int decimals,
    int scale,
    List<String> by,
    boolean rollUp,
    Period.Kind period,
    String owner,
    Text source,
    Made made,
    Standards standards,
    String hash,
    String yaml,
    List<Relation> relations) {

  Definition with(List<Relation> known) {
    return new Definition(
        name, label, meaning, unit, better, decimals, scale, by, rollUp, period, owner, source,
        made, standards, hash, yaml, known);
  }

  /** Which way is good. */
  public enum Better {
    UP,
    DOWN,
    NEITHER
  }

  /** How a value comes about. */
  public sealed interface Made {}

  /**
   * By folding rows.
   *
   * @param flow true when rows happen on a day of a period, false when they are true on a day
   * @param atEnd of a flow, whether its rows are those that were valid on the period's last day
   * @param sql the author's select
   * @param compiled the full SQL with all time predicates, for readers
   * @param links row column to the register whose record it names
   * @param fields row column to the register's field that it shows unchanged, but for blanks
   * @param registers the registers the rows are read from
   */
  public record Folded(
      boolean flow,
      boolean atEnd,
      Fold fold,
      String sql,
      String compiled,
      Map<String, String> links,
      Map<String, FieldShown> fields,
      List<String> registers)
      implements Made {}

  public record FieldShown(String register, String field) {}

  /** By a step over the points of another figure. */
  public record Stepped(String of, Step step) implements Made {

    /** The figures it stands on, {@code of} first. */
    public List<String> bases() {
      return Steps.bases(this);
    }
  }

  /** The fold of rows into a value. */
  public sealed interface Fold {
    record Count() implements Fold {}

    record Sum(String column) implements Fold {}

    record Mean(String column) implements Fold {}

    record Ratio(String numerator, String denominator) implements Fold {}

    record CountDistinct(String column) implements Fold {}

    record Min(String column) implements Fold {}

    record Max(String column) implements Fold {}

    /**
     * The value below which this share of the rows lies; between two values, their mean.
     *
     * @param share above 0 and below 1, such as 0.5 for the median
     */
    record Quantile(String column, BigDecimal share) implements Fold {}

    /** The sum over the rows of the last day that has any; only for a flow. */
    record Last(String column) implements Fold {}

    /** Whether the value is found in the rows' different values instead of being their sum. */
    default boolean keyed() {
      return switch (this) {
        case Count c -> false;
        case Sum s -> false;
        case Mean m -> false;
        case Ratio r -> false;
        case CountDistinct d -> true;
        case Min m -> true;
        case Max m -> true;
        case Quantile q -> true;
        case Last l -> true;
      };
    }

    /** The column whose different values count, for a keyed fold. */
    default String key() {
      return switch (this) {
        case CountDistinct d -> d.column();
        case Min m -> m.column();
        case Max m -> m.column();
        case Quantile q -> q.column();
        case Last l -> l.column();
        case Count c -> "";
        case Sum s -> "";
        case Mean m -> "";
        case Ratio r -> "";
      };
    }
  }

  /** A step over the points of a figure. */
  public sealed interface Step {
    /** Growth over the same period a year earlier, as a ratio minus one. */
    record YearOnYear() implements Step {}

    /**
     * Competition rank (1, 1, 3) among units.
     *
     * @param descending whether the largest value is first
     * @param among where the competitors come from: the children of this unit
     * @param minimum what a competitor needs to be ranked at all
     */
    record Rank(boolean descending, String among, Optional<Minimum> minimum) implements Step {

      /**
       * @param of the figure of the same unit and period that has to reach it, such as the number
       *     of answers to a survey
       * @param atLeast as the figure's value is shown
       */
      public record Minimum(String of, BigDecimal atLeast) {}
    }

    /**
     * The longest run of periods, ending at the asked one, whose value is {@code is}.
     *
     * @param breaks what ends it besides another value; what is not named is passed over
     */
    record Streak(int is, List<Break> breaks) implements Step {
      public Streak {
        breaks = breaks.stream().distinct().sorted().toList();
      }

      /** What can end a run. */
      public enum Break {
        /** The unit has no value in a period. */
        MISSING,
        /** Others were ranked. */
        COMPETITORS,
        /** The unit, or one of those it is compared with, did not reach the rank's minimum. */
        TOO_FEW,
        /** Another definition governs. */
        DEFINITION
      }

      public boolean endsBy(Break what) {
        return breaks.contains(what);
      }
    }

    /** The figure minus another, in percentage points when both are percentages. */
    record Difference(String minus) implements Step {}

    /** The figure divided by another of the same unit and period. */
    record Ratio(String to) implements Step {}

    /**
     * How many different values of a column of a stock's rows are there on the day before the
     * period and no longer on its last day; what was added meanwhile is not set against it.
     */
    record Reduction(String key) implements Step {}

    /**
     * The mean score of parts, such as firms, by weighted ratios to base values. A row of the base
     * is a term of a part: it has the columns {@code numerator}, {@code denominator}, {@code
     * weight}, {@code base} and {@code indicator}, and may have {@code least}, {@code most} and
     * {@code missing}.
     *
     * @param each the column that names the part
     * @param group the column whose parts are scored alike, and whose mean stands in where data are
     *     missing
     * @param decimals to which the points of a term are rounded
     * @param bonus a figure whose rows have the part and {@code points} that are added
     */
    record Score(String each, String group, int decimals, Optional<String> bonus) implements Step {}

    /**
     * How many of the parts of a score have a grade; the grades of a group by quota.
     *
     * @param shares a figure whose rows have the group, a {@code grade} and its {@code share}
     * @param last a figure whose rows name the parts that get the last grade whatever their score
     */
    record Grade(String shares, Optional<String> last) implements Step {}

    /**
     * How many parts of a figure have a value that meets a condition, such as the projects whose
     * weights do not add up to 100. A part without a value does not meet it.
     *
     * @param each the column by which the figure is broken down
     * @param comparison one of &lt;, &lt;=, =, &lt;&gt;, &gt;=, &gt;
     * @param number as the figure's value is shown
     */
    record Parts(String each, String comparison, BigDecimal number) implements Step {}

    /** Growth over the period before, as a ratio minus one. */
    record PeriodOnPeriod() implements Step {}

    /** The fold over all rows from the start of the year to the end of the period; of a flow. */
    record YearToDate() implements Step {}

    /**
     * The fold over the rows of this many periods, the asked one last; of a flow. A period without
     * records adds nothing.
     */
    record Rolling(int periods) implements Step {}

    /** The unit's part of the value of the unit above it, as a ratio. */
    record Share() implements Step {}

    /**
     * For how many periods before the asked one every value was lower (or higher): a record, when
     * it is all there are. Periods without a value are passed over.
     *
     * @param highest whether the highest is the record
     */
    record Best(boolean highest) implements Step {}

    /**
     * A light: the first rule whose conditions all hold gives the colour, 1 red, 2 yellow, 3 green,
     * 0 grey. A condition on a figure without a value does not hold.
     */
    record Light(List<Rule> rules) implements Step {
      public Light {
        rules = List.copyOf(rules);
      }

      /**
       * @param when all must hold; none is the rule for all that is left
       */
      public record Rule(Colour colour, List<Condition> when) {
        public Rule {
          when = List.copyOf(when);
        }
      }

      /**
       * A value compared with a number.
       *
       * @param figure the figure whose value in the same period is meant
       * @param comparison one of &lt;, &lt;=, =, &lt;&gt;, &gt;=, &gt;
       */
      public record Condition(String figure, String comparison, BigDecimal number) {}

      /** Worst last. */
      public enum Colour {
        GREY,
        RED,
        YELLOW,
        GREEN
      }
    }
  }
}
