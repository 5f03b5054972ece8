package org.liuzheng.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.SignerKey;
import org.liuzheng.words.Words;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One group, one transaction: the commands' own work, their entries, the tiles that filled up and
 * the signed checkpoint become visible together or not at all. Used by the writer's thread alone,
 * except for {@link #newest()}.
 */
final class GroupCommit {
  private final Store store;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final SignerKey key;
  private final List<Upkeep> upkeeps = new CopyOnWriteArrayList<>();
  private Tree tree;
  private volatile SignedCheckpoint newest;

  GroupCommit(
      Store store, PlatformTransactionManager transactions, Clock clock, Opening.Opened at) {
    this.store = store;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.key = at.key();
    this.tree = at.tree();
    this.newest = at.checkpoint();
  }

  /** The newest committed checkpoint. */
  SignedCheckpoint newest() {
    return newest;
  }

  void keepUp(Upkeep upkeep) {
    upkeeps.add(upkeep);
  }

  Attempt attempt() {
    return new Attempt();
  }

  /** A group on its way; thrown away when it fails. */
  final class Attempt {
    private final Tree grown = tree.copy();
    private final List<Tree.FullTile> filled = new ArrayList<>();
    private final Map<String, Set<String>> records = new HashMap<>();
    private SignedCheckpoint signed = newest;
    private boolean commitSent;

    /** Whether the transaction had come to its commit, so that its outcome may be unknown. */
    boolean commitSent() {
      return commitSent;
    }

    /** Returns after the commit; a crash from here on loses nothing but the answers. */
    void run(List<Writer.Waiting<?>> group) {
      transactions.executeWithoutResult(status -> {
        store.lock().join(store.jdbc());
        requireOnlyWriter();
        group.forEach(waiting -> run(waiting, status));
        if (grown.size() > tree.size()) {
          upkeeps.forEach(u -> u.beforeCommit(written()));
          seal();
        }
        commitSent = true;
      });
      if (grown.size() > tree.size()) {
        upkeeps.forEach(u -> u.afterCommit(written()));
      }
      tree = grown;
      newest = signed;
    }

    private Upkeep.Group written() {
      return new Upkeep.Group(tree.size(), grown.size(), records);
    }

    private void run(Writer.Waiting<?> waiting, TransactionStatus status) {
      Object savepoint = status.createSavepoint();
      GroupAppender appender =
          new GroupAppender(store.entries(), store.privates(), now(), grown.size());
      try {
        waiting.run(appender);
        if (status.isRollbackOnly()) {
          throw new IllegalStateException("the command went on after its transaction had failed");
        }
        status.releaseSavepoint(savepoint);
        appender.end().forEach(leafHash -> grown.append(leafHash, filled));
        appender
            .records()
            .forEach((register, ids) ->
                records.computeIfAbsent(register, r -> new HashSet<>()).addAll(ids));
      } catch (RuntimeException | Error e) {
        appender.end();
        // If this throws, the connection is gone: the whole group fails, and was not committed.
        status.rollbackToSavepoint(savepoint);
        waiting.fail(e);
      }
    }

    private void seal() {
      store.tiles().insert(filled);
      signed = sign(key, grown.size(), grown.root(), now());
      store.checkpoints().insert(signed);
    }

    private void requireOnlyWriter() {
      long stored = store.checkpoints().newest().map(SignedCheckpoint::size).orElse(-1L);
      if (stored != tree.size()) {
        throw new LedgerStopped(
            Words.text("ledger.other_writer", String.valueOf(stored), String.valueOf(tree.size())));
      }
    }

    /** The clock's time, but never before the newest checkpoint: positions follow time. */
    private Instant now() {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      return now.isBefore(newest.signedAt()) ? newest.signedAt() : now;
    }
  }

  static SignedCheckpoint sign(SignerKey key, long size, byte[] root, Instant at) {
    String note = new Checkpoint(key.name(), size, root).signed(key).encoded();
    return new SignedCheckpoint(size, root, at, note);
  }
}
