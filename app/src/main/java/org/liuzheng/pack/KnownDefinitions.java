package org.liuzheng.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liuzheng.evidence.Evidence;
import org.liuzheng.figure.Edition;
import org.liuzheng.ledger.Entry;
import org.liuzheng.ledger.EntryQuery;
import org.liuzheng.ledger.Ledger;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * What figures were, by the position from which it is known: each install entry names its files by
 * hash, and those that say what figures are lie among the kept files.
 */
final class KnownDefinitions {
  private static final int MOST_INSTALLS = 10_000;

  private final Ledger ledger;
  private final Evidence evidence;
  private final Consumer<Text> progress;

  /**
   * @param progress is told which definitions can no longer be read
   */
  KnownDefinitions(Ledger ledger, Evidence evidence, Consumer<Text> progress) {
    this.ledger = ledger;
    this.evidence = evidence;
    this.progress = progress;
  }

  void keep(Pack pack) {
    pack.defining().values().forEach(evidence::keep);
  }

  /** The last is the pack's, from its entry on; without an entry, from later than any. */
  SortedMap<Long, Edition> with(Pack pack) {
    SortedMap<Long, Edition> known = new TreeMap<>();
    Map<Map<String, String>, Edition> read = new HashMap<>();
    Edition present = new Edition(pack.content().definitions(), pack.content().schemas());
    read.put(defining(pack.files()), present);
    List<Entry> entries =
        new ArrayList<>(
                ledger.newest(
                    new EntryQuery(
                        Set.of(InstalledPack.REGISTER), "", 0, ledger.size(), MOST_INSTALLS)))
            .reversed();
    for (Entry entry : entries) {
      Map<String, String> files = defining(files(entry));
      Optional<Edition> edition = Optional.ofNullable(read.get(files));
      edition
          .or(() -> edition(entry, files))
          .ifPresent(e -> {
            read.put(files, e);
            if (known.isEmpty() || !known.lastEntry().getValue().equals(e)) {
              known.put(entry.seq() + 1, e);
            }
          });
    }
    if (known.isEmpty() || !known.lastEntry().getValue().equals(present)) {
      known.put(Long.MAX_VALUE, present);
    }
    return known;
  }

  static Map<String, String> files(Entry entry) {
    return named(entry, "files");
  }

  /** A map of texts in the body of an entry; empty when it has none of that name. */
  static Map<String, String> named(Entry entry, String part) {
    Map<String, String> files = new TreeMap<>();
    if (entry.body().get(part) instanceof Map<?, ?> named) {
      named.forEach((file, hash) -> files.put(String.valueOf(file), String.valueOf(hash)));
    }
    return files;
  }

  private static Map<String, String> defining(Map<String, String> files) {
    Map<String, String> defining = new TreeMap<>(files);
    defining.keySet().removeIf(file -> !PackReader.defines(file));
    return defining;
  }

  private Optional<Edition> edition(Entry entry, Map<String, String> files) {
    Map<String, byte[]> held = new TreeMap<>();
    for (Map.Entry<String, String> named : files.entrySet()) {
      Optional<byte[]> content = evidence.open(named.getValue());
      if (content.isEmpty()) {
        return unreadable(entry, Words.text("pack.file_not_kept", named.getKey()));
      }
      held.put(named.getKey(), content.get());
    }
    Packs.Loaded loaded = read(entry.record(), held);
    if (!loaded.flaws().isEmpty()) {
      Flaw flaw = loaded.flaws().getFirst();
      return unreadable(
          entry,
          Words.text("pack.flaw_now", flaw.file(), String.valueOf(flaw.line()), flaw.says()));
    }
    return Optional.of(
        new Edition(loaded.pack().content().definitions(), loaded.pack().content().schemas()));
  }

  /**
   * Reads a pack from the content of the files that define figures.
   *
   * @param pack its name, @param files path to content
   */
  static Packs.Loaded read(String pack, Map<String, byte[]> files) {
    Path around = Path.of("").toAbsolutePath();
    Map<Path, byte[]> held = new HashMap<>();
    Path root = around.resolve(pack);
    for (Map.Entry<String, byte[]> named : files.entrySet()) {
      Path file = around.resolve(named.getKey()).normalize();
      held.put(file, named.getValue());
      if (declares(named.getValue(), named.getKey(), pack)) {
        root = Objects.requireNonNullElse(file.getParent(), root);
      }
    }
    return new PackReader(root, new PackFiles.Held(held)).read();
  }

  private static boolean declares(byte[] content, String file, String pack) {
    return file.endsWith("/" + PackReader.PACK_FILE)
        && YamlNode.read(file, new String(content, StandardCharsets.UTF_8), new ArrayList<>())
            .get("pack")
            .filter(p -> p.isText() && p.text().equals(pack))
            .isPresent();
  }

  private Optional<Edition> unreadable(Entry entry, Text why) {
    progress.accept(Words.text("pack.definitions_unreadable", String.valueOf(entry.seq()), why));
    return Optional.empty();
  }
}
