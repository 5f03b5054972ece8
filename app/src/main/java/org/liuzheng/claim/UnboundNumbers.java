package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuzheng.claim.Claims.Piece;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/**
 * Finds the numbers in running text that no claim speaks for. Digits are numbers unless they are
 * part of a date, of an order or of a name; a number in words is one only where a unit or a
 * fraction follows, because words for numbers also stand in names and idioms.
 */
final class UnboundNumbers {
  private static final Text NO_UNIT = Text.same("");

  private final Lang lang;
  private final Lexicon lexicon;
  private final Numerals numerals;
  private final String text;
  private final Scan scan;
  private final boolean places;
  private final List<Span> spans = new ArrayList<>();

  /**
   * @param places whether a place in an order is a number too
   */
  private UnboundNumbers(String text, Lang lang, boolean places) {
    this.places = places;
    this.lang = lang;
    this.lexicon = Lexicon.of(lang);
    this.numerals = Numerals.in(lang);
    this.text = text;
    this.scan = new Scan(text);
  }

  /**
   * @param start whether a heading or an item starts here, whose own number orders it
   */
  static List<Piece> in(String text, Lang lang, boolean start) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : new UnboundNumbers(text, lang, false).spans(start)) {
      plain(text.substring(at, span.from())).ifPresent(pieces::add);
      pieces.add(new Piece.Unbound(text.substring(span.from(), span.to())));
      at = span.to();
    }
    plain(text.substring(at)).ifPresent(pieces::add);
    return pieces;
  }

  private static Optional<Piece> plain(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Piece.Plain(text));
  }

  /**
   * A number at its place.
   *
   * @param to behind its last character
   */
  record Span(int from, int to) {}

  /** The numbers of a line, and its places in an order, such as third. */
  static List<Span> withPlaces(String text, Lang lang) {
    return new UnboundNumbers(text, lang, true).spans(true);
  }

  private List<Span> spans(boolean start) {
    int at = start ? scan.matched(0, lexicon.heads()) : 0;
    while (!scan.ends(at)) {
      at = step(at);
    }
    return spans;
  }

  private int step(int at) {
    int named = at + scan.longest(at, lexicon.words().idioms()).length();
    if (!Scan.digit(scan.at(at - 1))) {
      named = Math.max(named, scan.matched(at, lexicon.dates()));
      named = Math.max(named, scan.matched(at, lexicon.years()));
      named = Math.max(named, scan.matched(at, lexicon.order()));
    }
    if (!(numerals.at(scan, at, false) instanceof Numerals.Written written)
        || written.end() <= named) {
      return Math.max(named, at + 1);
    }
    int end = end(written);
    if (Scan.digit(scan.at(at)) ? partOfName(at, written.end()) : !counts(at, written, end)) {
      return written.end();
    }
    spans.add(new Span(at, end));
    return end;
  }

  /** The end of the number with its unit. */
  private int end(Numerals.Written written) {
    int at = written.end();
    String odd =
        lexicon.words().after().get(String.valueOf(scan.at(at))) == Bound.ODD
            ? String.valueOf(scan.at(at))
            : "";
    at += odd.length();
    int unit = lang == Lang.EN ? scan.spaces(at) : at;
    return Measures.at(scan, unit, lang, NO_UNIT).map(Measures.Met::end).orElse(at);
  }

  private boolean partOfName(int at, int end) {
    boolean behind =
        Scan.latin(scan.at(at - 1)) || scan.at(at - 1) == '-' && Scan.latin(scan.at(at - 2));
    boolean ahead = Scan.latin(scan.at(end)) && Measures.at(scan, end, lang, NO_UNIT).isEmpty();
    return behind || ahead;
  }

  /** One thing is rarely a number; a number in words needs a unit or to be a share. */
  private boolean counts(int at, Numerals.Written written, int end) {
    boolean one = written.number().value().equals(Fraction.ONE);
    if (places && written.ordinal() && (placed(at, written.end()) || lasts(written, end))) {
      return true;
    }
    boolean share = written.number().fraction() || written.measure().isPresent();
    boolean joined = lang == Lang.EN && scan.at(written.end()) == '-';
    boolean plainWord = lang == Lang.EN && !written.ordinal();
    return share || !one && !joined && !written.ordinal() && (end > written.end() || plainWord);
  }

  /** Whether what stands around an ordinal makes it a place. */
  private boolean placed(int at, int end) {
    return !new Scan(text.substring(0, at)).ending(lexicon.words().placedBy()).isEmpty()
        || !new Scan(text.substring(end)).starting(lexicon.words().places()).isEmpty();
  }

  /** An ordinal of a span of time, such as the fourth year, says how long. */
  private boolean lasts(Numerals.Written written, int end) {
    return lang == Lang.ZH
        && end > written.end()
        && Measures.at(scan, written.end(), lang, NO_UNIT)
            .filter(m -> m.measure().is(Measure.MONTH))
            .isPresent();
  }
}
