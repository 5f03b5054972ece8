package org.liuzheng.claim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuzheng.claim.Manuscript.Linked;
import org.liuzheng.claim.Manuscript.Passage;
import org.liuzheng.claim.Manuscript.Place;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * A report's text with the claim that each link stands for. A link names a declared claim, or asks
 * a figure itself; then the claim's id is the figure's name, with a number from the second on.
 *
 * @param claims without the links that name nothing known and those marked as labels
 */
record BoundText(List<Passage> passages, Map<Linked, Claim> claims) {
  private static final String LABEL = "label";

  /** Where flaws of the text go. */
  interface Flaws {
    void at(Place place, Text says);
  }

  static BoundText of(
      Manuscript manuscript,
      Map<String, Claim> declared,
      ReadingReader readings,
      FigureShelf figures,
      Flaws flaws) {
    Map<Linked, Claim> claims = new LinkedHashMap<>();
    Set<String> used = new HashSet<>(declared.keySet());
    Map<String, Place> seen = new HashMap<>();
    for (Passage passage : manuscript.passages()) {
      for (Manuscript.Run run : passage.runs()) {
        if (run instanceof Linked link && !link.target().equals(LABEL)) {
          claim(link, declared, readings, figures, flaws)
              .ifPresent(claim -> {
                boolean known = declared.containsKey(claim.id());
                Place first = known ? seen.putIfAbsent(claim.id(), link.place()) : null;
                if (first != null) {
                  flaws.at(
                      link.place(),
                      Words.text("claim.bound_twice", claim.id(), String.valueOf(first.line())));
                }
                claims.put(link, known ? claim : unique(claim, used));
              });
        }
      }
    }
    return new BoundText(manuscript.passages(), claims);
  }

  private static Claim unique(Claim claim, Set<String> used) {
    String id = claim.id();
    for (int n = 2; !used.add(id); n++) {
      id = claim.id() + "-" + n;
    }
    return new Claim(id, claim.readings());
  }

  private static Optional<Claim> claim(
      Linked link,
      Map<String, Claim> declared,
      ReadingReader readings,
      FigureShelf figures,
      Flaws flaws) {
    Given.Spot here = (key, args) -> flaws.at(link.place(), Words.text(key, args));
    Claim named = declared.get(link.target());
    if (named != null) {
      return Optional.of(named);
    }
    Given given = Given.of(link.target(), here);
    String name =
        Optional.ofNullable(given.options().get("figure")).map(Given.Option::value).orElse("");
    if (declared.containsKey(name)) {
      here.flaw("claim.declared_has_options", name);
      return Optional.empty();
    }
    if (!link.target().contains("?") && figures.find(name).isEmpty()) {
      here.flaw("claim.unknown_claim", link.target(), String.join(", ", declared.keySet()));
      return Optional.empty();
    }
    return readings.read(given).map(reading -> new Claim(name, List.of(reading)));
  }
}
