package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.bench.example.SubProject.Adjusted;
import org.liuzheng.bench.example.SubProject.Times;
import org.liuzheng.yaml.YamlNode;

/**
 * The sub-projects: which were issued, labelled, started, finished, and when by which plan. Of 63,
 * 21 finish before the day planned when they were issued. Five of those that do not would by a plan
 * moved later, and two that do would not by a plan moved earlier.
 */
final class Campaign {
  private static final int EARLY = 21;
  private static final int LATE = 14;
  private static final int MOVED_LATER = 5;
  private static final int MOVED_EARLIER = 2;
  private static final int RUNNING_MOVED = 4;
  private static final int CONCENTRATED_START = 21;
  private static final int CITY_KEY = 14;
  private static final int BOTH = 6;
  private static final int SMALL = 14_000;
  private static final LocalDate ISSUED = LocalDate.of(2018, 2, 26);
  private static final LocalDate ISSUED_AFTER = LocalDate.of(2018, 3, 12);
  static final LocalDate ADJUSTED = LocalDate.of(2018, 6, 15);
  static final LocalDate ADJUSTED_AGAIN = LocalDate.of(2018, 9, 20);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);

  /** What a sub-project's year is like. */
  private enum Fate {
    EARLY,
    LATE,
    RUNNING,
    NOT_STARTED
  }

  private record Given(
      String programme, String contest, String name, int invest, String at, String office) {}

  private final Dice dice = Dice.of("campaign");
  private final List<Given> given;
  private final List<Fate> fates = new ArrayList<>();
  private final Set<Integer> moved = new HashSet<>();
  private final List<Set<String>> labels = new ArrayList<>();

  private Campaign(List<Given> given) {
    this.given = given;
    given.forEach(g -> {
      fates.add(Fate.RUNNING);
      labels.add(new HashSet<>());
    });
  }

  static List<SubProject> of2018() {
    Campaign campaign = Vocabulary.read("projects", root -> new Campaign(given(root)));
    campaign.decide();
    campaign.label();
    List<SubProject> projects = new ArrayList<>();
    for (int i = 0; i < campaign.given.size(); i++) {
      projects.add(campaign.project(i));
    }
    return projects;
  }

  private static List<Given> given(YamlNode root) {
    List<Given> all = new ArrayList<>();
    root.need("programmes")
        .items()
        .forEach(programme ->
            programme
                .need("projects")
                .items()
                .forEach(p ->
                    all.add(
                        new Given(
                            programme.need("programme").text(),
                            programme.need("contest").text(),
                            p.need("name").text(),
                            p.get("invest").map(YamlNode::whole).orElse(0),
                            p.need("at").text(),
                            Office.unit(p.need("office").text())))));
    return all;
  }

  private List<Integer> those(java.util.function.IntPredicate fit) {
    return java.util.stream.IntStream.range(0, given.size()).filter(fit).boxed().toList();
  }

  /** What is small or costs nothing can end within the year. */
  private void decide() {
    List<Integer> done = dice.some(EARLY + LATE, those(i -> given.get(i).invest() <= SMALL));
    done.forEach(i -> fates.set(i, Fate.LATE));
    done.subList(0, EARLY).forEach(i -> fates.set(i, Fate.EARLY));
    moved.addAll(done.subList(0, MOVED_EARLIER));
    moved.addAll(done.subList(EARLY, EARLY + MOVED_LATER));
    List<Integer> running =
        dice.some(
            RUNNING_MOVED + 2,
            those(i ->
                fates.get(i) == Fate.RUNNING
                    && given.get(i).invest() > 0
                    && !given.get(i).contest().equals("urban_rural")));
    moved.addAll(running.subList(0, RUNNING_MOVED));
    running.subList(RUNNING_MOVED, running.size()).forEach(i -> fates.set(i, Fate.NOT_STARTED));
  }

  /** The two labels overlap; of the four projects of the mayors one has not started. */
  private void label() {
    List<Integer> started =
        those(i -> fates.get(i) != Fate.NOT_STARTED && given.get(i).invest() >= SMALL / 2).stream()
            .sorted(Comparator.comparingInt((Integer i) -> given.get(i).invest()).reversed())
            .toList();
    List<Integer> large = dice.shuffled(started.subList(0, CONCENTRATED_START + CITY_KEY - BOTH));
    large.subList(0, CONCENTRATED_START).forEach(i -> labels.get(i).add("concentrated_start"));
    large
        .subList(CONCENTRATED_START - BOTH, large.size())
        .forEach(i -> labels.get(i).add("city_key"));
    started.stream()
        .filter(i -> given.get(i).contest().equals("project"))
        .limit(3)
        .forEach(i -> labels.get(i).add("mayor_project"));
    labels.get(those(i -> fates.get(i) == Fate.NOT_STARTED).getFirst()).add("mayor_project");
  }

  private SubProject project(int i) {
    Given g = given.get(i);
    int share =
        fates.get(i) == Fate.RUNNING
            ? dice.between(16, 52)
            : fates.get(i) == Fate.NOT_STARTED ? dice.between(6, 12) : 100;
    return new SubProject(
        "2018-%03d".formatted(i + 1),
        g.programme(),
        g.contest(),
        g.name(),
        g.office(),
        g.at(),
        g.invest(),
        g.invest() * share / 1000 * 10,
        Set.copyOf(labels.get(i)),
        times(i));
  }

  private Times times(int i) {
    LocalDate issued = i % 4 == 3 ? ISSUED_AFTER : ISSUED;
    LocalDate start = issued.plusDays(dice.between(9, 85));
    Optional<LocalDate> started =
        fates.get(i) == Fate.NOT_STARTED
            ? Optional.empty()
            : Optional.of(start.plusDays(dice.between(-8, 11)));
    return switch (fates.get(i)) {
      case EARLY -> {
        LocalDate planned = dice.day(LocalDate.of(2018, 8, 20), LocalDate.of(2019, 1, 31));
        LocalDate last = planned.isAfter(YEAR_END) ? YEAR_END.minusDays(2) : planned.minusDays(1);
        LocalDate finished = last.minusDays(dice.skewed(0, 38));
        yield new Times(
            issued,
            start,
            planned,
            started,
            Optional.of(finished),
            moved.contains(i)
                ? Optional.of(new Adjusted(ADJUSTED, finished.minusDays(6), 3))
                : Optional.empty());
      }
      case LATE -> {
        LocalDate planned = dice.day(LocalDate.of(2018, 7, 31), LocalDate.of(2018, 11, 30));
        LocalDate finished =
            planned.plusDays(moved.contains(i) ? dice.between(8, 24) : dice.skewed(0, 27));
        yield new Times(
            issued,
            start,
            planned,
            started,
            Optional.of(finished),
            moved.contains(i)
                ? Optional.of(
                    new Adjusted(
                        ADJUSTED, finished.plusDays(dice.between(5, 40)), dice.between(0, 2)))
                : Optional.empty());
      }
      case RUNNING, NOT_STARTED -> {
        LocalDate planned = dice.day(LocalDate.of(2018, 12, 10), LocalDate.of(2020, 11, 30));
        yield new Times(
            issued,
            start,
            planned,
            started,
            Optional.empty(),
            moved.contains(i)
                ? Optional.of(
                    new Adjusted(
                        ADJUSTED_AGAIN,
                        planned.plusDays(dice.between(40, 150)),
                        dice.between(0, 2)))
                : Optional.empty());
      }
    };
  }
}
