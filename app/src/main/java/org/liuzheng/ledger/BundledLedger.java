package org.liuzheng.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.Json;
import org.liuzheng.seal.Leaf;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.seal.VerifierKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What a bundle holds of a ledger, to be read and never written: entries that are not in the bundle
 * are as if they were of registers that nobody asks for. Whether the bundle is sound is for {@code
 * seal} to say.
 */
@Component
@Profile(BundledLedger.PROFILE)
class BundledLedger implements Ledger, Bundles {
  /** The program runs on a bundle instead of on a ledger of its own. */
  static final String PROFILE = "bundle";

  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final SignedCheckpoint checkpoint;
  private final String key;

  BundledLedger(@Value("${liuzheng.bundle}") Path file) {
    try {
      Bundle bundle = Bundle.read(file);
      bundle.items().forEach(item -> entries.put(item.seq(), entry(item)));
      key = bundle.key();
      checkpoint =
          switch (Checkpoint.open(bundle.note(), VerifierKey.parse(key))) {
            case Checkpoint.Opened.Refused refused ->
                throw new IllegalArgumentException(refused.reason());
            case Checkpoint.Opened.Trusted opened ->
                new SignedCheckpoint(
                    opened.checkpoint().size(),
                    opened.checkpoint().root(),
                    entries.isEmpty() ? Instant.EPOCH : entries.lastEntry().getValue().recordedAt(),
                    bundle.note());
          };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Bundle.Item item) {
    Map<String, Object> said = Json.object(item.canonical());
    return new Entry(
        item.seq(),
        text(said, "register"),
        text(said, "record"),
        LocalDate.parse(text(said, "valid_from")),
        Instant.parse(text(said, "recorded_at")),
        text(said, "actor"),
        text(said, "unit"),
        SourceText.parse(CanonicalJson.text(said.get("source"))),
        object(Objects.requireNonNull(said.get("body"))),
        TreeHash.leaf(Leaf.data(item.salt(), item.canonical())));
  }

  private static String text(Map<String, Object> said, String name) {
    return String.valueOf(Objects.requireNonNull(said.get(name), name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  /** Runs what only wants to be alone with the ledger; nothing can be appended. */
  @Override
  public <R> R write(Command<R> command) {
    return command.run(
        new Appender() {
          @Override
          public Instant now() {
            return checkpoint.signedAt();
          }

          @Override
          public long next() {
            return size();
          }

          @Override
          public long append(List<Draft> drafts) {
            throw new UnsupportedOperationException("a bundle is only read");
          }
        });
  }

  @Override
  public void keepUp(Upkeep upkeep) {
    // Nothing is ever written that something would have to be kept up with.
  }

  @Override
  public long size() {
    return checkpoint.size();
  }

  @Override
  public Optional<Entry> entry(long seq) {
    return Optional.ofNullable(entries.get(seq));
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return List.copyOf(entries.subMap(from, from + limit).values());
  }

  @Override
  public List<Entry> newest(EntryQuery query) {
    return entries
        .subMap(query.from(), true, query.below(), false)
        .descendingMap()
        .values()
        .stream()
        .filter(e -> query.registers().contains(e.register()))
        .filter(e -> query.actor().isEmpty() || query.actor().equals(e.actor()))
        .limit(query.limit())
        .toList();
  }

  @Override
  public List<Entry> entriesOf(String register, String record) {
    return entries.values().stream()
        .filter(e -> e.register().equals(register) && e.record().equals(record))
        .toList();
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  @Override
  public long positionAt(Instant moment) {
    return entries.values().stream()
        .filter(e -> !e.recordedAt().isAfter(moment))
        .map(e -> e.seq() + 1)
        .max(Comparator.naturalOrder())
        .orElse(0L);
  }

  @Override
  public Optional<EntryProof> prove(long seq) {
    return Optional.empty();
  }

  @Override
  public Verification verify(LongConsumer progress) {
    throw onlyRead();
  }

  @Override
  public Optional<byte[]> tile(int level, long index, int width) {
    return Optional.empty();
  }

  @Override
  public Optional<byte[]> entryBundle(long index, int width) {
    return Optional.empty();
  }

  @Override
  public String verifierKey() {
    return key;
  }

  @Override
  public Map<String, String> reveal(Collection<String> digests) {
    return Map.of();
  }

  @Override
  public void erase(String subject) {
    throw onlyRead();
  }

  @Override
  public void write(Collection<Long> seqs, OutputStream out) {
    throw onlyRead();
  }

  @Override
  public void write(
      Predicate<Entry> which,
      Map<String, byte[]> beside,
      SignedCheckpoint under,
      OutputStream out) {
    throw onlyRead();
  }

  @Override
  public void writeFrom(long from, OutputStream out) {
    throw onlyRead();
  }

  private static UnsupportedOperationException onlyRead() {
    return new UnsupportedOperationException("a bundle is only read; check it as it is");
  }
}
