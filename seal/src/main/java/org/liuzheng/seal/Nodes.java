package org.liuzheng.seal;

/** Where the hashes of full subtrees are found. */
@FunctionalInterface
public interface Nodes {

  /** The root over the leaves {@code index × 2^level} up to {@code (index + 1) × 2^level}. */
  byte[] node(int level, long index);

  /**
   * RFC 6962's MTH over the leaves {@code begin} (inclusive) to {@code end} (exclusive), where
   * {@code begin} is a multiple of the largest power of two below the range's length.
   */
  default byte[] range(long begin, long end) {
    long length = end - begin;
    if (length <= 0) {
      return TreeHash.empty();
    }
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return node(level, begin >> level);
    }
    long split = Long.highestOneBit(length);
    return TreeHash.node(range(begin, begin + split), range(begin + split, end));
  }
}
