package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/figures")
@Tag(name = "Figures", description = "Values, their rows and their definitions, in two times")
class FigureApi {
  private static final int LARGEST_PAGE = 1000;

  private final Figures figures;
  private final Registers registers;
  private final Asking asking;

  FigureApi(Figures figures, Registers registers, Asking asking) {
    this.figures = figures;
    this.registers = registers;
    this.asking = asking;
  }

  @GetMapping
  @Operation(summary = "All definitions")
  List<Definition> figures() {
    return figures.definitions();
  }

  @GetMapping("/{figure}")
  @Operation(summary = "The value for a unit and period, on a day as known at a position")
  Answer value(@PathVariable String figure, @RequestParam(defaultValue = "") String unit,
      @RequestParam String period, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known, @RequestParam Map<String, String> all) {
    Ask ask = ask(figure, unit, period, on, known, all);
    Definition definition = definition(figure);
    return switch (figures.value(ask)) {
      case Value.Number n -> new Answer(figure, unit, period, ask.when().on().toString(),
          ask.when().known(), n.rounded(definition.decimals()).toPlainString(),
          definition.unit().zh(), n.numerator().toPlainString(), n.denominator().toPlainString(),
          n.rows(), definition.hash(), "");
      case Value.None none -> new Answer(figure, unit, period, ask.when().on().toString(),
          ask.when().known(), "", definition.unit().zh(), "", "", 0, definition.hash(),
          none.why().zh());
    };
  }

  @GetMapping("/{figure}/rows")
  @Operation(summary = "A page of the rows that the value is folded from")
  Figures.Rows rows(@PathVariable String figure, @RequestParam(defaultValue = "") String unit,
      @RequestParam String period, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known, @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size, @RequestParam Map<String, String> all) {
    readable(definition(figure));
    return figures.rows(ask(figure, unit, period, on, known, all), Math.max(page, 0),
        Math.clamp(size, 1, LARGEST_PAGE));
  }

  @GetMapping("/{figure}/series")
  @Operation(summary = "The value of each period from one to another")
  List<Figures.Point> series(@PathVariable String figure,
      @RequestParam(defaultValue = "") String unit, @RequestParam String from,
      @RequestParam String period, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known, @RequestParam Map<String, String> all) {
    return figures.series(ask(figure, unit, period, on, known, all), period(from));
  }

  @GetMapping("/{figure}/breakdown")
  @Operation(summary = "The value broken down by a column of the definition's rows")
  List<Figures.Part> breakdown(@PathVariable String figure,
      @RequestParam(defaultValue = "") String unit, @RequestParam String period,
      @RequestParam String by, @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String known, @RequestParam Map<String, String> all) {
    if (!definition(figure).by().contains(by)) {
      throw Problem.bad(Refusal.of("api.bad_by", "by", by,
          String.join(", ", definition(figure).by())));
    }
    return figures.breakdown(ask(figure, unit, period, on, known, all), by);
  }

  private Ask ask(String figure, String unit, String period, String on, String known,
      Map<String, String> all) {
    Map<String, String> where = new TreeMap<>(all);
    where.keySet().retainAll(definition(figure).by());
    where.remove("unit");
    return new Ask(figure, unit, period(period), asking.when(on, known), where);
  }

  private static Period period(String period) {
    return Period.parse(period)
        .orElseThrow(() -> Problem.bad(Refusal.of("api.bad_period", "period", period)));
  }

  private Definition definition(String figure) {
    return figures.definition(figure)
        .orElseThrow(() -> Problem.notFound("api.no_figure", figure));
  }

  /** Rows show records, so every register behind them must be readable. */
  private void readable(Definition definition) {
    switch (definition.made()) {
      case Definition.Folded folded -> folded.registers().stream()
          .flatMap(r -> registers.schema(r).stream())
          .filter(s -> !Reading.allowed(s, asking.visitor())).findFirst().ifPresent(s -> {
            throw new Problem(HttpStatus.FORBIDDEN,
                List.of(Refusal.of("api.not_readable", "", s.label())));
          });
      case Definition.Stepped stepped -> readable(definition(stepped.of()));
    }
  }

  /**
   * @param value rounded as the definition says; empty when there is none
   * @param numerator exact; the value is numerator ÷ denominator
   * @param why the reason when there is no value
   */
  record Answer(String figure, String unit, String period, String on, long known, String value,
      String valueUnit, String numerator, String denominator, long rows, String definition,
      String why) {}
}
