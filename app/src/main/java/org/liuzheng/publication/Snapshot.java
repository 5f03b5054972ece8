package org.liuzheng.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Json;

/**
 * What a publication fixes, as canonical JSON that is kept by its hash.
 *
 * @param pack the name of the district's pack
 * @param files path to SHA-256 of every file that says what registers, figures, calendar and report
 *     were
 * @param entries register to the seqs of its entries below the position, such as {@code 0-57,60}
 * @param claims in the order of the text
 */
public record Snapshot(
    String pack, Map<String, String> files, Map<String, String> entries, List<Fixed> claims) {

  /**
   * A claim as it was told.
   *
   * @param words by language, the words of the text
   * @param computed by language, what the records gave
   * @param values what it rests on: figure, unit, period, filters and exact value, as one line each
   */
  public record Fixed(
      String id,
      String verdict,
      Map<String, String> words,
      Map<String, String> computed,
      List<String> values) {

    private Map<String, Object> map() {
      return Map.of(
          "id", id, "verdict", verdict, "words", words, "computed", computed, "values", values);
    }

    private static Fixed of(Map<?, ?> map) {
      return new Fixed(
          text(map, "id"),
          text(map, "verdict"),
          texts(map, "words"),
          texts(map, "computed"),
          list(map, "values").stream().map(String::valueOf).toList());
    }
  }

  byte[] bytes() {
    return CanonicalJson.text(
            Map.of(
                "pack",
                pack,
                "files",
                files,
                "entries",
                entries,
                "claims",
                claims.stream().map(Fixed::map).toList()))
        .getBytes(StandardCharsets.UTF_8);
  }

  static Snapshot of(byte[] bytes) {
    Map<String, Object> map = Json.object(new String(bytes, StandardCharsets.UTF_8));
    List<Fixed> claims = new ArrayList<>();
    list(map, "claims").forEach(c -> claims.add(Fixed.of((Map<?, ?>) c)));
    return new Snapshot(text(map, "pack"), texts(map, "files"), texts(map, "entries"), claims);
  }

  private static String text(Map<?, ?> map, String name) {
    return String.valueOf(map.get(name));
  }

  private static Map<String, String> texts(Map<?, ?> map, String name) {
    Map<String, String> texts = new TreeMap<>();
    ((Map<?, ?>) Objects.requireNonNull(map.get(name)))
        .forEach((k, v) -> texts.put(String.valueOf(k), String.valueOf(v)));
    return texts;
  }

  private static List<?> list(Map<?, ?> map, String name) {
    return (List<?>) Objects.requireNonNull(map.get(name));
  }
}
