package org.liuzheng.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.liuzheng.seal.EntryBundle;
import org.liuzheng.seal.SignerKey;
import org.liuzheng.seal.Tile;
import org.liuzheng.seal.TreeHash;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger in PostgreSQL. {@link Writer} says what a failure at each step of a write means. */
@Component
@Profile("!" + BundledLedger.PROFILE)
class PostgresLedger implements Ledger, AutoCloseable {
  private final Store store;
  private final GroupCommit groups;
  private final Writer writer;
  private final SignerKey key;
  private final PlatformTransactionManager transactions;

  PostgresLedger(
      DataSource database,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      LedgerSettings settings) {
    this.store = Store.of(jdbc, WriterLock.take(database));
    this.transactions = transactions;
    Opening.Opened opened = opened(clock, settings);
    this.key = opened.key();
    this.groups = new GroupCommit(store, transactions, clock, opened);
    this.writer = new Writer(groups);
  }

  private Opening.Opened opened(Clock clock, LedgerSettings settings) {
    try {
      return new Opening(store, clock, settings).open(transactions);
    } catch (RuntimeException | Error e) {
      store.lock().close();
      throw e;
    }
  }

  @Override
  public <R> R write(Command<R> command) {
    return writer.write(command);
  }

  @Override
  public void keepUp(Upkeep upkeep) {
    groups.keepUp(upkeep);
  }

  @Override
  public long size() {
    return groups.newest().size();
  }

  @Override
  public Optional<Entry> entry(long seq) {
    return store.entries().one(seq).map(StoredEntry::entry);
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return store.entries().from(from, limit).stream().map(StoredEntry::entry).toList();
  }

  @Override
  public List<Entry> newest(EntryQuery query) {
    return store.entries().newest(query).stream().map(StoredEntry::entry).toList();
  }

  @Override
  public List<Entry> entriesOf(String register, String record) {
    return store.entries().ofRecord(register, record).stream().map(StoredEntry::entry).toList();
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return groups.newest();
  }

  @Override
  public long positionAt(Instant moment) {
    return store.checkpoints().sizeAt(moment);
  }

  @Override
  public Optional<EntryProof> prove(long seq) {
    Proving proving = proving();
    return proving.has(seq)
        ? Optional.of(proving.prove(List.of(seq)).getFirst())
        : Optional.empty();
  }

  List<StoredEntry> stored(long from, int limit) {
    return store.entries().from(from, limit);
  }

  List<byte[]> leafHashes(long from, long to) {
    return store.entries().leafData(from, to).stream().map(TreeHash::leaf).toList();
  }

  /** Proofs of any number of entries, all under the checkpoint that is the newest now. */
  Proving proving() {
    return new Proving(store, checkpoint(), key.verifier());
  }

  @Override
  public Verification verify(LongConsumer progress) {
    return new Verifying(store, key.verifier(), progress).run(transactions);
  }

  @Override
  public Optional<byte[]> tile(int level, long index, int width) {
    if (level < 0 || !served(level, index, width)) {
      return Optional.empty();
    }
    return Optional.of(store.tiles().hashes(level, index, width));
  }

  @Override
  public Optional<byte[]> entryBundle(long index, int width) {
    if (!served(Tile.ENTRIES, index, width)) {
      return Optional.empty();
    }
    long from = index * Tile.FULL;
    return Optional.of(EntryBundle.of(store.entries().leafData(from, from + width)));
  }

  private boolean served(int level, long index, int width) {
    return index >= 0
        && width >= 1
        && width <= Tile.FULL
        && level < Long.SIZE
        && new Tile(level, index, width).within(size());
  }

  @Override
  public String verifierKey() {
    return key.verifier().encoded();
  }

  @Override
  public Map<String, String> reveal(Collection<String> digests) {
    return store.privates().reveal(digests);
  }

  @Override
  public void erase(String subject) {
    store.privates().erase(subject);
  }

  /** Writes what is queued, then lets another program write. */
  @Override
  public void close() {
    writer.close();
    store.lock().close();
  }
}
