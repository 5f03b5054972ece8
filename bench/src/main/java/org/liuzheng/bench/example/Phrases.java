package org.liuzheng.bench.example;

import java.util.List;
import org.liuzheng.yaml.YamlNode;

/** The words of one area of the example, from a file of its own. */
final class Phrases {
  private final String file;
  private final YamlNode words;

  private Phrases(String file) {
    this.file = file;
    this.words = Vocabulary.read(file, root -> root);
  }

  static Phrases of(String file) {
    return new Phrases(file);
  }

  /**
   * @param path keys from the top, separated by dots
   */
  String said(String path, Object... args) {
    String said = node(path).text();
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  List<String> list(String path) {
    return Vocabulary.texts(node(path));
  }

  YamlNode node(String path) {
    YamlNode node = words;
    for (String key : path.split("\\.", -1)) {
      node =
          node.get(key)
              .orElseThrow(
                  () -> new IllegalArgumentException("no words at %s in %s".formatted(path, file)));
    }
    return node;
  }
}
