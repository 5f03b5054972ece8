package org.liuzheng.claim;

import java.util.List;
import java.util.Optional;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * What one question of a claim came to.
 *
 * @param computed what the records give; empty texts when nothing can be computed
 * @param reason a clause, without the stop
 * @param values the exact values, to see whether two readings differ
 */
record Finding(
    Verdict verdict, Text computed, Text reason, List<Fraction> values, Optional<Evidence> shown) {

  static Finding of(boolean holds, Text computed, Text reason, Fraction value, Evidence shown) {
    return new Finding(
        holds ? Verdict.HOLDS : Verdict.FAILS,
        computed,
        reason,
        List.of(value),
        Optional.of(shown));
  }

  /** The records do not say. */
  static Finding open(Text reason) {
    return new Finding(Verdict.NOT_DERIVABLE, Text.same(""), reason, List.of(), Optional.empty());
  }

  static Finding open(Text reason, Evidence shown) {
    return new Finding(Verdict.NOT_DERIVABLE, Text.same(""), reason, List.of(), Optional.of(shown));
  }

  /** All of them must hold; what speaks against it is said alone. */
  static Finding all(List<Finding> each) {
    if (each.size() == 1) {
      return each.getFirst();
    }
    Verdict verdict =
        has(each, Verdict.FAILS)
            ? Verdict.FAILS
            : has(each, Verdict.NOT_DERIVABLE) ? Verdict.NOT_DERIVABLE : Verdict.HOLDS;
    List<Text> reasons =
        each.stream().filter(f -> f.verdict() == verdict).map(Finding::reason).toList();
    return new Finding(
        verdict,
        Reasons.list(each.stream().map(Finding::computed).filter(c -> !c.zh().isEmpty()).toList()),
        Reasons.joined(reasons, "claim.readings"),
        each.stream().flatMap(f -> f.values().stream()).toList(),
        Optional.empty());
  }

  private static boolean has(List<Finding> each, Verdict verdict) {
    return each.stream().anyMatch(f -> f.verdict() == verdict);
  }

  Text sentence() {
    return Words.text("claim.sentence", reason);
  }
}
