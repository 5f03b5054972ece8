package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuzheng.figure.DefinitionReader.Read;
import org.liuzheng.figure.Figures.Version;
import org.liuzheng.words.Text;

/**
 * The figures of one edition by the day from which they govern. On a day on which one definition
 * changes, all that stands on it changes too; a figure that does not keeps its hash.
 */
final class Dated {
  private final Map<String, List<Read>> declared = new LinkedHashMap<>();
  private final NavigableMap<LocalDate, Map<String, Installed>> figures = new TreeMap<>();

  private Dated(Edition edition) {
    edition
        .definitions()
        .forEach(d -> declared.put(d.name(), DefinitionReader.again(d, edition.schemas())));
    SortedSet<LocalDate> starts = new TreeSet<>(List.of(LocalDate.MIN));
    declared.values().stream()
        .flatMap(List::stream)
        .map(Read::until)
        .filter(until -> !until.equals(LocalDate.MAX))
        .forEach(u -> starts.add(u.plusDays(1)));
    starts.forEach(this::start);
  }

  /** Throws when a definition does not fit the schemas or the others. */
  static Dated of(Edition edition) {
    return new Dated(edition);
  }

  private void start(LocalDate day) {
    List<Read> governing =
        declared.values().stream().map(versions -> DefinitionReader.on(day, versions)).toList();
    Map<String, Installed> before = figures.isEmpty() ? Map.of() : figures.lastEntry().getValue();
    Map<String, Installed> now = new LinkedHashMap<>();
    Installation.of(governing)
        .forEach((name, figure) -> {
          Installed earlier = before.get(name);
          now.put(
              name,
              earlier != null && earlier.hash().equals(figure.hash()) ? earlier : figure.from(day));
        });
    figures.put(day, now);
  }

  /** By name, those that govern a period that begins on this day. */
  Map<String, Installed> on(LocalDate day) {
    return Objects.requireNonNull(figures.floorEntry(day)).getValue();
  }

  Collection<Installed> all() {
    return figures.values().stream().flatMap(f -> f.values().stream()).distinct().toList();
  }

  /** The definitions of a figure in the order of the days they govern; none of an unknown one. */
  List<Version> versions(String figure, long since) {
    List<Installed> versions =
        figures.values().stream()
            .filter(f -> f.containsKey(figure))
            .map(f -> Objects.requireNonNull(f.get(figure)))
            .distinct()
            .toList();
    List<Version> found = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Installed version = versions.get(i);
      LocalDate until =
          i + 1 < versions.size() ? versions.get(i + 1).from().minusDays(1) : LocalDate.MAX;
      found.add(
          new Version(
              version.definition(),
              version.hash(),
              since,
              version.from(),
              until,
              note(figure, until)));
    }
    return found;
  }

  /** What its file says about the change after {@code until}, or the files of those below it. */
  private Text note(String figure, LocalDate until) {
    List<Read> versions = declared.getOrDefault(figure, List.of());
    for (Read version : versions) {
      if (version.until().equals(until)) {
        return version.note();
      }
    }
    return versions.isEmpty() || until.equals(LocalDate.MAX)
        ? Text.same("")
        : switch (DefinitionReader.on(until, versions).definition().made()) {
          case Definition.Folded f -> Text.same("");
          case Definition.Stepped s ->
              Steps.bases(s).stream()
                  .map(b -> note(b, until))
                  .filter(n -> !n.equals(Text.same("")))
                  .findFirst()
                  .orElse(Text.same(""));
        };
  }
}
