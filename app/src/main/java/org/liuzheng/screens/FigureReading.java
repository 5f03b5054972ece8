package org.liuzheng.screens;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.screens.FigurePage.Asked;
import org.liuzheng.screens.FigurePage.Breakdown;
import org.liuzheng.screens.FigurePage.Choice;
import org.liuzheng.screens.FigurePage.Filter;
import org.liuzheng.screens.FigurePage.Head;
import org.liuzheng.screens.FigurePage.Part;
import org.liuzheng.screens.FigurePage.Pictures;
import org.liuzheng.screens.FigurePage.Rows;
import org.liuzheng.screens.FigurePage.Standing;
import org.liuzheng.screens.FigurePage.Standings;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.stereotype.Component;

/** Reads all that the page of a figure shows. */
@Component
class FigureReading {
  private static final int ROWS = 50;
  private static final int PARTS = 12;
  private static final int UNITS_NAMED = 400;

  private final Figures figures;
  private final UnitNames units;
  private final Trends trends;
  private final Strips strips;
  private final RowTables tables;
  private final Meanings meanings;
  private final FigurePasts pasts;
  private final Holding holding;
  private final Judging judging;
  private final Disclosure disclosure;

  FigureReading(
      Figures figures,
      UnitNames units,
      Trends trends,
      Strips strips,
      RowTables tables,
      Meanings meanings,
      FigurePasts pasts,
      Holding holding,
      Judging judging,
      Disclosure disclosure) {
    this.figures = figures;
    this.units = units;
    this.trends = trends;
    this.strips = strips;
    this.tables = tables;
    this.meanings = meanings;
    this.pasts = pasts;
    this.holding = holding;
    this.judging = judging;
    this.disclosure = disclosure;
  }

  FigurePage page(Shell shell, Definition definition, Ask ask, int page) {
    List<Figures.Standing> standings = figures.ranking(ask);
    Pictures pictures =
        new Pictures(
            trends.trend(shell, definition, ask, standings),
            strips.strip(shell, ask),
            standings(shell, definition, ask, standings),
            breakdowns(shell, definition, ask));
    return new FigurePage(
        shell,
        head(shell, definition, ask, standings),
        asked(shell, definition, ask),
        pictures,
        rows(shell, definition, ask, page, ROWS),
        meanings.meaning(shell, definition),
        pasts.past(shell, definition, ask, changes(shell, ask)));
  }

  private static String changes(Shell shell, Ask ask) {
    List<String> parameters =
        new ArrayList<>(List.of("unit", ask.unit(), "period", ask.period().toString()));
    ask.where().forEach((column, value) -> parameters.addAll(List.of(column, value)));
    return shell.link("/figures/" + ask.figure() + "/changes", parameters.toArray(String[]::new));
  }

  private Head head(Shell shell, Definition definition, Ask ask, List<Figures.Standing> standings) {
    Value value = figures.value(ask);
    return new Head(
        definition.name(),
        shell.say(definition.label()),
        sentence(shell, definition, ask, value, standings),
        Shown.of(definition, value, shell.lang()),
        Shown.light(definition, value),
        holding.held(shell, definition, ask, value),
        figures
            .recomputing(definition.name())
            .map(p -> shell.say("screens.figure.recomputing", Shown.number(p)))
            .orElse(""));
  }

  /** What is so, how it compares with the period before, and with others. */
  private String sentence(
      Shell shell, Definition definition, Ask ask, Value value, List<Figures.Standing> standings) {
    Shown shown = Shown.of(definition, value, shell.lang());
    Text unit =
        ask.unit().isEmpty() ? Words.text("screens.all_units") : units.name(ask.unit(), ask.when());
    if (shown.none()) {
      return shell.say(
          "screens.figure.no_value",
          Periods.words(ask.period()),
          unit,
          definition.label(),
          shown.why());
    }
    return Trends.isRank(definition)
        ? shell.say(
                "screens.figure.value_place",
                Periods.words(ask.period()),
                unit,
                definition.label(),
                shown.number())
            + compared(shell, definition, ask, value)
            + shell.say("screens.stop")
        : shell.say(
                "screens.figure.value",
                Periods.words(ask.period()),
                unit,
                definition.label(),
                shown.words(shell.lang()))
            + compared(shell, definition, ask, value)
            + placed(shell, definition, ask, standings)
            + shell.say("screens.stop");
  }

  private String compared(Shell shell, Definition definition, Ask ask, Value value) {
    Ask before = ask.in(ask.period().plus(-1));
    if (disclosure.withheld(before, shell.visitor()).isPresent()
        || !(figures.value(before) instanceof Value.Number earlier)
        || earlier.rows() == 0) {
      return "";
    }
    BigDecimal more = Shown.difference(value, earlier, definition.decimals());
    String key =
        "screens.figure."
            + change(definition)
            + switch (more.signum()) {
              case 1 -> "more";
              case -1 -> "less";
              default -> "same";
            };
    Text unit =
        definition.unit().zh().equals("%") ? Words.text("screens.points") : definition.unit();
    return shell.say(
        key,
        Periods.words(before.period()),
        amount(more.abs(), unit, !key.startsWith("screens.figure.place")));
  }

  /** Where the sentence has named what is compared, English says the number without its unit. */
  private static Text amount(BigDecimal amount, Text unit, boolean named) {
    String number = Shown.number(amount);
    return new Text(
        new Shown(number, Shown.unit(unit, Lang.ZH), "").words(Lang.ZH),
        named ? number : new Shown(number, Shown.unit(unit, Lang.EN), "").words(Lang.EN));
  }

  /** Amounts become more or less, levels higher or lower, and places are gained or lost. */
  private static String change(Definition definition) {
    return switch (definition.made()) {
      case Definition.Folded f ->
          switch (f.fold()) {
            case Definition.Fold.Count c -> "amount.";
            case Definition.Fold.Sum s -> "amount.";
            case Definition.Fold.CountDistinct d -> "amount.";
            case Definition.Fold.Mean m -> "level.";
            case Definition.Fold.Ratio r -> "level.";
            case Definition.Fold.Min m -> "level.";
            case Definition.Fold.Max m -> "level.";
            case Definition.Fold.Quantile q -> "level.";
            case Definition.Fold.Last l -> "level.";
          };
      case Definition.Stepped s ->
          switch (s.step()) {
            case Definition.Step.Rank r -> "place.";
            case Definition.Step.Streak k -> "amount.";
            case Definition.Step.Reduction r -> "amount.";
            case Definition.Step.YearOnYear y -> "level.";
            case Definition.Step.Difference d -> "level.";
            case Definition.Step.PeriodOnPeriod p -> "level.";
            case Definition.Step.YearToDate y -> "amount.";
            case Definition.Step.Rolling r -> "amount.";
            case Definition.Step.Share s2 -> "level.";
            case Definition.Step.Ratio r -> "level.";
            case Definition.Step.Score k -> "level.";
            case Definition.Step.Grade g -> "amount.";
            case Definition.Step.Parts p -> "amount.";
            case Definition.Step.Best b -> "amount.";
            case Definition.Step.Light l -> "level.";
          };
    };
  }

  private static String placed(
      Shell shell, Definition definition, Ask ask, List<Figures.Standing> standings) {
    if (Trends.isRank(definition) || standings.size() < 2) {
      return "";
    }
    return standings.stream()
        .filter(s -> s.unit().equals(ask.unit()))
        .findFirst()
        .map(s ->
            shell.say(
                s.tied() ? "screens.figure.placed_tied" : "screens.figure.placed",
                standings.size(),
                s.rank()))
        .orElse("");
  }

  private Asked asked(Shell shell, Definition definition, Ask ask) {
    Map<String, Text> names = units.all(ask.when());
    List<Choice> choices =
        names.size() > UNITS_NAMED
            ? List.of()
            : names.entrySet().stream()
                .map(e -> new Choice(e.getKey(), shell.say(e.getValue())))
                .toList();
    List<Filter> filters =
        ask.where().entrySet().stream()
            .map(e ->
                new Filter(
                    e.getKey(),
                    e.getValue(),
                    tables.heading(shell, definition, e.getKey()),
                    tables.words(shell, definition, e.getKey(), e.getValue()),
                    shell.here(e.getKey(), "", "page", "")))
            .toList();
    boolean begun = !ask.period().plus(1).start().isAfter(ask.when().on());
    return new Asked(
        ask.unit(),
        ask.unit().isEmpty()
            ? shell.say("screens.all_units")
            : shell.say(units.name(ask.unit(), ask.when())),
        ask.period().toString(),
        shell.say(Periods.words(ask.period())),
        Trends.link(shell, ask.in(ask.period().plus(-1))),
        begun ? Trends.link(shell, ask.in(ask.period().plus(1))) : "",
        choices,
        filters);
  }

  Standings standings(
      Shell shell, Definition definition, Ask ask, List<Figures.Standing> standings) {
    Value longest = longest(standings.stream().map(s -> (Value) s.value()).toList());
    Definition ranked = ranked(definition);
    // Of lights the worst come first: that is where something must be done.
    Map<Ask, String> judged =
        Shown.isLight(definition)
            ? judging.colours(shell, standings.stream().map(s -> ask.of(s.unit())).toList())
            : Map.of();
    List<Standing> lines = new ArrayList<>();
    (Shown.isLight(ranked) ? standings.reversed() : standings)
        .forEach(s ->
            lines.add(
                new Standing(
                    String.valueOf(s.rank()),
                    shell.say(units.name(s.unit(), ask.when())),
                    Shown.of(ranked, s.value(), shell.lang()),
                    Shown.light(ranked, s.value()),
                    share(s.value(), longest),
                    Trends.link(shell, ask.of(s.unit())),
                    s.unit().equals(ask.unit()),
                    judged.getOrDefault(ask.of(s.unit()), ""),
                    "")));
    if (Trends.isRank(definition)) {
      figures
          .tooFew(ask)
          .forEach(t ->
              lines.add(
                  new Standing(
                      "–",
                      shell.say(units.name(t.unit(), ask.when())),
                      Shown.of(ranked, t.value(), shell.lang()),
                      "",
                      0,
                      Trends.link(shell, ask.of(t.unit())),
                      t.unit().equals(ask.unit()),
                      "",
                      shell.say(t.why()))));
    }
    return new Standings(lines, !Trends.isRank(definition) && !Shown.isLight(ranked));
  }

  /** Whose values are put in order: of a rank, those of the figure that it ranks. */
  private Definition ranked(Definition definition) {
    return definition.made() instanceof Definition.Stepped s && Trends.isRank(definition)
        ? figures.definition(s.of()).orElse(definition)
        : definition;
  }

  private static Value longest(List<Value> values) {
    return values.stream()
        .filter(Value.Number.class::isInstance)
        .max((a, b) -> Shown.difference(a, b, 9).signum())
        .orElse(new Value.None(Text.same("")));
  }

  /** Length of a bar in per cent of the longest; 0 where a bar would say nothing. */
  static int share(Value value, Value longest) {
    if (!(value instanceof Value.Number v)
        || !(longest instanceof Value.Number l)
        || v.numerator().signum() <= 0
        || l.numerator().signum() <= 0) {
      return 0;
    }
    return v.numerator()
        .multiply(l.denominator())
        .multiply(BigDecimal.valueOf(100))
        .divide(v.denominator().multiply(l.numerator()), 0, RoundingMode.HALF_UP)
        .intValue();
  }

  private List<Breakdown> breakdowns(Shell shell, Definition definition, Ask ask) {
    List<Breakdown> all = new ArrayList<>();
    if (strips.isAboutPlaces(ask)) {
      return all;
    }
    for (String column : definition.by()) {
      if (!column.equals("unit") && !ask.where().containsKey(column)) {
        List<Figures.Part> parts = disclosure.breakdown(ask, column, shell.visitor());
        if (parts.size() > 1) {
          all.add(breakdown(shell, definition, column, parts));
        }
      }
    }
    return all;
  }

  private Breakdown breakdown(
      Shell shell, Definition definition, String column, List<Figures.Part> parts) {
    Value longest = longest(parts.stream().map(Figures.Part::value).toList());
    List<Part> shown =
        parts.stream()
            .limit(PARTS)
            .map(p ->
                new Part(
                    p.key().isEmpty()
                        ? shell.say("screens.blank")
                        : tables.words(shell, definition, column, p.key()),
                    Shown.of(definition, p.value(), shell.lang()),
                    share(p.value(), longest),
                    p.key().isEmpty() || p.value() instanceof Value.None
                        ? ""
                        : shell.here(column, p.key(), "page", "")))
            .toList();
    return new Breakdown(
        column,
        tables.heading(shell, definition, column),
        shown,
        Math.max(parts.size() - PARTS, 0),
        shown.stream().map(Part::shown).filter(Shown::none).map(Shown::why).findFirst().orElse(""));
  }

  private static int least(Definition definition) {
    return definition.standards().leastRecords();
  }

  Rows rows(Shell shell, Definition definition, Ask ask, int page, int size) {
    Optional<String> closed =
        disclosure
            .shut(ask, shell.visitor())
            .map(name -> shell.say("screens.figure.rows_closed", name));
    if (closed.isPresent()) {
      return new Rows(new RowTable(List.of(), List.of(), 0), page, size, closed.get(), "", "");
    }
    Figures.Rows rows = disclosure.rows(ask, page, size, shell.visitor());
    return new Rows(
        tables.table(shell, definition, rows),
        page,
        size,
        "",
        disclosure
            .closed(ask, shell.visitor())
            .map(name -> shell.say("screens.figure.rows_masked", name, least(definition)))
            .orElse(""),
        Shown.of(definition, rows.refolded(), shell.lang()).words(shell.lang()));
  }
}
