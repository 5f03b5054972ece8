package org.liuzheng.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That the tree of {@code to} leaves begins with the tree of {@code from} leaves (RFC 9162 section
 * 2.1.4). Conventions where the RFC is silent, see {@code docs/specs/log.md}: from the empty tree
 * nothing can be proved, so it is refused; between equal sizes the proof is empty and the two roots
 * must be the same bytes, whatever their length.
 */
public record ConsistencyProof(long from, long to, List<byte[]> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** The proof between two sizes of the tree that {@code nodes} holds. */
  public static ConsistencyProof of(long from, long to, Nodes nodes) {
    if (from <= 0 || from > to) {
      throw new IllegalArgumentException("from %d leaves to %d".formatted(from, to));
    }
    List<byte[]> path = new ArrayList<>();
    long begin = 0;
    long end = to;
    while (from != end) {
      long middle = begin + Long.highestOneBit(end - begin - 1);
      if (from <= middle) {
        path.add(nodes.range(middle, end));
        end = middle;
      } else {
        path.add(nodes.range(begin, middle));
        begin = middle;
      }
    }
    if (begin > 0) {
      path.add(nodes.range(begin, end));
    }
    return new ConsistencyProof(from, to, path.reversed());
  }

  /** RFC 9162 section 2.1.4.2. */
  public Check verify(byte[] fromRoot, byte[] toRoot) {
    if (from <= 0) {
      return Check.unsound("from a tree of %d leaves nothing can be proved", from);
    }
    if (from > to) {
      return Check.unsound("a tree of %d leaves cannot grow into one of %d", from, to);
    }
    if (from == to) {
      return same(fromRoot, toRoot);
    }
    if (path.isEmpty()) {
      return Check.unsound("the proof from %d to %d leaves is empty", from, to);
    }
    for (byte[] hash : path) {
      if (hash.length != TreeHash.LENGTH) {
        return Check.unsound("a hash of the proof is %d bytes long, not 32", hash.length);
      }
    }
    return climb(fromRoot, toRoot);
  }

  private Check same(byte[] fromRoot, byte[] toRoot) {
    if (!path.isEmpty()) {
      return Check.unsound(
          "between equal sizes the proof must be empty; it has %d hashes", path.size());
    }
    return Arrays.equals(fromRoot, toRoot)
        ? Check.sound()
        : Check.unsound(
            "two trees of %d leaves have different roots: %s and %s",
            to, Hex.of(fromRoot), Hex.of(toRoot));
  }

  private Check climb(byte[] fromRoot, byte[] toRoot) {
    List<byte[]> way = new ArrayList<>(path);
    if (Long.bitCount(from) == 1) {
      way.addFirst(fromRoot);
    }
    int down = Long.numberOfTrailingZeros(from);
    long fn = (from - 1) >> down;
    long sn = (to - 1) >> down;
    byte[] old = way.getFirst();
    byte[] grown = old;
    for (byte[] hash : way.subList(1, way.size())) {
      if (sn == 0) {
        return Check.unsound("the proof has more hashes than %d to %d leaves need", from, to);
      }
      if ((fn & 1) == 1 || fn == sn) {
        old = TreeHash.node(hash, old);
        grown = TreeHash.node(hash, grown);
        int up = (fn & 1) == 1 ? 0 : fn == 0 ? Long.SIZE - 1 : Long.numberOfTrailingZeros(fn);
        fn >>= up;
        sn >>= up;
      } else {
        grown = TreeHash.node(grown, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return reached(sn, old, fromRoot, grown, toRoot);
  }

  private Check reached(long sn, byte[] old, byte[] fromRoot, byte[] grown, byte[] toRoot) {
    if (sn != 0) {
      return Check.unsound("the proof has fewer hashes than %d to %d leaves need", from, to);
    }
    if (!Arrays.equals(old, fromRoot)) {
      return Check.unsound(
          "the proof leads to the earlier root %s, not to %s", Hex.of(old), Hex.of(fromRoot));
    }
    return Arrays.equals(grown, toRoot)
        ? Check.sound()
        : Check.unsound(
            "the proof leads to the later root %s, not to %s", Hex.of(grown), Hex.of(toRoot));
  }
}
