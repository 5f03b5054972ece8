package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
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

  FigureGroups(Figures figures, Packs packs, Usual usual, UnitNames units) {
    this.figures = figures;
    this.packs = packs;
    this.usual = usual;
    this.units = units;
  }

  List<FiguresPage.Group> all(Shell shell) {
    String district = packs.installed().map(p -> p.about().unit()).orElse("");
    Map<String, List<FiguresPage.Line>> byOffice = new LinkedHashMap<>();
    for (Definition d : figures.definitions()) {
      byOffice.computeIfAbsent(d.owner(), o -> new ArrayList<>()).add(line(shell, d, district));
    }
    return byOffice.entrySet().stream()
        .map(e ->
            new FiguresPage.Group(
                e.getKey(), shell.say(units.name(e.getKey(), shell.when())), e.getValue()))
        .toList();
  }

  private FiguresPage.Line line(Shell shell, Definition definition, String unit) {
    Ask ask = usual.ask(definition, unit, shell.when(), Map.of());
    return new FiguresPage.Line(
        definition.name(),
        shell.say(definition.label()),
        shell.say(definition.meaning()),
        shell.say(Periods.words(ask.period())),
        Shown.of(definition, figures.value(ask), shell.lang()),
        shell.link("/figures/" + definition.name()));
  }
}
