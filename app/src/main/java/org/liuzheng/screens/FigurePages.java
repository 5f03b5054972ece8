package org.liuzheng.screens;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.pack.Packs;
import org.liuzheng.pack.Times;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.words.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of figures, and the page of one. */
@Controller
class FigurePages {
  private final Figures figures;
  private final Packs packs;
  private final FigureReading reading;
  private final Usual usual;
  private final FigureGroups groups;
  private final CausesReading causes;
  private final Times times;
  private final Alarms alarms;
  private final Disclosure disclosure;

  FigurePages(
      Figures figures,
      Packs packs,
      FigureReading reading,
      Usual usual,
      FigureGroups groups,
      CausesReading causes,
      Times times,
      Alarms alarms,
      Disclosure disclosure) {
    this.figures = figures;
    this.packs = packs;
    this.reading = reading;
    this.usual = usual;
    this.groups = groups;
    this.causes = causes;
    this.times = times;
    this.alarms = alarms;
    this.disclosure = disclosure;
  }

  @GetMapping("/figures")
  ModelAndView figures(Shell shell) {
    return Pages.show(
        "screens/figures", new FiguresPage(shell, groups.all(shell), alarms.all(shell)));
  }

  @GetMapping("/figures/{figure}")
  ModelAndView figure(
      Shell shell,
      @PathVariable String figure,
      @RequestParam(defaultValue = "0") String page,
      @RequestParam Map<String, String> all) {
    Definition definition = definition(figure);
    return Pages.show(
        "screens/figure",
        reading.page(shell, definition, ask(shell, definition, all), number(page)));
  }

  @GetMapping("/figures/{figure}/changes")
  ModelAndView changes(
      Shell shell,
      @PathVariable String figure,
      @RequestParam(defaultValue = "") String since,
      @RequestParam Map<String, String> all) {
    Definition definition = definition(figure);
    Ask ask = ask(shell, definition, all);
    long from =
        since.isBlank()
            ? 0
            : switch (times.asked("", since, ask.when().on())) {
              case Times.Asked.At at -> Math.min(at.when().known(), ask.when().known());
              case Times.Asked.Refused refused -> throw NotShown.bad(refused.why());
            };
    return Pages.show("screens/causes", causes.page(shell, definition, ask, from, since));
  }

  private Definition definition(String figure) {
    return figures
        .definition(figure)
        .orElseThrow(() -> NotShown.missing("screens.figure.none", figure));
  }

  private Ask ask(Shell shell, Definition definition, Map<String, String> all) {
    Map<String, String> where = new TreeMap<>(all);
    where.keySet().retainAll(filters(definition));
    where.values().removeIf(String::isEmpty);
    String unit = all.getOrDefault("unit", district());
    String period = all.getOrDefault("period", "");
    return told(
        shell,
        period.isEmpty()
            ? usual.ask(definition, unit, shell.when(), where)
            : new Ask(definition.name(), unit, period(period), shell.when(), where));
  }

  private Ask told(Shell shell, Ask ask) {
    disclosure
        .withheld(ask, shell.visitor())
        .ifPresent(why -> {
          throw NotShown.closed("screens.figure.withheld", why);
        });
    return ask;
  }

  /** A step is filtered by the columns of the figure it stands on. */
  private List<String> filters(Definition definition) {
    return switch (definition.made()) {
      case Definition.Folded folded ->
          definition.by().stream().filter(b -> !b.equals("unit")).toList();
      case Definition.Stepped stepped ->
          figures.definition(stepped.of()).map(this::filters).orElse(List.of());
    };
  }

  private String district() {
    return packs.unit();
  }

  private static Period period(String period) {
    return Period.parse(period)
        .orElseThrow(() -> NotShown.bad(Refusal.of("screens.figure.bad_period", "period", period)));
  }

  private static int number(String page) {
    if (!page.matches("\\d{1,6}")) {
      throw NotShown.bad(Refusal.of("screens.bad_page", "page", page));
    }
    return Integer.parseInt(page);
  }
}
