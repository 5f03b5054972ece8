package org.liuzheng.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
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

  private static final int ROWS_PER_STATEMENT = 2_000;

  private static final String MAKE_KEYS =
      """
      insert into subject_key (subject, secret)
      select subject, secret
      from unnest(cast(:subject as text[]), cast(:secret as bytea[])) as made (subject, secret)
      on conflict (subject) do nothing
      """;
  private static final String KEYS =
      """
      select id, subject, secret from subject_key where subject = any(cast(:subjects as text[]))
      """;
  private static final String ERASE = "delete from subject_key where subject = :subject";
  private static final String KEEP =
      """
      insert into private_value (digest, subject_key, sealed)
      select digest, subject_key, sealed
      from unnest(cast(:digest as bytea[]), cast(:subject_key as bigint[]),
                  cast(:sealed as bytea[])) as kept (digest, subject_key, sealed)
      """;
  private static final String FIND =
      """
      select v.digest, v.sealed, k.secret
      from private_value v join subject_key k on k.id = v.subject_key
      where v.digest = any(cast(:digests as bytea[]))
      """;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  PrivateValues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record SubjectKey(long id, String subject, byte[] secret) {}

  private record Sealed(byte[] digest, byte[] sealed, byte[] secret) {}

  /** What is to be inserted for one value. */
  private record Kept(byte[] digest, long subjectKey, byte[] sealed) {}

  /** Keeps the values of all and returns for each its names with their digests in hex. */
  List<Map<String, String>> keep(List<Draft.Privates> all) {
    List<String> subjects =
        all.stream()
            .filter(p -> !p.values().isEmpty())
            .map(Draft.Privates::subject)
            .distinct()
            .toList();
    if (subjects.contains("")) {
      throw new IllegalArgumentException("a private value needs a subject whose key seals it");
    }
    Map<String, SubjectKey> keys = keys(subjects);
    List<Kept> kept = new ArrayList<>();
    List<Map<String, String>> digests = new ArrayList<>(all.size());
    for (Draft.Privates privates : all) {
      Map<String, String> own = new TreeMap<>();
      privates
          .values()
          .forEach((name, value) -> {
            Kept sealed = sealed(Objects.requireNonNull(keys.get(privates.subject())), value);
            kept.add(sealed);
            own.put(name, Hex.of(sealed.digest()));
          });
      digests.add(own);
    }
    inPages(kept, this::insert);
    return digests;
  }

  private Kept sealed(SubjectKey key, String value) {
    byte[] salt = random(Leaf.SALT_LENGTH);
    byte[] digest = Leaf.privateDigest(salt, value);
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed =
        cipher(
            Cipher.ENCRYPT_MODE,
            key.secret(),
            nonce,
            digest,
            joined(salt, value.getBytes(StandardCharsets.UTF_8)));
    return new Kept(digest, key.id(), joined(nonce, sealed));
  }

  private void insert(List<Kept> kept) {
    jdbc.sql(KEEP)
        .param("digest", kept.stream().map(Kept::digest).toArray(byte[][]::new))
        .param("subject_key", kept.stream().map(Kept::subjectKey).toArray(Long[]::new))
        .param("sealed", kept.stream().map(Kept::sealed).toArray(byte[][]::new))
        .update();
  }

  /** Digests in hex to their values; a value whose subject was erased is left out. */
  Map<String, String> reveal(Collection<String> digestsHex) {
    Map<String, String> values = new HashMap<>();
    inPages(
        List.copyOf(digestsHex),
        page ->
            jdbc.sql(FIND)
                .param("digests", page.stream().map(Hex::bytes).toArray(byte[][]::new))
                .query((row, n) ->
                    new Sealed(
                        row.getBytes("digest"), row.getBytes("sealed"), row.getBytes("secret")))
                .list()
                .forEach(s -> values.put(Hex.of(s.digest()), open(s, s.digest()))));
    return values;
  }

  void erase(String subject) {
    jdbc.sql(ERASE).param("subject", subject).update();
  }

  private static String open(Sealed found, byte[] digest) {
    byte[] nonce = Arrays.copyOf(found.sealed(), NONCE_BYTES);
    byte[] opened =
        cipher(
            Cipher.DECRYPT_MODE,
            found.secret(),
            nonce,
            digest,
            Arrays.copyOfRange(found.sealed(), NONCE_BYTES, found.sealed().length));
    byte[] salt = Arrays.copyOf(opened, Leaf.SALT_LENGTH);
    String value =
        new String(
            opened, Leaf.SALT_LENGTH, opened.length - Leaf.SALT_LENGTH, StandardCharsets.UTF_8);
    byte[] recomputed = Leaf.privateDigest(salt, value);
    if (!Arrays.equals(recomputed, digest)) {
      throw new LedgerCorrupt(
          Words.text("ledger.private_wrong", Hex.of(digest), Hex.of(recomputed)));
    }
    return value;
  }

  /** The subjects' keys; who has none gets one. */
  private Map<String, SubjectKey> keys(List<String> subjects) {
    Map<String, SubjectKey> keys = new HashMap<>();
    inPages(subjects, page -> find(page, keys));
    List<String> unknown = subjects.stream().filter(s -> !keys.containsKey(s)).toList();
    inPages(
        unknown,
        page -> {
          jdbc.sql(MAKE_KEYS)
              .param("subject", page.toArray(String[]::new))
              .param("secret", page.stream().map(s -> random(KEY_BYTES)).toArray(byte[][]::new))
              .update();
          find(page, keys);
        });
    subjects.stream()
        .filter(s -> !keys.containsKey(s))
        .findFirst()
        .ifPresent(s -> {
          throw new IllegalStateException("the subject was erased just now");
        });
    return keys;
  }

  private void find(List<String> subjects, Map<String, SubjectKey> into) {
    jdbc.sql(KEYS)
        .param("subjects", subjects.toArray(String[]::new))
        .query((row, n) ->
            new SubjectKey(row.getLong("id"), row.getString("subject"), row.getBytes("secret")))
        .list()
        .forEach(k -> into.put(k.subject(), k));
  }

  private static <T> void inPages(List<T> all, Consumer<List<T>> page) {
    for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
      page.accept(all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT)));
    }
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
