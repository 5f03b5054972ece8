package org.liuzheng.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * The words of one language that numbers, units and bounds are written with, read from {@code
 * /claim/lexicon.yaml}.
 *
 * @param signs further words of the grammar of numbers, by role
 * @param around bound words that are also read when they stand directly beside the brackets
 * @param dates what a number stands in when it is a date
 * @param years further dates, which in the words of a claim would be numbers
 * @param order what a number stands in when it only orders or names something
 * @param heads what orders a heading or an item at its start
 * @param sayings what claims something without a number
 */
record Lexicon(
    Numbers numbers,
    Map<String, List<String>> signs,
    Words words,
    Set<String> around,
    List<Unit> units,
    List<Pattern> dates,
    List<Pattern> years,
    List<Pattern> order,
    List<Pattern> heads,
    Dating dating,
    List<Saying> sayings) {
  private static final Map<Lang, Lexicon> READ = read();

  /**
   * @param words one word to its number: digits in Chinese, zero to ninety in English
   * @param places Chinese ten, hundred, thousand; empty in English
   * @param scales Chinese ten thousand and hundred million; English thousand and so on
   * @param ordinals English first, second …; empty in Chinese
   * @param parts English half, thirds …; empty in Chinese
   */
  record Numbers(
      Map<String, Long> words,
      Map<String, Long> places,
      Map<String, Long> scales,
      Map<String, Long> ordinals,
      Map<String, Long> parts) {}

  /**
   * @param before bounds that stand before the number, @param after those that stand behind it
   * @param afterUnit those that stand behind the number's unit alone
   * @param mustTouch bounds that are a flaw when they stand apart from the number
   * @param between words that may stand between a bound and its number
   * @param down words that make a change negative, {@code downAround} also beside the brackets
   * @param universal words that allow no exception
   * @param first words that mean the first rank without a number
   * @param idioms words that look like a number or a bound and are none
   * @param placedBy words behind which an ordinal is a place, @param places words before which
   * @param notCounted words that may stand behind a number and are not what is counted
   */
  record Words(
      Map<String, Bound> before,
      Map<String, Bound> after,
      Map<String, Bound> afterUnit,
      List<String> mustTouch,
      List<String> between,
      List<String> down,
      List<String> downAround,
      List<String> universal,
      List<String> first,
      List<String> idioms,
      List<String> placedBy,
      List<String> places,
      List<String> notCounted) {}

  /**
   * How dates are said.
   *
   * @param said patterns with the groups {@code y}, {@code m} and {@code d}, and some with {@code
   *     r}, a word for a year, and {@code t}, a part of the month
   * @param otherYears word to how many years the date may lie before the year that is spoken of
   * @param partsOfMonth word to its days
   */
  record Dating(
      List<Pattern> said, Map<String, Integer> otherYears, Map<String, Days> partsOfMonth) {}

  record Days(int first, int last) {
    private static Days parse(String text) {
      String[] both = text.split("-", 2);
      return new Days(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
    }
  }

  /**
   * Words that claim something without a number.
   *
   * @param kinds the kinds of claims that can prove it; empty for praise
   */
  record Saying(Set<Kind> kinds, List<Pattern> patterns) {}

  /**
   * A unit with its words in one language.
   *
   * @param words plural and singular first where the language has them
   * @param front words that stand before the number
   * @param said how it is said after a number; empty for as the figure says it
   */
  record Unit(
      String dimension, Fraction worth, List<String> words, List<String> front, String said) {
    Measure measure(String word) {
      return new Measure(dimension, worth, 1, word);
    }
  }

  static Lexicon of(Lang lang) {
    return Optional.ofNullable(READ.get(lang)).orElseThrow();
  }

  String sign(String role) {
    return signs.getOrDefault(role, List.of()).stream().findFirst().orElse("");
  }

  private static Map<Lang, Lexicon> read() {
    String file = "/claim/lexicon.yaml";
    List<Flaw> flaws = new ArrayList<>();
    Map<Lang, Lexicon> read = new EnumMap<>(Lang.class);
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      YamlNode root =
          YamlNode.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), flaws);
      for (Lang lang : Lang.values()) {
        read.put(lang, read(root, lang.name().toLowerCase(Locale.ROOT)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!flaws.isEmpty()) {
      throw new IllegalStateException("the lexicon has flaws: " + flaws);
    }
    return read;
  }

  private static Lexicon read(YamlNode root, String lang) {
    YamlNode node = root.need(lang);
    Map<String, List<String>> signs = new LinkedHashMap<>();
    node.need("signs").entries().forEach((role, words) -> signs.put(role, texts(words)));
    Map<String, Long> ones = new LinkedHashMap<>(numbers(node, "digits"));
    ones.putAll(numbers(node, "words"));
    Map<String, Long> scales = new LinkedHashMap<>(numbers(node, "sections"));
    scales.putAll(numbers(node, "scales"));
    List<Unit> units = new ArrayList<>();
    root.need("units").items().forEach(u -> unit(u, lang).ifPresent(units::add));
    return new Lexicon(
        new Numbers(
            ones,
            numbers(node, "places"),
            scales,
            numbers(node, "ordinals"),
            numbers(node, "parts")),
        signs,
        new Words(
            bounds(node, "before"),
            bounds(node, "after"),
            bounds(node, "after_unit"),
            list(node, "must_touch"),
            list(node, "between"),
            list(node, "down"),
            list(node, "down_around"),
            list(node, "universal"),
            list(node, "first"),
            list(node, "idioms"),
            list(root.need("placed_by"), lang),
            list(root.need("places"), lang),
            list(root.need("not_counted"), lang)),
        bounds(node, "around").keySet(),
        units,
        patterns(root.need("dates").need(lang)),
        patterns(root.need("years").need(lang)),
        patterns(root.need("order").need(lang)),
        patterns(root.need("heads").need(lang)),
        dating(root, lang),
        root.need("sayings").items().stream().map(n -> saying(n, lang)).toList());
  }

  private static Dating dating(YamlNode root, String lang) {
    Map<String, Days> parts = new LinkedHashMap<>();
    root.need("parts_of_month")
        .need(lang)
        .entries()
        .forEach((word, days) -> parts.put(word, Days.parse(days.text())));
    Map<String, Integer> years = new LinkedHashMap<>();
    numbers(root.need("other_years"), lang)
        .forEach((word, before) -> years.put(word, before.intValue()));
    return new Dating(patterns(root.need("said_dates").need(lang)), years, parts);
  }

  private static Saying saying(YamlNode node, String lang) {
    return new Saying(
        texts(node.need("kinds")).stream().map(Kind::valueOf).collect(Collectors.toSet()),
        patterns(node.need(lang)));
  }

  private static Optional<Unit> unit(YamlNode node, String lang) {
    boolean spoken = node.get(lang).isPresent();
    String said = lang.equals("zh") ? node.get("said").map(YamlNode::text).orElse("") : "";
    return spoken
        ? Optional.of(
            new Unit(
                node.need("is").text(),
                Fraction.parse(node.need("worth").text()),
                list(node, lang),
                list(node, "front"),
                said))
        : Optional.empty();
  }

  private static Map<String, Bound> bounds(YamlNode node, String where) {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    node.need("bounds")
        .entries()
        .forEach((name, words) ->
            list(words, where)
                .forEach(w -> bounds.put(w, Bound.valueOf(name.toUpperCase(Locale.ROOT)))));
    return bounds;
  }

  private static Map<String, Long> numbers(YamlNode node, String key) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    node.get(key)
        .ifPresent(map ->
            map.entries()
                .forEach((word, number) -> numbers.put(word, Long.parseLong(number.text()))));
    return numbers;
  }

  private static List<String> list(YamlNode node, String key) {
    return node.get(key).map(Lexicon::texts).orElse(List.of());
  }

  private static List<String> texts(YamlNode node) {
    return node.items().stream().map(YamlNode::text).toList();
  }

  private static List<Pattern> patterns(YamlNode node) {
    return texts(node).stream().map(p -> Pattern.compile(p, Pattern.CASE_INSENSITIVE)).toList();
  }
}
