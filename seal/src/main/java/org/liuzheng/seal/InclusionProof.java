package org.liuzheng.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That the leaf {@code index} is in the tree of {@code size} leaves (RFC 9162 section 2.1.3).
 *
 * @param path sibling hashes from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

  public InclusionProof {
    path = List.copyOf(path);
  }

  /** The proof for a leaf of the tree that {@code nodes} holds. */
  public static InclusionProof of(long index, long size, Nodes nodes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf %d in a tree of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = begin + Long.highestOneBit(end - begin - 1);
      if (index < middle) {
        path.add(nodes.range(middle, end));
        end = middle;
      } else {
        path.add(nodes.range(begin, middle));
        begin = middle;
      }
    }
    return new InclusionProof(index, size, path.reversed());
  }

  /** RFC 9162 section 2.1.3.2. */
  public Check verify(byte[] leafHash, byte[] root) {
    if (index < 0 || index >= size) {
      return Check.unsound("leaf %d cannot be in a tree of %d leaves", index, size);
    }
    if (leafHash.length != TreeHash.LENGTH) {
      return Check.unsound("the leaf hash is %d bytes long, not 32", leafHash.length);
    }
    int expected = length(index, size);
    if (path.size() != expected) {
      return Check.unsound(
          "the path has %d hashes; leaf %d of %d needs %d", path.size(), index, size, expected);
    }
    byte[] hash = leafHash;
    long fn = index;
    long sn = size - 1;
    for (byte[] sibling : path) {
      if (sibling.length != TreeHash.LENGTH) {
        return Check.unsound("a hash of the path is %d bytes long, not 32", sibling.length);
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = TreeHash.node(sibling, hash);
        int up = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
        fn >>= up;
        sn >>= up;
      } else {
        hash = TreeHash.node(hash, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return Arrays.equals(hash, root)
        ? Check.sound()
        : Check.unsound(
            "the path leads to the root %s, but the tree's root is %s", Hex.of(hash), Hex.of(root));
  }

  /** Levels where the leaf's way and the tree's right edge differ, then one per left sibling. */
  private static int length(long index, long size) {
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    return inner + Long.bitCount(index >> inner);
  }
}
