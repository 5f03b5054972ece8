package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.liuzheng.claim.Checked;
import org.liuzheng.claim.Evidence;
import org.liuzheng.claim.Report;
import org.liuzheng.claim.Verdict;
import org.liuzheng.figure.Ask;
import org.liuzheng.words.Lang;
import org.liuzheng.words.Text;

/** Reports and their claims as {@code docs/specs/api.md} describes their JSON. */
final class ReportShapes {
  private static final String VERDICTS = "holds, fails, not_derivable, ambiguous or label";

  private ReportShapes() {}

  /** A report in the list of all. */
  record ReportLine(
      String name,
      Text title,
      String unit,
      String period,
      @Schema(description = "the day it is true on") String on,
      @Schema(description = "how many claims it makes") int claims) {
    static ReportLine of(Report r) {
      return new ReportLine(
          r.name(), r.title(), r.unit(), r.period(), r.on().toString(), r.claims().size());
    }
  }

  /** One claim. */
  record ClaimLine(
      @Schema(example = "R16") String id,
      @Schema(description = VERDICTS) String verdict,
      @Schema(description = "the words in the text") String shown,
      @Schema(description = "what the records give; empty when nothing can be computed")
          String computed,
      @Schema(description = "one sentence") String reason,
      @Schema(description = "the heading that it stands under; empty when there is none")
          String section) {
    static ClaimLine of(Checked claim, String section, Lang lang) {
      return new ClaimLine(
          claim.id(),
          word(claim.verdict()),
          claim.shown(),
          claim.computed().in(lang),
          claim.reason().in(lang),
          section);
    }
  }

  /** One claim with all its readings. */
  record ClaimDetail(
      ClaimLine claim,
      @Schema(description = "one; several where the text can be read in several ways")
          List<ClaimReading> readings) {
    static ClaimDetail of(
        Checked claim, String section, Lang lang, Function<Evidence, ClaimEvidence> shown) {
      return new ClaimDetail(
          ClaimLine.of(claim, section, lang),
          claim.readings().stream().map(r -> ClaimReading.of(r, lang, shown)).toList());
    }
  }

  /** One way to read a claim. */
  record ClaimReading(
      @Schema(description = "the reading in words; empty where there is only one") String says,
      @Schema(description = "VAL, YOY, STRK …") String kind,
      @Schema(description = VERDICTS) String verdict,
      String computed,
      String reason,
      @Schema(description = "the values it rests on, the main one first") List<ClaimGround> rests,
      @Schema(description = "what shows best why, one for each of several filters; often none")
          List<ClaimEvidence> evidence) {
    static ClaimReading of(Checked.Reading r, Lang lang, Function<Evidence, ClaimEvidence> shown) {
      return new ClaimReading(
          r.says().in(lang),
          r.kind(),
          word(r.verdict()),
          r.computed().in(lang),
          r.reason().in(lang),
          r.asks().stream().map(ClaimGround::of).toList(),
          r.evidence().stream().map(shown).toList());
    }
  }

  /** What shows best why a claim holds or fails. */
  record ClaimEvidence(
      @Schema(description = "ladder, list, course or documents") String form,
      @Schema(description = "of a ladder and a list: the column whose values are keys")
          String column,
      List<EvidenceLine> lines,
      @Schema(description = "of a course: the sum of the periods before, where it is compared")
          String sum) {}

  /** A competitor, a member, a period or a document. */
  record EvidenceLine(
      @Schema(description = "code of the part, the period, or the record as register/id")
          String key,
      @Schema(description = "empty where it is withheld") String name,
      @Schema(description = "empty where there is none or it is withheld") String value,
      @Schema(description = "of a ladder: 1, 1, 3; else 0") int place,
      @Schema(description = "of a ladder: ours; of a list: named by the claim; of a course: asked")
          boolean ours,
      @Schema(description = "tied, missing, surplus, or empty") String mark) {}

  /** A value a claim rests on: ask for it, or its rows, under /api/figures/{figure}. */
  record ClaimGround(
      String figure, String unit, String period, String on, long known, Map<String, String> where) {
    static ClaimGround of(Ask ask) {
      return new ClaimGround(
          ask.figure(),
          ask.unit(),
          ask.period().toString(),
          ask.when().on().toString(),
          ask.when().known(),
          new TreeMap<>(ask.where()));
    }
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
