package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Completeness;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Standards;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.FigurePage.Fact;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Says what a value is held against. */
@Component
class Holding {
  private final Figures figures;
  private final Alarms alarms;
  private final Judging judging;

  Holding(Figures figures, Alarms alarms, Judging judging) {
    this.figures = figures;
    this.alarms = alarms;
    this.judging = judging;
  }

  Held held(Shell shell, Definition definition, Ask ask, Value value) {
    List<Held.Mark> marks = new ArrayList<>();
    figures
        .target(ask)
        .ifPresent(t ->
            marks.add(
                mark(shell, definition, ask, value, t, "target", definition.standards().target())));
    figures
        .floor(ask)
        .ifPresent(f ->
            marks.add(
                mark(shell, definition, ask, value, f, "floor", definition.standards().floor())));
    return new Held(
        marks,
        figures.completeness(ask).map(c -> reported(shell, c)),
        judging.judged(shell, definition, ask),
        alarms.of(shell, definition.name()));
  }

  /** The same as headings and words. */
  List<Fact> facts(Shell shell, Held held) {
    List<Fact> facts = new ArrayList<>();
    held.marks()
        .forEach(m ->
            facts.add(
                new Fact(
                    m.heading(),
                    m.gap().isEmpty()
                        ? m.shown()
                        : m.shown() + shell.say("screens.comma") + m.gap(),
                    m.link())));
    held.reported()
        .ifPresent(r ->
            facts.add(
                new Fact(
                    shell.say("screens.held.reports"),
                    r.words()
                        + (r.provisional()
                            ? shell.say("screens.comma") + shell.say("screens.held.provisional")
                            : ""),
                    r.link())));
    held.judged()
        .filter(j -> !j.none())
        .ifPresent(j ->
            facts.add(
                new Fact(
                    shell.say("screens.judged.title"),
                    shell.say("page.light." + j.light()) + shell.say("screens.comma") + j.words(),
                    j.link())));
    return facts;
  }

  private static Held.Mark mark(
      Shell shell,
      Definition definition,
      Ask ask,
      Value value,
      Value.Number mark,
      String which,
      Optional<Standards.Mark> said) {
    String link =
        said.filter(Standards.Mark.Figure.class::isInstance)
            .map(Standards.Mark.Figure.class::cast)
            .map(f -> Trends.link(shell, ask.with(f.name())))
            .orElse("");
    String shown = Shown.of(definition, mark, shell.lang()).words(shell.lang());
    String heading = shell.say("screens.held." + which);
    if (!(value instanceof Value.Number number)) {
      return new Held.Mark(heading, shown, link, "", "even");
    }
    int sign = number.compareTo(mark.numerator(), mark.denominator());
    BigDecimal gap = Shown.difference(number, mark, definition.decimals()).abs();
    Text unit =
        definition.unit().zh().equals("%") ? Words.text("screens.points") : definition.unit();
    String words =
        shell.say(
            "screens.held." + (sign > 0 ? "above" : sign < 0 ? "below" : "reached"),
            new Shown(Shown.number(gap), Shown.unit(unit, shell.lang()), "").words(shell.lang()));
    return new Held.Mark(heading, shown, link, words, side(definition.better(), sign));
  }

  private static String side(Definition.Better better, int sign) {
    return switch (better) {
      case UP -> sign >= 0 ? "good" : "bad";
      case DOWN -> sign <= 0 ? "good" : "bad";
      case NEITHER -> "even";
    };
  }

  private static Held.Reported reported(Shell shell, Completeness c) {
    StringBuilder words =
        new StringBuilder(
            shell.say(
                "screens.held.received",
                Shown.number(c.received().number()),
                Shown.number(c.expected().number())));
    count(shell, words, "screens.held.late", c.late());
    count(shell, words, "screens.held.estimated", c.estimated());
    return new Held.Reported(
        words.toString(), Trends.link(shell, c.received().ask()), c.provisional());
  }

  private static void count(
      Shell shell, StringBuilder words, String key, Optional<Completeness.Count> count) {
    count
        .filter(c -> c.number() > 0)
        .ifPresent(c ->
            words
                .append(shell.say("screens.comma"))
                .append(shell.say(key, Shown.number(c.number()))));
  }
}
