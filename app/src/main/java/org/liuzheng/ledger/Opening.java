package org.liuzheng.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.SignerKey;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.words.Words;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done at each start: the tree is computed again from all stored leaf hashes and must have
 * the root of the newest checkpoint, which must carry this log's signature. After a kill at any
 * moment it has, because entries, tiles and checkpoint are committed together; if it has not, the
 * tables were changed by something else, and the program must not sign on top of that.
 */
final class Opening {
  private static final int TILES_PER_READ = 64;

  private final Store store;
  private final Clock clock;
  private final LedgerSettings settings;

  Opening(Store store, Clock clock, LedgerSettings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  record Opened(SignerKey key, Tree tree, SignedCheckpoint checkpoint) {}

  Opened open(PlatformTransactionManager transactions) {
    Opened opened =
        new TransactionTemplate(transactions)
            .execute(status -> {
              store.lock().join(store.jdbc());
              Optional<SignedCheckpoint> newest = store.checkpoints().newest();
              return newest.isEmpty() ? first() : again(newest.get());
            });
    return Objects.requireNonNull(opened);
  }

  private Opened first() {
    requireExtent(0);
    SignerKey key = LedgerKey.readOrMake(settings);
    SignedCheckpoint empty =
        GroupCommit.sign(key, 0, TreeHash.empty(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    store.checkpoints().insert(empty);
    return new Opened(key, new Tree(), empty);
  }

  private Opened again(SignedCheckpoint newest) {
    SignerKey key = LedgerKey.read(settings);
    requireSigned(newest, key);
    requireExtent(newest.size());
    Tree tree = reread(newest.size());
    if (!Arrays.equals(tree.root(), newest.root())) {
      throw new LedgerCorrupt(
          Words.text(
              "ledger.root_differs",
              String.valueOf(newest.size()),
              Hex.of(newest.root()),
              Hex.of(tree.root())));
    }
    return new Opened(key, tree, newest);
  }

  private static void requireSigned(SignedCheckpoint newest, SignerKey key) {
    switch (Checkpoint.open(newest.note(), key.verifier())) {
      case Checkpoint.Opened.Refused refused ->
          throw new LedgerCorrupt(
              Words.text(
                  "ledger.checkpoint_refused", String.valueOf(newest.size()), refused.reason()));
      case Checkpoint.Opened.Trusted trusted -> {
        Checkpoint says = trusted.checkpoint();
        if (says.size() != newest.size() || !Arrays.equals(says.root(), newest.root())) {
          throw new LedgerCorrupt(
              Words.text(
                  "ledger.checkpoint_columns",
                  newest.size() + " " + Hex.of(newest.root()),
                  says.size() + " " + Hex.of(says.root())));
        }
      }
    }
  }

  private void requireExtent(long size) {
    long extent = store.entries().extent();
    if (extent != size) {
      throw new LedgerCorrupt(
          Words.text("ledger.extent_differs", String.valueOf(size), String.valueOf(extent)));
    }
  }

  private Tree reread(long size) {
    Tree tree = new Tree();
    List<Tree.FullTile> filled = new ArrayList<>();
    long fullTiles = size / Tile.FULL;
    while (tree.size() < fullTiles * Tile.FULL) {
      List<Tree.FullTile> read = store.tiles().from(0, tree.size() / Tile.FULL, TILES_PER_READ);
      if (read.isEmpty()) {
        throw new LedgerCorrupt(
            Words.text("ledger.tile_missing", "0", String.valueOf(tree.size() / Tile.FULL)));
      }
      for (Tree.FullTile tile : read) {
        append(tree, tile, filled);
      }
    }
    store
        .entries()
        .leafData(tree.size(), size)
        .forEach(data -> tree.append(TreeHash.leaf(data), filled));
    requireCounts(filled);
    return tree;
  }

  private void append(Tree tree, Tree.FullTile tile, List<Tree.FullTile> filled) {
    int before = filled.size();
    for (int i = 0; i < tile.hashes().length; i += TreeHash.LENGTH) {
      tree.append(Arrays.copyOfRange(tile.hashes(), i, i + TreeHash.LENGTH), filled);
    }
    for (Tree.FullTile computed : filled.subList(before, filled.size())) {
      Tree.FullTile stored =
          computed.level() == 0
              ? tile
              : store.tiles().from(computed.level(), computed.index(), 1).stream()
                  .findFirst()
                  .orElse(tile);
      requireSame(stored, computed);
    }
  }

  private static void requireSame(Tree.FullTile stored, Tree.FullTile computed) {
    if (stored.level() != computed.level() || stored.index() != computed.index()) {
      throw new LedgerCorrupt(
          Words.text(
              "ledger.tile_missing",
              String.valueOf(computed.level()),
              String.valueOf(computed.index())));
    }
    if (!Arrays.equals(stored.root(), computed.root())
        || !Arrays.equals(stored.hashes(), computed.hashes())) {
      throw new LedgerCorrupt(
          Words.text(
              "ledger.tile_differs",
              String.valueOf(computed.level()),
              String.valueOf(computed.index()),
              Hex.of(stored.root()),
              Hex.of(computed.root())));
    }
  }

  private void requireCounts(List<Tree.FullTile> filled) {
    Map<Integer, Long> stored = store.tiles().counts();
    long tiles = stored.values().stream().mapToLong(Long::longValue).sum();
    if (tiles != filled.size()) {
      throw new LedgerCorrupt(
          Words.text("ledger.tile_count", String.valueOf(filled.size()), String.valueOf(tiles)));
    }
  }
}
