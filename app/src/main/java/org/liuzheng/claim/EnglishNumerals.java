package org.liuzheng.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.words.Lang;

/** English numbers, in digits or in words, with ordinals and simple fractions. */
final class EnglishNumerals implements Numerals {
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern ORDINAL_END = Pattern.compile("(?:st|nd|rd|th)(?![a-z])");

  private final Lexicon lexicon = Lexicon.of(Lang.EN);
  private final Map<String, Long> words = lexicon.numbers().words();
  private final Map<String, Long> ordinals = lexicon.numbers().ordinals();
  private final Map<String, Long> scales = lexicon.numbers().scales();
  private final Map<String, Long> parts = lexicon.numbers().parts();
  private final String hundred = lexicon.sign("hundred");

  /** A word of the text; {@code joined} when a hyphen stands before it. */
  private record Word(String word, int end, boolean joined) {}

  @Override
  public Found at(Scan text, int from, boolean bare) {
    if (Scan.latin(text.at(from - 1)) || Scan.digit(text.at(from - 1))) {
      return new Nothing();
    }
    if (text.at(from) == '-' && Scan.digit(text.at(from + 1))) {
      return negative(digits(text, from + 1));
    }
    String minus = text.longest(from, lexicon.signs().getOrDefault("minus", List.of()));
    if (!minus.isEmpty()) {
      return negative(at(text, text.spaces(from + minus.length()), bare));
    }
    return Scan.digit(text.at(from)) ? digits(text, from) : spelled(text, from, bare);
  }

  private static Found negative(Found found) {
    return found instanceof Written w ? w.withSign(true) : found;
  }

  private Found digits(Scan text, int from) {
    Found found = Digits.at(text, from);
    if (!(found instanceof Written w)) {
      return found;
    }
    Optional<Matcher> ordinal = text.matcher(w.end(), ORDINAL_END);
    if (ordinal.isPresent()) {
      return Written.of(w.number(), ordinal.get().end()).withOrdinal();
    }
    Numeral number = w.number();
    int end = w.end();
    Optional<Word> word = next(text, end);
    while (word.isPresent() && multiplier(word.get().word()) > 1) {
      number = number.of(multiplier(word.get().word()));
      end = word.get().end();
      word = next(text, end);
    }
    return Written.of(number, end);
  }

  private long multiplier(String word) {
    return word.equals(hundred) ? 100 : scales.getOrDefault(word, 1L);
  }

  private Found spelled(Scan text, int from, boolean bare) {
    Optional<Word> first = word(text, from, false);
    if (first.isEmpty()) {
      return new Nothing();
    }
    Word word = first.get();
    if (word.word().equals(lexicon.sign("half"))) {
      return Written.of(Numeral.fraction(Fraction.parse("1/2")), word.end());
    }
    if (ordinals.containsKey(word.word())) {
      return Written.of(Numeral.whole(ordinals.getOrDefault(word.word(), 0L)), word.end())
          .withOrdinal();
    }
    boolean article = word.word().equals(lexicon.sign("article"));
    if (!words.containsKey(word.word()) && !article && !(bare && multiplier(word.word()) > 1)) {
      return new Nothing();
    }
    return new Sum(text, article ? from + word.word().length() : from, article || bare).read();
  }

  private Optional<Word> next(Scan text, int from) {
    boolean joined = text.at(from) == '-';
    int at = joined ? from + 1 : text.spaces(from);
    return at == from ? Optional.empty() : word(text, at, joined);
  }

  private static Optional<Word> word(Scan text, int at, boolean joined) {
    return text.matcher(at, WORD).map(m -> new Word(m.group(), m.end(), joined));
  }

  /** A number in words, read word by word: "one thousand seven hundred and nine". */
  private final class Sum {
    private final Scan text;
    private final boolean article;
    private long total;
    private long current;
    private long lastScale = Long.MAX_VALUE;
    private boolean any;
    private int end;

    Sum(Scan text, int from, boolean article) {
      this.text = text;
      this.article = article;
      this.end = from;
    }

    Found read() {
      Optional<Word> word =
          article && text.at(end) == ' ' ? next(text, end) : word(text, end, false);
      while (word.isPresent()) {
        Word w = word.get();
        Optional<Found> finished = finished(w);
        if (finished.isPresent()) {
          return finished.get();
        }
        if (w.word().equals(lexicon.sign("and"))) {
          Optional<Word> after = next(text, w.end());
          if (!any
              || current % 100 != 0
              || after.filter(a -> words.containsKey(a.word())).isEmpty()) {
            break;
          }
          word = after;
          continue;
        }
        if (!take(w)) {
          break;
        }
        word = next(text, end);
      }
      return any ? Written.of(number(), end) : new Nothing();
    }

    /** The part of a fraction or the ordinal that ends the number. */
    private Optional<Found> finished(Word w) {
      long value = total + current;
      boolean one = !any && article;
      Long ordinal = ordinals.get(w.word());
      if (any && ordinal != null && ordinal < 10 && value % 100 >= 20 && value % 10 == 0) {
        return Optional.of(Written.of(Numeral.whole(value + ordinal), w.end()).withOrdinal());
      }
      Long part = parts.get(w.word());
      if (part != null && (one || any && value > 0 && value < part) && isPart(w)) {
        return Optional.of(
            Written.of(
                Numeral.fraction(Fraction.of(one ? 1 : value).over(Fraction.of(part))), w.end()));
      }
      return Optional.empty();
    }

    /** Three quarters may be nine months; joined by a hyphen or followed by "of" it is a share. */
    private boolean isPart(Word w) {
      return w.joined()
          || text.has(text.spaces(w.end()), "of")
          || !lexicon.signs().getOrDefault("parts_only_joined", List.of()).contains(w.word());
    }

    private boolean take(Word w) {
      Long small = words.get(w.word());
      if (small != null) {
        boolean fits =
            !any
                || current % 100 == 0 && (current != 0 || lastScale != Long.MAX_VALUE)
                || current % 100 >= 20 && current % 10 == 0 && small > 0 && small < 10;
        current += fits ? small : 0;
        return fits && taken(w);
      }
      if (w.word().equals(hundred) && (any ? current > 0 && current < 100 : article)) {
        current = (any ? current : 1) * 100;
        return taken(w);
      }
      Long scale = scales.get(w.word());
      if (scale != null && scale < lastScale && (any ? current > 0 : article)) {
        total += (any ? current : 1) * scale;
        current = 0;
        lastScale = scale;
        return taken(w);
      }
      return false;
    }

    private boolean taken(Word w) {
      any = true;
      end = w.end();
      return true;
    }

    private Numeral number() {
      Numeral whole = Numeral.whole(total + current);
      boolean round = current == 0 && lastScale != Long.MAX_VALUE;
      return round
          ? new Numeral(whole.value(), Fraction.of(lastScale), whole.step(), false)
          : whole;
    }
  }
}
