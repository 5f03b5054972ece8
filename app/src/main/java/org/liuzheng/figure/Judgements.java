package org.liuzheng.figure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people judge of lights. It is told beside the computed colour and never in its place, and is
 * a record like any other: true on a day, known at a position, corrected and withdrawn.
 */
public interface Judgements {
  /** Of these asks, those of which somebody judged. */
  Map<Ask, Judgement> of(Collection<Ask> asks);

  default Optional<Judgement> of(Ask ask) {
    return Optional.ofNullable(of(List.of(ask)).get(ask));
  }
}
