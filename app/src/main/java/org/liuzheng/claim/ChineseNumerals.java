package org.liuzheng.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.liuzheng.words.Lang;

/**
 * Chinese numbers, in characters, in digits or mixed. A number is a sum of terms, each a
 * coefficient below ten thousand times ten thousand or a hundred million. What people read in two
 * ways, such as a last digit whose place is left out, is unclear rather than guessed.
 */
final class ChineseNumerals implements Numerals {
  private static final long MYRIAD = 10_000;
  private static final long MYRIADS = 100_000_000;
  private static final int SHORTEST_SPELLED = 4;

  private final Lexicon lexicon = Lexicon.of(Lang.ZH);
  private final Map<String, Long> digits = lexicon.numbers().words();
  private final Map<String, Long> places = lexicon.numbers().places();
  private final Map<String, Long> scales = lexicon.numbers().scales();
  private final String parts = lexicon.sign("parts");

  @Override
  public Found at(Scan text, int from, boolean bare) {
    String half = text.longest(from, lexicon.signs().getOrDefault("half", List.of()));
    if (!half.isEmpty()) {
      return Written.of(Numeral.fraction(Fraction.parse("1/2")), from + half.length());
    }
    int minus = minus(text, from);
    boolean ordinal = text.has(from + minus, lexicon.sign("ordinal"));
    int start = from + minus + (ordinal ? lexicon.sign("ordinal").length() : 0);
    Found found = share(text, start).orElseGet(() -> sum(text, start, bare));
    return switch (found) {
      case Written w when ordinal -> w.withOrdinal().withSign(minus > 0);
      case Written w -> w.withSign(minus > 0);
      case Unclear u -> u;
      case Nothing n -> n;
    };
  }

  private int minus(Scan text, int from) {
    if (text.at(from) == '-' && Scan.digit(text.at(from + 1)) && !Scan.digit(text.at(from - 1))) {
      return 1;
    }
    String word = text.longest(from, lexicon.signs().getOrDefault("minus", List.of()));
    boolean signs = !word.isEmpty() && sum(text, from + word.length(), false) instanceof Written;
    return signs ? word.length() : 0;
  }

  /** A fraction or a percentage, said as "of n parts m". */
  private Optional<Found> share(Scan text, int from) {
    Found under = sum(text, from, true);
    if (!(under instanceof Written of) || !text.has(of.end(), parts)) {
      return Optional.empty();
    }
    Found over = sum(text, of.end() + parts.length(), false);
    if (!(over instanceof Written many) || of.number().value().signum() == 0) {
      return Optional.of(new Unclear(of.end() + parts.length()));
    }
    Fraction one = Fraction.ONE.over(of.number().value());
    boolean spoken = of.end() == from + 1 && !Scan.digit(text.at(from)) && !digit(text, from);
    if (spoken && of.number().value().compareTo(Fraction.of(100)) >= 0) {
      return Optional.of(
          new Written(
              many.number(),
              many.end(),
              many.odd(),
              false,
              false,
              Optional.of(
                  new Measure(Measure.RATIO, one, 1, text.between(from, of.end()) + parts))));
    }
    return Optional.of(Written.of(Numeral.fraction(many.number().value().times(one)), many.end()));
  }

  private Found sum(Scan text, int from, boolean bare) {
    Optional<Written> total = Optional.empty();
    long lastScale = Long.MAX_VALUE;
    int at = from;
    while (true) {
      boolean zero = total.isPresent() && isZero(text, at);
      Found next = coefficient(text, zero ? at + 1 : at, bare && total.isEmpty());
      if (next instanceof Unclear) {
        return next;
      }
      if (!(next instanceof Written term)) {
        return zero ? new Unclear(at + 1) : total.<Found>map(t -> t).orElseGet(Nothing::new);
      }
      boolean odd = oddBeforeScale(text, term.end());
      Scaled scaled = scale(text, term.end() + (odd ? 1 : 0));
      if (total.isPresent() && scaled.by() == 1 && !zero && tooSmall(text, at, term, lastScale)) {
        return new Unclear(scaled.end());
      }
      Optional<Numeral> added = add(total, term.number(), scaled.by(), lastScale);
      if (added.isEmpty()) {
        return new Unclear(scaled.end());
      }
      total =
          Optional.of(new Written(added.get(), scaled.end(), odd, false, false, Optional.empty()));
      if (scaled.by() == 1 || odd) {
        return total.get();
      }
      lastScale = scaled.by();
      at = scaled.end();
    }
  }

  /**
   * @param by product of the scale words found, 1 for none
   */
  private record Scaled(long by, int end) {}

  private Scaled scale(Scan text, int from) {
    long by = 1;
    int at = from;
    OptionalLong next = value(scales, text, at);
    while (next.isPresent() && by < MYRIADS) {
      by *= next.getAsLong();
      at++;
      next = value(scales, text, at);
    }
    return new Scaled(by, at);
  }

  private static Optional<Numeral> add(
      Optional<Written> total, Numeral term, long scale, long lastScale) {
    if (total.isEmpty()) {
      return Optional.of(term.of(scale));
    }
    Numeral before = total.get().number();
    if (scale == MYRIADS && lastScale == MYRIAD) {
      return Optional.of(before.and(term).of(MYRIADS));
    }
    boolean fits =
        scale < lastScale
            && term.value().times(Fraction.of(scale)).compareTo(Fraction.of(lastScale)) < 0;
    return fits ? Optional.of(before.and(term.of(scale))) : Optional.empty();
  }

  /** A last digit without its place, as in "ten thousand two": two, or two thousand? */
  private boolean tooSmall(Scan text, int at, Written term, long lastScale) {
    boolean plain = Scan.digit(text.at(at)) || term.end() == at + 1;
    return plain && term.number().value().compareTo(Fraction.of(lastScale / 10)) < 0;
  }

  private boolean oddBeforeScale(Scan text, int at) {
    return odd(text, at) && value(scales, text, at + 1).isPresent();
  }

  private boolean odd(Scan text, int at) {
    return lexicon
            .words()
            .after()
            .get(text.between(Math.min(at, text.length()), Math.min(at + 1, text.length())))
        == Bound.ODD;
  }

  /** A number below ten thousand, with decimals. */
  private Found coefficient(Scan text, int from, boolean bare) {
    Found arabic = Digits.at(text, from);
    if (arabic instanceof Written w) {
      OptionalLong place = value(places, text, w.end());
      return place.isPresent() && place.getAsLong() > 10
          ? Written.of(w.number().of(place.getAsLong()), w.end() + 1)
          : w;
    }
    if (arabic instanceof Unclear) {
      return arabic;
    }
    Optional<Found> spelled = spelled(text, from);
    Found whole = spelled.orElseGet(() -> group(text, from, bare));
    return whole instanceof Written w ? decimals(text, w) : whole;
  }

  /**
   * Digit after digit, as a year is written; two digits side by side mean "about three or four".
   */
  private Optional<Found> spelled(Scan text, int from) {
    int end = from;
    boolean zero = false;
    StringBuilder number = new StringBuilder();
    while (digit(text, end)) {
      zero |= isZero(text, end);
      number.append(value(digits, text, end).orElseThrow());
      end++;
    }
    if (end - from < 2) {
      return Optional.empty();
    }
    boolean place = value(places, text, end).isPresent();
    boolean sure = !place && (zero || end - from >= SHORTEST_SPELLED) && end - from <= 18;
    return Optional.of(
        sure
            ? Written.of(Numeral.whole(Long.parseLong(number.toString())), end)
            : new Unclear(end));
  }

  /** Characters with their places, thousands to ones. */
  private Found group(Scan text, int from, boolean bare) {
    if (isZero(text, from)) {
      return Written.of(Numeral.whole(0), from + 1);
    }
    boolean one = bareHere(text, from, bare);
    Group group = new Group(text, from, one);
    Found read = group.read();
    return read instanceof Nothing && one && value(scales, text, from).isPresent()
        ? Written.of(Numeral.whole(1), from)
        : read;
  }

  /** The reading of one number below ten thousand, from its highest place down. */
  private final class Group {
    private final Scan text;
    private final int from;
    private final boolean bare;
    private int at;
    private long sum;
    private long lastPlace = MYRIAD;
    private boolean zero;

    /**
     * @param bare whether a hundred or a thousand may stand for one of them
     */
    Group(Scan text, int from, boolean bare) {
      this.text = text;
      this.from = from;
      this.bare = bare;
      this.at = from;
    }

    Found read() {
      while (true) {
        OptionalLong digit = value(digits, text, at);
        OptionalLong place = value(places, text, digit.isPresent() ? at + 1 : at);
        if (digit.isPresent() && digit.getAsLong() == 0) {
          if (zero || !digit(text, at + 1) && value(places, text, at + 1).isEmpty()) {
            return new Unclear(at + 1);
          }
          zero = true;
          at++;
        } else if (digit.isPresent() && place.isPresent()) {
          if (place.getAsLong() >= lastPlace) {
            return new Unclear(at + 2);
          }
          add(digit.getAsLong(), place.getAsLong(), 2);
        } else if (digit.isPresent()) {
          return last(digit.getAsLong());
        } else if (place.isPresent() && standsForOne(place.getAsLong())) {
          add(1, place.getAsLong(), 1);
        } else {
          return at == from ? new Nothing() : Written.of(Numeral.whole(sum), at);
        }
      }
    }

    private void add(long digit, long place, int length) {
      sum += digit * place;
      lastPlace = place;
      zero = false;
      at += length;
    }

    /** Ten needs no one before it. */
    private boolean standsForOne(long place) {
      return place < lastPlace && (place == 10 || at == from && bare);
    }

    /**
     * A digit without a place is ones, which must be clear from the tens or from a zero before it.
     */
    private Found last(long digit) {
      boolean ones = at == from || lastPlace == 10 || zero;
      return ones && !digit(text, at + 1)
          ? Written.of(Numeral.whole(sum + digit), at + 1)
          : new Unclear(at + 1);
    }
  }

  /** Hundred for one hundred: after a bound, before "parts", or before "odd". */
  private boolean bareHere(Scan text, int at, boolean bare) {
    return bare || odd(text, at + 1);
  }

  private Found decimals(Scan text, Written whole) {
    String point = lexicon.sign("point");
    int at = whole.end() + point.length();
    if (!text.has(whole.end(), point) || !digit(text, at)) {
      return whole;
    }
    StringBuilder decimals = new StringBuilder();
    while (digit(text, at)) {
      decimals.append(value(digits, text, at).orElseThrow());
      at++;
    }
    return Written.of(
        Digits.numeral(new BigDecimal(whole.number().value().numerator() + "." + decimals)), at);
  }

  private boolean digit(Scan text, int at) {
    return value(digits, text, at).isPresent();
  }

  private boolean isZero(Scan text, int at) {
    OptionalLong digit = value(digits, text, at);
    return digit.isPresent() && digit.getAsLong() == 0;
  }

  private static OptionalLong value(Map<String, Long> words, Scan text, int at) {
    Long value = words.get(String.valueOf(text.at(at)));
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
