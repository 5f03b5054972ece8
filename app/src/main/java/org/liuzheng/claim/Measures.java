package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Period;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/** Units of measure: what a figure's unit is, and the unit that stands at a place of a text. */
final class Measures {
  private static final Lexicon CHINESE = Lexicon.of(Lang.ZH);

  private Measures() {}

  /**
   * @param end the place after the unit
   */
  record Met(Measure measure, int end) {}

  /** The unit as a definition writes it; one that the lexicon lacks is a dimension of its own. */
  static Measure of(Text unit) {
    String word = unit.zh().strip();
    if (word.isEmpty()) {
      return Measure.NONE;
    }
    long scale = 1;
    int at = 0;
    while (at < word.length() && scaleOf(word.charAt(at)) > 1) {
      scale *= scaleOf(word.charAt(at));
      at++;
    }
    String rest = word.substring(at);
    for (Lexicon.Unit known : CHINESE.units()) {
      if (known.words().contains(rest)) {
        return new Measure(known.dimension(), known.worth(), scale, word);
      }
    }
    return rest.isEmpty()
        ? new Measure("any", Fraction.ONE, scale, word)
        : new Measure("own " + rest, Fraction.ONE, scale, word);
  }

  /** How long the points of a streak are. */
  static Measure of(Period.Kind kind) {
    return switch (kind) {
      case YEAR -> new Measure(Measure.MONTH, Fraction.of(12), 1, "");
      case QUARTER -> new Measure(Measure.MONTH, Fraction.of(3), 1, "");
      case MONTH -> new Measure(Measure.MONTH, Fraction.ONE, 1, "");
      case DAY -> new Measure(Measure.DAY, Fraction.ONE, 1, "");
    };
  }

  private static long scaleOf(char word) {
    Map<String, Long> scales = CHINESE.numbers().scales();
    Map<String, Long> places = CHINESE.numbers().places();
    String w = String.valueOf(word);
    return scales.getOrDefault(w, places.getOrDefault(w, 1L));
  }

  /** The longest unit that stands here, the figure's own one included. */
  static Optional<Met> at(Scan text, int from, Lang lang, Text figuresUnit) {
    Optional<Met> found = Optional.empty();
    int longest = 0;
    for (Lexicon.Unit unit : Lexicon.of(lang).units()) {
      String word = text.longest(from, unit.words());
      if (word.length() > longest) {
        longest = word.length();
        found = Optional.of(new Met(unit.measure(word), from + word.length()));
      }
    }
    for (String own : own(lang, figuresUnit)) {
      Measure measure = of(figuresUnit);
      if (own.length() > longest && text.has(from, own)) {
        longest = own.length();
        found =
            Optional.of(
                new Met(
                    // English has the scale in the unit's words, not in the number.
                    new Measure(
                        measure.dimension(),
                        measure.worth(),
                        lang == Lang.EN ? measure.scale() : 1,
                        own),
                    from + own.length()));
      }
    }
    return found;
  }

  /** A unit that stands before the number, as in {@code RMB 5 billion}. */
  static Optional<Met> inFront(Scan text, int from, Lang lang) {
    for (Lexicon.Unit unit : Lexicon.of(lang).units()) {
      String word = text.longest(from, unit.front());
      if (!word.isEmpty()) {
        return Optional.of(new Met(unit.measure(word), from + word.length()));
      }
    }
    return Optional.empty();
  }

  /** The figure's unit without its scale, which belongs to the number. */
  private static List<String> own(Lang lang, Text figuresUnit) {
    String word = figuresUnit.in(lang).strip();
    List<String> own = new ArrayList<>();
    switch (lang) {
      case ZH -> {
        int at = 0;
        while (at < word.length() && scaleOf(word.charAt(at)) > 1) {
          at++;
        }
        own.add(word.substring(at));
      }
      case EN -> {
        own.add(word);
        own.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s");
      }
    }
    own.removeIf(String::isBlank);
    return word.isEmpty() ? List.of() : own;
  }
}
