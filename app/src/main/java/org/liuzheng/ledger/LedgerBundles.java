package org.liuzheng.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.liuzheng.seal.Bundle;
import org.liuzheng.seal.Hex;
import org.springframework.stereotype.Component;

/** Writes bundles as it reads: a whole district's ledger need not fit into memory. */
@Component
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
