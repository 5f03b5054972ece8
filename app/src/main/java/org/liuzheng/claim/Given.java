package org.liuzheng.claim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.words.Text;

/**
 * A reading of a claim as its author gave it, in a report's YAML or in a link of its text.
 *
 * @param options key to value, without {@code says} and {@code each}
 * @param lists options that are lists, {@code are} and {@code has}
 * @param each filters that must all be as the claim says
 */
record Given(
    Text says,
    Map<String, Option> options,
    Map<String, List<Option>> lists,
    List<Map<String, Option>> each,
    Spot place) {
  /** Options of which several values can be given. */
  static final Set<String> LISTS = Set.of("are", "has");

  /** Where a flaw can be reported. */
  interface Spot {
    void flaw(String key, Object... args);
  }

  /**
   * @param place of the value
   */
  record Option(String value, Spot place) {}

  /** What a link says after {@code claim:}, such as {@code gdp?unit=330205&period=2018}. */
  static Given of(String target, Spot place) {
    String[] parts = target.split("\\?", 2);
    Map<String, Option> options = new LinkedHashMap<>();
    options.put("figure", new Option(decoded(parts[0]), place));
    for (String pair : parts.length == 2 ? parts[1].split("&") : new String[0]) {
      String[] both = pair.split("=", 2);
      if (both.length == 2) {
        options.put(decoded(both[0]), new Option(decoded(both[1]), place));
      } else {
        place.flaw("claim.wants_equals", pair);
      }
    }
    return new Given(Text.same(""), options, Map.of(), List.of(), place);
  }

  /** Percent signs as in addresses; a plus stays a plus. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
