package org.liuzheng.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.Hex;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes bundles as it reads: a whole district's ledger need not fit into memory. */
@Component
@Profile("!" + BundledLedger.PROFILE)
class LedgerBundles implements Bundles {
  private static final int ENTRIES_PER_READ = 256;

  private final PostgresLedger ledger;

  LedgerBundles(PostgresLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void write(Collection<Long> seqs, OutputStream out) throws IOException {
    Proving proving = ledger.proving();
    List<Long> sorted = seqs.stream().distinct().sorted().toList();
    for (long seq : sorted) {
      if (!proving.has(seq)) {
        throw new IllegalArgumentException(
            "entry %d in a ledger of %d".formatted(seq, proving.checkpoint().size()));
      }
    }
    write(proving, sorted.stream(), out);
  }

  @Override
  public void writeFrom(long from, OutputStream out) throws IOException {
    Proving proving = ledger.proving();
    write(proving, LongStream.range(from, proving.checkpoint().size()).boxed(), out);
  }

  @Override
  public void write(
      Predicate<Entry> which, Map<String, byte[]> beside, SignedCheckpoint under, OutputStream out)
      throws IOException {
    Iterator<Bundle.Item> items =
        LongStream.iterate(0, from -> from < under.size(), from -> from + ENTRIES_PER_READ)
            .boxed()
            .flatMap(from ->
                ledger.stored(from, (int) Math.min(ENTRIES_PER_READ, under.size() - from)).stream())
            .filter(stored -> which.test(stored.entry()))
            .map(stored ->
                new Bundle.Item(stored.seq(), stored.canonical(), stored.salt(), List.of()))
            .iterator();
    Iterator<byte[]> leaves =
        LongStream.iterate(0, from -> from < under.size(), from -> from + ENTRIES_PER_READ)
            .boxed()
            .flatMap(from ->
                ledger.leafHashes(from, Math.min(from + ENTRIES_PER_READ, under.size())).stream())
            .iterator();
    Bundle.write(out, ledger.verifierKey(), under.note(), () -> items, () -> leaves, beside);
  }

  private void write(Proving proving, Stream<Long> seqs, OutputStream out) throws IOException {
    Iterator<Bundle.Item> items =
        seqs.gather(Gatherers.windowFixed(ENTRIES_PER_READ))
            .flatMap(some -> proving.prove(some).stream())
            .map(LedgerBundles::item)
            .iterator();
    Bundle.write(out, ledger.verifierKey(), proving.checkpoint().note(), () -> items);
  }

  private static Bundle.Item item(EntryProof proof) {
    return new Bundle.Item(
        proof.seq(),
        proof.canonical(),
        Hex.bytes(proof.salt()),
        proof.path().stream().map(Hex::bytes).toList());
  }
}
