package org.liuzheng.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liuzheng.claim.Claim.Among;
import org.liuzheng.claim.Parts.Part;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Where one part of a figure stands among all parts: 1, 1, 3, compared as exact fractions. */
final class Placing {
  /** From which day days are counted that say when something was. */
  private static final LocalDate DAYS_SINCE = LocalDate.of(2000, 1, 1);

  private static final int NAMED = 4;
  private static final int MORE_DECIMALS = 6;

  private final Kind kind;
  private final Definition definition;
  private final Ask ask;
  private final Among among;
  private final Shown shown;
  private final Parts parts;
  private final Text name;
  private final List<Part> ordered;
  private final Optional<Part> ours;

  Placing(
      Figures figures, Records records, Kind kind, Definition definition, Ask ask, Among among) {
    this.kind = kind;
    this.definition = definition;
    this.ask = ask;
    this.among = among;
    this.shown = new Shown(definition);
    this.parts = new Parts(figures, records, ask, among.column());
    this.name = parts.name(among.at());
    List<Part> competing = kind == Kind.ONLY ? parts.positive() : parts.all();
    this.ordered = competing.stream().sorted(order()).toList();
    this.ours = ordered.stream().filter(p -> p.key().equals(among.at())).findFirst();
  }

  /** The earliest first, or what is best first. */
  private Comparator<Part> order() {
    boolean smallest = kind == Kind.FIRST || definition.better() == Definition.Better.DOWN;
    Comparator<Part> order = Comparator.comparing(Part::exact);
    return (smallest ? order : order.reversed()).thenComparing(Part::key);
  }

  /** The place, or why there is none. */
  Value place() {
    return missing()
        .<Value>map(Value.None::new)
        .orElseGet(() ->
            new Value.Number(
                BigDecimal.valueOf(place(ours.orElseThrow())),
                BigDecimal.ONE,
                ordered.stream().mapToLong(p -> p.value().rows()).sum()));
  }

  private int place(Part part) {
    long better = ordered.stream().takeWhile(o -> !o.exact().equals(part.exact())).count();
    return (int) better + 1;
  }

  private List<Part> level(Part part) {
    return ordered.stream().filter(o -> !o.equals(part) && o.exact().equals(part.exact())).toList();
  }

  /** Why nothing can be said about a place. */
  private Optional<Text> missing() {
    if (ours.isEmpty()) {
      return Optional.of(Words.text("claim.no_part", name, Shown.period(ask.period())));
    }
    return ordered.size() < 2
        ? Optional.of(Words.text("claim.nobody_else", name))
        : Optional.empty();
  }

  Evidence evidence() {
    return new Evidence.Ladder(
        ask,
        among.column(),
        ordered.stream()
            .map(p ->
                new Evidence.Rung(
                    place(p),
                    !level(p).isEmpty(),
                    p.key(),
                    p.name(),
                    p.value(),
                    shown(p, definition.decimals()),
                    p.key().equals(among.at())))
            .toList());
  }

  /** How many there are, who is level, and who comes next. */
  Text grounds() {
    Text among = Words.text("claim.grounds.among_parts", ordered.size());
    Part own = ours.orElseThrow();
    List<Part> level = level(own);
    if (!level.isEmpty()) {
      return Words.text("claim.grounds.tied", among, names(level));
    }
    boolean first = place(own) == 1;
    Part next = ordered.get(first ? 1 : ordered.indexOf(own) - 1);
    if (!next.told()) {
      return among;
    }
    int decimals = telling(own, next);
    return Words.text(
        first ? "claim.grounds.next" : "claim.grounds.before",
        among,
        next.name(),
        shown(next, decimals),
        gap(own, next));
  }

  /** Whether it is where the kind says. */
  Finding finding() {
    return kind == Kind.ONLY ? only() : foremost();
  }

  private Finding foremost() {
    Optional<Text> missing = missing();
    if (missing.isPresent()) {
      return Finding.open(Words.text("claim.cannot_place", missing.get()), evidence());
    }
    Part own = ours.orElseThrow();
    List<Part> level = level(own);
    Part other = level.isEmpty() ? ordered.get(place(own) == 1 ? 1 : 0) : level.getFirst();
    int place = place(own);
    String key =
        (kind == Kind.FIRST ? "claim.first." : "claim.argmax.")
            + (place > 1 ? "fails" : level.isEmpty() ? "holds" : "tied")
            + (other.told() || place == 1 && !level.isEmpty() ? "" : ".untold");
    int decimals = telling(own, other);
    Text computed = Shown.rank(Fraction.of(place));
    Text reason =
        Words.text(
            key,
            name,
            shown(own, decimals),
            level.isEmpty() || place > 1 ? other.name() : names(level),
            shown(other, decimals),
            gap(own, other),
            computed,
            ordered.size());
    return Finding.of(
        place == 1 && level.isEmpty(), computed, reason, Fraction.of(place), evidence());
  }

  private Finding only() {
    if (!parts.knowsOthers(among.at())) {
      return Finding.open(
          Words.text("claim.cannot_place", Words.text("claim.nobody_else", name)), evidence());
    }
    List<Part> others = ordered.stream().filter(p -> !p.key().equals(among.at())).toList();
    Fraction place = Fraction.of(ours.isPresent() ? ordered.size() : 0);
    if (ours.isEmpty()) {
      return Finding.of(
          false,
          Text.same("0"),
          others.isEmpty()
              ? Words.text("claim.only.nobody", name)
              : Words.text("claim.only.others", name, others.size(), names(others)),
          place,
          evidence());
    }
    return others.isEmpty()
        ? Finding.of(true, Text.same("1"), Words.text("claim.only.holds", name), place, evidence())
        : Finding.of(
            false,
            Text.same(String.valueOf(ordered.size())),
            Words.text("claim.only.fails", name, others.size(), names(others)),
            place,
            evidence());
  }

  /** The first of them, and that there are more. */
  static Text names(List<Part> parts) {
    List<Text> names = new ArrayList<>(parts.stream().limit(NAMED).map(Part::name).toList());
    Text listed = Reasons.list(names);
    return parts.size() > NAMED ? Words.text("claim.and_others", listed) : listed;
  }

  private boolean isDay() {
    return kind == Kind.FIRST && shown.measure().is(Measure.DAY);
  }

  /** With as many decimals as it takes to see which of the two is better. */
  private int telling(Part one, Part other) {
    int decimals = definition.decimals();
    while (decimals < definition.decimals() + MORE_DECIMALS
        && !one.exact().equals(other.exact())
        && one.exact().rounded(decimals).compareTo(other.exact().rounded(decimals)) == 0) {
      decimals++;
    }
    return decimals;
  }

  private Text shown(Part part, int decimals) {
    return isDay() ? Shown.day(day(part.exact())) : shown.value(part.exact(), decimals);
  }

  /** The day that a figure counts as so many since the first of all. */
  static LocalDate day(Fraction days) {
    return DAYS_SINCE.plusDays(days.rounded(0).longValue());
  }

  private Text gap(Part one, Part other) {
    Fraction gap = one.exact().minus(other.exact()).magnitude();
    return isDay() ? Shown.periods(gap, Period.Kind.DAY) : shown.gap(gap, telling(one, other));
  }
}
