package org.liuzheng.seal;

import java.nio.charset.StandardCharsets;

/**
 * What a leaf commits to: the format version 0x01, then SHA-256(salt ‖ canonical entry). The salt
 * keeps an entry unguessable from its leaf; the version leads, so that a later format can be told
 * from this one at the first byte.
 */
public final class Leaf {
  public static final byte VERSION = 1;
  public static final int SALT_LENGTH = 16;
  public static final int DATA_LENGTH = 1 + TreeHash.LENGTH;

  private Leaf() {}

  public static byte[] data(byte[] salt, String canonical) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("a salt of %d bytes, not 16".formatted(salt.length));
    }
    byte[] data = new byte[DATA_LENGTH];
    data[0] = VERSION;
    byte[] digest = TreeHash.sha256(salt, canonical.getBytes(StandardCharsets.UTF_8));
    System.arraycopy(digest, 0, data, 1, digest.length);
    return data;
  }

  /** The digest that stands in an entry for a private value. */
  public static byte[] privateDigest(byte[] salt, String value) {
    return TreeHash.sha256(salt, value.getBytes(StandardCharsets.UTF_8));
  }
}
