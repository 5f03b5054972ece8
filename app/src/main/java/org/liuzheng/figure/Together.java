package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.liuzheng.register.When;

/**
 * Evaluates many asks at once: the units of a figure are one grid, and the cells of all figures of
 * a wall are read together.
 */
final class Together {
  private final Cells cells;
  private final Function<Ask, Installed> figure;
  private final Function<Ask, Set<String>> members;

  /**
   * @param members the units whose rows count for the asked one
   */
  Together(Cells cells, Function<Ask, Installed> figure, Function<Ask, Set<String>> members) {
    this.cells = cells;
    this.figure = figure;
    this.members = members;
  }

  /** Evaluates the asks of one figure, which differ in their unit only. */
  interface Grids {
    Evaluation.Grid grid(Cells cells, Ask ask, Collection<String> units);
  }

  /** The value of each ask. */
  Map<Ask, Value> values(Collection<Ask> asks, Grids grids) {
    Map<Ask, List<Ask>> byFigure = new LinkedHashMap<>();
    asks.forEach(a -> byFigure.computeIfAbsent(a.of(""), s -> new ArrayList<>()).add(a));
    Map<Moment, Read> read = read(asks);
    Map<Ask, Value> values = new HashMap<>();
    byFigure.forEach((same, each) -> {
      Evaluation.Grid grid =
          grids.grid(
              Optional.<Cells>ofNullable(read.get(Moment.of(same))).orElse(cells),
              same,
              each.stream().map(Ask::unit).toList());
      each.forEach(a -> values.put(a, grid.get(new Cells.At(a.unit(), a.period()))));
    });
    return values;
  }

  private record Moment(Period period, When when) {
    static Moment of(Ask ask) {
      return new Moment(ask.period(), ask.when());
    }
  }

  /** The cells of folded figures, read for all asks of a moment at once. */
  private Map<Moment, Read> read(Collection<Ask> asks) {
    Map<Moment, Set<Installed>> figures = new HashMap<>();
    Map<Moment, Set<String>> units = new HashMap<>();
    for (Ask ask : asks) {
      Installed asked = figure.apply(ask);
      boolean begun = !ask.period().start().isAfter(ask.when().on());
      if (begun
          && asked.definition().made() instanceof Definition.Folded
          && ask.where().isEmpty()
          && !ask.unit().isEmpty()) {
        figures.computeIfAbsent(Moment.of(ask), m -> new java.util.LinkedHashSet<>()).add(asked);
        units.computeIfAbsent(Moment.of(ask), m -> new TreeSet<>()).addAll(members.apply(ask));
      }
    }
    Map<Moment, Read> read = new HashMap<>();
    figures.forEach((moment, of) -> {
      Cells.Question question =
          new Cells.Question(
              Optional.of(units.getOrDefault(moment, Set.of())),
              List.of(moment.period()),
              moment.when(),
              Map.of());
      read.put(moment, new Read(cells, question, cells.cells(of, question)));
    });
    return read;
  }

  /** Answers from what was read, and asks for what was not. */
  private record Read(Cells others, Question question, Map<Installed, Map<At, Cell>> cells)
      implements Cells {
    @Override
    public Map<At, Cell> cells(Installed figure, Question asked) {
      Map<At, Cell> found = cells.get(figure);
      boolean covered =
          found != null
              && asked.periods().equals(question.periods())
              && asked.when().equals(question.when())
              && asked.where().isEmpty()
              && asked.units().isPresent()
              && question.units().orElseThrow().containsAll(asked.units().orElseThrow());
      return found != null && covered ? found : others.cells(figure, asked);
    }

    @Override
    public Map<At, Cell> vanished(Installed stock, Question asked, String key) {
      return others.vanished(stock, asked, key);
    }
  }
}
