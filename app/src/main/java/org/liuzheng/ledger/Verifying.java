package org.liuzheng.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.Json;
import org.liuzheng.seal.Leaf;
import org.liuzheng.seal.NotInFormat;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.seal.VerifierKey;
import org.liuzheng.words.Words;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A full check of what is stored, on one snapshot. Each entry's leaf is recomputed from its columns
 * and compared with the leaf data beside it and with the hash at its place in the tree; so one
 * changed byte names its entry. The tree is recomputed from those hashes and compared with every
 * checkpoint; so a change that was carried through to the tiles is found as well, and lies between
 * the last checkpoint that agrees and the first that does not.
 */
final class Verifying {
  private static final int FAULT_LIMIT = 1_000;
  private static final int CHECKPOINTS_PER_READ = 500;
  private static final long WHOLE = -1;

  private final Store store;
  private final VerifierKey key;
  private final LongConsumer progress;
  private final List<Verification.Fault> faults = new ArrayList<>();
  private final Tree tree = new Tree();
  private final List<Tree.FullTile> filled = new ArrayList<>();
  private final Deque<SignedCheckpoint> checkpoints = new ArrayDeque<>();
  private long entries;
  private long agreed;
  private boolean diverged;

  Verifying(Store store, VerifierKey key, LongConsumer progress) {
    this.store = store;
    this.key = key;
    this.progress = progress;
  }

  Verification run(PlatformTransactionManager transactions) {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    return Objects.requireNonNull(snapshot.execute(status -> check()));
  }

  private Verification check() {
    long size = store.checkpoints().newest().map(SignedCheckpoint::size).orElse(0L);
    nextCheckpoints(0);
    checkpointsHere();
    long after = WHOLE;
    while (tree.size() < size) {
      List<StoredEntry> rows = store.entries().from(after + 1, Tile.FULL);
      tile(tree.size(), (int) Math.min(Tile.FULL, size - tree.size()), rows);
      after = tree.size() - 1;
    }
    for (StoredEntry beyond : store.entries().from(size, FAULT_LIMIT)) {
      fault(
          beyond.seq(), "ledger.fault_beyond", String.valueOf(beyond.seq()), String.valueOf(size));
    }
    upperTiles();
    return new Verification(entries, List.copyOf(faults));
  }

  /** Checks the entries under one tile of level 0, of which the last may be partial. */
  private void tile(long from, int width, List<StoredEntry> rows) {
    int filledBefore = filled.size();
    byte[] stored =
        store.tiles().from(0, from / Tile.FULL, 1).stream()
            .filter(tile -> tile.index() == from / Tile.FULL)
            .map(Tree.FullTile::hashes)
            .findFirst()
            .orElse(new byte[0]);
    if (width == Tile.FULL && stored.length == 0) {
      fault(WHOLE, "ledger.tile_missing", "0", String.valueOf(from / Tile.FULL));
    }
    int row = 0;
    for (long seq = from; seq < from + width; seq++) {
      byte[] inTree = place(stored, (int) (seq - from));
      if (row < rows.size() && rows.get(row).seq() == seq) {
        inTree = entry(rows.get(row++), inTree);
      } else {
        fault(seq, "ledger.fault_missing", String.valueOf(seq));
      }
      grow(inTree);
      progress.accept(seq);
    }
    rootsOf(filledBefore);
  }

  private static byte[] place(byte[] tile, int position) {
    int from = position * TreeHash.LENGTH;
    return from + TreeHash.LENGTH <= tile.length
        ? Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH)
        : new byte[0];
  }

  /** Checks one entry; returns the hash that the tree has at its place. */
  private byte[] entry(StoredEntry entry, byte[] inTree) {
    entries++;
    byte[] leafHash = entry.leafHash();
    int before = faults.size();
    contents(entry);
    if (inTree.length == 0) {
      return leafHash;
    }
    if (before == faults.size() && !Arrays.equals(inTree, leafHash)) {
      fault(
          entry.seq(),
          "ledger.fault_tree",
          String.valueOf(entry.seq()),
          Hex.of(inTree),
          Hex.of(leafHash));
    }
    return inTree;
  }

  private void contents(StoredEntry entry) {
    String seq = String.valueOf(entry.seq());
    try {
      if (!canonical(entry.body()) || !canonical(entry.source())) {
        fault(entry.seq(), "ledger.fault_not_canonical", seq);
      } else if (entry.salt().length != Leaf.SALT_LENGTH) {
        fault(entry.seq(), "ledger.fault_salt", seq, String.valueOf(entry.salt().length));
      } else if (!Arrays.equals(entry.recomputedLeafData(), entry.leafData())) {
        fault(
            entry.seq(),
            "ledger.fault_leaf",
            seq,
            Hex.of(entry.leafData()),
            Hex.of(entry.recomputedLeafData()));
      }
    } catch (NotInFormat e) {
      fault(entry.seq(), "ledger.fault_unreadable", seq, e.reason());
    }
  }

  private static boolean canonical(String json) {
    return CanonicalJson.text(Json.object(json)).equals(json);
  }

  private void grow(byte[] leafHash) {
    tree.append(leafHash.length == 0 ? new byte[TreeHash.LENGTH] : leafHash, filled);
    checkpointsHere();
  }

  private void rootsOf(int filledBefore) {
    for (Tree.FullTile computed : filled.subList(filledBefore, filled.size())) {
      store.tiles().from(computed.level(), computed.index(), 1).stream()
          .filter(stored -> stored.index() == computed.index())
          .forEach(stored -> sameTile(stored, computed));
    }
    if (filled.size() > filledBefore) {
      filled
          .subList(filledBefore, filled.size())
          .replaceAll(
              tile -> new Tree.FullTile(tile.level(), tile.index(), tile.root(), new byte[0]));
    }
  }

  private void sameTile(Tree.FullTile stored, Tree.FullTile computed) {
    if (!Arrays.equals(stored.root(), computed.root())
        || !Arrays.equals(stored.hashes(), computed.hashes())) {
      fault(
          WHOLE,
          "ledger.tile_differs",
          String.valueOf(computed.level()),
          String.valueOf(computed.index()),
          Hex.of(stored.root()),
          Hex.of(computed.root()));
    }
  }

  private void upperTiles() {
    long stored = store.tiles().counts().values().stream().mapToLong(Long::longValue).sum();
    if (stored != filled.size()) {
      fault(WHOLE, "ledger.tile_count", String.valueOf(filled.size()), String.valueOf(stored));
    }
  }

  private void nextCheckpoints(long from) {
    checkpoints.addAll(store.checkpoints().from(from, CHECKPOINTS_PER_READ));
  }

  private void checkpointsHere() {
    while (!checkpoints.isEmpty() && checkpoints.getFirst().size() == tree.size()) {
      SignedCheckpoint checkpoint = checkpoints.removeFirst();
      signature(checkpoint);
      if (checkpoints.isEmpty()) {
        nextCheckpoints(checkpoint.size() + 1);
      }
    }
  }

  private void signature(SignedCheckpoint stored) {
    String size = String.valueOf(stored.size());
    switch (Checkpoint.open(stored.note(), key)) {
      case Checkpoint.Opened.Refused refused ->
          fault(WHOLE, "ledger.checkpoint_refused", size, refused.reason());
      case Checkpoint.Opened.Trusted trusted -> {
        Checkpoint says = trusted.checkpoint();
        if (says.size() != stored.size() || !Arrays.equals(says.root(), stored.root())) {
          fault(
              WHOLE,
              "ledger.checkpoint_columns",
              size + " " + Hex.of(stored.root()),
              says.size() + " " + Hex.of(says.root()));
        }
        root(says);
      }
    }
  }

  /** Once the tree has left the signed one, every later checkpoint differs: the first is told. */
  private void root(Checkpoint signed) {
    if (Arrays.equals(signed.root(), tree.root())) {
      agreed = signed.size();
    } else if (!diverged) {
      diverged = true;
      fault(
          WHOLE,
          "ledger.fault_root",
          String.valueOf(agreed),
          String.valueOf(signed.size()),
          Hex.of(signed.root()),
          Hex.of(tree.root()));
    }
  }

  private void fault(long seq, String key, Object... args) {
    if (faults.size() < FAULT_LIMIT) {
      faults.add(new Verification.Fault(seq, Words.text(key, args)));
    }
  }
}
