package org.liuzheng.screens;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.liuzheng.claim.Claim;
import org.liuzheng.claim.Claims;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Definition.Fold;
import org.liuzheng.figure.Definition.Step;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.page.Shell;
import org.liuzheng.screens.FigurePage.Fact;
import org.liuzheng.screens.FigurePage.Meaning;
import org.liuzheng.words.Text;
import org.springframework.stereotype.Component;

/** Says a definition in words, for somebody who does not read queries. */
@Component
class Meanings {
  private final Figures figures;
  private final RowTables tables;
  private final UnitNames units;
  private final Claims claims;

  Meanings(Figures figures, RowTables tables, UnitNames units, Claims claims) {
    this.figures = figures;
    this.tables = tables;
    this.units = units;
    this.claims = claims;
  }

  Meaning meaning(Shell shell, Definition d) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(shell, "owner", owner(shell, d)));
    if (!shell.say(d.source()).isEmpty()) {
      facts.add(fact(shell, "source", shell.say(d.source())));
    }
    facts.add(fact(shell, "how", how(shell, d)));
    if (d.made() instanceof Definition.Stepped stepped) {
      figures
          .definition(stepped.of())
          .ifPresent(of ->
              facts.add(
                  new Fact(
                      shell.say("screens.meaning.of"),
                      shell.say(of.label()),
                      shell.link("/figures/" + of.name()))));
    }
    facts.addAll(breaks(shell, d));
    tables
        .registers(d)
        .forEach(s ->
            facts.add(
                new Fact(
                    shell.say("screens.meaning.register"),
                    shell.say(s.label()),
                    shell.link("/registers/" + s.name()))));
    facts.addAll(statements(shell, d));
    if (d.better() != Definition.Better.NEITHER) {
      facts.add(
          fact(
              shell,
              "better",
              shell.say("screens.better." + d.better().name().toLowerCase(Locale.ROOT))));
    }
    if (d.made() instanceof Definition.Folded) {
      facts.add(
          fact(
              shell,
              "units",
              shell.say(
                  d.rollUp() ? "screens.meaning.rolled_up" : "screens.meaning.not_rolled_up")));
    }
    return switch (d.made()) {
      case Definition.Folded f ->
          new Meaning(
              shell.say(d.meaning()),
              facts,
              f.sql(),
              f.compiled(),
              relations(shell, d),
              d.yaml(),
              d.hash());
      case Definition.Stepped s ->
          new Meaning(shell.say(d.meaning()), facts, "", "", List.of(), d.yaml(), d.hash());
    };
  }

  static List<FigurePage.Relation> relations(Shell shell, Definition d) {
    return d.relations().stream()
        .map(r -> new FigurePage.Relation(r.name(), shell.say(r.meaning()), r.yaml()))
        .toList();
  }

  /** Until when other definitions governed, and why they no longer do. */
  private List<Fact> breaks(Shell shell, Definition d) {
    List<Figures.Version> versions = figures.versions(d.name());
    return versions.stream()
        .filter(v -> v.since() == versions.getLast().since() && v.until().isBefore(LocalDate.MAX))
        .map(v ->
            fact(
                shell,
                "break",
                shell.say(
                    "screens.meaning.governed_until",
                    Periods.words(new Period(Period.Kind.DAY, v.until())),
                    v.note())))
        .toList();
  }

  /** Claims of reports that rest on the figure. */
  private List<Fact> statements(Shell shell, Definition d) {
    return claims.reports().stream()
        .flatMap(report ->
            report.claims().values().stream()
                .filter(c ->
                    c.readings().stream().anyMatch(r -> r.question().figure().equals(d.name())))
                .map(Claim::id)
                .sorted()
                .map(id ->
                    new Fact(
                        shell.say("screens.meaning.claim"),
                        shell.say("screens.meaning.claim_at", report.title(), id),
                        shell.link("/reports/" + report.name(), "claim", id) + "#" + id)))
        .toList();
  }

  private static Fact fact(Shell shell, String heading, String words) {
    return new Fact(shell.say("screens.meaning." + heading), words, "");
  }

  String owner(Shell shell, Definition d) {
    return shell.say(units.name(d.owner(), shell.when()));
  }

  /** How the value comes about, in a sentence. */
  String how(Shell shell, Definition d) {
    return switch (d.made()) {
      case Definition.Folded f ->
          shell.say(f.flow() ? "screens.kind.flow" : "screens.kind.stock")
              + fold(shell, d, f.fold());
      case Definition.Stepped s -> step(shell, d, s.step());
    };
  }

  private String fold(Shell shell, Definition d, Fold fold) {
    return switch (fold) {
      case Fold.Count c -> shell.say("screens.fold.count");
      case Fold.Sum s -> shell.say("screens.fold.sum", tables.heading(shell, d, s.column()));
      case Fold.Mean m -> shell.say("screens.fold.mean", tables.heading(shell, d, m.column()));
      case Fold.Ratio r ->
          shell.say(
              "screens.fold.ratio",
              tables.heading(shell, d, r.numerator()),
              tables.heading(shell, d, r.denominator()));
      case Fold.CountDistinct c ->
          shell.say("screens.fold.distinct", tables.heading(shell, d, c.column()));
      case Fold.Min m -> shell.say("screens.fold.min", tables.heading(shell, d, m.column()));
      case Fold.Max m -> shell.say("screens.fold.max", tables.heading(shell, d, m.column()));
      case Fold.Quantile q ->
          shell.say(
              "screens.fold.quantile",
              tables.heading(shell, d, q.column()),
              q.share().toPlainString());
      case Fold.Last l -> shell.say("screens.fold.last", tables.heading(shell, d, l.column()));
    };
  }

  private String step(Shell shell, Definition d, Step step) {
    return switch (step) {
      case Step.YearOnYear y -> shell.say("screens.step.yoy");
      case Step.Rank r ->
          shell.say(
              "screens.step.rank",
              units.name(r.among(), shell.when()),
              shell.say(r.descending() ? "screens.step.largest" : "screens.step.smallest"),
              r.minimum()
                  .map(m ->
                      shell.say("screens.step.minimum", label(m.of()), m.atLeast().toPlainString()))
                  .orElse(""));
      case Step.Streak s -> shell.say("screens.step.streak", s.is(), breaks(shell, s));
      case Step.Difference m -> shell.say("screens.step.difference", label(m.minus()));
      case Step.Ratio r -> shell.say("screens.step.ratio", label(r.to()));
      case Step.Score s ->
          shell.say(
              s.bonus().isEmpty() ? "screens.step.score" : "screens.step.score_bonus",
              s.decimals(),
              label(s.bonus().orElse("")));
      case Step.Grade g ->
          shell.say(
              g.last().isEmpty() ? "screens.step.grade" : "screens.step.grade_last",
              label(g.shares()),
              label(g.last().orElse("")));
      case Step.PeriodOnPeriod p -> shell.say("screens.step.pop");
      case Step.YearToDate y -> shell.say("screens.step.ytd");
      case Step.Rolling r -> shell.say("screens.step.rolling", r.periods());
      case Step.Share s -> shell.say("screens.step.share");
      case Step.Best b -> shell.say(b.highest() ? "screens.step.highest" : "screens.step.lowest");
      case Step.Light l -> shell.say("screens.step.light");
      case Step.Parts p ->
          shell.say(
              "screens.step.parts",
              tables.heading(shell, d, p.each()),
              p.comparison(),
              p.number().toPlainString());
      case Step.Reduction r ->
          shell.say("screens.step.reduction", tables.heading(shell, d, r.key()));
    };
  }

  private Text label(String figure) {
    return figures.definition(figure).map(Definition::label).orElse(Text.same(figure));
  }

  private static String breaks(Shell shell, Step.Streak streak) {
    return streak.breaks().stream()
        .map(b -> shell.say("screens.break." + b.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(shell.say("screens.or")));
  }
}
