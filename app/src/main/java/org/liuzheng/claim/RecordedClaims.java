package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.claim.Manuscript.Linked;
import org.liuzheng.claim.Manuscript.Passage;
import org.liuzheng.figure.Figures;
import org.liuzheng.register.Registers;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Claims checked anew for each question; the figures remember what cannot change. */
@Component
final class RecordedClaims implements Claims {
  private final Figures figures;
  private final Records records;
  private final Verdicts verdicts;
  private volatile Map<String, Report> installed = Map.of();
  private volatile List<OtherNames> names = List.of();

  @Autowired
  RecordedClaims(Figures figures, Registers registers) {
    this(figures, Records.of(registers));
  }

  RecordedClaims(Figures figures, Records records) {
    this.figures = figures;
    this.records = records;
    this.verdicts = new Verdicts(figures, records);
  }

  @Override
  public void install(List<Report> reports, List<OtherNames> others) {
    Map<String, Report> byName = new LinkedHashMap<>();
    reports.forEach(r -> byName.put(r.name(), r));
    installed = byName;
    names = List.copyOf(others);
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
    return verdicts.checked(
        claim,
        new Verdicts.Phrase(lang, passage.before(run), link.words(), passage.after(run)),
        reading -> when(reading, report, when));
  }

  /**
   * A reading's own day stands in for the report's day; a reader who asks for another gets that.
   */
  static When when(Reading reading, Report report, When when) {
    return reading
        .question()
        .on()
        .filter(on -> when.on().equals(report.on()))
        .map(on -> new When(on, when.known()))
        .orElse(when);
  }

  @Override
  public Examined examine(Examination what) {
    return new Examiner(figures, records, reports(), names, what).examined();
  }
}
