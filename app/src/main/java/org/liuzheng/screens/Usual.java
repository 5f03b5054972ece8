package org.liuzheng.screens;

import java.time.LocalDate;
import java.util.Map;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.register.When;
import org.springframework.stereotype.Component;

/** Which period of a figure is shown where none is asked for. */
@Component
class Usual {
  private static final int LOOKED_BACK = 6;

  private final Figures figures;

  Usual(Figures figures) {
    this.figures = figures;
  }

  /**
   * The period of a day, or the last before it in the same year that has a value; that of the day
   * where none of the last has.
   */
  Ask within(Period year, LocalDate day, Definition definition, String unit, When when) {
    Ask newest =
        new Ask(
            definition.name(), unit, Period.containing(definition.period(), day), when, Map.of());
    Ask ask = newest;
    for (int i = 0; i < LOOKED_BACK && !ask.period().start().isBefore(year.start()); i++) {
      if (figures.value(ask) instanceof Value.Number) {
        return ask;
      }
      ask = ask.in(ask.period().plus(-1));
    }
    return newest;
  }

  /** The last complete period with a value; the last complete one where none of the last has. */
  Ask ask(Definition definition, String unit, When when, Map<String, String> where) {
    Period last = Periods.lastComplete(definition.period(), when.on());
    Ask newest = new Ask(definition.name(), unit, last, when, where);
    Ask ask = newest;
    for (int i = 0; i < LOOKED_BACK; i++) {
      if (figures.value(ask) instanceof Value.Number) {
        return ask;
      }
      ask = ask.in(ask.period().plus(-1));
    }
    return newest;
  }
}
