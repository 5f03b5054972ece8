package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liuzheng.ledger.TestLedger.append;
import static org.liuzheng.ledger.TestLedger.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.CompactRange;
import org.liuzheng.seal.EntryBundle;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.InclusionProof;
import org.liuzheng.seal.Nodes;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.seal.VerifierKey;
import org.liuzheng.seal.Verify;

/** A stranger's view: only what the log serves, only the seal library. */
class ServingTheLogTest {
  private static final int ENTRIES = 66_000;
  private static PostgresLedger ledger;
  private static VerifierKey key;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    ledger = (PostgresLedger) TestLedger.on(TestDatabase.fresh());
    key = VerifierKey.parse(ledger.verifierKey());
    for (int from = 0; from < ENTRIES; from += 22_000) {
      List<Draft> drafts =
          IntStream.range(from, from + 22_000).mapToObj(i -> draft("r" + i, "v" + i)).toList();
      ledger.write(appender -> appender.append(drafts));
    }
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  @Test
  void the_served_tiles_and_entries_give_the_signed_root() {
    Checkpoint checkpoint = trusted(ledger.checkpoint().note());
    CompactRange fromEntries = new CompactRange();
    for (long index = 0; index * Tile.FULL < ENTRIES; index++) {
      int width = (int) Math.min(Tile.FULL, ENTRIES - index * Tile.FULL);
      EntryBundle.parse(ledger.entryBundle(index, width).orElseThrow())
          .forEach(data -> fromEntries.append(TreeHash.leaf(data)));
    }

    assertThat(checkpoint.size()).isEqualTo(ENTRIES);
    assertThat(fromEntries.root()).isEqualTo(checkpoint.root());
    assertThat(tiles().range(0, ENTRIES)).isEqualTo(checkpoint.root());
  }

  @Test
  void a_proof_made_from_served_tiles_is_the_one_the_ledger_gives() {
    for (long seq : new long[] {0, 255, 256, 65_535, 65_536, 65_999}) {
      EntryProof proof = ledger.prove(seq).orElseThrow();

      assertThat(proof.verified()).isTrue();
      assertThat(InclusionProof.of(seq, ENTRIES, tiles()).path().stream().map(Hex::of))
          .isEqualTo(proof.path());
    }
    assertThat(ledger.prove(ENTRIES)).isEmpty();
    assertThat(ledger.prove(-1)).isEmpty();
  }

  @Test
  void a_tile_of_an_earlier_width_is_still_served_and_no_wider_one() {
    byte[] full = ledger.tile(0, 3, 256).orElseThrow();

    assertThat(ledger.tile(0, 3, 17))
        .hasValueSatisfying(
            part -> assertThat(part).isEqualTo(java.util.Arrays.copyOf(full, 17 * 32)));
    assertThat(ledger.tile(1, 1, 1)).isPresent();
    assertThat(ledger.tile(1, 1, 2)).isEmpty();
    assertThat(ledger.tile(0, 257, 208)).isPresent();
    assertThat(ledger.tile(0, 257, 209)).isEmpty();
    assertThat(ledger.tile(0, 258, 1)).isEmpty();
    assertThat(ledger.tile(63, 0, 1)).isEmpty();
    assertThat(ledger.tile(64, 0, 1)).isEmpty();
    assertThat(ledger.tile(-1, 0, 1)).isEmpty();
    assertThat(ledger.tile(0, -1, 1)).isEmpty();
    assertThat(ledger.tile(0, 0, 0)).isEmpty();
    assertThat(ledger.tile(0, 0, 257)).isEmpty();
    assertThat(ledger.entryBundle(Long.MAX_VALUE, 1)).isEmpty();
  }

  @Test
  void a_bundle_is_checked_by_java_and_nothing_else() throws Exception {
    Path bundle = folder.resolve("bundle.zip");
    try (var out = Files.newOutputStream(bundle)) {
      new LedgerBundles(ledger).write(List.of(65_999L, 0L, 4_711L, 0L), out);
    }

    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(Verify.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString(),
                Verify.class.getName(),
                bundle.toString(),
                ledger.verifierKey())
            .redirectErrorStream(true)
            .start();
    String said = new String(program.getInputStream().readAllBytes());

    assertThat(program.waitFor()).as(said).isZero();
    assertThat(said)
        .contains(
            "checkpoint of 66000 entries: sound.",
            "entry 0: sound.",
            "entry 4711: sound.",
            "entry 65999: sound.",
            "All sound: 3 entries");
  }

  @Test
  void a_long_bundle_is_sound_entry_by_entry() throws IOException {
    Path bundle = folder.resolve("long.zip");
    try (var out = Files.newOutputStream(bundle)) {
      new LedgerBundles(ledger).writeFrom(65_000, out);
    }

    assertThat(Bundle.read(bundle).check(key))
        .hasSize(1_001)
        .allMatch(finding -> finding.check().isSound());
  }

  @Test
  void a_bundle_of_an_entry_that_is_not_there_is_refused_before_it_begins() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> new LedgerBundles(ledger).write(List.of(1L, 66_000L), out))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void a_restart_reads_tiles_of_two_levels_again() {
    var database = TestDatabase.fresh();
    LedgerSettings settings = TestLedger.settings();
    var clock = java.time.Clock.systemUTC();
    List<Draft> drafts = new ArrayList<>();
    IntStream.range(0, 65_536 + 300).forEach(i -> drafts.add(draft("r", "v" + i)));
    byte[] root;
    try (PostgresLedger first = TestLedger.start(database, clock, settings)) {
      first.write(appender -> appender.append(drafts));
      root = first.checkpoint().root();
    }
    long start = System.nanoTime();
    try (PostgresLedger second = TestLedger.start(database, clock, settings)) {
      System.out.println(
          "start on 65 836 entries took " + java.time.Duration.ofNanos(System.nanoTime() - start));
      assertThat(second.checkpoint().root()).isEqualTo(root);
      append(second, draft("r", "more"));
      assertThat(second.verify(seq -> {}).sound()).isTrue();
    }
  }

  private static Nodes tiles() {
    return Tile.nodes((level, index) -> {
      long hashes = (long) ENTRIES >> (Tile.HEIGHT * level);
      return ledger
          .tile(level, index, (int) Math.min(Tile.FULL, hashes - index * Tile.FULL))
          .orElseThrow();
    });
  }

  private static Checkpoint trusted(String note) {
    return ((Checkpoint.Opened.Trusted) Checkpoint.open(note, key)).checkpoint();
  }
}
