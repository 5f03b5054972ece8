package org.liuzheng.ledger;

import java.util.ArrayList;
import java.util.List;
import org.liuzheng.seal.CompactRange;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;

/**
 * The tree as the writer has it in memory: its right edge, and in each level the hashes that do not
 * fill a tile yet. What fills up is handed out to be stored and never changes again.
 */
final class Tree {
  private final CompactRange edge;
  private final List<List<byte[]>> pending;

  Tree() {
    this(new CompactRange(), new ArrayList<>());
  }

  private Tree(CompactRange edge, List<List<byte[]>> pending) {
    this.edge = edge;
    this.pending = pending;
  }

  /** A tile of 256 hashes, and the root over them. */
  record FullTile(int level, long index, byte[] root, byte[] hashes) {}

  Tree copy() {
    List<List<byte[]>> copied = new ArrayList<>();
    pending.forEach(level -> copied.add(new ArrayList<>(level)));
    return new Tree(edge.copy(), copied);
  }

  long size() {
    return edge.size();
  }

  byte[] root() {
    return edge.root();
  }

  /** Appends a leaf; adds the tiles that it filled to {@code filled}. */
  void append(byte[] leafHash, List<FullTile> filled) {
    edge.append(
        leafHash,
        (height, index, hash) -> {
          if (height % Tile.HEIGHT == 0) {
            add(height / Tile.HEIGHT, index, hash, filled);
          }
        });
  }

  private void add(int level, long index, byte[] hash, List<FullTile> filled) {
    if (level > 0) {
      List<byte[]> below = pending.get(level - 1);
      filled.add(new FullTile(level - 1, index, hash, joined(below)));
      below.clear();
    }
    while (pending.size() <= level) {
      pending.add(new ArrayList<>());
    }
    pending.get(level).add(hash);
  }

  static byte[] joined(List<byte[]> hashes) {
    byte[] joined = new byte[hashes.size() * TreeHash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, joined, i * TreeHash.LENGTH, TreeHash.LENGTH);
    }
    return joined;
  }
}
