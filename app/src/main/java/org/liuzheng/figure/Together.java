package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liuzheng.register.When;

/**
 * Evaluates many asks at once: the units of a figure are one grid, and the cells of all figures of
 * a wall are read together.
 */
final class Together {
  private final Cells cells;
  private final Map<Ask, Group> groups = new LinkedHashMap<>();
  private final Value[] values;

  /** Asks that differ in their unit only; {@code same} has none. */
  private record Group(Ask same, Installed figure, List<String> units, List<Integer> places) {
    boolean takes(Ask ask) {
      return ask.figure().equals(same.figure())
          && ask.period().equals(same.period())
          && ask.when().equals(same.when())
          && ask.where().equals(same.where())
          && ask.definitions().equals(same.definitions());
    }

    /** Whether its cells are read together with others'; those at ends are read on another day. */
    boolean readable() {
      return figure.definition().made() instanceof Definition.Folded folded
          && !folded.atEnd()
          && same.where().isEmpty()
          && !units.contains("")
          && !same.period().start().isAfter(same.when().on());
    }

    Moment moment() {
      return new Moment(same.period(), same.when());
    }
  }

  private record Moment(Period period, When when) {}

  Together(Cells cells, List<Ask> asks, Function<Ask, Installed> figure) {
    this.cells = cells;
    this.values = new Value[asks.size()];
    @Nullable Group last = null;
    for (int i = 0; i < asks.size(); i++) {
      Ask ask = asks.get(i);
      if (last == null || !last.takes(ask)) {
        last =
            groups.computeIfAbsent(
                ask.of(""),
                same -> new Group(same, figure.apply(ask), new ArrayList<>(), new ArrayList<>()));
      }
      last.units().add(ask.unit());
      last.places().add(i);
    }
  }

  /** Evaluates the asks of one figure, which differ in their unit only. */
  interface Grids {
    Evaluation.Grid grid(Cells cells, Ask same, Installed figure, Collection<String> units);
  }

  /**
   * The value of each ask, in their order.
   *
   * @param below the units whose rows count for one, as the tree stands
   */
  List<Value> values(Grids grids, Function<When, Function<String, Set<String>>> below) {
    Map<Moment, Read> read = read(below);
    groups
        .values()
        .forEach(group -> {
          Evaluation.Grid grid =
              grids.grid(
                  Optional.<Cells>ofNullable(read.get(group.moment())).orElse(cells),
                  group.same(),
                  group.figure(),
                  group.units());
          for (int i = 0; i < group.units().size(); i++) {
            values[group.places().get(i)] =
                grid.get(new Cells.At(group.units().get(i), group.same().period()));
          }
        });
    return Arrays.stream(values).map(v -> Objects.<Value>requireNonNull(v)).toList();
  }

  /** The cells of folded figures, read for all asks of a moment at once. */
  private Map<Moment, Read> read(Function<When, Function<String, Set<String>>> below) {
    Map<Moment, List<Group>> moments = new HashMap<>();
    groups.values().stream()
        .filter(Group::readable)
        .forEach(g -> moments.computeIfAbsent(g.moment(), m -> new ArrayList<>()).add(g));
    Map<Moment, Read> read = new HashMap<>();
    moments.forEach((moment, of) -> {
      Set<String> units = new TreeSet<>();
      Set<String> rollingUp = new TreeSet<>();
      Set<Installed> figures = new LinkedHashSet<>();
      of.forEach(g -> {
        units.addAll(g.units());
        figures.add(g.figure());
        if (g.figure().definition().rollUp()) {
          rollingUp.addAll(g.units());
        }
      });
      rollingUp.forEach(u -> units.addAll(below.apply(moment.when()).apply(u)));
      Cells.Question question =
          new Cells.Question(Optional.of(units), List.of(moment.period()), moment.when(), Map.of());
      read.put(moment, new Read(cells, question, cells.cells(figures, question)));
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

    @Override
    public List<Map<String, String>> rows(Installed figure, Question asked) {
      return others.rows(figure, asked);
    }
  }
}
