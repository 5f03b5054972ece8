package org.liuzheng.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Leaf;

/** The appender of one command: it inserts at once, so that the command can read what it wrote. */
final class GroupAppender implements Appender {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Entries entries;
  private final PrivateValues privates;
  private final Instant now;
  private final List<byte[]> leafHashes = new ArrayList<>();
  private final Map<String, Set<String>> records = new HashMap<>();
  private long next;
  private boolean ended;

  GroupAppender(Entries entries, PrivateValues privates, Instant now, long next) {
    this.entries = entries;
    this.privates = privates;
    this.now = now;
    this.next = next;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long next() {
    return next;
  }

  @Override
  public long append(List<Draft> drafts) {
    if (ended) {
      throw new IllegalStateException("the command has ended; its appender appends no more");
    }
    long first = next;
    List<Map<String, String>> digests =
        privates.keep(drafts.stream().map(Draft::privates).toList());
    List<StoredEntry> rows = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      records.computeIfAbsent(draft.register(), r -> new HashSet<>()).add(draft.record());
      rows.add(entry(draft, digests.get(rows.size()), first + rows.size()));
    }
    entries.insert(rows);
    rows.forEach(row -> leafHashes.add(row.leafHash()));
    next += rows.size();
    return first;
  }

  /** Ends it and gives the hashes of what was appended. */
  List<byte[]> end() {
    ended = true;
    return leafHashes;
  }

  /** Register to the ids of the records that have got an entry. */
  Map<String, Set<String>> records() {
    return records;
  }

  private StoredEntry entry(Draft draft, Map<String, String> digests, long seq) {
    if (draft.validFrom().getYear() < 1 || draft.validFrom().isAfter(LAST_DAY)) {
      throw new IllegalArgumentException("no entry is valid from " + draft.validFrom());
    }
    byte[] salt = new byte[Leaf.SALT_LENGTH];
    RANDOM.nextBytes(salt);
    return new StoredEntry(
            seq,
            draft.register(),
            draft.record(),
            draft.validFrom(),
            now,
            draft.author().account(),
            draft.author().unit(),
            SourceText.of(draft.source()),
            CanonicalJson.text(body(draft, digests)),
            salt,
            new byte[0])
        .sealed();
  }

  /** Private values go where the others are: among the body's fields, or into the body itself. */
  private static Map<String, Object> body(Draft draft, Map<String, String> digests) {
    if (digests.isEmpty()) {
      return draft.body();
    }
    Map<String, Object> body = new HashMap<>(draft.body());
    Map<String, Object> place = body;
    if (body.get("fields") instanceof Map<?, ?> fields) {
      place = new HashMap<>();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        place.put(String.valueOf(field.getKey()), field.getValue());
      }
      body.put("fields", place);
    }
    for (Map.Entry<String, String> secret : digests.entrySet()) {
      if (place.put(secret.getKey(), Map.of("digest", secret.getValue())) != null) {
        throw new IllegalArgumentException(secret.getKey() + " is private and in clear as well");
      }
    }
    return body;
  }
}
