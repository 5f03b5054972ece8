package org.liuzheng.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The tree hashes of RFC 6962 section 2.1 (RFC 9162 keeps them): a leaf is SHA-256(0x00 ‖ data), a
 * node SHA-256(0x01 ‖ left ‖ right), so that neither can be passed off as the other.
 */
public final class TreeHash {
  public static final int LENGTH = 32;

  private TreeHash() {}

  /** The root of the tree without leaves. */
  public static byte[] empty() {
    return sha256();
  }

  public static byte[] leaf(byte[] data) {
    return sha256(new byte[] {0}, data);
  }

  public static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  /** The root over these leaf hashes. */
  public static byte[] root(List<byte[]> leafHashes) {
    CompactRange range = new CompactRange();
    leafHashes.forEach(range::append);
    return range.root();
  }

  /** Plain SHA-256 of the parts, one after the other. */
  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
