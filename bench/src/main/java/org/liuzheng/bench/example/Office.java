package org.liuzheng.bench.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.yaml.YamlNode;

/**
 * An office of the district and what it handles.
 *
 * @param key short name, used in file names
 * @param unit its code in the register of units
 * @param mobile how many of its items can be handled on a phone at the end of the year
 * @param matters kind of matter to what of that kind it handles
 */
record Office(
    String key,
    String unit,
    String name,
    String nameEn,
    String kind,
    int mobile,
    Map<String, List<String>> matters) {
  static final String DISTRICT = "330205";
  private static final List<String> KINDS =
      List.of("permit", "registration", "benefit", "other", "service");

  private static final List<Office> ALL =
      Vocabulary.read("offices", root -> root.items().stream().map(Office::of).toList());

  static List<Office> all() {
    return ALL;
  }

  private static Office of(YamlNode node) {
    Map<String, List<String>> matters = new LinkedHashMap<>();
    KINDS.forEach(kind -> matters.put(kind, Vocabulary.texts(node.need(kind))));
    String key = node.need("office").text();
    return new Office(
        key,
        node.get("unit").map(YamlNode::text).orElse(code(key)),
        node.need("name").text(),
        node.need("name_en").text(),
        node.need("kind").text(),
        node.need("mobile").whole(),
        matters);
  }

  private static String code(String key) {
    return DISTRICT + "-" + key;
  }

  /** The unit code of an office named by its key; a full code stays as it is. */
  static String unit(String keyOrCode) {
    return all().stream()
        .filter(o -> o.key().equals(keyOrCode))
        .map(Office::unit)
        .findFirst()
        .orElse(keyOrCode);
  }
}
