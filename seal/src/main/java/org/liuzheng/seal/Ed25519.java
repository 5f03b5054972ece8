package org.liuzheng.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** RFC 8032 with keys as the 32 bytes they are; the JDK knows them only inside ASN.1. */
final class Ed25519 {
  static final int KEY_LENGTH = 32;
  static final int SIGNATURE_LENGTH = 64;

  private static final byte[] PUBLIC_PREFIX = Hex.bytes("302a300506032b6570032100");
  private static final byte[] PRIVATE_PREFIX = Hex.bytes("302e020100300506032b657004220420");

  private Ed25519() {}

  static byte[] publicKey(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Seeded(seed));
      byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, PUBLIC_PREFIX.length, encoded.length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  static byte[] sign(byte[] seed, byte[] message) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_PREFIX, seed)));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a 32-byte seed always signs", e);
    }
  }

  /** False for a wrong signature and for bytes that are no key or no signature at all. */
  static boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(joined(PUBLIC_PREFIX, publicKey)));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(message);
      return signed.length == SIGNATURE_LENGTH && signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  /**
   * The generator draws its seed from here: the only way in the JDK from a seed to a public key.
   */
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Seeded(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("asked for %d bytes, not 32".formatted(bytes.length));
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
