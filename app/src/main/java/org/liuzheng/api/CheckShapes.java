package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Examination;
import org.liuzheng.claim.Examined;
import org.liuzheng.words.Lang;

/** A checked text as {@code docs/specs/api.md} describes its JSON. */
final class CheckShapes {
  private CheckShapes() {}

  /** A text held against the records. */
  record CheckedText(
      String unit,
      String period,
      String on,
      long known,
      List<CheckedNumber> numbers,
      @Schema(description = "how many numbers were left out because there are too many") int left) {
    static CheckedText of(Examination what, Examined examined, Lang lang) {
      return new CheckedText(
          what.unit(),
          what.period().toString(),
          what.when().on().toString(),
          what.when().known(),
          examined.numbers().stream().map(n -> CheckedNumber.of(n, lang)).toList(),
          examined.left());
    }
  }

  /** A number of the text, a date, or words that claim something without one. */
  record CheckedNumber(
      @Schema(description = "counted from 1") int number,
      @Schema(description = "number, date, or words that claim something without a number")
          String sort,
      @Schema(description = "with the bound that stands before a number") String words,
      @Schema(description = "bound, unmatched, open_share, name, date, unproven or wrong")
          String state,
      @Schema(description = "what it is taken for; empty where it is taken for nothing")
          String target,
      @Schema(description = "whether somebody said so") boolean confirmed,
      @Schema(
              description =
                  "holds, fails, not_derivable, ambiguous; empty where it is taken for nothing")
          String verdict,
      String computed,
      String reason,
      @Schema(description = "best first") List<CheckedCandidate> candidates) {
    static CheckedNumber of(Examined.Found found, Lang lang) {
      return new CheckedNumber(
          found.number(),
          word(found.sort()),
          found.words(),
          word(found.state()),
          found.target(),
          found.confirmed(),
          found.checked().map(c -> word(c.verdict())).orElse(""),
          found.checked().map(c -> c.computed().in(lang)).orElse(""),
          found.checked().map(Checked::reason).orElse(found.why()).in(lang),
          found.candidates().stream().map(c -> CheckedCandidate.of(c, lang)).toList());
    }
  }

  /** What a number may stand for. */
  record CheckedCandidate(
      @Schema(
              description =
                  "report/claim, or a figure with its filters as in a link of a report's text")
          String target,
      String label,
      String computed,
      @Schema(description = "whether the number agrees with it") boolean holds,
      @Schema(description = "of a share: numerator by denominator") String share) {
    static CheckedCandidate of(Examined.Candidate c, Lang lang) {
      return new CheckedCandidate(
          c.target(), c.label().in(lang), c.computed().in(lang), c.holds(), c.share().in(lang));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
