package org.liuzheng.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.register.When;

/**
 * Which value is asked for.
 *
 * @param unit code of the unit; empty for all rows whatever their unit
 * @param where column of {@code by} to the value it must have; mostly empty
 * @param definitions the two times of the definitions; where it is empty, those govern that are
 *     valid on the period's first day, as known at {@code when.known()}
 */
public record Ask(
    String figure,
    String unit,
    Period period,
    When when,
    Map<String, String> where,
    Optional<When> definitions) {

  public Ask(String figure, String unit, Period period, When when, Map<String, String> where) {
    this(figure, unit, period, when, where, Optional.empty());
  }

  /** The same by this definition, whichever governs. */
  public Ask by(Figures.Version version) {
    return by(new When(version.from(), version.since()));
  }

  /** The same; what is asked from it of other periods is asked by the same definitions. */
  public Ask held() {
    return by(governing());
  }

  private Ask by(When other) {
    return new Ask(figure, unit, period, when, where, Optional.of(other));
  }

  /** The two times of the definitions that govern. */
  public When governing() {
    return definitions.orElseGet(() -> new When(period.start(), when.known()));
  }

  public Ask with(String otherFigure) {
    return new Ask(otherFigure, unit, period, when, where, definitions);
  }

  public Ask of(String otherUnit) {
    return new Ask(figure, otherUnit, period, when, where, definitions);
  }

  /** The same, of the rows alone that have this value in a column. */
  public Ask filtered(String column, String value) {
    Map<String, String> filters = new LinkedHashMap<>(where);
    filters.put(column, value);
    return new Ask(figure, unit, period, when, filters, definitions);
  }

  public Ask knownAt(long position) {
    return new Ask(figure, unit, period, new When(when.on(), position), where, definitions);
  }

  /** The same of all rows. */
  public Ask whole() {
    return new Ask(figure, unit, period, when, Map.of(), definitions);
  }

  public Ask in(Period otherPeriod) {
    return new Ask(figure, unit, otherPeriod, when, where, definitions);
  }
}
