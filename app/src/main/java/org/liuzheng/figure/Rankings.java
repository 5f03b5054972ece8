package org.liuzheng.figure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuzheng.figure.Cells.At;
import org.liuzheng.figure.Definition.Step.Rank;
import org.liuzheng.figure.Definition.Step.Streak;

/** Who is where in an order, who is not in it, and since when somebody leads it. */
final class Rankings {
  private final Map<String, Installed> figures;
  private final Evaluation evaluation;
  private final UnitTree tree;

  Rankings(Map<String, Installed> figures, Evaluation evaluation, UnitTree tree) {
    this.figures = figures;
    this.evaluation = evaluation;
    this.tree = tree;
  }

  static boolean isStreak(Installed figure) {
    return figure.definition().made() instanceof Definition.Stepped s && s.step() instanceof Streak;
  }

  /** The rank that a figure is, or stands on. */
  private Optional<Installed> rank(Installed figure) {
    if (isStreak(figure) && figure.definition().made() instanceof Definition.Stepped s) {
      return Optional.of(Objects.requireNonNull(figures.get(s.of())));
    }
    return Optional.of(figure).filter(f -> Steps.isRank(f.definition()));
  }

  List<Figures.Standing> ranking(Installed figure, Ask ask) {
    if (Steps.isRank(figure.definition())) {
      return evaluation.contests().of(figure, ask.period()).standings();
    }
    Optional<Rank> ranked = rank(figure).map(r -> (Rank) step(r));
    if (ranked.isPresent()) {
      return among(figure, ask, tree.children(ranked.get().among()));
    }
    if (ask.unit().isEmpty()) {
      return among(figure, ask, tree.all());
    }
    List<Figures.Standing> below = among(figure, ask, tree.children(ask.unit()));
    return below.isEmpty() ? among(figure, ask, tree.children(tree.parent(ask.unit()))) : below;
  }

  private static Definition.Step step(Installed stepped) {
    return ((Definition.Stepped) stepped.definition().made()).step();
  }

  List<Figures.TooFew> tooFew(Installed figure, Ask ask) {
    return rank(figure)
        .map(r -> evaluation.contests().of(r, ask.period()).tooFew())
        .orElse(List.of());
  }

  Figures.Run run(Installed figure, Ask ask) {
    if (!isStreak(figure)) {
      throw new IllegalArgumentException(figure.name() + " is not a streak");
    }
    Contests.Run run =
        evaluation
            .contests()
            .run(rank(figure).orElseThrow(), (Streak) step(figure), ask.unit(), ask.period());
    return new Figures.Run(
        Stream.iterate(run.ended().plus(1), p -> p.compareTo(ask.period()) <= 0, p -> p.plus(1))
            .toList(),
        run.length(),
        run.ended());
  }

  /** Units without any record are left out: their 0 would say something nobody stated. */
  private List<Figures.Standing> among(Installed figure, Ask ask, Collection<String> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    Evaluation.Grid grid = evaluation.grid(figure, units, List.of(ask.period()));
    Map<String, Value> values = new LinkedHashMap<>();
    units.forEach(u -> {
      if (grid.get(new At(u, ask.period())) instanceof Value.Number n && n.rows() > 0) {
        values.put(u, n);
      }
    });
    return Contest.ranked(values, figure.definition().better() != Definition.Better.DOWN, tree);
  }
}
