package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.liuzheng.claim.Claim.Reading;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.register.When;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Holds the words of a claim against the records, by each of its readings. */
final class Verdicts {
  private final Figures figures;
  private final Records records;

  Verdicts(Figures figures, Records records) {
    this.figures = figures;
    this.records = records;
  }

  /** Words with what stands directly before and after them. */
  record Phrase(Lang lang, String before, String words, String after) {
    Phrase with(String other) {
      return new Phrase(lang, before, other, after);
    }

    Said said(Text unit) {
      return PhraseReader.read(lang, before, words, after, unit);
    }
  }

  /**
   * @param when the two times of a reading
   */
  Checked checked(Claim claim, Phrase phrase, Function<Reading, When> when) {
    List<Assessment.Result> results = new ArrayList<>();
    for (Reading reading : claim.readings()) {
      results.add(
          reading.must() instanceof Claim.Requirement.Named
              ? Assessment.name(reading)
              : assessment(reading, phrase, when.apply(reading)).result());
    }
    return together(claim, phrase, results);
  }

  private Assessment assessment(Reading reading, Phrase phrase, When when) {
    Definition definition =
        figures.definition(
            new Ask(
                reading.question().figure(),
                reading.question().unit(),
                reading.question().period(),
                when,
                Map.of()));
    return new Assessment(
        figures,
        records,
        reading,
        definition,
        phrase.said(definition.unit()),
        phrase.words(),
        when);
  }

  private static Checked together(Claim claim, Phrase phrase, List<Assessment.Result> results) {
    String words = phrase.words();
    Lang lang = phrase.lang();
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
    if (differ && readings.stream().allMatch(r -> r.verdict() == Verdict.FAILS)) {
      return new Checked(claim.id(), shown, computed, Verdict.FAILS, ambiguous(readings), readings);
    }
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
