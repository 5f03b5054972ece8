package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liuzheng.figure.Cells.At;
import org.liuzheng.figure.Definition.Step.Rank;
import org.liuzheng.figure.Definition.Step.Streak;
import org.liuzheng.figure.Definition.Step.Streak.Break;

/** The contests of rank figures in one evaluation, and the runs of those who win them. */
final class Contests {
  private final Evaluation evaluation;
  private final UnitTree tree;
  private final int firstWindow;
  private final Map<String, Map<Period, Contest>> held = new HashMap<>();

  /**
   * @param firstWindow how many periods a streak reads before it looks whether it goes on
   */
  Contests(Evaluation evaluation, UnitTree tree, int firstWindow) {
    this.evaluation = evaluation;
    this.tree = tree;
    this.firstWindow = firstWindow;
  }

  /** The contests of a rank figure in these periods, read together. */
  Map<Period, Contest> of(Installed rank, Collection<Period> periods) {
    if (!(rank.definition().made() instanceof Definition.Stepped stepped)
        || !(stepped.step() instanceof Rank step)) {
      throw new IllegalArgumentException(rank.name() + " is not a rank figure");
    }
    Map<Period, Contest> known = held.computeIfAbsent(rank.name(), n -> new HashMap<>());
    List<Period> missing = periods.stream().filter(p -> !known.containsKey(p)).toList();
    if (!missing.isEmpty()) {
      List<String> competitors = tree.children(step.among());
      Evaluation.Grid values = evaluation.grid(evaluation.base(stepped.of()), competitors, missing);
      Optional<Installed> admitting = step.minimum().map(m -> evaluation.base(m.of()));
      Optional<Evaluation.Grid> samples =
          admitting.map(a -> evaluation.grid(a, competitors, missing));
      for (Period p : missing) {
        known.put(
            p,
            new Contest(
                step,
                p,
                at(values, competitors, p),
                samples.map(s ->
                    new Contest.Admission(
                        admitting.orElseThrow().definition(),
                        step.minimum().orElseThrow().atLeast(),
                        at(s, competitors, p))),
                tree));
      }
    }
    return known;
  }

  private static Map<String, Value> at(Evaluation.Grid grid, List<String> units, Period period) {
    Map<String, Value> values = new LinkedHashMap<>();
    units.forEach(u -> values.put(u, grid.get(new At(u, period))));
    return values;
  }

  Contest of(Installed rank, Period period) {
    return Objects.requireNonNull(of(rank, List.of(period)).get(period));
  }

  /** How long the run is that ends with the period, or why there is none. */
  Value streak(Installed rank, Streak streak, String unit, Period period) {
    // The periods of a run are read together and in their order, which is that of its rows.
    of(rank, period.last(firstWindow));
    if (of(rank, period).rankOf(unit) instanceof Value.None none) {
      return none;
    }
    Run run = run(rank, streak, unit, period);
    return Cell.fraction(BigDecimal.valueOf(run.length()), BigDecimal.ONE, run.rows());
  }

  /**
   * @param length periods that count
   * @param ended the period in which it was not so, the latest before the run
   */
  record Run(int length, long rows, Period ended) {}

  Run run(Installed rank, Streak streak, String unit, Period period) {
    Contest last = of(rank, period);
    int length = 0;
    int passed = 0;
    long rows = 0;
    for (int back = 0; ; back++) {
      Period then = period.plus(-back);
      if (back % firstWindow == 0) {
        of(rank, then.last(firstWindow));
      }
      Contest contest = of(rank, then);
      boolean redefined =
          streak.endsBy(Break.DEFINITION)
              && then.start().isBefore(rank.from())
              && !period.start().isBefore(rank.from());
      if (!redefined && passesOver(streak, contest, unit)) {
        passed++;
        if (passed == Evaluation.LONGEST_GAP) {
          return new Run(length, rows, then.plus(passed - 1));
        }
        continue;
      }
      if (redefined
          || contest.rows() == 0
          || !contest.hasRank(unit, streak.is())
          || (streak.endsBy(Break.COMPETITORS) && others(streak, contest, last))) {
        return new Run(length, rows, then);
      }
      passed = 0;
      length++;
      rows += contest.rows();
    }
  }

  /**
   * Whether a period without a rank of the unit neither counts nor ends the run. Where nobody has a
   * record, counts are all 0 and nobody is first.
   */
  private static boolean passesOver(Streak streak, Contest contest, String unit) {
    return contest.tooFew(unit)
        ? !streak.endsBy(Break.TOO_FEW)
        : (contest.lacks(unit) || contest.rows() == 0) && !streak.endsBy(Break.MISSING);
  }

  /** Those with too few are there all the same, unless that ends the run. */
  private static boolean others(Streak streak, Contest then, Contest last) {
    boolean ranked = streak.endsBy(Break.TOO_FEW);
    return !then.competitors(ranked).equals(last.competitors(ranked));
  }
}
