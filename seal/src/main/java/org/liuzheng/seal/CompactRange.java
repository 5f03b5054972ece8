package org.liuzheng.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree of which only the roots of its full subtrees are kept, one per bit of its size:
 * what is needed to append and to know the root.
 */
public final class CompactRange {
  private final List<byte[]> roots = new ArrayList<>();
  private long size;

  public CompactRange() {}

  /** Where a node goes that will never change again. */
  @FunctionalInterface
  public interface Completed {
    void node(int level, long index, byte[] hash);
  }

  /** The tree at {@code size}, its subtrees read from {@code nodes}. */
  public static CompactRange at(long size, Nodes nodes) {
    CompactRange range = new CompactRange();
    long done = 0;
    for (int level = 62; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        range.roots.add(nodes.node(level, done >> level));
        done += 1L << level;
      }
    }
    range.size = size;
    return range;
  }

  public CompactRange copy() {
    CompactRange copy = new CompactRange();
    copy.roots.addAll(roots);
    copy.size = size;
    return copy;
  }

  public long size() {
    return size;
  }

  public void append(byte[] leafHash) {
    append(leafHash, (level, index, hash) -> {});
  }

  /** Appends a leaf and reports every subtree that is now full, the leaf first. */
  public void append(byte[] leafHash, Completed completed) {
    byte[] hash = leafHash;
    completed.node(0, size, hash);
    for (int level = 0; (size >> level & 1) == 1; level++) {
      hash = TreeHash.node(roots.removeLast(), hash);
      completed.node(level + 1, size >> (level + 1), hash);
    }
    roots.add(hash);
    size++;
  }

  public byte[] root() {
    if (roots.isEmpty()) {
      return TreeHash.empty();
    }
    byte[] hash = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      hash = TreeHash.node(roots.get(i), hash);
    }
    return hash;
  }
}
