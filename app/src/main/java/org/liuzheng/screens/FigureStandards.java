package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Completeness;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Component;

/** Says how a value stands against its target and its floor, and how complete it is. */
@Component
class FigureStandards {
  private final Figures figures;

  FigureStandards(Figures figures) {
    this.figures = figures;
  }

  List<String> sentences(Shell shell, Definition definition, Ask ask, Value value) {
    List<String> sentences = new ArrayList<>();
    figures
        .target(ask)
        .ifPresent(t -> sentences.add(against(shell, definition, value, t, "screens.target.")));
    figures
        .floor(ask)
        .ifPresent(f -> sentences.add(against(shell, definition, value, f, "screens.floor.")));
    figures.completeness(ask).map(c -> complete(shell, c)).ifPresent(sentences::add);
    return sentences;
  }

  private static String against(
      Shell shell, Definition definition, Value value, Value.Number mark, String key) {
    String held = Shown.of(definition, mark, shell.lang()).words(shell.lang());
    if (!(value instanceof Value.Number n)) {
      return shell.say(key + "alone", held);
    }
    int side = n.compareTo(mark.numerator(), mark.denominator());
    BigDecimal gap = Shown.difference(n, mark, definition.decimals()).abs();
    String apart =
        new Shown(Shown.number(gap), Shown.unit(definition.unit(), shell.lang()), "")
            .words(shell.lang());
    boolean reached = side == 0 || (side > 0) == (definition.better() != Definition.Better.DOWN);
    return side == 0
        ? shell.say(key + "exactly", held)
        : shell.say(key + (reached ? "reached" : "missed"), held, apart);
  }

  private static String complete(Shell shell, Completeness c) {
    return shell.say(
        c.provisional() ? "screens.complete.provisional" : "screens.complete.enough",
        c.expected().number(),
        c.received().number(),
        c.late().map(Completeness.Count::number).orElse(0L),
        c.estimated().map(Completeness.Count::number).orElse(0L));
  }
}
