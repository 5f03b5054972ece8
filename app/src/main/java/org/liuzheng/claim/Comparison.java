package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** What the words allow, brought into the unit of the figure. */
sealed interface Comparison {
  int MORE_DECIMALS = 8;

  /**
   * @param range the values allowed
   * @param stated the number itself, with its sign
   * @param bounded whether the words are a bound and not a plain number
   * @param decimals decimals of the figure's unit that the words show
   */
  record Allowed(Range range, Fraction stated, boolean bounded, int decimals)
      implements Comparison {}

  /** The words speak of something else than the figure. */
  record Apart(Text why) implements Comparison {}

  /**
   * @param period the period that a streak's points have
   */
  static Comparison of(Said.Amount amount, Kind kind, Definition definition, Period period) {
    Measure figures =
        kind == Kind.STRK ? Measures.of(period.kind()) : Measures.of(definition.unit());
    Optional<Measure> said =
        amount.number().fraction() && amount.measure().isEmpty()
            ? Optional.of(Measure.ratio())
            : amount.measure();
    if (kind == Kind.RANK || kind == Kind.LIST || kind == Kind.ATT) {
      said = Optional.empty();
    }
    if (said.filter(m -> !m.fits(figures)).isPresent()) {
      return new Apart(apart(said.orElse(Measure.NONE), figures, definition, period, kind));
    }
    Fraction factor = said.map(m -> m.in(figures)).orElse(Fraction.ONE);
    Range range = kind.range(amount, figures).times(factor);
    Fraction size = amount.number().value().times(factor);
    boolean negative =
        range.high().filter(e -> e.at().signum() <= 0).isPresent() && size.signum() > 0;
    return new Allowed(
        range,
        negative ? size.negated() : size,
        amount.bound() != Bound.EXACT,
        decimals(amount.number(), factor, definition));
  }

  /** No exception, as a share of all. */
  static Comparison all(Definition definition) {
    Fraction one = Measure.ratio().in(Measures.of(definition.unit()));
    return new Allowed(Range.exactly(one), one, false, definition.decimals());
  }

  private static int decimals(Numeral number, Fraction factor, Definition definition) {
    Fraction place = number.place().times(factor);
    int decimals = definition.decimals();
    while (!number.fraction()
        && decimals < definition.decimals() + MORE_DECIMALS
        && place.compareTo(Fraction.of(BigDecimal.ONE.movePointLeft(decimals))) < 0) {
      decimals++;
    }
    return decimals;
  }

  private static Text apart(
      Measure said, Measure figures, Definition definition, Period period, Kind kind) {
    if (said.is(Measure.RATIO) && figures.is(Measure.POINT)) {
      return Words.text("claim.percent_for_points");
    }
    if (said.is(Measure.POINT) && figures.is(Measure.RATIO)) {
      return Words.text("claim.points_for_percent");
    }
    Text unit =
        kind == Kind.STRK
            ? Words.text("claim.shown.unit." + period.kind().name())
            : definition.unit();
    return Words.text("claim.other_unit", said.word().isEmpty() ? "1/n" : said.word(), unit);
  }
}
