package org.liuzheng.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The program's own sentences, read once from {@code /words/<module>.yaml}. A file maps a key to
 * {@code {zh: …, en: …}}; a sentence is a {@link MessageFormat} pattern and an argument that is a
 * {@link Text} is said in the language of the sentence.
 */
public final class Words {
  /** One file per module that speaks, {@code records} being half of the pages' own words. */
  static final List<String> MODULES =
      List.of(
          "yaml",
          "ledger",
          "register",
          "sheet",
          "calendar",
          "people",
          "figure",
          "claim",
          "board",
          "pack",
          "publication",
          "page",
          "screens",
          "records",
          "cli",
          "postgres",
          "api");

  private static final LoaderOptions ONCE = once();
  private static final Map<String, Text> SENTENCES = read();

  private Words() {}

  /** A key that stands twice in a file is a defect, not the last one's right. */
  private static LoaderOptions once() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  /** The sentence with {@code key}; a missing key is a defect and throws. */
  public static Text text(String key, Object... args) {
    Text pattern = SENTENCES.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence has the key " + key);
    }
    return new Text(fill(pattern.zh(), Lang.ZH, args), fill(pattern.en(), Lang.EN, args));
  }

  /** The sentence with {@code key}, where there is one; for names that packs may add to. */
  public static Optional<Text> find(String key) {
    return Optional.ofNullable(SENTENCES.get(key));
  }

  /** All keys, for tests. */
  static Map<String, Text> all() {
    return SENTENCES;
  }

  private static String fill(String pattern, Lang lang, Object... args) {
    Object[] said = Arrays.stream(args).map(a -> a instanceof Text t ? t.in(lang) : a).toArray();
    return new MessageFormat(pattern, lang.locale()).format(said);
  }

  private static Map<String, Text> read() {
    Map<String, Text> sentences = new HashMap<>();
    for (String module : MODULES) {
      try (InputStream file = Words.class.getResourceAsStream("/words/" + module + ".yaml")) {
        if (file != null) {
          Map<String, Map<String, String>> entries = new Yaml(new SafeConstructor(ONCE)).load(file);
          entries.forEach((key, said) ->
              sentences.put(
                  key, new Text(String.valueOf(said.get("zh")), String.valueOf(said.get("en")))));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.copyOf(sentences);
  }
}
