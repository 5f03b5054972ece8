package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a value is held against at the same two times as the value. */
final class Marks {
  private Marks() {}

  /** A number is said of the whole; of a part of the rows, only a figure can say what it shall. */
  static Optional<Value.Number> value(Figures figures, Ask ask, Standards.Mark mark) {
    return switch (mark) {
      case Standards.Mark.Number n ->
          ask.where().isEmpty()
              ? Optional.of(new Value.Number(n.number(), BigDecimal.ONE, 0))
              : Optional.empty();
      case Standards.Mark.Figure f -> number(figures, ask.with(f.name()));
    };
  }

  /** Empty when nobody was to report. */
  static Optional<Completeness> completeness(
      Figures figures, Ask ask, Standards.Reporters reporters) {
    return count(figures, ask, reporters.expected())
        .filter(expected -> expected.number() > 0)
        .map(expected ->
            new Completeness(
                expected,
                count(figures, ask, reporters.received())
                    .orElseGet(() -> new Completeness.Count(ask.with(reporters.received()), 0)),
                reporters.late().flatMap(f -> count(figures, ask, f)),
                reporters.estimated().flatMap(f -> count(figures, ask, f)),
                reporters.floor()));
  }

  private static Optional<Completeness.Count> count(Figures figures, Ask ask, String figure) {
    Ask counted = ask.with(figure);
    return number(figures, counted)
        .map(n -> new Completeness.Count(counted, n.rounded(0).longValueExact()));
  }

  /** Nothing where the figure cannot be narrowed down as the value is. */
  private static Optional<Value.Number> number(Figures figures, Ask ask) {
    return ask.where().isEmpty()
            || figures.leaves(ask.whole()).getFirst().by().containsAll(ask.where().keySet())
        ? figures.value(ask) instanceof Value.Number n ? Optional.of(n) : Optional.empty()
        : Optional.empty();
  }
}
