package org.liuzheng.bench.example;

import java.util.List;
import org.liuzheng.yaml.YamlNode;

/** What offices write: titles, senders, documents, remarks. */
final class Titles {
  private static final YamlNode WORDS = Vocabulary.read("words", root -> root);

  private Titles() {}

  /**
   * @param path keys from the top, separated by dots
   */
  static String said(String path, Object... args) {
    String said = node(path).text();
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  static List<String> list(String path) {
    return Vocabulary.texts(node(path));
  }

  static YamlNode node(String path) {
    int dot = path.lastIndexOf('.');
    YamlNode above = dot < 0 ? WORDS : node(path.substring(0, dot));
    return above
        .get(path.substring(dot + 1))
        .orElseThrow(() -> new IllegalArgumentException("no words at " + path));
  }
}
