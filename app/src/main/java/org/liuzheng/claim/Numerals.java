package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.words.Lang;

/** Reads the number that starts at a place of a text, in digits or in the words of a language. */
interface Numerals {

  /**
   * @param bare whether a word such as hundred may stand for one hundred, as after "more than"
   */
  Found at(Scan text, int from, boolean bare);

  static Numerals in(Lang lang) {
    return switch (lang) {
      case ZH -> new ChineseNumerals();
      case EN -> new EnglishNumerals();
    };
  }

  /** What stands there. */
  sealed interface Found {}

  /** No number starts here. */
  record Nothing() implements Found {}

  /** Something like a number that can be read in two ways or in none. */
  record Unclear(int end) implements Found {}

  /**
   * @param odd whether a word for "and a few" stands inside, as before the Chinese ten thousand
   * @param ordinal whether it names a place in an order, such as 4th
   * @param measure the unit that is part of the number, as in the Chinese word for per cent
   */
  record Written(
      Numeral number,
      int end,
      boolean odd,
      boolean ordinal,
      boolean negative,
      Optional<Measure> measure)
      implements Found {

    static Written of(Numeral number, int end) {
      return new Written(number, end, false, false, false, Optional.empty());
    }

    Written withOrdinal() {
      return new Written(number, end, odd, true, negative, measure);
    }

    Written withSign(boolean minus) {
      return new Written(number, end, odd, ordinal, minus, measure);
    }
  }

  /** Digits, with thousands separators and decimals, or a fraction such as 1/6. */
  final class Digits {
    private static final Pattern DIGITS = Pattern.compile("(\\d+(?:,\\d+)*)(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d+");
    private static final Pattern FRACTION = Pattern.compile("(\\d+)/(\\d+)(?![\\d/])");

    private Digits() {}

    static Found at(Scan text, int from) {
      if (!Scan.digit(text.at(from))) {
        return new Nothing();
      }
      Optional<Matcher> fraction = text.matcher(from, FRACTION);
      if (fraction.isPresent()) {
        return fraction(fraction.get());
      }
      Optional<Matcher> found = text.matcher(from, DIGITS);
      if (found.isEmpty()) {
        return new Nothing();
      }
      Matcher digits = found.get();
      if (!GROUPED.matcher(digits.group(1)).matches()) {
        return new Unclear(digits.end());
      }
      return Written.of(numeral(new BigDecimal(digits.group().replace(",", ""))), digits.end());
    }

    private static Found fraction(Matcher found) {
      BigDecimal under = new BigDecimal(found.group(2));
      return under.signum() == 0
          ? new Unclear(found.end())
          : Written.of(
              Numeral.fraction(Fraction.of(new BigDecimal(found.group(1)), under)), found.end());
    }

    static Numeral numeral(BigDecimal number) {
      BigDecimal stripped = number.signum() == 0 ? number : number.stripTrailingZeros();
      return new Numeral(
          Fraction.of(number),
          Fraction.of(BigDecimal.ONE.movePointLeft(number.scale())),
          Fraction.of(BigDecimal.ONE.movePointLeft(stripped.scale())),
          false);
    }
  }
}
