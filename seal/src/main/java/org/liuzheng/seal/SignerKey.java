package org.liuzheng.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The secret half of a {@link VerifierKey}: {@code PRIVATE+KEY+name+keyid+base64(0x01 ‖ seed)}. */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final byte[] seed;
  private final VerifierKey verifier;

  /** A key from its Ed25519 seed, 32 bytes. */
  public SignerKey(String name, byte[] seed) {
    if (seed.length != Ed25519.KEY_LENGTH) {
      throw new NotInFormat("an Ed25519 seed has 32 bytes, not %d", seed.length);
    }
    this.seed = seed.clone();
    this.verifier = VerifierKey.of(name, Ed25519.publicKey(seed));
  }

  public static SignerKey parse(String skey) {
    String[] parts = skey.strip().split("\\+", 5);
    if (parts.length != 5 || !skey.startsWith(PREFIX)) {
      throw new NotInFormat("a signer key is PRIVATE+KEY+name+keyid+key");
    }
    byte[] key = VerifierKey.base64(parts[4]);
    if (key.length != 1 + Ed25519.KEY_LENGTH || key[0] != VerifierKey.ED25519) {
      throw new NotInFormat("the signer key of %s is not an Ed25519 key", parts[2]);
    }
    SignerKey read = new SignerKey(parts[2], Arrays.copyOfRange(key, 1, key.length));
    String id = VerifierKey.idText(read.verifier.id());
    if (!id.equals(parts[3])) {
      throw new NotInFormat(
          "the signer key says the key id %s, but the key's id is %s", parts[3], id);
    }
    return read;
  }

  public String name() {
    return verifier.name();
  }

  /** The skey: keep it secret. */
  public String encoded() {
    return PREFIX
        + name()
        + "+"
        + VerifierKey.idText(verifier.id())
        + "+"
        + VerifierKey.base64(VerifierKey.typed(seed));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** The Ed25519 signature of a note's text. */
  public NoteSignature sign(String text) {
    byte[] signed = Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
    return new NoteSignature(name(), verifier.id(), signed);
  }

  @Override
  public String toString() {
    return "SignerKey[name=" + name() + "]";
  }
}
