package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.claim.Examined.Candidate;
import org.liuzheng.claim.Examined.Found;
import org.liuzheng.claim.Examined.Sort;
import org.liuzheng.claim.Examined.State;
import org.liuzheng.claim.Marks.Mark;
import org.liuzheng.claim.Meant.Sense;
import org.liuzheng.claim.Verdicts.Phrase;
import org.liuzheng.claim.Weighing.Scored;
import org.liuzheng.figure.Figures;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Holds what a text says against the records: place by place, in its order. */
final class Examiner {
  private static final int MOST = 250;
  private static final Text NOTHING = Text.same("");

  private final Examination what;
  private final Meant meant;
  private final Verdicts verdicts;
  private final Weighing weighing;
  private final Dated dated;
  private final List<String> lines;
  private final Marks marks;
  private final List<Found> found = new ArrayList<>();
  private int left;

  Examiner(
      Figures figures,
      Records records,
      List<Report> reports,
      List<OtherNames> others,
      Examination what) {
    this.what = what;
    this.meant = new Meant(figures, records, reports, others, what);
    this.verdicts = new Verdicts(figures, records);
    this.lines = List.of(what.text().split("\n", -1));
    this.marks = new Marks(lines, what.lang(), meant);
    this.weighing = new Weighing(figures, what, meant, verdicts, taken());
    this.dated = new Dated(figures, records, what, meant, verdicts);
  }

  private Set<String> taken() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      marks.of(i).stream()
          .filter(m -> m instanceof Marks.OwnWords)
          .forEach(m -> taken.add(((Marks.OwnWords) m).sense().target()));
    }
    return taken;
  }

  Examined examined() {
    List<Examined.Line> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      read.add(new Examined.Line(line(lines.get(i), marks.of(i))));
    }
    return new Examined(read, List.copyOf(found), left);
  }

  private List<Examined.Piece> line(String line, List<Mark> marks) {
    List<Examined.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      if (mark.at().from() > at) {
        pieces.add(new Examined.Piece.Plain(line.substring(at, mark.at().from())));
      }
      at = mark.at().to();
      String words = line.substring(mark.at().from(), at);
      Optional<Found> one = found.size() < MOST ? found(mark, line) : Optional.empty();
      left += found.size() < MOST ? 0 : 1;
      one.ifPresent(found::add);
      pieces.add(
          one.isPresent()
              ? new Examined.Piece.Number(found.size(), words)
              : new Examined.Piece.Plain(words));
    }
    if (at < line.length()) {
      pieces.add(new Examined.Piece.Plain(line.substring(at)));
    }
    return pieces;
  }

  private Phrase phrase(String line, int from, int to) {
    return new Phrase(
        what.lang(), line.substring(0, from), line.substring(from, to), line.substring(to));
  }

  /** Empty for what says nothing after all. */
  private Optional<Found> found(Mark mark, String line) {
    int from = mark.at().from();
    int to = mark.at().to();
    return switch (mark) {
      case Marks.OwnWords own -> Optional.of(ownWords(own, phrase(line, from, to)));
      case Marks.Name name ->
          Optional.of(
              new Place(Sort.NUMBER, phrase(line, from, to), List.of())
                  .found(State.NAME, Words.text("claim.examine.name_of_report", name.report())));
      case Marks.Day day -> day(phrase(line, from, to), day.date());
      case Marks.Number number -> number(phrase(line, from - bound(line, from), to));
      case Marks.Phrase said -> Optional.of(saying(phrase(line, from, to), said.kinds()));
    };
  }

  /** How long the bound is that stands before a number, and is no part of another word. */
  private int bound(String line, int at) {
    if (what.lang() != Lang.ZH || at == 0) {
      return 0;
    }
    Lexicon.Words words = Lexicon.of(Lang.ZH).words();
    String before = line.substring(0, at);
    String bound = new Scan(before).ending(words.before().keySet());
    boolean idiom = words.idioms().stream().anyMatch(i -> i.length() > 1 && before.endsWith(i));
    return before.endsWith(bound) && !(idiom && bound.length() == 1) ? bound.length() : 0;
  }

  /** A place of the text with what it may stand for. */
  private final class Place {
    private final int number = found.size() + 1;
    private final Sort sort;
    private final Phrase phrase;
    private final Phrase asked;
    private final List<Candidate> candidates;

    Place(Sort sort, Phrase phrase, List<Candidate> candidates) {
      this(sort, phrase, phrase, candidates);
    }

    /**
     * @param asked what is held against the records instead of the words
     */
    Place(Sort sort, Phrase phrase, Phrase asked, List<Candidate> candidates) {
      this.sort = sort;
      this.phrase = phrase;
      this.asked = asked;
      this.candidates = candidates;
    }

    Found found(State state, Text why) {
      return found(state, "", false, Optional.empty(), why);
    }

    Found bound(String target, boolean confirmed, Checked checked) {
      boolean name = checked.verdict() == Verdict.LABEL;
      return found(
          name ? State.NAME : State.BOUND,
          name ? Examination.NAME : target,
          confirmed,
          name ? Optional.empty() : Optional.of(checked),
          name ? checked.reason() : NOTHING);
    }

    private Found found(
        State state, String target, boolean confirmed, Optional<Checked> checked, Text why) {
      return new Found(
          number, sort, phrase.words(), state, candidates, target, confirmed, checked, why);
    }

    /** What somebody chose; empty where nobody did. */
    Optional<Found> chosen() {
      Examination.Choice choice = what.chosen().get(number);
      if (choice == null
          || choice.target().isEmpty()
          || !choice.words().isEmpty() && !choice.words().equals(phrase.words())) {
        return Optional.empty();
      }
      if (choice.target().equals(Examination.NAME)) {
        Text why = Words.text("claim.examine.name");
        return Optional.of(found(State.NAME, Examination.NAME, true, Optional.empty(), why));
      }
      String target = meant.target(choice.target());
      Optional<Sense> sense = meant.chosen(target);
      if (sense.isEmpty() || !weighing.tells(sense.get())) {
        Text why =
            Words.text(sense.isEmpty() ? "claim.examine.wrong" : "claim.examine.not_told", target);
        return Optional.of(found(State.WRONG, target, true, Optional.empty(), why));
      }
      return Optional.of(with(sense.get()).bound(target, true, checked(sense.get())));
    }

    private Checked checked(Sense sense) {
      Optional<SaidDate> date = sort == Sort.DATE ? SaidDate.in(phrase.words()) : Optional.empty();
      return date.map(d -> dated.checked(sense, phrase, d))
          .orElseGet(() -> verdicts.checked(sense.claim(), asked, sense.when()));
    }

    /** The same with this among what it may stand for. */
    private Place with(Sense sense) {
      if (candidates.stream().anyMatch(c -> c.target().equals(sense.target()))) {
        return this;
      }
      List<Candidate> all = new ArrayList<>(candidates);
      all.addFirst(weighing.candidate(sense, asked));
      return new Place(sort, phrase, asked, all);
    }
  }

  private Found ownWords(Marks.OwnWords own, Phrase phrase) {
    Sense sense = own.sense();
    Sort sort =
        weighing.isPlace(phrase.words())
                || !UnboundNumbers.withPlaces(phrase.words(), what.lang()).isEmpty()
            ? Sort.NUMBER
            : SaidDate.in(phrase.words()).isPresent() ? Sort.DATE : Sort.WORDS;
    if (!weighing.tells(sense)) {
      return new Place(sort, phrase, List.of())
          .found(State.UNMATCHED, Words.text("claim.examine.unmatched"));
    }
    Checked checked = verdicts.checked(sense.claim(), phrase, sense.when());
    Place place = new Place(sort, phrase, List.of(weighing.candidate(sense, checked)));
    return place.chosen().orElseGet(() -> place.bound(sense.target(), false, checked));
  }

  private Optional<Found> number(Phrase phrase) {
    List<Scored> likely = weighing.numbers(phrase);
    List<Candidate> candidates = weighing.candidates(likely, phrase);
    Place place = new Place(Sort.NUMBER, phrase, candidates);
    Optional<Found> chosen = place.chosen();
    if (chosen.isPresent()) {
      return chosen;
    }
    boolean share = Weighing.isShare(phrase);
    List<Candidate> shares = share ? weighing.shares(likely, candidates) : List.of();
    boolean nothing = candidates.stream().allMatch(c -> !c.share().zh().isEmpty());
    boolean unworded = likely.isEmpty() || likely.getFirst().likely() < Weighing.LIKELY;
    if (!shares.isEmpty() || share && unworded && nothing) {
      return Optional.of(openShare(place, shares));
    }
    Optional<Scored> best = best(likely, candidates);
    if (best.isPresent()) {
      Sense sense = best.get().sense();
      return Optional.of(place.bound(sense.target(), false, place.checked(sense)));
    }
    return weighing.isPlace(phrase.words())
        ? Optional.empty()
        : Optional.of(place.found(State.UNMATCHED, Words.text("claim.examine.unmatched")));
  }

  /**
   * The first of the candidates that the wording speaks for. To say that a text is wrong takes more
   * than to say that it is right.
   */
  private static Optional<Scored> best(List<Scored> likely, List<Candidate> candidates) {
    return candidates.stream()
        .findFirst()
        .flatMap(c ->
            likely.stream()
                .filter(s -> s.sense().target().equals(c.target()))
                .filter(s -> s.likely() >= (c.holds() ? Weighing.LIKELY : Weighing.LIKELY_WRONG))
                .findFirst());
  }

  /** A month alone is said of so much that it stands in the list only where a fact is worded so. */
  private Optional<Found> day(Phrase phrase, SaidDate date) {
    List<Scored> likely =
        dated.likely(phrase, date).stream().filter(s -> weighing.tells(s.sense())).toList();
    Place place = new Place(Sort.DATE, phrase, weighing.candidates(likely, phrase));
    Optional<Found> bound =
        place
            .chosen()
            .or(() ->
                likely.stream()
                    .findFirst()
                    .filter(s -> s.likely() >= dated.enough(s.sense(), phrase, date))
                    .map(s -> place.bound(s.sense().target(), false, place.checked(s.sense()))));
    return bound.or(() ->
        date.precise()
            ? Optional.of(place.found(State.DATE, Words.text("claim.examine.date")))
            : Optional.empty());
  }

  private Found saying(Phrase phrase, Set<Kind> kinds) {
    List<Scored> likely = weighing.sayings(phrase, kinds);
    Phrase asked = kinds.contains(Kind.RANK) ? phrase.with(first()) : phrase;
    List<Candidate> candidates = weighing.candidates(likely, asked);
    Place place = new Place(Sort.WORDS, phrase, asked, candidates);
    return place
        .chosen()
        .or(() ->
            best(likely, candidates)
                .map(s -> place.bound(s.sense().target(), false, place.checked(s.sense()))))
        .orElseGet(() ->
            place.found(
                State.UNPROVEN,
                Words.text(kinds.isEmpty() ? "claim.examine.praise" : "claim.examine.unproven")));
  }

  /** Whoever is the best of all has the first place. */
  private String first() {
    return Lexicon.of(what.lang()).words().first().getFirst();
  }

  private static Found openShare(Place place, List<Candidate> shares) {
    List<Text> possible =
        shares.stream()
            .map(c -> Words.text("claim.examine.share", c.label(), c.share(), c.computed()))
            .toList();
    Text why =
        possible.isEmpty()
            ? Words.text("claim.examine.share_of_nothing")
            : Words.text("claim.examine.open_share", Reasons.joined(possible, "claim.readings"));
    return place.found(
        State.OPEN_SHARE,
        "",
        false,
        Optional.of(
            new Checked("", place.phrase.words(), NOTHING, Verdict.AMBIGUOUS, why, List.of())),
        why);
  }
}
