package org.liuzheng.ledger;

import java.util.Arrays;
import org.liuzheng.seal.Checkpoint;
import org.liuzheng.seal.Hex;
import org.liuzheng.seal.InclusionProof;
import org.liuzheng.seal.Nodes;
import org.liuzheng.seal.TreeHash;
import org.liuzheng.seal.VerifierKey;

/** Makes proofs under one checkpoint and checks each as a stranger would. */
final class Proving {
  private final SignedCheckpoint checkpoint;
  private final Nodes nodes;
  private final boolean signed;

  Proving(SignedCheckpoint checkpoint, Nodes nodes, VerifierKey key) {
    this.checkpoint = checkpoint;
    this.nodes = nodes;
    this.signed = Checkpoint.open(checkpoint.note(), key) instanceof Checkpoint.Opened.Trusted t
        && t.checkpoint().size() == checkpoint.size()
        && Arrays.equals(t.checkpoint().root(), checkpoint.root());
  }

  EntryProof prove(StoredEntry entry) {
    InclusionProof proof = InclusionProof.of(entry.seq(), checkpoint.size(), nodes);
    byte[] leafData = entry.recomputedLeafData();
    boolean included =
        proof.verify(TreeHash.leaf(leafData), checkpoint.root()).isSound();
    return new EntryProof(entry.seq(), entry.canonical(), Hex.of(entry.salt()), Hex.of(leafData),
        proof.path().stream().map(Hex::of).toList(), checkpoint, signed && included);
  }
}
