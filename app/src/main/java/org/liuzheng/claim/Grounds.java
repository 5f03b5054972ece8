package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** What a value comes from, said so that a reader can see why it is what it is. */
final class Grounds {
  private final Figures figures;
  private final Definition definition;
  private final Ask asked;
  private final Ask ask;
  private final Value.Number value;

  Grounds(Figures figures, Definition definition, Ask ask, Value.Number value) {
    this.figures = figures;
    this.definition = definition;
    this.asked = ask;
    this.ask = held(figures, ask);
    this.value = value;
  }

  /** The values that a value stands on directly. */
  static List<Ask> of(Figures figures, Definition definition, Ask ask) {
    if (!(definition.made() instanceof Definition.Stepped stepped)) {
      return List.of();
    }
    Ask held = held(figures, ask);
    Ask base = held.with(stepped.of());
    return switch (stepped.step()) {
      case Definition.Step.YearOnYear y -> List.of(base, base.in(ask.period().yearBefore()));
      case Definition.Step.PeriodOnPeriod p -> List.of(base, base.in(ask.period().plus(-1)));
      case Definition.Step.YearToDate y -> List.of(base);
      case Definition.Step.Rolling r -> List.of(base);
      case Definition.Step.Share s -> List.of(base);
      case Definition.Step.Best b -> List.of(base);
      case Definition.Step.Light l -> List.of(base);
      case Definition.Step.Difference d -> List.of(base, held.with(d.minus()));
      case Definition.Step.Ratio r -> List.of(base, held.with(r.to()));
      case Definition.Step.Score s -> List.of();
      case Definition.Step.Grade g -> List.of();
      case Definition.Step.Parts p -> List.of();
      case Definition.Step.Rank r -> List.of(base);
      case Definition.Step.Streak s -> List.of(base);
      case Definition.Step.Reduction r -> List.of(base.in(ask.period().plus(-1)), base);
    };
  }

  /** A step takes what it stands on by the definitions that govern the step, in any period. */
  private static Ask held(Figures figures, Ask ask) {
    return figures.versions(ask.figure()).size() > 1 ? ask.held() : ask;
  }

  /** Empty when the value says all there is to say. */
  Optional<Text> said() {
    return switch (definition.made()) {
      case Definition.Folded folded -> folded(folded.fold());
      case Definition.Stepped stepped ->
          switch (stepped.step()) {
            case Definition.Step.YearOnYear y -> growth(stepped, ask.period().yearBefore());
            case Definition.Step.PeriodOnPeriod p -> growth(stepped, ask.period().plus(-1));
            case Definition.Step.YearToDate y -> Optional.empty();
            case Definition.Step.Rolling r -> Optional.empty();
            case Definition.Step.Share s -> Optional.empty();
            case Definition.Step.Best b -> Optional.empty();
            case Definition.Step.Light l -> Optional.empty();
            case Definition.Step.Difference d -> difference(stepped, d);
            case Definition.Step.Ratio r -> ratio(stepped, r);
            case Definition.Step.Score s -> Optional.empty();
            case Definition.Step.Grade g -> Optional.empty();
            case Definition.Step.Parts p -> Optional.empty();
            case Definition.Step.Rank r -> rank();
            case Definition.Step.Streak s -> Optional.of(run(stepped, s));
            case Definition.Step.Reduction r -> Optional.empty();
          };
    };
  }

  private Optional<Text> folded(Definition.Fold fold) {
    return switch (fold) {
      case Definition.Fold.Ratio r -> Optional.of(new Shown(definition).ratio(value));
      case Definition.Fold.Mean m ->
          value.rows() < 2
              ? Optional.empty()
              : Optional.of(Words.text("claim.grounds.mean", String.valueOf(value.rows())));
      case Definition.Fold.Count c -> Optional.empty();
      case Definition.Fold.CountDistinct c -> Optional.empty();
      case Definition.Fold.Sum s -> Optional.empty();
      case Definition.Fold.Min m -> Optional.empty();
      case Definition.Fold.Max m -> Optional.empty();
      case Definition.Fold.Quantile q -> Optional.empty();
      case Definition.Fold.Last l -> Optional.empty();
    };
  }

  private Optional<Text> growth(Definition.Stepped stepped, Period before) {
    return both(ask.with(stepped.of()), ask.with(stepped.of()).in(before))
        .map(b ->
            Words.text(
                "claim.grounds.growth",
                Shown.period(ask.period()),
                b.first(),
                Shown.period(before),
                b.second()));
  }

  private Optional<Text> difference(Definition.Stepped stepped, Definition.Step.Difference step) {
    return both(ask.with(stepped.of()), ask.with(step.minus()))
        .map(b -> Words.text("claim.grounds.difference", b.first(), b.second()));
  }

  private Optional<Text> ratio(Definition.Stepped stepped, Definition.Step.Ratio step) {
    return both(ask.with(stepped.of()), ask.with(step.to()))
        .map(b -> Words.text("claim.grounds.ratio_to", b.first(), b.second()));
  }

  private record Both(Text first, Text second) {}

  private Optional<Both> both(Ask one, Ask other) {
    return full(one).flatMap(a -> full(other).map(b -> new Both(a, b)));
  }

  private Optional<Text> full(Ask of) {
    return figures.value(of) instanceof Value.Number n
        ? Optional.of(new Shown(figures.definition(of)).full(Shown.exact(n)))
        : Optional.empty();
  }

  private Optional<Text> rank() {
    List<Figures.Standing> standings = figures.ranking(ask);
    List<String> level =
        standings.stream()
            .filter(s -> s.rank() == value.numerator().intValue() && !s.unit().equals(ask.unit()))
            .map(Figures.Standing::name)
            .toList();
    Text among = Words.text("claim.grounds.among", String.valueOf(standings.size()));
    return Optional.of(
        level.isEmpty()
            ? among
            : Words.text(
                "claim.grounds.tied",
                among,
                Reasons.list(level.stream().map(Text::same).toList())));
  }

  /** Since when it has been so, and what came before. */
  private Text run(Definition.Stepped stepped, Definition.Step.Streak streak) {
    Figures.Run run = figures.run(ask);
    int length = run.length();
    Text broke = broke(ask.with(stepped.of()), run.ended(), streak, length);
    if (length == 0) {
      return broke;
    }
    Text since =
        Words.text(
            length == 1 ? "claim.grounds.once" : "claim.grounds.run",
            Shown.period(run.periods().getFirst()),
            Shown.period(ask.period()),
            Words.text("claim.grounds.every." + ask.period().kind().name()),
            Shown.rank(Fraction.of(streak.is())));
    return Words.text("claim.grounds.run_after", since, broke);
  }

  private Text broke(Ask ranks, Period before, Definition.Step.Streak streak, int length) {
    Text when = Shown.period(before);
    if (streak.endsBy(Definition.Step.Streak.Break.DEFINITION)
        && length > 0
        && redefined(asked.with(ranks.figure()), before)) {
      return Words.text("claim.grounds.redefined", when);
    }
    return switch (figures.value(ranks.in(before))) {
      case Value.None none when tooFew(ranks.in(before)) ->
          Words.text("claim.grounds.too_few", when);
      case Value.None none -> Words.text("claim.grounds.missing", when);
      case Value.Number n when !Shown.exact(n).equals(Fraction.of(streak.is())) || length == 0 ->
          Words.text("claim.grounds.broke", when, Shown.rank(Shown.exact(n)));
      case Value.Number n -> changed(ranks, before, when);
    };
  }

  private boolean tooFew(Ask rank) {
    return figures.tooFew(rank).stream().anyMatch(t -> t.unit().equals(rank.unit()));
  }

  /** Whether another definition governs the period after this one. */
  private boolean redefined(Ask ranks, Period before) {
    List<String> both =
        figures.series(ranks.in(before.plus(1)), before).stream()
            .map(Figures.Point::definition)
            .distinct()
            .toList();
    return both.size() > 1;
  }

  /** The rank was the same, but others were ranked. */
  private Text changed(Ask ranks, Period before, Text when) {
    Set<String> then = names(ranks.in(before));
    Set<String> later = names(ranks);
    List<Text> changes = new ArrayList<>();
    difference(later, then).ifPresent(n -> changes.add(Words.text("claim.grounds.without", n)));
    difference(then, later).ifPresent(n -> changes.add(Words.text("claim.grounds.with", n)));
    return Words.text("claim.grounds.others", when, Reasons.list(changes));
  }

  private Set<String> names(Ask ranks) {
    return figures.ranking(ranks).stream()
        .map(Figures.Standing::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Text> difference(Set<String> of, Set<String> minus) {
    List<Text> names = of.stream().filter(n -> !minus.contains(n)).map(Text::same).toList();
    return names.isEmpty() ? Optional.empty() : Optional.of(Reasons.list(names));
  }
}
