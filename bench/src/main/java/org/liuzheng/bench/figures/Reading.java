package org.liuzheng.bench.figures;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.liuzheng.figure.OpenedFigures.Dashboard;
import org.liuzheng.register.When;

/** Asks the same questions of several, in turn, and compares what they say. */
final class Reading {
  static final Set<String> UNITS =
      Set.of("u000", "u001", "u002", "u005", "u010", "u020", "u050", "u100", "u150", "u199");
  private static final int DAYS = 1_400;

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(60_10_1);
  private final PrintStream out;
  private final long size;
  private long asked;
  private long different;

  Reading(PrintStream out, long size) {
    this.out = out;
    this.size = size;
  }

  /**
   * @param rounds how often it is asked, since some take seconds
   */
  record Way(String name, int rounds, Function<Dashboard, SortedMap<String, String>> answer) {}

  /** A random day of the last years, as known at a share of all positions. */
  private Dashboard question(double from, double to) {
    long known =
        to == 1 && from == 1 ? size : (long) (size * (from + random.nextDouble() * (to - from)));
    return new Dashboard(UNITS, new When(Years.LAST.minusDays(random.nextInt(DAYS)), known));
  }

  Timings ask(List<Way> ways, double from, double to) {
    Timings timings = new Timings();
    ask(ways, from, to, timings);
    return timings;
  }

  /**
   * @param timings to which what it takes is added
   */
  void ask(List<Way> ways, double from, double to, Timings timings) {
    int rounds = ways.stream().mapToInt(Way::rounds).max().orElse(0);
    for (int i = 0; i < rounds; i++) {
      Dashboard question = question(from, to);
      Map<String, String> first = Map.of();
      String firstName = "";
      for (int j = 0; j < ways.size(); j++) {
        Way way = ways.get(j);
        if (i < way.rounds()) {
          SortedMap<String, String> answer =
              timings.timed(way.name(), () -> way.answer().apply(question));
          if (firstName.isEmpty()) {
            first = answer;
            firstName = way.name();
          } else {
            compare(question, firstName, first, way.name(), answer);
          }
        }
      }
    }
  }

  private void compare(
      Dashboard question,
      String one,
      Map<String, String> first,
      String other,
      Map<String, String> second) {
    asked += second.size();
    if (!first.equals(second)) {
      different++;
      out.println(
          "DIFFERENT "
              + question
              + ": "
              + one
              + " and "
              + other
              + ": "
              + first.entrySet().stream()
                  .filter(e -> !e.getValue().equals(second.get(e.getKey())))
                  .limit(3)
                  .toList()
              + " "
              + second.entrySet().stream()
                  .filter(e -> !e.getValue().equals(first.get(e.getKey())))
                  .limit(3)
                  .toList());
    }
  }

  String compared() {
    return asked + " values compared, " + different + " dashboards different";
  }
}
