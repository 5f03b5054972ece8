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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An excerpt of a log that checks itself: some entries in full, each with its way to the root of
 * one signed checkpoint, or beside the hashes of all leaves. On disk a folder or a ZIP of {@code
 * key}, {@code checkpoint}, {@code entries.jsonl} and {@code leaves}, as {@code docs/specs/log.md}
 * describes; what else lies beside them is not looked at here.
 *
 * @param key the log's verifier key
 * @param note the checkpoint as served
 * @param leaves the hash of every leaf of the tree, in order; empty where items have their paths
 */
public record Bundle(String key, String note, List<Item> items, Optional<List<byte[]>> leaves) {
  private static final String KEY = "key";
  private static final String CHECKPOINT = "checkpoint";
  private static final String ENTRIES = "entries.jsonl";
  private static final String LEAVES = "leaves";
  private static final Set<String> FIELDS = Set.of("seq", "entry", "salt");
  private static final String PATH = "path";

  public Bundle {
    items = List.copyOf(items);
    leaves = leaves.map(List::copyOf);
  }

  public Bundle(String key, String note, List<Item> items) {
    this(key, note, items, Optional.empty());
  }

  /**
   * One entry.
   *
   * @param canonical the entry's canonical JSON text
   * @param path from the leaf to the root; empty in a bundle of all leaves
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
    if (leaves.isPresent()) {
      write(out, key, note, items, leaves.get(), Map.of());
    } else {
      write(out, key, note, items);
    }
  }

  /** Writes the ZIP of a bundle whose items need not be held at once. */
  public static void write(OutputStream out, String key, String note, Iterable<Item> items)
      throws IOException {
    ZipOutputStream zip = begun(out, key, note);
    for (Item item : items) {
      zip.write(utf8(CanonicalJson.text(withPath(item)) + "\n"));
    }
    zip.closeEntry();
    zip.finish();
  }

  /**
   * Writes the ZIP of a bundle of all leaves; neither they nor the items need be held at once.
   *
   * @param beside name to content of files that are none of the bundle's own
   */
  public static void write(
      OutputStream out,
      String key,
      String note,
      Iterable<Item> items,
      Iterable<byte[]> leaves,
      Map<String, byte[]> beside)
      throws IOException {
    ZipOutputStream zip = begun(out, key, note);
    for (Item item : items) {
      zip.write(utf8(CanonicalJson.text(fields(item)) + "\n"));
    }
    begin(zip, LEAVES);
    for (byte[] leaf : leaves) {
      zip.write(leaf);
    }
    for (Map.Entry<String, byte[]> file : new TreeMap<>(beside).entrySet()) {
      begin(zip, file.getKey());
      zip.write(file.getValue());
    }
    zip.closeEntry();
    zip.finish();
  }

  private static ZipOutputStream begun(OutputStream out, String key, String note)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    begin(zip, KEY);
    zip.write(utf8(key + "\n"));
    begin(zip, CHECKPOINT);
    zip.write(utf8(note));
    begin(zip, ENTRIES);
    return zip;
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
        leaves.ifPresent(all ->
            findings.add(
                new Finding("leaves of %d entries".formatted(all.size()), check(all, checkpoint))));
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

  private static Check check(List<byte[]> leaves, Checkpoint checkpoint) {
    if (leaves.size() != checkpoint.size()) {
      return Check.unsound("the checkpoint is of %d", checkpoint.size());
    }
    byte[] root = TreeHash.root(leaves);
    return Arrays.equals(root, checkpoint.root())
        ? Check.sound()
        : Check.unsound(
            "their root is %s, the checkpoint's %s", Hex.of(root), Hex.of(checkpoint.root()));
  }

  private Check check(Item item, Checkpoint checkpoint) {
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
      return leaves.isPresent()
          ? among(leaves.get(), item.seq(), leaf)
          : new InclusionProof(item.seq(), checkpoint.size(), item.path())
              .verify(leaf, checkpoint.root());
    } catch (NotInFormat e) {
      return new Check.Unsound(e.reason());
    }
  }

  private static Check among(List<byte[]> leaves, long seq, byte[] leaf) {
    if (seq < 0 || seq >= leaves.size()) {
      return Check.unsound("there are %d leaves", leaves.size());
    }
    return Arrays.equals(leaves.get((int) seq), leaf)
        ? Check.sound()
        : Check.unsound(
            "its hash is %s, that of leaf %d %s", Hex.of(leaf), seq, Hex.of(leaves.get((int) seq)));
  }

  private static Bundle readFolder(Path folder) throws IOException {
    String key = text(folder, KEY).strip();
    String note = text(folder, CHECKPOINT);
    Optional<List<byte[]>> leaves = leaves(folder.resolve(LEAVES));
    List<Item> items = new ArrayList<>();
    int row = 0;
    for (String line : text(folder, ENTRIES).split("\n", -1)) {
      row++;
      if (!line.isBlank()) {
        items.add(item(line, row, leaves.isEmpty()));
      }
    }
    return new Bundle(key, note, items, leaves);
  }

  private static Optional<List<byte[]>> leaves(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] all = Files.readAllBytes(file);
    if (all.length % TreeHash.LENGTH != 0) {
      throw new NotInFormat(
          "%s has %d bytes, which are no whole number of hashes", LEAVES, all.length);
    }
    List<byte[]> leaves = new ArrayList<>();
    for (int at = 0; at < all.length; at += TreeHash.LENGTH) {
      leaves.add(Arrays.copyOfRange(all, at, at + TreeHash.LENGTH));
    }
    return Optional.of(leaves);
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

  private static Item item(String line, int row, boolean withPath) {
    try {
      Map<String, Object> fields = new HashMap<>(Json.object(line));
      Object way = withPath ? fields.remove(PATH) : List.of();
      if (fields.keySet().equals(FIELDS)
          && fields.get("seq") instanceof Long seq
          && fields.get("entry") instanceof String entry
          && fields.get("salt") instanceof String salt
          && way instanceof List<?> path) {
        return new Item(
            seq,
            entry,
            Hex.bytes(salt),
            path.stream().map(hash -> Hex.bytes(String.valueOf(hash))).toList());
      }
      throw new NotInFormat(
          "a line has seq, entry, salt%s, not %s",
          withPath ? " and path" : " and, beside leaves, no path", Json.object(line).keySet());
    } catch (NotInFormat e) {
      throw new NotInFormat("%s, line %d: %s", ENTRIES, row, e.reason());
    }
  }

  private static Map<String, Object> withPath(Item item) {
    Map<String, Object> fields = fields(item);
    fields.put(PATH, item.path().stream().map(Hex::of).toList());
    return fields;
  }

  private static Map<String, Object> fields(Item item) {
    return new HashMap<>(
        Map.of("seq", item.seq(), "entry", item.canonical(), "salt", Hex.of(item.salt())));
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
