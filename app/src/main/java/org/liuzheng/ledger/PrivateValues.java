package org.liuzheng.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.Leaf;
import org.liuzheng.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Private values beside the log. A value is kept with the salt of its digest, both under its
 * subject's key (AES-256-GCM): without the key nobody can read the value, and without the salt
 * nobody can find it by trying out what it might be.
 */
final class PrivateValues {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private static final String MAKE_KEY = """
      insert into subject_key (subject, secret) values (:subject, :secret)
      on conflict (subject) do nothing
      """;
  private static final String KEY = """
      select id, secret from subject_key where subject = :subject
      """;
  private static final String ERASE = "delete from subject_key where subject = :subject";
  private static final String KEEP = """
      insert into private_value (digest, subject_key, sealed)
      values (:digest, :subject_key, :sealed)
      """;
  private static final String FIND = """
      select v.sealed, k.secret
      from private_value v join subject_key k on k.id = v.subject_key
      where v.digest = :digest
      """;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  PrivateValues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record SubjectKey(long id, byte[] secret) {}

  private record Sealed(byte[] sealed, byte[] secret) {}

  /** Keeps the value and returns its digest in hex. */
  String keep(String subject, String value) {
    if (subject.isEmpty()) {
      throw new IllegalArgumentException("a private value needs a subject whose key seals it");
    }
    byte[] salt = random(Leaf.SALT_LENGTH);
    byte[] digest = Leaf.privateDigest(salt, value);
    SubjectKey key = key(subject);
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, digest,
        joined(salt, value.getBytes(StandardCharsets.UTF_8)));
    jdbc.sql(KEEP).param("digest", digest).param("subject_key", key.id())
        .param("sealed", joined(nonce, sealed)).update();
    return Hex.of(digest);
  }

  /** The value, unless its subject was erased. */
  Optional<String> reveal(String digestHex) {
    byte[] digest = Hex.bytes(digestHex);
    return jdbc.sql(FIND).param("digest", digest)
        .query((row, n) -> new Sealed(row.getBytes("sealed"), row.getBytes("secret"))).optional()
        .map(found -> open(found, digest));
  }

  void erase(String subject) {
    jdbc.sql(ERASE).param("subject", subject).update();
  }

  private static String open(Sealed found, byte[] digest) {
    byte[] nonce = Arrays.copyOf(found.sealed(), NONCE_BYTES);
    byte[] opened = cipher(Cipher.DECRYPT_MODE, found.secret(), nonce, digest,
        Arrays.copyOfRange(found.sealed(), NONCE_BYTES, found.sealed().length));
    byte[] salt = Arrays.copyOf(opened, Leaf.SALT_LENGTH);
    String value = new String(opened, Leaf.SALT_LENGTH, opened.length - Leaf.SALT_LENGTH,
        StandardCharsets.UTF_8);
    byte[] recomputed = Leaf.privateDigest(salt, value);
    if (!Arrays.equals(recomputed, digest)) {
      throw new LedgerCorrupt(
          Words.text("ledger.private_wrong", Hex.of(digest), Hex.of(recomputed)));
    }
    return value;
  }

  private SubjectKey key(String subject) {
    Optional<SubjectKey> known = find(subject);
    if (known.isEmpty()) {
      jdbc.sql(MAKE_KEY).param("subject", subject).param("secret", random(KEY_BYTES)).update();
      known = find(subject);
    }
    return known.orElseThrow(() -> new IllegalStateException("the subject was erased just now"));
  }

  private Optional<SubjectKey> find(String subject) {
    return jdbc.sql(KEY).param("subject", subject)
        .query((row, n) -> new SubjectKey(row.getLong("id"), row.getBytes("secret"))).optional();
  }

  private static byte[] cipher(int mode, byte[] key, byte[] nonce, byte[] digest, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(digest);
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      LedgerCorrupt corrupt =
          new LedgerCorrupt(Words.text("ledger.private_unreadable", Hex.of(digest)));
      corrupt.initCause(e);
      throw corrupt;
    }
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
