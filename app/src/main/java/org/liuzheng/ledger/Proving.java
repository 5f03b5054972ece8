package org.liuzheng.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.InclusionProof;
import org.liuzheng.seal.Nodes;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.seal.VerifierKey;
import org.liuzheng.words.Words;

/** Makes proofs under one checkpoint and checks each as a stranger would. */
final class Proving {
  private final Store store;
  private final SignedCheckpoint checkpoint;
  private final Nodes nodes;
  private final boolean signed;

  Proving(Store store, SignedCheckpoint checkpoint, VerifierKey key) {
    this.store = store;
    this.checkpoint = checkpoint;
    this.nodes = store.tiles().nodes(checkpoint.size());
    this.signed =
        Checkpoint.open(checkpoint.note(), key) instanceof Checkpoint.Opened.Trusted t
            && t.checkpoint().size() == checkpoint.size()
            && Arrays.equals(t.checkpoint().root(), checkpoint.root());
  }

  SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  boolean has(long seq) {
    return seq >= 0 && seq < checkpoint.size();
  }

  /** One proof per seq, in the order of the seqs; each must be below the checkpoint's size. */
  List<EntryProof> prove(List<Long> seqs) {
    var entries =
        store.entries().these(seqs).stream()
            .collect(Collectors.toMap(StoredEntry::seq, entry -> entry));
    return seqs.stream()
        .map(seq -> {
          StoredEntry entry = entries.get(seq);
          if (entry == null) {
            throw new LedgerCorrupt(Words.text("ledger.fault_missing", String.valueOf(seq)));
          }
          return prove(entry);
        })
        .toList();
  }

  private EntryProof prove(StoredEntry entry) {
    InclusionProof proof = InclusionProof.of(entry.seq(), checkpoint.size(), nodes);
    byte[] leafData = entry.recomputedLeafData();
    boolean included = proof.verify(TreeHash.leaf(leafData), checkpoint.root()).isSound();
    return new EntryProof(
        entry.seq(),
        entry.canonical(),
        Hex.of(entry.salt()),
        Hex.of(leafData),
        proof.path().stream().map(Hex::of).toList(),
        checkpoint,
        signed && included);
  }
}
