package org.liuzheng.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An excerpt of a log that checks itself: some entries in full, each with its way to the root of
 * one signed checkpoint. On disk a folder or a ZIP of {@code key}, {@code checkpoint} and {@code
 * entries.jsonl}, as {@code docs/specs/log.md} describes.
 *
 * @param key the log's verifier key
 * @param note the checkpoint as served
 */
public record Bundle(String key, String note, List<Item> items) {
  private static final String KEY = "key";
  private static final String CHECKPOINT = "checkpoint";
  private static final String ENTRIES = "entries.jsonl";
  private static final Set<String> FIELDS = Set.of("seq", "entry", "salt", "path");

  public Bundle {
    items = List.copyOf(items);
  }

  /**
   * One entry.
   *
   * @param canonical the entry's canonical JSON text
   * @param path from the leaf to the root
   */
  public record Item(long seq, String canonical, byte[] salt, List<byte[]> path) {
    public Item {
      path = List.copyOf(path);
    }
  }

  /** One thing that was checked, such as {@code entry 5}. */
  public record Finding(String about, Check check) {}

  /** Reads a folder or a ZIP file. */
  public static Bundle read(Path bundle) throws IOException {
    if (Files.isDirectory(bundle)) {
      return readFolder(bundle);
    }
    if (!Files.isRegularFile(bundle)) {
      throw new NotInFormat("there is no bundle at %s", bundle);
    }
    try (FileSystem zip = FileSystems.newFileSystem(bundle, Map.of("accessMode", "readOnly"))) {
      return readFolder(zip.getPath("/"));
    } catch (java.nio.file.ProviderNotFoundException | java.util.zip.ZipException e) {
      throw new NotInFormat("%s is neither a folder nor a ZIP file", bundle);
    }
  }

  /** Writes the ZIP; the same bundle always gives the same bytes. */
  public void write(OutputStream out) throws IOException {
    write(out, key, note, items);
  }

  /** Writes the ZIP of a bundle whose items need not be held at once. */
  public static void write(OutputStream out, String key, String note, Iterable<Item> items)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    begin(zip, KEY);
    zip.write(utf8(key + "\n"));
    begin(zip, CHECKPOINT);
    zip.write(utf8(note));
    begin(zip, ENTRIES);
    for (Item item : items) {
      zip.write(utf8(line(item) + "\n"));
    }
    zip.closeEntry();
    zip.finish();
  }

  /**
   * Checks everything; first the checkpoint, without which no entry can be sound.
   *
   * @param trusted the log's key as the reader knows it from elsewhere
   */
  public List<Finding> check(VerifierKey trusted) {
    List<Finding> findings = new ArrayList<>();
    switch (Checkpoint.open(note, trusted)) {
      case Checkpoint.Opened.Refused refused ->
          findings.add(new Finding("checkpoint", new Check.Unsound(refused.reason())));
      case Checkpoint.Opened.Trusted opened -> {
        Checkpoint checkpoint = opened.checkpoint();
        findings.add(
            new Finding("checkpoint of %d entries".formatted(checkpoint.size()), Check.sound()));
        Set<Long> seen = new HashSet<>();
        for (Item item : items) {
          Check check =
              seen.add(item.seq())
                  ? check(item, checkpoint)
                  : Check.unsound("it is in the bundle twice");
          findings.add(new Finding("entry " + item.seq(), check));
        }
      }
    }
    return findings;
  }

  private static Check check(Item item, Checkpoint checkpoint) {
    try {
      Map<String, Object> entry = Json.object(item.canonical());
      if (!CanonicalJson.text(entry).equals(item.canonical())) {
        return Check.unsound("its text is not canonical JSON");
      }
      if (!Long.valueOf(item.seq()).equals(entry.get("seq"))) {
        return Check.unsound(
            "it is given as entry %d but says seq %s",
            item.seq(), String.valueOf(entry.get("seq")));
      }
      if (item.salt().length != Leaf.SALT_LENGTH) {
        return Check.unsound("its salt has %d bytes, not 16", item.salt().length);
      }
      byte[] leaf = TreeHash.leaf(Leaf.data(item.salt(), item.canonical()));
      return new InclusionProof(item.seq(), checkpoint.size(), item.path())
          .verify(leaf, checkpoint.root());
    } catch (NotInFormat e) {
      return new Check.Unsound(e.reason());
    }
  }

  private static Bundle readFolder(Path folder) throws IOException {
    String key = text(folder, KEY).strip();
    String note = text(folder, CHECKPOINT);
    List<Item> items = new ArrayList<>();
    int row = 0;
    for (String line : text(folder, ENTRIES).split("\n", -1)) {
      row++;
      if (!line.isBlank()) {
        items.add(item(line, row));
      }
    }
    return new Bundle(key, note, items);
  }

  private static String text(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NotInFormat("the bundle has no file %s", name);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new NotInFormat("%s is not UTF-8", name);
    }
  }

  private static Item item(String line, int row) {
    try {
      Map<String, Object> fields = Json.object(line);
      if (fields.keySet().equals(FIELDS)
          && fields.get("seq") instanceof Long seq
          && fields.get("entry") instanceof String entry
          && fields.get("salt") instanceof String salt
          && fields.get("path") instanceof List<?> path) {
        return new Item(
            seq,
            entry,
            Hex.bytes(salt),
            path.stream().map(hash -> Hex.bytes(String.valueOf(hash))).toList());
      }
      throw new NotInFormat("a line has seq, entry, salt and path, not %s", fields.keySet());
    } catch (NotInFormat e) {
      throw new NotInFormat("%s, line %d: %s", ENTRIES, row, e.reason());
    }
  }

  private static String line(Item item) {
    return CanonicalJson.text(
        Map.of(
            "seq",
            item.seq(),
            "entry",
            item.canonical(),
            "salt",
            Hex.of(item.salt()),
            "path",
            item.path().stream().map(Hex::of).toList()));
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
    zip.putNextEntry(entry);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
