package org.liuzheng.screens;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.page.NotShown;
import org.liuzheng.page.Pages;
import org.liuzheng.page.Shell;
import org.liuzheng.pack.Packs;
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

  FigurePages(Figures figures, Packs packs, FigureReading reading, Usual usual,
      FigureGroups groups) {
    this.figures = figures;
    this.packs = packs;
    this.reading = reading;
    this.usual = usual;
    this.groups = groups;
  }

  @GetMapping("/figures")
  ModelAndView figures(Shell shell) {
    return Pages.show("screens/figures", new FiguresPage(shell, groups.all(shell)));
  }

  @GetMapping("/figures/{figure}")
  ModelAndView figure(Shell shell, @PathVariable String figure,
      @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String period,
      @RequestParam(defaultValue = "0") String page, @RequestParam Map<String, String> all) {
    Definition definition = figures.definition(figure)
        .orElseThrow(() -> NotShown.missing("screens.figure.none", figure));
    Map<String, String> where = new TreeMap<>(all);
    where.keySet().retainAll(filters(definition));
    where.values().removeIf(String::isEmpty);
    String of = unit.isEmpty() && !all.containsKey("unit") ? district() : unit;
    Ask ask = period.isEmpty()
        ? usual.ask(definition, of, shell.when(), where)
        : new Ask(figure, of, period(period), shell.when(), where);
    return Pages.show("screens/figure", reading.page(shell, definition, ask, number(page)));
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
    return packs.installed().map(p -> p.about().unit()).orElse("");
  }

  private static Period period(String period) {
    return Period.parse(period).orElseThrow(
        () -> NotShown.bad(Refusal.of("screens.figure.bad_period", "period", period)));
  }

  private static int number(String page) {
    if (!page.matches("\\d{1,6}")) {
      throw NotShown.bad(Refusal.of("screens.bad_page", "page", page));
    }
    return Integer.parseInt(page);
  }
}
