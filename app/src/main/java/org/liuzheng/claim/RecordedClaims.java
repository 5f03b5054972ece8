package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Manuscript.Linked;
import org.liuzheng.claim.Manuscript.Passage;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.register.Registers;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Claims checked anew for each question; the figures remember what cannot change. */
@Component
final class RecordedClaims implements Claims {
  private final Figures figures;
  private final Records records;
  private volatile Map<String, Report> installed = Map.of();

  @Autowired
  RecordedClaims(Figures figures, Registers registers) {
    this(figures, Records.of(registers));
  }

  RecordedClaims(Figures figures, Records records) {
    this.figures = figures;
    this.records = records;
  }

  @Override
  public void install(List<Report> reports) {
    Map<String, Report> byName = new LinkedHashMap<>();
    reports.forEach(r -> byName.put(r.name(), r));
    installed = byName;
  }

  @Override
  public List<Report> reports() {
    return List.copyOf(installed.values());
  }

  @Override
  public Optional<Report> report(String name) {
    return Optional.ofNullable(installed.get(name));
  }

  @Override
  public List<Checked> check(Report report, Lang lang, When when) {
    List<Checked> all = new ArrayList<>();
    for (Block block : blocks(report, lang, when)) {
      for (Piece piece : block.pieces()) {
        if (piece instanceof Piece.Bound bound) {
          all.add(bound.claim());
        }
      }
    }
    return all;
  }

  @Override
  public List<Block> blocks(Report report, Lang lang, When when) {
    BoundText text = bound(report, lang);
    List<Block> blocks = new ArrayList<>();
    for (Passage passage : text.passages()) {
      List<Piece> pieces = new ArrayList<>();
      for (int i = 0; i < passage.runs().size(); i++) {
        switch (passage.runs().get(i)) {
          case Manuscript.Plain plain ->
              pieces.addAll(
                  UnboundNumbers.in(
                      plain.text(), lang, i == 0 && passage.shape() != Shape.PARAGRAPH));
          case Linked link -> {
            Claim claim = text.claims().get(link);
            pieces.add(
                claim == null
                    ? new Piece.Plain(link.words())
                    : new Piece.Bound(checked(claim, passage, i, link, report, lang, when)));
          }
        }
      }
      blocks.add(new Block(passage.shape(), passage.level(), passage.marker(), pieces));
    }
    return blocks;
  }

  /** A report that was read with flaws may name what is not there; that stays plain text. */
  private BoundText bound(Report report, Lang lang) {
    FigureShelf shelf = new FigureShelf(figures.definitions());
    return BoundText.of(
        Manuscript.of(report.texts().getOrDefault(lang, "")),
        report.claims(),
        new ReadingReader(report.unit(), report.period(), shelf),
        shelf,
        (place, says) -> {});
  }

  private Checked checked(
      Claim claim, Passage passage, int run, Linked link, Report report, Lang lang, When when) {
    List<Assessment.Result> results = new ArrayList<>();
    for (Reading reading : claim.readings()) {
      results.add(
          reading.must() instanceof Claim.Requirement.Named
              ? Assessment.name(reading)
              : assessment(reading, passage, run, link, lang, when(reading, report, when))
                  .result());
    }
    return together(claim, link.words(), results, lang);
  }

  private Assessment assessment(
      Reading reading, Passage passage, int run, Linked link, Lang lang, When when) {
    Definition definition =
        figures.definition(
            new Ask(
                reading.question().figure(),
                reading.question().unit(),
                reading.question().period(),
                when,
                Map.of()));
    Said said =
        PhraseReader.read(
            lang, passage.before(run), link.words(), passage.after(run), definition.unit());
    return new Assessment(figures, records, reading, definition, said, link.words(), when);
  }

  /**
   * A reading's own day stands in for the report's day; a reader who asks for another gets that.
   */
  private static When when(Reading reading, Report report, When when) {
    return reading
        .question()
        .on()
        .filter(on -> when.on().equals(report.on()))
        .map(on -> new When(on, when.known()))
        .orElse(when);
  }

  private static Checked together(
      Claim claim, String words, List<Assessment.Result> results, Lang lang) {
    List<Checked.Reading> readings = results.stream().map(Assessment.Result::reading).toList();
    Checked.Reading first = readings.getFirst();
    boolean differ =
        results.stream()
            .anyMatch(r ->
                !r.values().equals(results.getFirst().values())
                    || r.reading().verdict() != first.verdict());
    Text computed =
        differ
            ? Reasons.joined(readings.stream().map(Checked.Reading::computed).toList(), "claim.or")
            : first.computed();
    String shown =
        !words.isBlank()
            ? words
            : (computed.zh().isEmpty() ? Words.text("claim.shown.nothing") : computed).in(lang);
    return differ
        ? new Checked(claim.id(), shown, computed, Verdict.AMBIGUOUS, ambiguous(readings), readings)
        : new Checked(claim.id(), shown, computed, first.verdict(), first.reason(), readings);
  }

  private static Text ambiguous(List<Checked.Reading> readings) {
    List<Text> results =
        readings.stream()
            .map(r ->
                r.computed().zh().isEmpty()
                    ? Words.text("claim.reading_without", r.says(), r.reason())
                    : Words.text(
                        "claim.reading_gives",
                        r.says(),
                        r.computed(),
                        Words.text("claim.verdict." + r.verdict().name())))
            .toList();
    return Words.text(
        "claim.ambiguous", readings.size(), Reasons.joined(results, "claim.readings"));
  }
}
