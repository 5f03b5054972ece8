package org.liuzheng.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The district's ledger. A <em>position</em> is a tree size: at position n the entries 0 … n-1 are
 * known. Only {@link #write} appends, and it answers after the commit.
 */
public interface Ledger {

  /**
   * Queues the command for the one writer and waits until its group is committed. What the command
   * returns is returned; what it throws is thrown, and then nothing of it was written.
   */
  <R> R write(Command<R> command);

  /** Has {@code upkeep} run with every group from now on. */
  void keepUp(Upkeep upkeep);

  /** The committed tree size: every seq below it can be read. */
  long size();

  Optional<Entry> entry(long seq);

  /** Entries {@code from}, {@code from + 1} …, at most {@code limit}. */
  List<Entry> entries(long from, int limit);

  /** Entries that answer the question, the newest first. */
  List<Entry> newest(EntryQuery query);

  /** A record's entries in ledger order. */
  List<Entry> entriesOf(String register, String record);

  /** The newest signed checkpoint; signed at start even when the tree is empty. */
  SignedCheckpoint checkpoint();

  /** The position that was signed last at or before {@code moment}. */
  long positionAt(Instant moment);

  /** Everything a stranger needs to check one entry; empty when there is no such entry. */
  Optional<EntryProof> prove(long seq);

  /**
   * Recomputes every leaf and the tree from what is stored; reports each seq to {@code progress}.
   */
  Verification verify(LongConsumer progress);

  /** A tile of hashes in the C2SP tlog-tiles form; empty when the tree has no such tile. */
  Optional<byte[]> tile(int level, long index, int width);

  /** An entry bundle in the C2SP tlog-tiles form: the leaf data of each entry, length-prefixed. */
  Optional<byte[]> entryBundle(long index, int width);

  /** The verifier key of this ledger's checkpoints, as a C2SP signed note vkey. */
  String verifierKey();

  /** The private value behind a digest in a body, unless it was erased. */
  default Optional<String> reveal(String digest) {
    return Optional.ofNullable(reveal(List.of(digest)).get(digest));
  }

  /** The private values behind these digests; those that were erased are left out. */
  Map<String, String> reveal(Collection<String> digests);

  /** Destroys the key of one subject's private values; every proof stays valid. */
  void erase(String subject);
}
