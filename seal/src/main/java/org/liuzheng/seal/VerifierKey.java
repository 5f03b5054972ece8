package org.liuzheng.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Who signs notes, as everyone may know it: {@code name+keyid+base64(0x01 ‖ public key)}.
 *
 * @param id the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key), big-endian
 * @param publicKey Ed25519, 32 bytes
 */
public record VerifierKey(String name, int id, byte[] publicKey) {
  static final byte ED25519 = 1;

  public static VerifierKey of(String name, byte[] publicKey) {
    requireName(name);
    if (publicKey.length != Ed25519.KEY_LENGTH) {
      throw new NotInFormat("an Ed25519 key has 32 bytes, not %d", publicKey.length);
    }
    return new VerifierKey(name, id(name, publicKey), publicKey);
  }

  /** Reads a C2SP signed note vkey; the key id must be the one that the key has. */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new NotInFormat("a verifier key is name+keyid+key, not %s", vkey);
    }
    byte[] key = base64(parts[2]);
    if (key.length != 1 + Ed25519.KEY_LENGTH || key[0] != ED25519) {
      throw new NotInFormat("the verifier key of %s is not an Ed25519 key", parts[0]);
    }
    VerifierKey read = of(parts[0], Arrays.copyOfRange(key, 1, key.length));
    if (!idText(read.id).equals(parts[1])) {
      throw new NotInFormat(
          "the verifier key says the key id %s, but the key's id is %s", parts[1], idText(read.id));
    }
    return read;
  }

  /** The vkey. */
  public String encoded() {
    return name + "+" + idText(id) + "+" + base64(typed(publicKey));
  }

  static int id(String name, byte[] publicKey) {
    byte[] hash = TreeHash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed(publicKey));
    return ByteBuffer.wrap(hash).getInt();
  }

  static String idText(int id) {
    return "%08x".formatted(id);
  }

  static byte[] typed(byte[] key) {
    byte[] typed = new byte[1 + key.length];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, key.length);
    return typed;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (!base64(bytes).equals(text)) {
        throw new NotInFormat("not canonical base64: %s", text);
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new NotInFormat("not base64: %s", text);
    }
  }

  static void requireName(String name) {
    if (name.isEmpty()
        || name.indexOf('+') >= 0
        || name.codePoints()
            .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ')) {
      throw new NotInFormat("a key name has neither spaces nor +: \"%s\"", name);
    }
  }
}
