package org.liuzheng.screens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.liuzheng.ledger.EntryProof;
import org.liuzheng.page.Shell;
import org.liuzheng.seal.TreeHash;

/** Walks a proof from the leaf to the root, so that what is shown is what was computed. */
final class EntryProofs {
  private static final HexFormat HEX = HexFormat.of();

  private EntryProofs() {}

  /** RFC 9162 section 2.1.3.2, keeping each hash on the way. */
  static EntryPage.Proof of(Shell shell, EntryProof proof, String key, Days days) {
    byte[] leaf = TreeHash.leaf(HEX.parseHex(proof.leafData()));
    List<EntryPage.Step> steps = new ArrayList<>();
    byte[] hash = leaf;
    long index = proof.seq();
    long last = proof.checkpoint().size() - 1;
    for (String hex : proof.path()) {
      byte[] sibling = HEX.parseHex(hex);
      boolean left = (index & 1) == 1 || index == last;
      hash = left ? TreeHash.node(sibling, hash) : TreeHash.node(hash, sibling);
      int up = left && (index & 1) == 0 ? Long.numberOfTrailingZeros(index) : 0;
      index >>= up + 1;
      last >>= up + 1;
      steps.add(new EntryPage.Step(steps.size() + 1, left, hex, HEX.formatHex(hash)));
    }
    boolean sound = proof.verified() && Arrays.equals(hash, proof.checkpoint().root());
    return new EntryPage.Proof(
        sound,
        HEX.formatHex(leaf),
        steps,
        String.valueOf(proof.checkpoint().size()),
        HEX.formatHex(proof.checkpoint().root()),
        days.second(proof.checkpoint().signedAt()),
        proof.checkpoint().note(),
        proof.salt(),
        proof.canonical(),
        shell.link("/entries/" + proof.seq() + "/bundle.zip"),
        key);
  }
}
