package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Reads the words of a claim from left to right: the longest word known to the lexicon, or a
 * number, at each place; anything else is a label and changes nothing. A bound counts only when it
 * touches its number.
 */
final class PhraseReader {
  private final Lang lang;
  private final Lexicon lexicon;
  private final Numerals numerals;
  private final Text figuresUnit;
  private final Scan text;
  private final List<Numerals.Written> numbers = new ArrayList<>();
  private final List<Bound> bounds = new ArrayList<>();
  private Optional<Measure> measure = Optional.empty();
  private Optional<Text> unclear = Optional.empty();
  private Optional<String> apart = Optional.empty();
  private boolean touching;
  private boolean afterUnit;
  private boolean first;
  private boolean universal;
  private boolean falling;

  private PhraseReader(Lang lang, String words, Text figuresUnit) {
    this.lang = lang;
    this.lexicon = Lexicon.of(lang);
    this.numerals = Numerals.in(lang);
    this.figuresUnit = figuresUnit;
    this.text = new Scan(words);
  }

  /**
   * @param before the text directly before the words, {@code after} the one directly after them: a
   *     bound or "down" that touches the brackets is read with them
   * @param figuresUnit the unit of the figure, which the words may use too
   */
  static Said read(Lang lang, String before, String words, String after, Text figuresUnit) {
    if (words.isBlank()) {
      return new Said.Blank();
    }
    PhraseReader reader = new PhraseReader(lang, words, figuresUnit);
    int at = 0;
    while (!reader.text.ends(at)) {
      at = reader.step(at);
    }
    reader.around(new Scan(before), new Scan(after));
    return reader.said(words.strip());
  }

  private int step(int at) {
    if (text.at(at) == ' ' || text.at(at) == '\n') {
      return at + 1;
    }
    if (!numbers.isEmpty()) {
      int behind = behind(at);
      if (behind > at) {
        return behind;
      }
    }
    int label = label(at);
    int date = text.matched(at, lexicon.dates());
    int skip = Math.max(label, Scan.digit(text.at(at - 1)) ? at : date);
    Numerals.Found found = afterLatin(at) ? new Numerals.Nothing() : numerals.at(text, at, false);
    int bound = bound(at, skip);
    if (bound > at) {
      return bound;
    }
    return switch (found) {
      case Numerals.Written w when w.end() > skip -> number(w, Bound.EXACT);
      case Numerals.Unclear u when u.end() > skip -> {
        unclear =
            Optional.of(
                Words.text(
                    "claim.numeral_unclear", text.between(at, Math.min(u.end(), text.length()))));
        yield u.end();
      }
      case Numerals.Written w -> words(at, skip);
      case Numerals.Unclear u -> words(at, skip);
      case Numerals.Nothing n -> words(at, skip);
    };
  }

  private boolean afterLatin(int at) {
    return Scan.digit(text.at(at)) && Scan.latin(text.at(at - 1));
  }

  private int label(int at) {
    return at + text.longest(at, lexicon.words().idioms()).length();
  }

  /** A bound and the number it touches. */
  private int bound(int at, int skip) {
    String word = text.longest(at, lexicon.words().before().keySet());
    Bound bound = lexicon.words().before().get(word);
    if (bound == null || at + word.length() <= skip) {
      return at;
    }
    int next = text.spaces(at + word.length());
    String between = text.longest(next, lexicon.words().between());
    next = text.spaces(next + between.length());
    Optional<Measures.Met> front = Measures.inFront(text, next, lang);
    int start = front.map(f -> text.spaces(f.end())).orElse(next);
    if (!(numerals.at(text, start, true) instanceof Numerals.Written w)) {
      return at;
    }
    front.ifPresent(f -> measure = Optional.of(f.measure()));
    return number(w, bound);
  }

  private int number(Numerals.Written written, Bound bound) {
    boolean isFirst = written.ordinal() && written.number().value().equals(Fraction.ONE);
    if (isFirst && bound == Bound.EXACT) {
      first = true;
      return written.end();
    }
    numbers.add(written);
    bounds.add(bound);
    if (written.odd()) {
      bounds.add(Bound.ODD);
    }
    measure = written.measure().or(() -> measure);
    touching = true;
    return written.end();
  }

  /** A unit or a bound behind the number. */
  private int behind(int at) {
    boolean joined = text.at(at) == '-';
    Map<String, Bound> known = new HashMap<>(lexicon.words().after());
    if (afterUnit) {
      known.values().removeIf(b -> b == Bound.ODD);
      known.putAll(lexicon.words().afterUnit());
    }
    String word = text.longest(joined ? at + 1 : at, known.keySet());
    Bound bound = known.get(word);
    boolean near = touching || lang == Lang.EN;
    if (bound != null && near) {
      bounds.add(bound);
      return at + (joined ? 1 : 0) + word.length();
    }
    if (measure.isEmpty() && near) {
      Optional<Measures.Met> unit = Measures.at(text, at, lang, figuresUnit);
      if (unit.isPresent()) {
        measure = Optional.of(unit.get().measure());
        afterUnit = true;
        return unit.get().end();
      }
    }
    return at;
  }

  /** Words that are neither number nor bound. */
  private int words(int at, int skip) {
    Optional<Measures.Met> front = Measures.inFront(text, at, lang);
    if (front.isPresent()) {
      measure = measure.or(() -> Optional.of(front.get().measure()));
      return front.get().end();
    }
    touching = false;
    String bound = text.longest(at, lexicon.words().mustTouch());
    if (!bound.isEmpty() && at + bound.length() > skip) {
      apart = Optional.of(bound);
    }
    Map<String, Runnable> found = new HashMap<>();
    found.put(text.longest(at, lexicon.words().universal()), () -> universal = true);
    found.put(text.longest(at, lexicon.words().down()), () -> falling = true);
    found.put(text.longest(at, lexicon.words().first()), () -> first = true);
    String longest = found.keySet().stream().max(Comparator.comparing(String::length)).orElse("");
    if (longest.isEmpty() || at + longest.length() < skip) {
      return Math.max(at + 1, skip);
    }
    Optional.ofNullable(found.get(longest)).ifPresent(Runnable::run);
    return at + longest.length();
  }

  private void around(Scan before, Scan after) {
    falling |=
        !before.ending(lexicon.words().downAround()).isEmpty()
            || !after.starting(lexicon.words().downAround()).isEmpty();
    if (numbers.size() == 1 && bounds.equals(List.of(Bound.EXACT))) {
      Map<String, Bound> leading = touching(lexicon.words().before());
      Map<String, Bound> trailing = touching(lexicon.words().after());
      Bound bound =
          leading.getOrDefault(
              before.ending(leading.keySet()),
              trailing.getOrDefault(after.starting(trailing.keySet()), Bound.EXACT));
      bounds.set(0, bound);
    }
  }

  private Map<String, Bound> touching(Map<String, Bound> words) {
    Map<String, Bound> touching = new HashMap<>(words);
    touching.keySet().retainAll(lexicon.around());
    return touching;
  }

  private Said said(String words) {
    if (unclear.isPresent()) {
      return new Said.Unreadable(unclear.get());
    }
    if (numbers.size() > 1) {
      return new Said.Unreadable(Words.text("claim.two_numbers", words));
    }
    if (numbers.isEmpty()) {
      return first
          ? new Said.Amount(Numeral.whole(1), Bound.EXACT, false, falling, measure)
          : universal ? new Said.All() : new Said.Silent();
    }
    if (apart.isPresent()) {
      return new Said.Unreadable(Words.text("claim.bound_apart", words, apart.get()));
    }
    List<Bound> stated = bounds.stream().filter(b -> b != Bound.EXACT).distinct().toList();
    if (stated.size() > 1) {
      return new Said.Unreadable(Words.text("claim.two_bounds", words));
    }
    Numerals.Written number = numbers.getFirst();
    return new Said.Amount(
        number.number(),
        stated.isEmpty() ? Bound.EXACT : stated.getFirst(),
        number.negative(),
        falling,
        measure);
  }
}
