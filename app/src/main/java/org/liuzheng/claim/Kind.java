package org.liuzheng.claim;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * The kinds of claims. A kind says which figures it may rest on, what its words must hold, and
 * which values those words allow; to add one is to add a constant and follow the compiler.
 */
public enum Kind {
  /** A value at the precision shown. */
  VAL(Wants.NUMBER, Make.VALUE, Make.MEAN, Make.RATIO, Make.COUNT, Make.DIFFERENCE, Make.CHANGE),
  /** Growth over a year earlier, computed or as published. */
  YOY(Wants.NUMBER, Make.GROWTH, Make.VALUE, Make.MEAN, Make.RATIO),
  /** A number of records, or of different things in them. */
  CNT(Wants.WHOLE, Make.COUNT),
  /** A share, a completion rate. */
  RATE(Wants.SHARE, Make.RATIO, Make.VALUE, Make.MEAN),
  /** The difference of two percentages. */
  DIFFPP(Wants.NUMBER, Make.DIFFERENCE, Make.VALUE, Make.MEAN),
  /** An average over records. */
  MEAN(Wants.NUMBER, Make.MEAN, Make.RATIO),
  /** How much smaller a catalogue became. */
  RED(Wants.WHOLE, Make.REDUCTION, Make.COUNT, Make.VALUE),
  /** For how many periods in a row. */
  STRK(Wants.WHOLE, Make.STREAK),
  /** A place in an order. */
  RANK(Wants.WHOLE, Make.RANK),
  /** A fraction, exactly. */
  FRAC(Wants.FRACTION, Make.RATIO),
  /** No exception. */
  ALL(Wants.ALL, Make.COUNT),
  /** Whole years; a part of a year does not count. */
  YEARS(Wants.WHOLE, Make.VALUE, Make.MEAN, Make.COUNT);

  private final Wants wants;
  private final Set<Make> makes;

  /** What the words of a claim must hold. */
  private enum Wants {
    NUMBER,
    WHOLE,
    FRACTION,
    SHARE,
    ALL
  }

  Kind(Wants wants, Make first, Make... more) {
    this.wants = wants;
    this.makes = EnumSet.of(first, more);
  }

  static Optional<Kind> parse(String name) {
    for (Kind kind : values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind of a claim that names none. */
  static Kind usual(Definition definition) {
    Measure measure = Measures.of(definition.unit());
    return switch (Make.of(definition)) {
      case COUNT -> CNT;
      case VALUE -> measure.is(Measure.POINT) ? DIFFPP : VAL;
      case MEAN -> MEAN;
      case RATIO -> measure.is(Measure.RATIO) || measure.equals(Measure.NONE) ? RATE : VAL;
      case GROWTH -> YOY;
      case CHANGE, LIGHT -> VAL;
      case RANK -> RANK;
      case STREAK -> STRK;
      case DIFFERENCE -> measure.is(Measure.POINT) ? DIFFPP : VAL;
      case REDUCTION -> RED;
    };
  }

  /** Why the figure cannot carry a claim of this kind; empty when it can. */
  Optional<Text> refuses(Definition definition) {
    Measure measure = Measures.of(definition.unit());
    if (!makes.contains(Make.of(definition))) {
      return Optional.of(
          Words.text(
              "claim.kind_wants_make",
              name(),
              definition.name(),
              Words.text("claim.make." + name())));
    }
    boolean unitFits =
        switch (this) {
          case RATE, FRAC -> measure.is(Measure.RATIO) || measure.equals(Measure.NONE);
          case YOY -> measure.is(Measure.RATIO);
          case DIFFPP -> measure.is(Measure.POINT);
          case YEARS -> measure.is(Measure.MONTH) && measure.worth().equals(Fraction.of(12));
          case VAL, CNT, MEAN, RED, STRK, RANK, ALL -> true;
        };
    return unitFits
        ? Optional.empty()
        : Optional.of(
            Words.text(
                "claim.kind_wants_unit",
                name(),
                definition.name(),
                definition.unit(),
                Words.text("claim.unit." + name())));
  }

  /** Why words cannot stand for a claim of this kind; empty when they can. */
  Optional<Text> refuses(Said said, String words) {
    Optional<String> wrong =
        switch (said) {
          case Said.Blank b ->
              wants == Wants.ALL ? Optional.of("claim.cannot_fill") : Optional.empty();
          case Said.Unreadable u -> Optional.empty();
          case Said.Silent s ->
              Optional.of(wants == Wants.ALL ? "claim.wants_all" : "claim.wants_number");
          case Said.All a ->
              wants == Wants.ALL || wants == Wants.SHARE || wants == Wants.FRACTION
                  ? Optional.empty()
                  : Optional.of("claim.wants_number");
          case Said.Amount a -> refuses(a);
        };
    return said instanceof Said.Unreadable u
        ? Optional.of(u.why())
        : wrong.map(key -> Words.text(key, words, name()));
  }

  private Optional<String> refuses(Said.Amount amount) {
    Numeral number = amount.number();
    boolean fits =
        switch (wants) {
          case NUMBER, SHARE -> true;
          case WHOLE -> number.value().isWhole() && !amount.negative();
          case FRACTION -> number.fraction();
          case ALL -> number.value().signum() == 0 && amount.bound() == Bound.EXACT;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            switch (wants) {
              case NUMBER, SHARE -> "claim.wants_number";
              case WHOLE -> "claim.wants_whole";
              case FRACTION -> "claim.wants_fraction";
              case ALL -> "claim.wants_all";
            });
  }

  /**
   * The values that the words allow, in the unit of the words.
   *
   * @param figures the figure's unit: a percentage that fell is a negative one
   */
  Range range(Said.Amount amount, Measure figures) {
    Numeral number = amount.number();
    boolean ones = number.place().equals(Fraction.ONE);
    Range range =
        switch (this) {
          case STRK, RANK ->
              amount.bound() == Bound.EXACT
                  ? Range.exactly(number.value())
                  : amount.bound().of(number);
          case YEARS ->
              amount.bound() == Bound.EXACT && ones
                  ? Range.between(number.value(), true, number.value().plus(Fraction.ONE), false)
                  : amount.bound().of(number);
          case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, FRAC, ALL -> amount.bound().of(number);
        };
    boolean change =
        switch (this) {
          case YOY, DIFFPP -> true;
          case VAL -> figures.is(Measure.RATIO) || figures.is(Measure.POINT);
          case CNT, RATE, MEAN, RED, STRK, RANK, FRAC, ALL, YEARS -> false;
        };
    return amount.negative() != (change && amount.falling()) ? range.negated() : range;
  }
}
