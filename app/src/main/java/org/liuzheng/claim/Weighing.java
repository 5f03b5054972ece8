package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Examined.Candidate;
import org.liuzheng.claim.Meant.Sense;
import org.liuzheng.claim.Verdicts.Phrase;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/**
 * What a number, or words without one, may stand for: by wording, by unit and by value, in this
 * order of weight. What is wrong must still be held against what it speaks of.
 */
final class Weighing {
  /** From where on it is taken for something that agrees, and for something that does not. */
  static final double LIKELY = 0.34;

  static final double LIKELY_WRONG = 0.45;
  private static final int CANDIDATES = 6;
  private static final double POSSIBLE = 0.1;
  private static final double CERTAIN = 0.8;
  private static final double AS_LIKELY = 0.6;
  private static final double UNIT_WEIGHT = 0.1;
  private static final double VALUE_WEIGHT = 0.08;

  /** Instead of how well the unit fits. */
  private static final double MISTAKEN = 3;

  private static final Text NOTHING = Text.same("");
  private static final Pattern NEXT_WORD = Pattern.compile(" ([a-z]{3,})\\b");

  private final Figures figures;
  private final Examination what;
  private final Meant meant;
  private final Verdicts verdicts;
  private final Set<String> taken;
  private final Map<String, Value> values = new HashMap<>();

  /**
   * @param taken what the text says elsewhere in a report's own words
   */
  Weighing(Figures figures, Examination what, Meant meant, Verdicts verdicts, Set<String> taken) {
    this.figures = figures;
    this.what = what;
    this.meant = meant;
    this.verdicts = verdicts;
    this.taken = taken;
  }

  /**
   * @param likely by the wording, from 0 to 1
   */
  record Scored(Sense sense, double likely, double score) {}

  /** The likeliest that the unit fits, and those that give the value. */
  List<Scored> numbers(Phrase phrase) {
    Meant.Context context = meant.context(phrase.before(), counting(phrase) + phrase.after());
    Map<String, Said> read = new HashMap<>();
    List<Scored> all = new ArrayList<>();
    Optional<Wording.Profile> counted = counted(phrase);
    for (Sense sense : meant.all()) {
      double likely =
          counted.filter(c -> !sense.said() && sense.without(c)).isPresent()
              ? Math.min(Meant.APART, meant.likely(context, sense))
              : meant.likely(context, sense);
      if (likely >= POSSIBLE && !taken.contains(sense.target())) {
        unit(sense, phrase, read)
            .ifPresent(unit -> all.add(new Scored(sense, likely, likely + unit * UNIT_WEIGHT)));
      }
    }
    all.sort(Comparator.comparing(Scored::score).reversed());
    if (all.size() < CANDIDATES) {
      all.addAll(byValue(phrase, read));
    }
    return distinct(all);
  }

  /** English units are words that say what is counted, as in a text that has them elsewhere. */
  private String counting(Phrase phrase) {
    return what.lang() == Lang.EN ? phrase.words().replaceAll("[\\d.,]+", "") : "";
  }

  /** What an English text says that it counts, where that is no unit that the lexicon knows. */
  private Optional<Wording.Profile> counted(Phrase phrase) {
    Matcher word = NEXT_WORD.matcher(phrase.after());
    boolean bare =
        what.lang() == Lang.EN
            && phrase.said(NOTHING) instanceof Said.Amount a
            && a.measure().isEmpty()
            && !a.number().fraction();
    return bare
            && word.lookingAt()
            && !Lexicon.of(Lang.EN).words().notCounted().contains(word.group(1))
        ? Optional.of(meant.profile(word.group(1)))
        : Optional.empty();
  }

  /** The likeliest that words of these kinds may claim, also where the text says more of it. */
  List<Scored> sayings(Phrase phrase, Set<Kind> kinds) {
    Meant.Context context = meant.context(phrase.before(), phrase.after());
    List<Scored> all = new ArrayList<>();
    for (Sense sense : meant.all()) {
      double likely = meant.likely(context, sense);
      if (likely >= POSSIBLE) {
        if (kinds.contains(sense.kind())) {
          all.add(new Scored(sense, likely, likely));
        } else if (kinds.contains(Kind.MAX) && !sense.said() && likely >= LIKELY) {
          meant.as(Kind.MAX, sense).ifPresent(s -> all.add(new Scored(s, likely, likely)));
        }
      }
    }
    all.sort(Comparator.comparing(Scored::score).reversed());
    return distinct(all);
  }

  /** Figures that give just this number in this unit, however they are worded. */
  private List<Scored> byValue(Phrase phrase, Map<String, Said> read) {
    List<Scored> all = new ArrayList<>();
    for (Sense sense : plain()) {
      Definition definition = definition(sense);
      if (values().get(sense.target()) instanceof Value.Number value
          && unit(sense, phrase, read).orElse(0.0) > 0
          && read.get(definition.unit().zh()) instanceof Said.Amount amount
          && Comparison.of(amount, sense.kind(), definition, what.period())
              instanceof Comparison.Allowed allowed
          && allowed.range().contains(Shown.exact(value))) {
        all.add(new Scored(sense, 0, 0));
      }
    }
    return all;
  }

  /** Figures without a filter. */
  private List<Sense> plain() {
    return meant.all().stream()
        .filter(s -> !s.said() && s.question().filters().equals(List.of(Map.of())))
        .toList();
  }

  private Map<String, Value> values() {
    if (values.isEmpty()) {
      List<Sense> plain = plain();
      List<Value> found = figures.values(plain.stream().map(s -> ask(s.reading(), s)).toList());
      for (int i = 0; i < plain.size(); i++) {
        values.put(plain.get(i).target(), found.get(i));
      }
    }
    return values;
  }

  private Definition definition(Sense sense) {
    return figures.definition(sense.question().figure()).orElseThrow();
  }

  /** Of what asks the same only the likeliest; a claim of a report goes before its figure. */
  private static List<Scored> distinct(List<Scored> all) {
    Map<List<?>, Scored> once = new LinkedHashMap<>();
    for (Scored s : all) {
      List<Object> asks = new ArrayList<>();
      s.sense()
          .claim()
          .readings()
          .forEach(r -> asks.add(List.of(r.kind(), r.question(), r.must())));
      once.merge(
          asks,
          s,
          (best, also) ->
              also.sense().said() && also.likely() >= LIKELY
                  ? new Scored(also.sense(), best.likely(), best.score())
                  : best);
      if (once.size() >= 2 * CANDIDATES) {
        break;
      }
    }
    return List.copyOf(once.values());
  }

  /** A place in an order, which stands in names too: it is a number only where a place is meant. */
  boolean isPlace(String words) {
    Lang lang = what.lang();
    return Numerals.in(lang).at(new Scan(words), 0, false) instanceof Numerals.Written w
        && w.ordinal()
        && PhraseReader.read(lang, "", words, "", NOTHING) instanceof Said.Amount a
        && a.measure().isEmpty();
  }

  /** How well the unit fits, from 0 to 1; empty when the number cannot stand for it. */
  private Optional<Double> unit(Sense sense, Phrase phrase, Map<String, Said> read) {
    Reading reading = sense.reading();
    boolean place =
        switch (reading.kind()) {
          case RANK, ARGMAX, FIRST -> true;
          default -> false;
        };
    boolean attested =
        reading.must() instanceof Claim.Requirement.Attested a && !a.dated().isEmpty();
    if (reading.must() instanceof Claim.Requirement.Named
        || attested
        || isPlace(phrase.words()) != place) {
      return Optional.empty();
    }
    Definition definition = definition(sense);
    Said said = read.computeIfAbsent(definition.unit().zh(), u -> phrase.said(definition.unit()));
    if (!(said instanceof Said.Amount amount)
        || reading.kind().refuses(said, phrase.words()).isPresent()) {
      return Optional.empty();
    }
    if (reading.kind() == Kind.PLAN) {
      return Optional.of(0.0);
    }
    Comparison comparison =
        Comparison.of(amount, reading.kind(), definition, reading.question().period());
    if (comparison instanceof Comparison.Apart) {
      return mistaken(sense, definition, amount);
    }
    boolean same =
        amount.measure().isPresent()
            && amount.measure().get().is(Measures.of(definition.unit()).dimension());
    return Optional.of(same ? 1.0 : 0.0);
  }

  /** Percentage points written as per cent, or the other way round, where the number is right. */
  private Optional<Double> mistaken(Sense sense, Definition definition, Said.Amount amount) {
    Measure figures = Measures.of(definition.unit());
    boolean share = figures.is(Measure.RATIO) || figures.is(Measure.POINT);
    Said.Amount plain =
        new Said.Amount(
            amount.number(),
            amount.bound(),
            amount.negative(),
            amount.falling(),
            Optional.of(figures));
    return amount.measure().filter(m -> m.is(Measure.RATIO) || m.is(Measure.POINT)).isPresent()
            && share
            && Comparison.of(plain, sense.kind(), definition, sense.question().period())
                instanceof Comparison.Allowed allowed
            && this.figures.value(ask(sense.reading(), sense)) instanceof Value.Number n
            && allowed.range().contains(Shown.exact(n))
        ? Optional.of(MISTAKEN)
        : Optional.empty();
  }

  /** The best of them with what the records give, those first that agree when all else is alike. */
  List<Candidate> candidates(List<Scored> likely, Phrase phrase) {
    record Weighed(Candidate candidate, double score) {}

    return likely.stream()
        .filter(s -> tells(s.sense()))
        .limit(CANDIDATES)
        .map(s -> {
          Candidate candidate = candidate(s.sense(), phrase);
          return new Weighed(candidate, s.score() + (candidate.holds() ? VALUE_WEIGHT : 0));
        })
        .sorted(Comparator.comparing(Weighed::score).reversed())
        .map(Weighed::candidate)
        .toList();
  }

  Candidate candidate(Sense sense, Phrase phrase) {
    return candidate(sense, verdicts.checked(sense.claim(), phrase, sense.when()));
  }

  Candidate candidate(Sense sense, Checked checked) {
    return new Candidate(
        sense.target(),
        sense.label(),
        checked.computed(),
        checked.verdict() == Verdict.HOLDS,
        share(sense));
  }

  private Text share(Sense sense) {
    return ratio(sense)
        .flatMap(d ->
            figures.value(ask(sense.reading(), sense)) instanceof Value.Number n
                ? Optional.of(new Shown(d).ratio(n))
                : Optional.empty())
        .orElse(NOTHING);
  }

  private Optional<Definition> ratio(Sense sense) {
    return figures
        .definition(sense.question().figure())
        .filter(d -> Make.of(d) == Make.RATIO)
        .filter(d -> Measures.of(d.unit()).is(Measure.RATIO));
  }

  private static Ask ask(Reading reading, Sense sense) {
    Claim.Question question = reading.question();
    return new Ask(
        question.figure(),
        question.unit(),
        question.period(),
        sense.when().apply(reading),
        question.filters().getFirst());
  }

  /** Whether who asks may know the values; also of a part that is meant. */
  boolean tells(Sense sense) {
    return sense.claim().readings().stream()
        .filter(r -> !(r.must() instanceof Claim.Requirement.Named))
        .allMatch(r ->
            r.question().filters().stream()
                .allMatch(filter -> {
                  Map<String, String> where = new LinkedHashMap<>(filter);
                  r.question().among().ifPresent(a -> where.put(a.column(), a.at()));
                  return what.tells()
                      .test(
                          new Ask(
                              r.question().figure(),
                              r.question().unit(),
                              r.question().period(),
                              sense.when().apply(r),
                              where));
                }));
  }

  /** Whether the number is a share of something. */
  static boolean isShare(Phrase phrase) {
    return phrase.said(Text.same("%")) instanceof Said.Amount a
        && (a.number().fraction() || a.measure().filter(m -> m.is(Measure.RATIO)).isPresent());
  }

  /** The shares that a percentage may be, where the text does not say of what; else none. */
  List<Candidate> shares(List<Scored> likely, List<Candidate> candidates) {
    List<Scored> shares = likely.stream().filter(s -> ratio(s.sense()).isPresent()).toList();
    if (likely.isEmpty() || shares.isEmpty()) {
      return List.of();
    }
    double best = likely.getFirst().likely();
    boolean worded = best >= LIKELY;
    if (best >= CERTAIN || worded && ratio(likely.getFirst().sense()).isEmpty()) {
      return List.of();
    }
    List<String> close =
        shares.stream()
            .filter(s -> s.likely() >= best * AS_LIKELY)
            .map(s -> s.sense().target())
            .toList();
    List<Candidate> possible = candidates.stream().filter(c -> close.contains(c.target())).toList();
    return worded && possible.size() < 2 ? List.of() : possible;
  }
}
