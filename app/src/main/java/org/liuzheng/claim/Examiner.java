package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Examined.Candidate;
import org.liuzheng.claim.Examined.Found;
import org.liuzheng.claim.Examined.State;
import org.liuzheng.claim.Meant.Sense;
import org.liuzheng.claim.Verdicts.Phrase;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Value;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Finds the numbers of a text and what each may stand for, by its unit, its wording and its value,
 * in this order of weight: a number that is wrong must still be held against what it speaks of.
 */
final class Examiner {
  private static final int MOST_NUMBERS = 250;
  private static final int CANDIDATES = 6;
  private static final double LIKELY = 0.34;
  private static final double POSSIBLE = 0.1;
  private static final double CERTAIN = 0.8;
  private static final double AS_LIKELY = 0.6;
  private static final double UNIT_WEIGHT = 0.1;
  private static final double SAME_WORDS = 0.4;
  private static final double VALUE_WEIGHT = 0.08;
  private static final Text NOTHING = Text.same("");

  private final Figures figures;
  private final Examination what;
  private final Meant meant;
  private final Verdicts verdicts;
  private final List<Found> found = new ArrayList<>();
  private final Map<String, Phrase> taken = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private int left;

  Examiner(Figures figures, Records records, List<Report> reports, Examination what) {
    this.figures = figures;
    this.what = what;
    this.meant = new Meant(figures, records, reports, what);
    this.verdicts = new Verdicts(figures, records);
  }

  Examined examined() {
    List<Examined.Line> lines = new ArrayList<>();
    what.text().lines().forEach(this::take);
    for (String line : what.text().split("\n", -1)) {
      lines.add(new Examined.Line(line(line)));
    }
    return new Examined(lines, List.copyOf(found), left);
  }

  /** A claim that a report makes in these very words is taken by the number that has them. */
  private void take(String line) {
    int at = 0;
    for (Claims.Piece piece : UnboundNumbers.withPlaces(line, what.lang())) {
      String text =
          switch (piece) {
            case Claims.Piece.Plain plain -> plain.text();
            case Claims.Piece.Unbound number -> number.text();
            case Claims.Piece.Bound b -> "";
          };
      if (piece instanceof Claims.Piece.Unbound) {
        Phrase phrase = phrase(line, at, at + text.length());
        Wording.Profile context = meant.context(phrase.before(), phrase.after());
        meant.all().stream()
            .filter(s -> s.said() && s.spoken().equals(phrase.words()))
            .filter(s -> meant.likely(context, s) >= LIKELY)
            .max(Comparator.comparing(s -> meant.likely(context, s)))
            .ifPresent(s -> taken.putIfAbsent(s.target(), phrase));
      }
      at += text.length();
    }
  }

  private Phrase phrase(String line, int at, int end) {
    int start = at - bound(line, at);
    return new Phrase(
        what.lang(), line.substring(0, start), line.substring(start, end), line.substring(end));
  }

  private List<Examined.Piece> line(String line) {
    List<Examined.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Claims.Piece piece : UnboundNumbers.withPlaces(line, what.lang())) {
      switch (piece) {
        case Claims.Piece.Plain plain -> {
          pieces.add(new Examined.Piece.Plain(plain.text()));
          at += plain.text().length();
        }
        case Claims.Piece.Unbound number -> {
          int end = at + number.text().length();
          if (found.size() >= MOST_NUMBERS) {
            left++;
            pieces.add(new Examined.Piece.Plain(number.text()));
          } else {
            Found one = found(phrase(line, at, end));
            if (one.state() == State.UNMATCHED && isPlace(one.words())) {
              pieces.add(new Examined.Piece.Plain(number.text()));
            } else {
              found.add(one);
              pieces.add(new Examined.Piece.Number(found.size(), number.text()));
            }
          }
          at = end;
        }
        case Claims.Piece.Bound b -> throw new IllegalStateException("no claim is bound here");
      }
    }
    return pieces;
  }

  /** A place in an order, which stands in names too: it is a number only where a place is meant. */
  private boolean isPlace(String words) {
    String ordinal = Lexicon.of(what.lang()).sign("ordinal");
    return what.lang() == Lang.ZH
        && words.startsWith(ordinal)
        && PhraseReader.read(Lang.ZH, "", words, "", NOTHING) instanceof Said.Amount a
        && a.measure().isEmpty();
  }

  /** How long the bound of one character is that stands before a number, and is no other word. */
  private int bound(String line, int at) {
    if (what.lang() != Lang.ZH || at == 0) {
      return 0;
    }
    Lexicon.Words words = Lexicon.of(Lang.ZH).words();
    String before = line.substring(0, at);
    boolean bound = words.before().containsKey(before.substring(at - 1));
    boolean idiom = words.idioms().stream().anyMatch(i -> i.length() > 1 && before.endsWith(i));
    return bound && !idiom ? 1 : 0;
  }

  /**
   * @param likely by the wording, from 0 to 1
   */
  private record Scored(Sense sense, double likely, double score) {}

  private Found found(Phrase phrase) {
    int number = found.size() + 1;
    Examination.Choice choice = what.chosen().get(number);
    if (choice != null && !choice.words().isEmpty() && !choice.words().equals(phrase.words())) {
      choice = null;
    }
    List<Scored> likely = likely(phrase);
    List<Candidate> candidates = candidates(likely, phrase);
    if (choice != null && choice.target().equals(Examination.NAME)) {
      return new Found(
          number,
          phrase.words(),
          State.NAME,
          candidates,
          Examination.NAME,
          true,
          Optional.empty(),
          Words.text("claim.examine.name"));
    }
    if (choice != null && !choice.target().isEmpty()) {
      return chosen(number, phrase, candidates, meant.target(choice.target()));
    }
    List<Candidate> shares = isShare(phrase) ? shares(likely, candidates) : List.of();
    boolean nothing = candidates.stream().allMatch(c -> !c.share().zh().isEmpty());
    boolean unworded = likely.isEmpty() || likely.getFirst().likely() < LIKELY;
    if (!shares.isEmpty() || isShare(phrase) && unworded && nothing) {
      return openShare(number, phrase, candidates, shares);
    }
    Optional<Scored> best =
        likely.stream()
            .filter(s -> candidates.stream().anyMatch(c -> c.target().equals(s.sense().target())))
            .max(Comparator.comparing(s -> place(candidates, s)))
            .filter(s -> s.likely() >= LIKELY);
    return best.map(b -> bound(number, phrase, candidates, b.sense(), false))
        .orElseGet(() ->
            new Found(
                number,
                phrase.words(),
                State.UNMATCHED,
                candidates,
                "",
                false,
                Optional.empty(),
                Words.text("claim.examine.unmatched")));
  }

  private static int place(List<Candidate> candidates, Scored scored) {
    return -candidates.stream().map(Candidate::target).toList().indexOf(scored.sense().target());
  }

  private Found bound(
      int number, Phrase phrase, List<Candidate> candidates, Sense sense, boolean confirmed) {
    return new Found(
        number,
        phrase.words(),
        State.BOUND,
        candidates,
        sense.target(),
        confirmed,
        Optional.of(verdicts.checked(sense.claim(), phrase, sense.when())),
        NOTHING);
  }

  private Found chosen(int number, Phrase phrase, List<Candidate> candidates, String target) {
    Optional<Sense> sense = meant.chosen(target);
    if (sense.isEmpty() || !tells(sense.get())) {
      return new Found(
          number,
          phrase.words(),
          State.WRONG,
          candidates,
          target,
          true,
          Optional.empty(),
          Words.text(sense.isEmpty() ? "claim.examine.wrong" : "claim.examine.not_told", target));
    }
    List<Candidate> all = new ArrayList<>(candidates);
    if (all.stream().noneMatch(c -> c.target().equals(target))) {
      all.addFirst(candidate(sense.get(), phrase));
    }
    return bound(number, phrase, all, sense.get(), true);
  }

  /** The likeliest that the unit fits, and those that give the value. */
  private List<Scored> likely(Phrase phrase) {
    Wording.Profile context = meant.context(phrase.before(), phrase.after());
    Map<String, Said> read = new HashMap<>();
    List<Scored> all = new ArrayList<>();
    for (Sense sense : meant.all()) {
      double likely = meant.likely(context, sense);
      if (likely >= POSSIBLE && taken.getOrDefault(sense.target(), phrase).equals(phrase)) {
        unit(sense, phrase, read)
            .ifPresent(unit ->
                all.add(
                    new Scored(
                        sense,
                        likely,
                        likely
                            + unit * UNIT_WEIGHT
                            + (phrase.equals(taken.get(sense.target())) ? SAME_WORDS : 0))));
      }
    }
    all.sort(Comparator.comparing(Scored::score).reversed());
    if (all.size() < CANDIDATES) {
      all.addAll(byValue(phrase, read));
    }
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
          && Comparison.of(amount, reading(sense).kind(), definition, what.period())
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
        .filter(s -> !s.said() && reading(s).question().filters().equals(List.of(Map.of())))
        .toList();
  }

  private Map<String, Value> values() {
    if (values.isEmpty()) {
      List<Sense> plain = plain();
      List<Value> found = figures.values(plain.stream().map(s -> ask(reading(s), s)).toList());
      for (int i = 0; i < plain.size(); i++) {
        values.put(plain.get(i).target(), found.get(i));
      }
    }
    return values;
  }

  private static Reading reading(Sense sense) {
    return sense.claim().readings().getFirst();
  }

  private Definition definition(Sense sense) {
    return figures.definition(reading(sense).question().figure()).orElseThrow();
  }

  /** Of what asks the same only the likeliest. */
  private static List<Scored> distinct(List<Scored> all) {
    Map<List<?>, Scored> once = new LinkedHashMap<>();
    for (Scored s : all) {
      List<Object> asks = new ArrayList<>();
      s.sense()
          .claim()
          .readings()
          .forEach(r -> asks.add(List.of(r.kind(), r.question(), r.must())));
      once.putIfAbsent(asks, s);
      if (once.size() >= 2 * CANDIDATES) {
        break;
      }
    }
    return List.copyOf(once.values());
  }

  /** How well the unit fits, from 0 to 1; empty when the number cannot stand for it. */
  private Optional<Double> unit(Sense sense, Phrase phrase, Map<String, Said> read) {
    Reading reading = sense.claim().readings().getFirst();
    boolean place =
        switch (reading.kind()) {
          case RANK, ARGMAX, FIRST -> true;
          default -> false;
        };
    if (reading.must() instanceof Claim.Requirement.Named || isPlace(phrase.words()) != place) {
      return Optional.empty();
    }
    Definition definition = figures.definition(reading.question().figure()).orElseThrow();
    Said said = read.computeIfAbsent(definition.unit().zh(), u -> phrase.said(definition.unit()));
    if (!(said instanceof Said.Amount amount)
        || reading.kind().refuses(said, phrase.words()).isPresent()) {
      return Optional.empty();
    }
    Comparison comparison =
        Comparison.of(amount, reading.kind(), definition, reading.question().period());
    if (comparison instanceof Comparison.Apart) {
      return Optional.empty();
    }
    boolean same =
        amount.measure().isPresent()
            && amount.measure().get().is(Measures.of(definition.unit()).dimension());
    return Optional.of(same ? 1.0 : 0.0);
  }

  private List<Candidate> candidates(List<Scored> likely, Phrase phrase) {
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

  private Candidate candidate(Sense sense, Phrase phrase) {
    Checked checked = verdicts.checked(sense.claim(), phrase, sense.when());
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
            figures.value(ask(sense.claim().readings().getFirst(), sense)) instanceof Value.Number n
                ? Optional.of(new Shown(d).ratio(n))
                : Optional.empty())
        .orElse(NOTHING);
  }

  private Optional<Definition> ratio(Sense sense) {
    return figures
        .definition(sense.claim().readings().getFirst().question().figure())
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
  private boolean tells(Sense sense) {
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
  private static boolean isShare(Phrase phrase) {
    return phrase.said(Text.same("%")) instanceof Said.Amount a
        && (a.number().fraction() || a.measure().filter(m -> m.is(Measure.RATIO)).isPresent());
  }

  /** The shares that a percentage may be, where the text does not say of what; else none. */
  private List<Candidate> shares(List<Scored> likely, List<Candidate> candidates) {
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

  private Found openShare(
      int number, Phrase phrase, List<Candidate> candidates, List<Candidate> shares) {
    List<Text> possible =
        shares.stream()
            .map(c -> Words.text("claim.examine.share", c.label(), c.share(), c.computed()))
            .toList();
    Text why =
        possible.isEmpty()
            ? Words.text("claim.examine.share_of_nothing")
            : Words.text("claim.examine.open_share", Reasons.joined(possible, "claim.readings"));
    return new Found(
        number,
        phrase.words(),
        State.OPEN_SHARE,
        candidates,
        "",
        false,
        Optional.of(new Checked("", phrase.words(), NOTHING, Verdict.AMBIGUOUS, why, List.of())),
        why);
  }
}
