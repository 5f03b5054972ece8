package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.screens.CausesPage.Asked;
import org.liuzheng.screens.CausesPage.Cause;
import org.liuzheng.screens.CausesPage.Head;
import org.liuzheng.screens.CausesPage.Hidden;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Reads what changed a value, and tells each entry as far as the visitor may read it. */
@Component
class CausesReading {
  private static final int SHOWN = 100;

  private final Figures figures;
  private final Ledger ledger;
  private final Registers registers;
  private final EntryList entries;
  private final UnitNames units;

  CausesReading(
      Figures figures, Ledger ledger, Registers registers, EntryList entries, UnitNames units) {
    this.figures = figures;
    this.ledger = ledger;
    this.registers = registers;
    this.entries = entries;
    this.units = units;
  }

  /**
   * @param since a position, as the request wrote it in {@code written}
   */
  CausesPage page(Shell shell, Definition definition, Ask ask, long since, String written) {
    List<Figures.Change> changes = figures.changes(ask, since);
    List<Figures.Change> newest =
        changes.subList(Math.max(0, changes.size() - SHOWN), changes.size()).reversed();
    Map<String, String> carried = new TreeMap<>(ask.where());
    carried.put("unit", ask.unit());
    carried.put("period", ask.period().toString());
    carried.put("on", shell.moment().on());
    carried.put("known", shell.moment().known());
    Text unit =
        ask.unit().isEmpty() ? Words.text("screens.all_units") : units.name(ask.unit(), ask.when());
    return new CausesPage(
        shell,
        new Head(
            shell.say(definition.label()),
            shell.link(
                "/figures/" + definition.name(),
                "unit",
                ask.unit(),
                "period",
                ask.period().toString()),
            shell.say("screens.causes.of", Periods.words(ask.period()), unit, definition.label()),
            sentence(shell, definition, ask, since, changes)),
        new Asked(
            written,
            String.valueOf(ask.when().known()),
            carried.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new Hidden(e.getKey(), e.getValue()))
                .toList()),
        causes(shell, definition, newest),
        more(shell, definition, changes));
  }

  private String sentence(
      Shell shell, Definition definition, Ask ask, long since, List<Figures.Change> changes) {
    if (changes.isEmpty()) {
      return shell.say("screens.causes.none", since, ask.when().known());
    }
    return shell.say(
        "screens.causes.sentence",
        words(shell, definition, changes.getFirst().before()),
        words(shell, definition, changes.getLast().now()),
        changes.size());
  }

  private static String words(Shell shell, Definition definition, Value value) {
    Shown shown = Shown.of(definition, value, shell.lang());
    return shown.none() ? shell.say("screens.causes.no_value") : shown.words(shell.lang());
  }

  /** What came before those that are shown, in one line. */
  private static String more(Shell shell, Definition definition, List<Figures.Change> changes) {
    int left = changes.size() - SHOWN;
    return left <= 0
        ? ""
        : shell.say(
            "screens.causes.more",
            left,
            words(shell, definition, changes.getFirst().before()),
            words(shell, definition, changes.get(left - 1).now()));
  }

  private List<Cause> causes(Shell shell, Definition definition, List<Figures.Change> changes) {
    List<Entry> readable =
        changes.stream()
            .filter(c -> c.upTo() - c.after() == 1)
            .flatMap(c -> ledger.entry(c.after()).stream())
            .filter(e ->
                registers
                    .schema(e.register())
                    .filter(s -> Reading.allowed(s, shell.visitor()))
                    .isPresent())
            .toList();
    Map<String, EntriesPage.Line> lines =
        entries.lines(shell, readable).stream()
            .collect(Collectors.toMap(EntriesPage.Line::seq, l -> l));
    List<Cause> causes = new ArrayList<>();
    for (Figures.Change c : changes) {
      BigDecimal more = Shown.difference(c.now(), c.before(), definition.decimals());
      boolean both = c.now() instanceof Value.Number && c.before() instanceof Value.Number;
      causes.add(
          new Cause(
              Optional.ofNullable(lines.get(String.valueOf(c.after()))),
              c.upTo() - c.after() == 1
                  ? shell.say("screens.causes.closed", c.after())
                  : shell.say("screens.causes.several", c.after(), c.upTo() - 1),
              Shown.of(definition, c.before(), shell.lang()),
              Shown.of(definition, c.now(), shell.lang()),
              both && !Shown.isLight(definition) ? signed(more) : "",
              more.signum() < 0));
    }
    return causes;
  }

  private static String signed(BigDecimal more) {
    return (more.signum() > 0 ? "+" : "") + Shown.number(more);
  }
}
