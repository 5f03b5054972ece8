package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuzheng.figure.Figures.Version;
import org.liuzheng.register.When;

/**
 * The figures by the position from which their definitions are known. Before the first position the
 * first edition is taken, and for a figure that was not thought of yet, the first that has it.
 */
final class Editions {
  static final Editions NONE = new Editions(new TreeMap<>(), Map.of());

  private final NavigableMap<Long, Dated> known;
  private final Map<Edition, Dated> compiled;

  private Editions(NavigableMap<Long, Dated> known, Map<Edition, Dated> compiled) {
    this.known = known;
    this.compiled = compiled;
  }

  static Editions of(SortedMap<Long, Edition> editions) {
    return NONE.instead(editions);
  }

  /** These instead; what was compiled before is not compiled again. */
  Editions instead(SortedMap<Long, Edition> editions) {
    NavigableMap<Long, Dated> instead = new TreeMap<>();
    Map<Edition, Dated> once = new LinkedHashMap<>(compiled);
    editions.forEach(
        (since, edition) -> instead.put(since, once.computeIfAbsent(edition, Dated::of)));
    return new Editions(instead, once);
  }

  /** By name, the figures among which {@code ask.figure()} is to be evaluated. */
  Map<String, Installed> of(Ask ask) {
    When when = ask.governing();
    return after(when.known()).values().stream()
        .map(d -> d.on(when.on()))
        .filter(f -> f.containsKey(ask.figure()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no figure %s among %s".formatted(ask.figure(), now().keySet())));
  }

  /** The edition of a position and all that came later. */
  private SortedMap<Long, Dated> after(long position) {
    Long since = known.floorKey(position);
    return since == null ? known : known.tailMap(since, true);
  }

  /** The definitions as known last, as they govern last. */
  Map<String, Installed> now() {
    return known.isEmpty() ? Map.of() : known.lastEntry().getValue().on(LocalDate.MAX);
  }

  /** Positions at which definitions were installed, after one and up to another. */
  SortedSet<Long> positions(long after, long upTo) {
    return new TreeSet<>(known.subMap(after, false, Math.max(after, upTo), true).keySet());
  }

  List<Installed> all() {
    return known.values().stream().flatMap(d -> d.all().stream()).toList();
  }

  /** An edition that says the same of a figure as the one before says nothing new. */
  List<Version> versions(String figure) {
    List<Version> versions = new ArrayList<>();
    List<Said> last = List.of();
    for (Map.Entry<Long, Dated> edition : known.entrySet()) {
      List<Version> here = edition.getValue().versions(figure, edition.getKey());
      List<Said> says = here.stream().map(v -> new Said(v.hash(), v.from())).toList();
      if (!says.equals(last)) {
        versions.addAll(here);
        last = says;
      }
    }
    return versions;
  }

  private record Said(String hash, LocalDate from) {}
}
