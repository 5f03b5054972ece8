package org.liuzheng.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.figure.Definition;
import org.liuzheng.words.Lang;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** Reads the files of other names; two things of one unit must not be called alike. */
final class OtherNamesReader {
  private static final String FIGURE = "figure";
  private static final String WHERE = "where";

  private final FigureShelf figures;
  private final List<Flaw> flaws;
  private final Map<Called, String> taken = new HashMap<>();

  /** A name with the unit of what it names: a number tells by its unit which of two is meant. */
  private record Called(Lang lang, String name, String unit) {
    static Called of(Lang lang, String name, Definition definition) {
      String letters = name.toLowerCase(Locale.ROOT).replaceAll("[\\s“”\"]+", "");
      return new Called(lang, letters, definition.unit().zh());
    }
  }

  OtherNamesReader(List<Definition> definitions, List<OtherNames> known, List<Flaw> flaws) {
    this.figures = new FigureShelf(definitions);
    this.flaws = flaws;
    for (Definition d : definitions) {
      for (Lang lang : Lang.values()) {
        taken.putIfAbsent(Called.of(lang, d.label().in(lang), d), d.name());
      }
    }
    for (OtherNames other : known) {
      figures
          .find(other.figure())
          .ifPresent(d ->
              other
                  .names()
                  .forEach((lang, names) ->
                      names.forEach(n ->
                          taken.putIfAbsent(Called.of(lang, n, d), called(d, other.where())))));
    }
  }

  List<OtherNames> read(Map<String, String> files) {
    List<OtherNames> read = new ArrayList<>();
    files.forEach((file, content) ->
        YamlNode.read(file, content, flaws).items().forEach(n -> one(n).ifPresent(read::add)));
    return read;
  }

  private Optional<OtherNames> one(YamlNode node) {
    node.onlyKeys(FIGURE, WHERE, "zh", "en");
    YamlNode named = node.need(FIGURE);
    String name = named.text();
    Optional<Definition> definition = figures.find(name);
    if (definition.isEmpty()) {
      if (!name.isEmpty()) {
        named.flaw("claim.unknown_figure", name, figures.nearest(name));
      }
      return Optional.empty();
    }
    int before = flaws.size();
    Map<String, String> where = where(node, definition.get());
    Map<Lang, List<String>> names = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      names.put(
          lang,
          names(node.need(lang.name().toLowerCase(Locale.ROOT)), lang, definition.get(), where));
    }
    return flaws.size() == before
        ? Optional.of(new OtherNames(definition.get().name(), where, names))
        : Optional.empty();
  }

  private Map<String, String> where(YamlNode node, Definition definition) {
    Map<String, Given.Option> filter = new LinkedHashMap<>();
    Map<String, String> where = new LinkedHashMap<>();
    node.get(WHERE)
        .map(YamlNode::entries)
        .orElse(Map.of())
        .forEach((column, value) -> {
          filter.put(column, new Given.Option(value.text(), value::flaw));
          where.put(column, value.text());
        });
    figures.known(filter, definition);
    return where;
  }

  private List<String> names(
      YamlNode node, Lang lang, Definition definition, Map<String, String> where) {
    List<String> names = new ArrayList<>();
    for (YamlNode item : node.items()) {
      String name = item.text().strip();
      String mine = called(definition, where);
      String other = taken.putIfAbsent(Called.of(lang, name, definition), mine);
      if (name.codePointCount(0, name.length()) < 2) {
        item.flaw("claim.name_short", name);
      } else if (other != null) {
        item.flaw(
            other.equals(mine) ? "claim.name_twice" : "claim.name_of_two",
            name,
            definition.unit(),
            other);
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** A figure and the part that is meant, as a link would ask. */
  private static String called(Definition definition, Map<String, String> where) {
    StringBuilder called = new StringBuilder(definition.name());
    where.forEach((column, value) ->
        called
            .append(called.indexOf("?") < 0 ? '?' : '&')
            .append(column)
            .append('=')
            .append(value));
    return called.toString();
  }
}
