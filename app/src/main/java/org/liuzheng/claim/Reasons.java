package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/** Parts of reasons, in words. */
final class Reasons {
  private Reasons() {}

  static Range range(Claim.Order order, Fraction with) {
    return switch (order) {
      case MORE -> Range.above(with, false);
      case AT_LEAST -> Range.above(with, true);
      case LESS -> Range.below(with, false);
      case AT_MOST -> Range.below(with, true);
      case EQUAL -> Range.exactly(with);
    };
  }

  /** A range in words, such as "more than 70 and less than 80". */
  static Text range(Range range, Function<Fraction, Text> shown) {
    List<Text> ends = new ArrayList<>();
    range
        .low()
        .ifPresent(e ->
            ends.add(
                Words.text(
                    "claim.order." + (e.included() ? "AT_LEAST" : "MORE"), shown.apply(e.at()))));
    range
        .high()
        .ifPresent(e ->
            ends.add(
                Words.text(
                    "claim.order." + (e.included() ? "AT_MOST" : "LESS"), shown.apply(e.at()))));
    return ends.size() == 2 ? Words.text("claim.both", ends.get(0), ends.get(1)) : ends.getFirst();
  }

  static Text list(List<Text> texts) {
    return joined(texts, "claim.list");
  }

  /**
   * @param key of the sentence that joins two
   */
  static Text joined(List<Text> texts, String key) {
    return texts.stream().reduce((a, b) -> Words.text(key, a, b)).orElse(Text.same(""));
  }
}
