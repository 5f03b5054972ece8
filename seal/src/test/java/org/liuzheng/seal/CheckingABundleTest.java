package org.liuzheng.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckingABundleTest {
  private static final SignerKey LOG =
      new SignerKey("liuzheng.example/330205", TreeHash.sha256(new byte[] {1}));
  private static final String KEY = LOG.verifier().encoded();

  private static final List<byte[]> LEAVES =
      LongStream.range(0, 11)
          .mapToObj(seq -> TreeHash.leaf(Leaf.data(salt(seq), entry(seq))))
          .toList();

  @TempDir Path folder;

  @Test
  void a_sound_bundle_is_reported_entry_by_entry() throws IOException {
    Path zip = write(bundle(), "bundle.zip");

    assertThat(verify(Verify.SOUND, zip.toString(), KEY))
        .contains(
            "The key is the one you gave",
            "checkpoint of 11 entries: sound.",
            "entry 2: sound.",
            "entry 9: sound.",
            "All sound: 2 entries of the log liuzheng.example/330205.");
    assertThat(verify(Verify.SOUND, zip.toString())).contains("the bundle's own; compare it");
  }

  @Test
  void an_unpacked_bundle_is_as_good() throws IOException {
    Bundle bundle = bundle();
    Files.writeString(folder.resolve("key"), bundle.key());
    Files.writeString(folder.resolve("checkpoint"), bundle.note());
    Files.writeString(folder.resolve("entries.jsonl"), entries(bundle));

    assertThat(verify(Verify.SOUND, folder.toString(), KEY)).contains("entry 9: sound.");
  }

  @Test
  void no_character_of_the_entries_can_be_changed() throws IOException {
    Bundle bundle = bundle();
    String entries = entries(bundle);
    Files.writeString(folder.resolve("key"), bundle.key());
    Files.writeString(folder.resolve("checkpoint"), bundle.note());
    for (int i = 0; i < entries.length(); i++) {
      char c = entries.charAt(i);
      Files.writeString(
          folder.resolve("entries.jsonl"),
          entries.substring(0, i) + (c == '1' ? '2' : '1') + entries.substring(i + 1));

      assertThat(run(folder.toString(), KEY).code())
          .as("character %d, %s", i, c)
          .isNotEqualTo(Verify.SOUND);
    }
  }

  @Test
  void a_key_from_elsewhere_exposes_a_forged_log() throws IOException {
    Path zip = write(bundle(), "forged.zip");
    String real = new SignerKey(LOG.name(), TreeHash.sha256(new byte[] {9})).verifier().encoded();

    assertThat(verify(Verify.UNSOUND, zip.toString(), real))
        .contains("checkpoint: UNSOUND: no known key signed the note", "NOT SOUND: 1 faults.");
  }

  @Test
  void the_wrong_entry_is_named_and_why() throws IOException {
    Bundle bundle = bundle();
    Bundle.Item item = bundle.items().get(1);
    List<Bundle.Item> items = new ArrayList<>(bundle.items());
    items.set(
        1,
        new Bundle.Item(9, item.canonical().replace("nine", "ninety"), item.salt(), item.path()));
    items.add(bundle.items().getFirst());
    Path zip = write(new Bundle(KEY, bundle.note(), items), "wrong.zip");

    assertThat(verify(Verify.UNSOUND, zip.toString(), KEY))
        .contains(
            "entry 2: sound.",
            "entry 9: UNSOUND: the path leads to the root",
            "entry 2: UNSOUND: it is in the bundle twice",
            "NOT SOUND: 2 faults.");
  }

  @Test
  void what_is_no_bundle_is_unreadable() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "not a zip");

    assertThat(verify(Verify.UNREADABLE, text.toString())).contains("neither a folder nor a ZIP");
    assertThat(verify(Verify.UNREADABLE, folder.resolve("nothing").toString()))
        .contains("there is no bundle");
    assertThat(verify(Verify.UNREADABLE, folder.toString())).contains("no file key");
    assertThat(verify(Verify.UNREADABLE)).contains("usage");
  }

  @Test
  void the_same_bundle_is_the_same_bytes() throws IOException {
    assertThat(Files.readAllBytes(write(bundle(), "a.zip")))
        .isEqualTo(Files.readAllBytes(write(bundle(), "b.zip")));
  }

  @Test
  void beside_all_leaves_no_entry_needs_its_path() throws IOException {
    Path zip = write(whole(bundle(), LEAVES), "whole.zip");

    assertThat(verify(Verify.SOUND, zip.toString(), KEY))
        .contains("leaves of 11 entries: sound.", "entry 2: sound.", "entry 9: sound.");
  }

  @Test
  void no_leaf_can_be_changed_left_out_or_added() throws IOException {
    List<byte[]> other = new ArrayList<>(LEAVES);
    other.set(4, TreeHash.leaf(new byte[] {4}));
    assertThat(verify(Verify.UNSOUND, write(whole(bundle(), other), "other.zip").toString(), KEY))
        .contains("leaves of 11 entries: UNSOUND: their root is");
    List<byte[]> few = LEAVES.subList(0, 10);
    assertThat(verify(Verify.UNSOUND, write(whole(bundle(), few), "few.zip").toString(), KEY))
        .contains("leaves of 10 entries: UNSOUND: the checkpoint is of 11");
    Bundle.Item nine = bundle().items().get(1);
    Bundle moved =
        new Bundle(
            KEY,
            bundle().note(),
            List.of(new Bundle.Item(11, nine.canonical(), nine.salt(), List.of())));
    assertThat(verify(Verify.UNSOUND, write(whole(moved, LEAVES), "moved.zip").toString(), KEY))
        .contains("entry 11: UNSOUND: it is given as entry 11 but says seq 9");
  }

  private static Bundle whole(Bundle bundle, List<byte[]> leaves) {
    return new Bundle(bundle.key(), bundle.note(), bundle.items(), Optional.of(leaves));
  }

  private static String entry(long seq) {
    return CanonicalJson.text(Map.of("seq", seq, "word", seq == 9 ? "nine" : "other"));
  }

  private static Bundle bundle() {
    List<byte[]> leaves = LEAVES;
    List<String> texts = LongStream.range(0, 11).mapToObj(seq -> entry(seq)).toList();
    Nodes nodes =
        new Nodes() {
          @Override
          public byte[] node(int level, long index) {
            return level == 0
                ? leaves.get((int) index)
                : TreeHash.node(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
          }
        };
    String note = new Checkpoint(LOG.name(), 11, TreeHash.root(leaves)).signed(LOG).encoded();
    List<Bundle.Item> items = new ArrayList<>();
    for (int seq : new int[] {2, 9}) {
      items.add(
          new Bundle.Item(
              seq, texts.get(seq), salt(seq), InclusionProof.of(seq, 11, nodes).path()));
    }
    return new Bundle(KEY, note, items);
  }

  private static byte[] salt(long seq) {
    byte[] salt = new byte[Leaf.SALT_LENGTH];
    salt[0] = (byte) seq;
    return salt;
  }

  private String entries(Bundle bundle) throws IOException {
    Path zip = write(bundle, "entries.zip");
    try (var files = java.nio.file.FileSystems.newFileSystem(zip)) {
      return Files.readString(files.getPath("entries.jsonl"));
    }
  }

  private Path write(Bundle bundle, String name) throws IOException {
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      bundle.write(out);
    }
    return file;
  }

  private static String verify(int code, String... arguments) {
    Run run = run(arguments);
    assertThat(run.code()).as(run.said()).isEqualTo(code);
    return run.said();
  }

  private static Run run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code = Verify.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    return new Run(code, said.toString(StandardCharsets.UTF_8));
  }

  private record Run(int code, String said) {}
}
