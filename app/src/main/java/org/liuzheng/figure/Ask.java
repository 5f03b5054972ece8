package org.liuzheng.figure;

import java.util.Map;
import org.liuzheng.register.When;

/**
 * Which value is asked for.
 *
 * @param unit code of the unit; empty for all rows whatever their unit
 * @param where column of {@code by} to the value it must have; mostly empty
 */
public record Ask(String figure, String unit, Period period, When when, Map<String, String> where) {

  public Ask with(String otherFigure) {
    return new Ask(otherFigure, unit, period, when, where);
  }

  public Ask of(String otherUnit) {
    return new Ask(figure, otherUnit, period, when, where);
  }

  public Ask knownAt(long position) {
    return new Ask(figure, unit, period, new When(when.on(), position), where);
  }

  public Ask in(Period otherPeriod) {
    return new Ask(figure, unit, otherPeriod, when, where);
  }
}
