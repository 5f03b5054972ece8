package org.liuzheng.screens;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.ledger.SignedCheckpoint;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.screens.Drawer.Picture;
import org.liuzheng.screens.Drawer.Proof;
import org.liuzheng.screens.Drawer.Ways;
import org.liuzheng.screens.FigurePage.Fact;
import org.liuzheng.screens.FigurePage.Standings;
import org.liuzheng.screens.ReportPage.Line;
import org.springframework.stereotype.Component;

/** Gathers the evidence of a claim. */
@Component
class Drawers {
  private static final int CASES = 5;
  private static final int COLUMNS = 3;
  private static final int GROUNDS = 6;
  private static final int FEWEST_IN_ORDER = 3;
  private static final int MOST_IN_ORDER = 16;

  private final Figures figures;
  private final FigureReading reading;
  private final Trends trends;
  private final Strips strips;
  private final RowTables tables;
  private final Meanings meanings;
  private final Holding holding;
  private final Exhibits exhibits;
  private final Disclosure disclosure;
  private final Ledger ledger;

  Drawers(
      Figures figures,
      FigureReading reading,
      Trends trends,
      Strips strips,
      RowTables tables,
      Meanings meanings,
      Holding holding,
      Exhibits exhibits,
      Disclosure disclosure,
      Ledger ledger) {
    this.figures = figures;
    this.reading = reading;
    this.trends = trends;
    this.strips = strips;
    this.tables = tables;
    this.meanings = meanings;
    this.holding = holding;
    this.exhibits = exhibits;
    this.disclosure = disclosure;
    this.ledger = ledger;
  }

  /**
   * @param lines all claims of the report in the order of its text
   */
  Drawer drawer(Shell shell, Report report, Checked claim, List<Line> lines) {
    List<Drawer.Reading> readings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Checked.Reading r : claim.readings()) {
      if (r.asks().isEmpty()) {
        continue;
      }
      boolean first = told.add(r.asks().getFirst().figure());
      String title =
          claim.readings().size() < 2
              ? ""
              : shell.say("screens.drawer.reading", readings.size() + 1);
      readings.add(reading(shell, title, r, first));
    }
    return new Drawer(
        shell,
        new Drawer.Head(
            claim.id(),
            ReportReading.kind(shell, claim.readings().getFirst().kind()),
            claim.shown(),
            word(claim.verdict()),
            shell.say(claim.reason())),
        readings,
        proof(shell),
        ways(shell, report, claim, lines));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param first whether its figure was not told of in a reading before
   */
  private Drawer.Reading reading(Shell shell, String title, Checked.Reading r, boolean first) {
    Ask ask = r.asks().getFirst();
    Definition definition = figures.definition(ask.figure()).orElseThrow();
    List<Exhibit> exhibits =
        r.evidence().stream().map(e -> this.exhibits.exhibit(shell, e)).toList();
    return new Drawer.Reading(
        title,
        shell.say(r.says()),
        word(r.verdict()),
        shell.say(r.reason()),
        exhibits,
        picture(shell, definition, ask, first && exhibits.isEmpty(), exhibits.isEmpty()),
        grounds(shell, r.asks()),
        derived(shell, definition, r.asks(), first));
  }

  /**
   * Places for what is about places, else how it moved, else who has how much.
   *
   * @param moved whether it is shown how it moved
   * @param units whether units are put in order
   */
  private Picture picture(
      Shell shell, Definition definition, Ask ask, boolean moved, boolean units) {
    Optional<Strip> strip = strips.strip(shell, ask);
    List<Figures.Standing> standings = figures.ranking(ask);
    Optional<Trend> trend =
        strip.isPresent() || !moved
            ? Optional.empty()
            : Optional.of(trends.trend(shell, definition, ask, List.of())).filter(Trend::line);
    boolean ordered =
        units
            && strip.isEmpty()
            && standings.size() >= FEWEST_IN_ORDER
            && standings.size() <= MOST_IN_ORDER
            && standings.getFirst().rank() != standings.getLast().rank();
    Standings order =
        ordered
            ? reading.standings(shell, definition, ask, standings)
            : new Standings(List.of(), false);
    return new Picture(
        strip, trend, order, cases(shell, definition, ask), Trends.link(shell, ask) + "#rows");
  }

  /** The first rows, where the visitor may see them; exceptions come first by themselves. */
  private Optional<RowTable> cases(Shell shell, Definition definition, Ask ask) {
    if (strips.isAboutPlaces(ask) || disclosure.closed(ask, shell.visitor()).isPresent()) {
      return Optional.empty();
    }
    Figures.Rows rows = figures.rows(ask, 0, CASES);
    return Optional.of(tables.table(shell, definition, rows).narrow(COLUMNS))
        .filter(t -> !t.rows().isEmpty());
  }

  private List<Fact> derived(Shell shell, Definition definition, List<Ask> asks, boolean first) {
    List<Fact> facts = new ArrayList<>();
    Ask ask = asks.getFirst();
    Value value = figures.value(ask);
    if (value instanceof Value.Number n) {
      facts.add(
          new Fact(
              shell.say("screens.drawer.records"),
              shell.say("screens.drawer.so_many_records", Shown.number(n.rows())),
              Trends.link(shell, ask) + "#rows"));
      exactly(definition, n)
          .ifPresent(words -> facts.add(new Fact(shell.say("screens.drawer.exactly"), words, "")));
    }
    facts.addAll(holding.facts(shell, holding.held(shell, definition, ask, value)));
    facts.add(
        new Fact(
            shell.say("screens.drawer.figure"),
            shell.say(definition.label()),
            Trends.link(shell, ask)));
    if (!first) {
      return facts;
    }
    facts.add(new Fact(shell.say("screens.drawer.means"), shell.say(definition.meaning()), ""));
    facts.add(new Fact(shell.say("screens.meaning.how"), meanings.how(shell, definition), ""));
    facts.add(new Fact(shell.say("screens.meaning.owner"), meanings.owner(shell, definition), ""));
    if (!shell.say(definition.source()).isEmpty()) {
      facts.add(new Fact(shell.say("screens.meaning.source"), shell.say(definition.source()), ""));
    }
    return facts;
  }

  private List<Fact> grounds(Shell shell, List<Ask> asks) {
    return asks.size() < 2 || strips.isAboutPlaces(asks.getFirst())
        ? List.of()
        : asks.stream().limit(GROUNDS).map(a -> ground(shell, a)).toList();
  }

  /** One of several values that the claim rests on. */
  private Fact ground(Shell shell, Ask ask) {
    Definition definition = figures.definition(ask.figure()).orElseThrow();
    Shown shown = Shown.of(definition, figures.value(ask), shell.lang());
    String filters =
        ask.where().entrySet().stream()
            .map(e ->
                shell.say(
                    "screens.drawer.filter",
                    tables.heading(shell, definition, e.getKey()),
                    tables.words(shell, definition, e.getKey(), e.getValue())))
            .collect(Collectors.joining());
    return new Fact(
        shell.say(
            "screens.drawer.ground", definition.label(), Periods.words(ask.period()), filters),
        shown.none() ? shown.why() : shown.words(shell.lang()),
        Trends.link(shell, ask));
  }

  /** The fraction behind a rounded number. */
  private static Optional<String> exactly(Definition definition, Value.Number n) {
    if (n.denominator().compareTo(BigDecimal.ONE) == 0) {
      return Optional.empty();
    }
    BigDecimal numerator =
        n.numerator()
            .divide(
                BigDecimal.valueOf(definition.scale()),
                n.numerator().scale() + 6,
                RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return Optional.of(
        Shown.number(numerator.scale() < 0 ? numerator.setScale(0) : numerator)
            + " \u00f7 "
            + Shown.number(n.denominator()));
  }

  private Proof proof(Shell shell) {
    SignedCheckpoint checkpoint = ledger.checkpoint();
    String known =
        shell.moment().known().isEmpty()
            ? shell.say("screens.drawer.now", Shown.number(shell.when().known()))
            : shell.say(
                "screens.drawer.then",
                Shown.number(shell.when().known()),
                Shown.number(checkpoint.size()));
    return new Proof(known, shell.frame().root(), checkpoint.note().lines().findFirst().orElse(""));
  }

  private static Ways ways(Shell shell, Report report, Checked claim, List<Line> lines) {
    int here = lines.stream().map(Line::id).toList().indexOf(claim.id());
    Optional<Line> next =
        Stream.concat(lines.stream().skip(here + 1L), lines.stream().limit(here))
            .filter(Line::unsettled)
            .findFirst();
    return new Ways(
        shell.link("/reports/" + report.name()) + "#c-" + claim.id(),
        claim.readings().getFirst().asks().stream()
            .findFirst()
            .map(a -> Trends.link(shell, a))
            .orElse(""),
        next.map(Line::link).orElse(""),
        next.map(l ->
                shell.say(
                    "screens.drawer.next", l.shown(), shell.say("page.verdict." + l.verdict())))
            .orElse(""),
        shell.link("/reports/" + report.name(), "view", "table"));
  }
}
