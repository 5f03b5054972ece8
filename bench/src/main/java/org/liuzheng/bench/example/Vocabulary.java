package org.liuzheng.bench.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/** The example's words, read from {@code resources/example}; a mistake in them ends the program. */
final class Vocabulary {
  private Vocabulary() {}

  /** What a file's root node is turned into. */
  interface Reader<T> {
    T read(YamlNode root);
  }

  static <T> T read(String name, Reader<T> reader) {
    String path = "/example/" + name + ".yaml";
    try (InputStream file = Vocabulary.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("no resource " + path);
      }
      List<Flaw> flaws = new ArrayList<>();
      YamlNode root =
          YamlNode.read(
              name + ".yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8), flaws);
      T read = reader.read(root);
      if (!flaws.isEmpty()) {
        throw new IllegalStateException("flaws in the example's words: " + flaws);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is there under a key; an error names those that are. */
  static <T> T need(Map<String, T> words, String key) {
    T found = words.get(key);
    if (found == null) {
      throw new IllegalArgumentException("%s is not among %s".formatted(key, words.keySet()));
    }
    return found;
  }

  static List<String> texts(YamlNode list) {
    return list.items().stream().map(YamlNode::text).toList();
  }
}
