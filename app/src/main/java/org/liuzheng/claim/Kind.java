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
  YEARS(Wants.WHOLE, Make.VALUE, Make.MEAN, Make.COUNT),
  /** Higher than in every period before. */
  MAX(
      Wants.MAYBE_NUMBER,
      Make.VALUE,
      Make.COUNT,
      Make.MEAN,
      Make.RATIO,
      Make.GROWTH,
      Make.CHANGE,
      Make.DIFFERENCE),
  /** More than in all periods before together. */
  SUPERSUM(Wants.MAYBE_NUMBER, Make.VALUE, Make.COUNT),
  /** The first at all: none in any period before. */
  ZERO(Wants.MAYBE_NUMBER, Make.COUNT, Make.VALUE),
  /** The first place among the parts of a figure, and nobody else's. */
  ARGMAX(
      Wants.PLACE,
      Make.VALUE,
      Make.COUNT,
      Make.MEAN,
      Make.RATIO,
      Make.GROWTH,
      Make.CHANGE,
      Make.DIFFERENCE),
  /** The only part of a figure that has anything. */
  ONLY(Wants.PLACE, Make.COUNT, Make.VALUE),
  /** The earliest among the parts of a figure, and nobody else on that day. */
  FIRST(Wants.PLACE, Make.VALUE),
  /** Which parts of a figure have anything. */
  LIST(Wants.MAYBE_WHOLE, Make.COUNT, Make.VALUE),
  /** A value converted from one that is recorded. */
  EQUIV(Wants.NUMBER, Make.VALUE, Make.MEAN, Make.RATIO, Make.COUNT, Make.DIFFERENCE),
  /** Attested by documents whose originals are kept. */
  ATT(Wants.MAYBE_WHOLE, Make.COUNT),
  /** An aim for later, which no record can prove. */
  PLAN(Wants.ANYTHING, Make.VALUE, Make.MEAN, Make.RATIO, Make.COUNT, Make.DIFFERENCE),
  /** A name, which claims nothing. */
  LABEL(Wants.ANYTHING, Make.VALUE);

  private static final Set<Make> RANKED =
      EnumSet.of(
          Make.VALUE, Make.COUNT, Make.MEAN, Make.RATIO, Make.GROWTH, Make.CHANGE, Make.DIFFERENCE);

  private final Wants wants;
  private final Set<Make> makes;

  /** What the words of a claim must hold. */
  private enum Wants {
    NUMBER,
    WHOLE,
    FRACTION,
    SHARE,
    ALL,
    /** No number, or the value. */
    MAYBE_NUMBER,
    /** No number, or how many there are. */
    MAYBE_WHOLE,
    /** No number, or the first place. */
    PLACE,
    ANYTHING
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

  /** The options of this kind besides those of all kinds and the columns of the figure. */
  Set<String> options() {
    return switch (this) {
      case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, STRK, FRAC, YEARS -> Set.of("is");
      case RANK -> Set.of("is", "among", "at");
      case EQUIV -> Set.of("is", "base");
      case ALL -> Set.of("is", "worst");
      case MAX, SUPERSUM, ZERO -> Set.of("since");
      case ARGMAX, ONLY, FIRST -> Set.of("among", "at");
      case LIST -> Set.of("among", "are", "has");
      case ATT -> Set.of("dated");
      case PLAN -> Set.of("years", "target");
      case LABEL -> Set.of();
    };
  }

  /**
   * Why the figure cannot carry a claim of this kind; empty when it can.
   *
   * @param parts whether the claim is about a part of the figure
   */
  Optional<Text> refuses(Definition definition, boolean parts) {
    Measure measure = Measures.of(definition.unit());
    boolean ranksParts = this == RANK && parts;
    if (!(ranksParts ? RANKED : makes).contains(Make.of(definition))) {
      return Optional.of(
          Words.text(
              "claim.kind_wants_make",
              name(),
              definition.name(),
              Words.text("claim.make." + (ranksParts ? ARGMAX : this).name())));
    }
    boolean unitFits =
        switch (this) {
          case RATE, FRAC -> measure.is(Measure.RATIO) || measure.equals(Measure.NONE);
          case YOY -> measure.is(Measure.RATIO);
          case DIFFPP -> measure.is(Measure.POINT);
          case YEARS -> measure.is(Measure.MONTH) && measure.worth().equals(Fraction.of(12));
          case VAL, CNT, MEAN, RED, STRK, RANK, ALL, MAX, SUPERSUM, ZERO, ARGMAX, ONLY -> true;
          case FIRST, LIST, EQUIV, ATT, PLAN, LABEL -> true;
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
    if (wants == Wants.ANYTHING) {
      return said instanceof Said.Blank
          ? Optional.of(Words.text("claim.wants_words", name()))
          : Optional.empty();
    }
    Optional<String> wrong =
        switch (said) {
          case Said.Blank b ->
              wants == Wants.ALL ? Optional.of("claim.cannot_fill") : Optional.empty();
          case Said.Unreadable u -> Optional.empty();
          case Said.Silent s -> silent(wants == Wants.ALL ? "claim.wants_all" : "");
          case Said.All a ->
              wants == Wants.ALL || wants == Wants.SHARE || wants == Wants.FRACTION
                  ? Optional.empty()
                  : silent("");
          case Said.Amount a -> refuses(a);
        };
    return said instanceof Said.Unreadable u
        ? Optional.of(u.why())
        : wrong.map(key -> Words.text(key, words, name()));
  }

  /** Words without a number. */
  private Optional<String> silent(String otherwise) {
    return switch (wants) {
      case MAYBE_NUMBER, MAYBE_WHOLE, PLACE, ANYTHING -> Optional.empty();
      case NUMBER, WHOLE, FRACTION, SHARE, ALL ->
          Optional.of(otherwise.isEmpty() ? "claim.wants_number" : otherwise);
    };
  }

  private Optional<String> refuses(Said.Amount amount) {
    Numeral number = amount.number();
    boolean fits =
        switch (wants) {
          case NUMBER, SHARE, MAYBE_NUMBER, ANYTHING -> true;
          case PLACE -> number.value().equals(Fraction.ONE) && amount.bound() == Bound.EXACT;
          case WHOLE, MAYBE_WHOLE -> number.value().isWhole() && !amount.negative();
          case FRACTION -> number.fraction();
          case ALL -> number.value().signum() == 0 && amount.bound() == Bound.EXACT;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            switch (wants) {
              case NUMBER, SHARE, MAYBE_NUMBER, ANYTHING -> "claim.wants_number";
              case PLACE -> "claim.wants_no_number";
              case WHOLE, MAYBE_WHOLE -> "claim.wants_whole";
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
          case VAL, YOY, CNT, RATE, DIFFPP, MEAN, RED, FRAC, ALL, EQUIV, MAX, SUPERSUM, ZERO ->
              amount.bound().of(number);
          case ARGMAX, ONLY, FIRST, LIST, ATT, PLAN, LABEL -> amount.bound().of(number);
        };
    boolean change =
        switch (this) {
          case YOY, DIFFPP -> true;
          case VAL, EQUIV, MAX -> figures.is(Measure.RATIO) || figures.is(Measure.POINT);
          case CNT, RATE, MEAN, RED, STRK, RANK, FRAC, ALL, YEARS, SUPERSUM, ZERO, ARGMAX -> false;
          case ONLY, FIRST, LIST, ATT, PLAN, LABEL -> false;
        };
    return amount.negative() != (change && amount.falling()) ? range.negated() : range;
  }
}
