package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Component;

/** Figures with their newest values, by the office that answers for them. */
@Component
class FigureGroups {
  private final Figures figures;
  private final Packs packs;
  private final Usual usual;
  private final UnitNames units;
  private final Holding holding;

  FigureGroups(Figures figures, Packs packs, Usual usual, UnitNames units, Holding holding) {
    this.figures = figures;
    this.packs = packs;
    this.usual = usual;
    this.units = units;
    this.holding = holding;
  }

  List<FiguresPage.Group> all(Shell shell) {
    String district = packs.unit();
    List<Definition> definitions = figures.definitions();
    List<Ask> asks =
        definitions.stream().map(d -> usual.ask(d, district, shell.when(), Map.of())).toList();
    List<Value> values = figures.values(asks);
    Map<String, List<FiguresPage.Line>> byOffice = new LinkedHashMap<>();
    for (int i = 0; i < definitions.size(); i++) {
      byOffice
          .computeIfAbsent(definitions.get(i).owner(), o -> new ArrayList<>())
          .add(line(shell, definitions.get(i), asks.get(i), values.get(i)));
    }
    return byOffice.entrySet().stream()
        .map(e ->
            new FiguresPage.Group(
                e.getKey(), shell.say(units.name(e.getKey(), shell.when())), e.getValue()))
        .toList();
  }

  private FiguresPage.Line line(Shell shell, Definition definition, Ask ask, Value value) {
    return new FiguresPage.Line(
        definition.name(),
        shell.say(definition.label()),
        shell.say(definition.meaning()),
        shell.say(Periods.words(ask.period())),
        Shown.of(definition, value, shell.lang()),
        holding.held(shell, definition, ask, value),
        shell.link("/figures/" + definition.name()));
  }
}
