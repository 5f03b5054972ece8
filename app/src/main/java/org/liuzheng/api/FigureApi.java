package org.liuzheng.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liuzheng.api.FigureShapes.Amount;
import org.liuzheng.api.FigureShapes.FigureChange;
import org.liuzheng.api.FigureShapes.FigureDefinition;
import org.liuzheng.api.FigureShapes.FigureLine;
import org.liuzheng.api.FigureShapes.FigurePart;
import org.liuzheng.api.FigureShapes.FigurePoint;
import org.liuzheng.api.FigureShapes.FigureRank;
import org.liuzheng.api.FigureShapes.FigureRows;
import org.liuzheng.api.FigureShapes.FigureValue;
import org.liuzheng.api.FigureShapes.FigureVersion;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.people.Disclosure;
import org.liuzheng.words.Refusal;
import org.springdoc.core.annotations.ParameterObject;
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
  private static final int LONGEST_SERIES = 1000;
  private static final Set<String> OTHER_PARAMETERS =
      Set.of("unit", "period", "on", "known", "page", "size", "from", "by", "since", "lang");
  private static final String FILTERED =
      "Every column of the figure's `by` is also a parameter:"
          + " only rows with that value count.";

  private final Figures figures;
  private final Asking asking;
  private final Disclosure disclosure;

  FigureApi(Figures figures, Asking asking, Disclosure disclosure) {
    this.figures = figures;
    this.asking = asking;
    this.disclosure = disclosure;
  }

  @GetMapping
  @Operation(summary = "All figures")
  List<FigureLine> figures() {
    return figures.definitions().stream().map(FigureLine::of).toList();
  }

  @GetMapping("/{figure}/definition")
  @Operation(summary = "How a figure is defined, in its own words and as it was compiled")
  FigureDefinition definitionOf(@PathVariable String figure) {
    return FigureDefinition.of(definition(figure));
  }

  @GetMapping("/{figure}/versions")
  @Operation(summary = "Every definition a figure had: since when known, which periods it governs")
  List<FigureVersion> versions(@PathVariable String figure) {
    return figures.versions(definition(figure).name()).stream().map(FigureVersion::of).toList();
  }

  @GetMapping("/{figure}")
  @Operation(
      summary = "The value for a unit and period, on a day as known at a position",
      description = FILTERED)
  FigureValue value(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Ask ask = ask(figure, query, all);
    return FigureValue.of(
        ask,
        figures.definition(ask),
        figures.value(ask),
        FigureStandards.of(
            figures,
            Optional.ofNullable(disclosure.judgements(List.of(ask), asking.visitor()).get(ask)),
            ask),
        figures.recomputing(figure));
  }

  @GetMapping("/{figure}/rows")
  @Operation(summary = "A page of the rows that the value is folded from", description = FILTERED)
  FigureRows rows(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(description = Described.PAGE) @RequestParam(defaultValue = "0") int page,
      @Parameter(description = Described.SIZE) @RequestParam(defaultValue = "100") int size,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Ask ask = ask(figure, query, all);
    readable(ask);
    return FigureRows.of(
        disclosure.rows(
            ask, Math.max(page, 0), Math.clamp(size, 1, LARGEST_PAGE), asking.visitor()),
        figures.links(figure));
  }

  @GetMapping("/{figure}/series")
  @Operation(
      summary = "The value of each period from one to another, at most 1000",
      description = FILTERED)
  List<FigurePoint> series(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(description = "the first period, of the same kind as the last") @RequestParam
          String from,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Ask ask = ask(figure, query, all);
    Period first = period("from", from);
    if (first.kind() != ask.period().kind()
        || first.compareTo(ask.period()) > 0
        || first.plus(LONGEST_SERIES).compareTo(ask.period()) <= 0) {
      throw Problem.bad(
          Refusal.of(
              "api.bad_series", "from", from, query.period(), String.valueOf(LONGEST_SERIES)));
    }
    Definition definition = definition(figure);
    return disclosure.series(ask, first, asking.visitor()).stream()
        .map(p ->
            new FigurePoint(
                p.period().toString(), Amount.of(p.value(), definition), p.definition()))
        .toList();
  }

  @GetMapping("/{figure}/breakdown")
  @Operation(
      summary = "The value broken down by a column of the definition's rows",
      description = FILTERED)
  List<FigurePart> breakdown(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(description = "one of the figure's `by`") @RequestParam String by,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Definition definition = definition(figure);
    if (!definition.by().contains(by)) {
      throw Problem.bad(
          definition.by().isEmpty()
              ? Refusal.of("api.no_by", "by", by)
              : Refusal.of("api.bad_by", "by", by, String.join(", ", definition.by())));
    }
    return disclosure.breakdown(ask(figure, query, all), by, asking.visitor()).stream()
        .map(p -> new FigurePart(p.key(), Amount.of(p.value(), definition)))
        .toList();
  }

  @GetMapping("/{figure}/ranking")
  @Operation(
      summary = "Every unit that has a value, best first; then those with too little to be ranked",
      description = FILTERED)
  List<FigureRank> ranking(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Definition definition = definition(figure);
    Ask ask = ask(figure, query, all);
    return Stream.concat(
            figures.ranking(ask).stream()
                .map(s ->
                    new FigureRank(
                        Optional.of(s.rank()),
                        s.tied(),
                        s.unit(),
                        s.name(),
                        Amount.of(s.value(), definition),
                        Optional.empty())),
            figures.tooFew(ask).stream()
                .map(t ->
                    new FigureRank(
                        Optional.empty(),
                        false,
                        t.unit(),
                        t.name(),
                        Amount.of(t.value(), definition),
                        Optional.of(t.why()))))
        .toList();
  }

  @GetMapping("/{figure}/changes")
  @Operation(
      summary = "What changed the value since an earlier position, entry by entry",
      description = "The values follow on each other, so the differences add up. " + FILTERED)
  List<FigureChange> changes(
      @PathVariable String figure,
      @ParameterObject FigureQuery query,
      @Parameter(description = "position, date or time from which it is told") @RequestParam
          String since,
      @Parameter(hidden = true) @RequestParam Map<String, String> all) {
    Definition definition = definition(figure);
    Ask ask = ask(figure, query, all);
    long from = asking.when(query.on(), since).known();
    if (from > ask.when().known()) {
      throw Problem.bad(
          Refusal.of(
              "api.since_after_known",
              "since",
              String.valueOf(from),
              String.valueOf(ask.when().known())));
    }
    return figures.changes(ask, from).stream()
        .map(c ->
            new FigureChange(
                c.after(),
                c.upTo() - 1,
                Amount.of(c.before(), definition),
                Amount.of(c.now(), definition)))
        .toList();
  }

  private Ask ask(String figure, FigureQuery query, Map<String, String> all) {
    List<String> by = definition(figure).by();
    Asking.onlyKnown(all.keySet(), OTHER_PARAMETERS, by);
    Map<String, String> where = new TreeMap<>(all);
    where.keySet().retainAll(by);
    where.remove("unit");
    Ask ask =
        new Ask(
            figure,
            query.unit(),
            period("period", query.period()),
            asking.when(query.on(), query.known()),
            where);
    disclosure
        .withheld(ask, asking.visitor())
        .ifPresent(why -> {
          throw new Problem(HttpStatus.FORBIDDEN, List.of(Refusal.of("api.withheld", "", why)));
        });
    return ask;
  }

  private static Period period(String parameter, String period) {
    if (period.isEmpty()) {
      throw Problem.bad(Refusal.of("api.missing_parameter", parameter, parameter));
    }
    return Period.parse(period)
        .orElseThrow(() -> Problem.bad(Refusal.of("api.bad_period", parameter, period)));
  }

  private Definition definition(String figure) {
    return figures
        .definition(figure)
        .orElseThrow(() ->
            Problem.notFound(
                "api.no_figure",
                figure,
                Near.to(figure, figures.definitions().stream().map(Definition::name).toList())));
  }

  /** Where a register shows no row even masked, or is no longer there, rows are refused. */
  private void readable(Ask ask) {
    disclosure
        .shut(ask, asking.visitor())
        .ifPresent(register -> {
          throw new Problem(
              HttpStatus.FORBIDDEN, List.of(Refusal.of("api.not_readable", "", register)));
        });
  }
}
