package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.claim.Meant.Sense;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/**
 * The places of a text that say something: first what a report of the district claims in these very
 * words, then names with a number in them, dates, numbers, and words that claim without a number.
 */
final class Marks {
  /** How much what stands around must be as in the report. */
  private static final double AROUND = 0.6;

  private final List<String> lines;
  private final Lang lang;
  private final Meant meant;
  private final Map<Integer, List<Mark>> found = new LinkedHashMap<>();

  Marks(List<String> lines, Lang lang, Meant meant) {
    this.lines = lines;
    this.lang = lang;
    this.meant = meant;
    for (int i = 0; i < lines.size(); i++) {
      found.put(i, new ArrayList<>());
    }
    reportsOwn();
    for (int i = 0; i < lines.size(); i++) {
      names(i);
      dates(i);
      numbers(i);
      sayings(i);
      marks(i).sort(Comparator.comparing(m -> m.at().from()));
    }
  }

  /** Something that is said, at its place in its line. */
  sealed interface Mark {
    UnboundNumbers.Span at();
  }

  /** What a report claims in these very words. */
  record OwnWords(UnboundNumbers.Span at, Sense sense) implements Mark {}

  /**
   * A name with a number in it.
   *
   * @param report whose name it is
   */
  record Name(UnboundNumbers.Span at, Text report) implements Mark {}

  record Day(UnboundNumbers.Span at, SaidDate date) implements Mark {}

  record Number(UnboundNumbers.Span at) implements Mark {}

  /** Words that claim without a number. */
  record Phrase(UnboundNumbers.Span at, Set<Kind> kinds) implements Mark {}

  /** In the order of the line. */
  List<Mark> of(int line) {
    return List.copyOf(marks(line));
  }

  private List<Mark> marks(int line) {
    return found.computeIfAbsent(line, l -> new ArrayList<>());
  }

  private boolean free(int line, UnboundNumbers.Span span) {
    return marks(line).stream()
        .allMatch(m -> m.at().to() <= span.from() || m.at().from() >= span.to());
  }

  private void put(int line, Mark mark) {
    if (free(line, mark.at())) {
      marks(line).add(mark);
    }
  }

  private record Place(Sense sense, int line, UnboundNumbers.Span at, double likely) {}

  /** Each claim once, where the text around is most like that of the report. */
  private void reportsOwn() {
    List<Place> places = new ArrayList<>();
    for (Sense sense : meant.all()) {
      if (sense.said() && !sense.spoken().isEmpty()) {
        for (int i = 0; i < lines.size(); i++) {
          String line = lines.get(i);
          for (UnboundNumbers.Span at : all(line, sense.spoken())) {
            double likely =
                meant.likely(
                    meant.context(line.substring(0, at.from()), line.substring(at.to())), sense);
            if (likely >= AROUND) {
              places.add(new Place(sense, i, at, likely));
            }
          }
        }
      }
    }
    places.sort(
        Comparator.comparing(Place::likely)
            .thenComparing(p -> p.sense().spoken().length())
            .reversed());
    Set<String> taken = new HashSet<>();
    for (Place place : places) {
      if (free(place.line(), place.at()) && taken.add(place.sense().target())) {
        put(place.line(), new OwnWords(place.at(), place.sense()));
      }
    }
  }

  /** Where the words stand, and are not a part of a longer number or word. */
  private static List<UnboundNumbers.Span> all(String line, String words) {
    List<UnboundNumbers.Span> all = new ArrayList<>();
    for (int at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
      int end = at + words.length();
      if (!joined(line, at) && !joined(line, end)) {
        all.add(new UnboundNumbers.Span(at, end));
      }
    }
    return all;
  }

  private static boolean joined(String line, int at) {
    if (at == 0 || at == line.length()) {
      return false;
    }
    return digit(line, at - 1, -1) && digit(line, at, 1)
        || Scan.latin(line.charAt(at - 1)) && Scan.latin(line.charAt(at));
  }

  /** Whether a digit stands here, or what separates it from one that stands a step further. */
  private static boolean digit(String line, int at, int step) {
    char c = line.charAt(at);
    int next = at + step;
    boolean separates = c == '.' || c == ',';
    return Scan.digit(c)
        || separates && next >= 0 && next < line.length() && Scan.digit(line.charAt(next));
  }

  private void names(int line) {
    meant
        .names()
        .forEach((name, report) -> {
          if (!UnboundNumbers.withPlaces(name, lang).isEmpty()) {
            all(lines.get(line), name).forEach(at -> put(line, new Name(at, report)));
          }
        });
  }

  private void dates(int line) {
    SaidDate.all(lines.get(line), lang)
        .forEach(d -> put(line, new Day(new UnboundNumbers.Span(d.from(), d.to()), d.date())));
  }

  private void numbers(int line) {
    UnboundNumbers.withPlaces(lines.get(line), lang).forEach(at -> put(line, new Number(at)));
  }

  private void sayings(int line) {
    List<Phrase> said = new ArrayList<>();
    for (Lexicon.Saying saying : Lexicon.of(lang).sayings()) {
      for (Pattern pattern : saying.patterns()) {
        Matcher matcher = pattern.matcher(lines.get(line));
        while (matcher.find()) {
          said.add(
              new Phrase(new UnboundNumbers.Span(matcher.start(), matcher.end()), saying.kinds()));
        }
      }
    }
    said.sort(Comparator.comparing((Phrase p) -> p.at().to() - p.at().from()).reversed());
    said.forEach(p -> put(line, p));
  }
}
