package org.liuzheng.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Values of one figure as a reader of either language expects them. */
final class Shown {
  private static final int MORE_DECIMALS = 6;
  private static final long MYRIAD = 10_000;
  private static final int BILLION = 9;

  private final Definition definition;
  private final Measure measure;

  Shown(Definition definition) {
    this.definition = definition;
    this.measure = Measures.of(definition.unit());
  }

  static Fraction exact(Value.Number value) {
    return Fraction.of(value.numerator(), value.denominator());
  }

  /** With the figure's decimals. */
  Text value(Fraction value) {
    return value(value, definition.decimals());
  }

  /** With no more decimals than the value has, but not endlessly many. */
  Text full(Fraction value) {
    int decimals = definition.decimals();
    while (decimals < definition.decimals() + MORE_DECIMALS && !ends(value, decimals)) {
      decimals++;
    }
    return value(value, ends(value, decimals) ? decimals : definition.decimals() + 1);
  }

  /** As short as it can be said, such as the end of a range. */
  Text plain(Fraction value) {
    Spelled spelled = spelled(value, 0);
    return new Text(
        chinese(value, shortest(value)),
        number(spelled.number(), shortest(spelled.number())) + spelled.unit());
  }

  private static int shortest(Fraction value) {
    int decimals = 0;
    while (decimals < MORE_DECIMALS && !ends(value, decimals)) {
      decimals++;
    }
    return decimals;
  }

  private static boolean ends(Fraction value, int decimals) {
    return Fraction.of(value.rounded(decimals)).equals(value);
  }

  /**
   * How many decimals show a reader whether the value is allowed.
   *
   * @param bounded whether the ends of the range are said, so that the value must be seen to lie on
   *     its side of them
   */
  static int telling(Fraction value, Range range, boolean bounded, int decimals) {
    int telling = decimals;
    while (telling < decimals + MORE_DECIMALS
        && !tells(value, range, bounded, Fraction.of(value.rounded(telling)))) {
      telling++;
    }
    return telling;
  }

  private static boolean tells(Fraction value, Range range, boolean bounded, Fraction rounded) {
    return bounded
        ? range.sameSide(value, rounded)
        : range.contains(value) == range.contains(rounded);
  }

  Text value(Fraction value, int decimals) {
    return new Text(chinese(value, decimals), english(value, decimals));
  }

  /** How far two values lie apart; percentages do so by percentage points. */
  Text gap(Fraction gap, int decimals) {
    return measure.is(Measure.RATIO)
        ? Words.text("claim.shown.points", gap.rounded(decimals).toPlainString())
        : value(gap, decimals);
  }

  /** In another unit of the same dimension, in the words of both languages. */
  Text in(Measure other, Fraction value) {
    Fraction converted = value.times(measure.in(other));
    int decimals = definition.decimals();
    return new Text(
        converted.rounded(decimals).toPlainString() + word(other, Lang.ZH),
        number(converted, decimals) + " " + word(other, Lang.EN));
  }

  /** Of the units that are worth the same, the first word; else the one that was written. */
  private static String word(Measure other, Lang lang) {
    return Lexicon.of(lang).units().stream()
        .filter(u -> u.dimension().equals(other.dimension()) && u.worth().equals(other.worth()))
        .map(u -> u.said().isEmpty() ? u.words().getFirst() : u.said())
        .findFirst()
        .orElse(other.word());
  }

  private String chinese(Fraction value, int decimals) {
    String said =
        Lexicon.of(Lang.ZH).units().stream()
            .filter(u -> u.words().contains(measure.word()) && !u.said().isEmpty())
            .map(Lexicon.Unit::said)
            .findFirst()
            .orElse(definition.unit().zh());
    return value.rounded(decimals).toPlainString() + said;
  }

  /**
   * @param decimals how many show as much as the Chinese number does
   */
  private record Spelled(Fraction number, int decimals, String unit) {}

  /**
   * A scale that English lacks is spelled out, or becomes billions. A unit that the lexicon lacks
   * has its scale in the definition's own words.
   */
  private Spelled spelled(Fraction value, int decimals) {
    Optional<String> known =
        Lexicon.of(Lang.EN).units().stream()
            .filter(
                u -> u.dimension().equals(measure.dimension()) && u.worth().equals(measure.worth()))
            .map(u -> u.words().getFirst())
            .findFirst();
    if (measure.scale() == 1 || known.isEmpty()) {
      return new Spelled(value, decimals, unit(value, definition.unit().en()));
    }
    String word = known.get();
    Fraction whole = value.times(Fraction.of(measure.scale()));
    return measure.scale() <= MYRIAD
        ? new Spelled(whole, Math.max(0, decimals - digits(measure.scale())), " " + word)
        : new Spelled(
            whole.over(Fraction.of(BigDecimal.TEN.pow(BILLION))),
            Math.max(0, decimals + BILLION - digits(measure.scale())),
            " billion " + word);
  }

  private String english(Fraction value, int decimals) {
    Spelled spelled = spelled(value, decimals);
    return number(spelled.number(), spelled.decimals()) + spelled.unit();
  }

  private static int digits(long scale) {
    return String.valueOf(scale).length() - 1;
  }

  private static String number(Fraction value, int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    return format.format(value.rounded(decimals));
  }

  private static String unit(Fraction value, String unit) {
    if (unit.isEmpty() || unit.equals("%")) {
      return unit;
    }
    boolean one = value.magnitude().equals(Fraction.ONE);
    return " "
        + Lexicon.of(Lang.EN).units().stream()
            .filter(u -> one && u.words().size() > 1 && u.words().getFirst().equals(unit))
            .map(u -> u.words().get(1))
            .findFirst()
            .orElse(unit);
  }

  /** The fraction that a ratio is, in lowest terms. */
  Text fraction(Value.Number value) {
    return Text.same(exact(value).over(Fraction.of(definition.scale())).toString());
  }

  /** Numerator and denominator as the records give them. */
  Text ratio(Value.Number value) {
    Fraction over = Fraction.of(value.numerator(), BigDecimal.valueOf(definition.scale()));
    return Text.same(digits(over) + " ÷ " + digits(Fraction.of(value.denominator())));
  }

  private static String digits(Fraction number) {
    return number.rounded(shortest(number)).toPlainString();
  }

  /** How many periods of a kind. */
  static Text periods(Fraction count, Period.Kind kind) {
    boolean one = count.equals(Fraction.ONE);
    return Words.text(
        "claim.shown.periods." + kind.name() + (one ? ".one" : ""),
        count.rounded(0).toPlainString());
  }

  static Text rank(Fraction rank) {
    BigInteger number = rank.rounded(0).toBigInteger();
    return new Text(Words.text("claim.shown.rank", number.toString()).zh(), ordinal(number));
  }

  private static String ordinal(BigInteger number) {
    int last = number.mod(BigInteger.valueOf(100)).intValue();
    String ending =
        last / 10 == 1
            ? "th"
            : switch (last % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  static Text day(LocalDate day) {
    return period(new Period(Period.Kind.DAY, day));
  }

  static Text period(Period period) {
    String year = String.valueOf(period.start().getYear());
    String month = String.valueOf(period.start().getMonthValue());
    return switch (period.kind()) {
      case YEAR -> Words.text("claim.shown.YEAR", year);
      case QUARTER ->
          Words.text(
              "claim.shown.QUARTER",
              year,
              String.valueOf((period.start().getMonthValue() + 2) / 3));
      case MONTH -> Words.text("claim.shown.MONTH", year, month, monthName(period));
      case DAY ->
          Words.text(
              "claim.shown.DAY",
              year,
              month,
              monthName(period),
              String.valueOf(period.start().getDayOfMonth()));
    };
  }

  private static String monthName(Period period) {
    return period.start().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  Measure measure() {
    return measure;
  }

  int decimals() {
    return definition.decimals();
  }
}
