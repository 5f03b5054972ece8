package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.RecordPage.Around;
import org.liuzheng.screens.RecordPage.Counted;
import org.liuzheng.screens.RecordPage.Related;
import org.springframework.stereotype.Component;

/** What leads on from a record: the figures that count it and the records that refer to it. */
@Component
class RecordAround {
  private static final int MOST_PERIODS = 3;

  private final Figures figures;
  private final Packs packs;
  private final Registers registers;
  private final OpenRegisters open;

  RecordAround(Figures figures, Packs packs, Registers registers, OpenRegisters open) {
    this.figures = figures;
    this.packs = packs;
    this.registers = registers;
    this.open = open;
  }

  Around of(Shell shell, Schema schema, String id) {
    Map<String, Counted> counted = new LinkedHashMap<>();
    for (Definition definition : figures.definitions()) {
      if (figures.links(definition.name()).containsValue(schema.name())) {
        counted(shell, definition, schema, id).ifPresent(c -> counted.put(definition.name(), c));
      }
    }
    standing(shell, counted);
    reading(shell, schema, counted);
    return new Around(List.copyOf(counted.values()), related(shell, schema, id));
  }

  private Optional<Counted> counted(Shell shell, Definition definition, Schema schema, String id) {
    boolean flow = definition.made() instanceof Definition.Folded f && f.flow();
    Period last =
        flow
            ? Period.containing(definition.period(), shell.when().on())
            : Periods.lastComplete(definition.period(), shell.when().on());
    Period from = flow ? last.plus(1 - Periods.shown(last.kind())) : last;
    String district = packs.unit();
    for (String unit : district.isEmpty() ? List.of("") : List.of(district, "")) {
      Ask ask = new Ask(definition.name(), unit, last, shell.when(), Map.of());
      List<Period> periods = List.copyOf(figures.naming(ask, from, schema.name(), id).keySet());
      if (!periods.isEmpty()) {
        return Optional.of(
            new Counted(
                shell.say(definition.label()),
                Trends.link(shell, ask.in(periods.getLast())),
                periods(shell, periods)));
      }
    }
    return Optional.empty();
  }

  /** Adds the figures that are made by a step upon those found, and by a step upon these. */
  private void standing(Shell shell, Map<String, Counted> counted) {
    boolean found = true;
    while (found) {
      found = false;
      for (Definition d : figures.definitions()) {
        if (d.made() instanceof Definition.Stepped step
            && counted.containsKey(step.of())
            && !counted.containsKey(d.name())) {
          String on = figures.definition(step.of()).map(b -> shell.say(b.label())).orElse("");
          counted.put(
              d.name(),
              new Counted(
                  shell.say(d.label()),
                  shell.link("/figures/" + d.name()),
                  shell.say("record.stands_on", on)));
          found = true;
        }
      }
    }
  }

  /** Adds the figures that compute with the register without naming its records. */
  private void reading(Shell shell, Schema schema, Map<String, Counted> counted) {
    for (Definition d : figures.definitions()) {
      if (d.made() instanceof Definition.Folded f
          && f.registers().contains(schema.name())
          && !f.links().containsValue(schema.name())) {
        counted.putIfAbsent(
            d.name(),
            new Counted(
                shell.say(d.label()),
                shell.link("/figures/" + d.name()),
                shell.say("record.reads")));
      }
    }
  }

  private static String periods(Shell shell, List<Period> periods) {
    String newest =
        periods.reversed().stream()
            .limit(MOST_PERIODS)
            .map(p -> shell.say(Periods.words(p)))
            .collect(Collectors.joining(shell.say("register_page.list_comma")));
    return periods.size() > MOST_PERIODS
        ? shell.say("record.periods_more", newest, periods.size())
        : newest;
  }

  private List<Related> related(Shell shell, Schema schema, String id) {
    List<Related> related = new ArrayList<>();
    for (Schema other : open.readable(shell)) {
      for (Field field : other.fields()) {
        if (field.type() == FieldType.REFERENCE && field.refersTo().equals(schema.name())) {
          long count =
              registers
                  .list(
                      new Registers.Query(
                          other.name(), Map.of(field.name(), id), "", "", 0, 1, shell.when()))
                  .total();
          if (count > 0) {
            related.add(
                new Related(
                    shell.say(other.label()),
                    shell.say(field.label()),
                    Shown.number(count),
                    RecordLinks.register(shell, other.name(), field.name(), id)));
          }
        }
      }
    }
    return related;
  }
}
