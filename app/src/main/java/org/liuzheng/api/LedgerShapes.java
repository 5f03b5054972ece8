package org.liuzheng.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.liuzheng.ledger.EntryProof;
import org.liuzheng.ledger.SignedCheckpoint;
import org.liuzheng.ledger.Verification;
import org.liuzheng.words.Text;

/** The ledger as {@code docs/specs/api.md} describes its JSON; hashes are in hex. */
final class LedgerShapes {
  private LedgerShapes() {}

  /** A signed statement of the whole tree. */
  record LedgerCheckpoint(
      @Schema(description = "the position: entries 0 … size-1") long size,
      String root,
      Instant signedAt,
      @Schema(description = "the C2SP signed note as served under /log/checkpoint") String note) {
    static LedgerCheckpoint of(SignedCheckpoint c) {
      return new LedgerCheckpoint(
          c.size(), HexFormat.of().formatHex(c.root()), c.signedAt(), c.note());
    }
  }

  /** An entry with its way to a signed root; docs/specs/log.md says how to check it. */
  record LedgerProof(
      long seq,
      @Schema(description = "the entry as canonical JSON, the text the leaf commits to")
          String canonical,
      String salt,
      String leafData,
      List<String> path,
      LedgerCheckpoint checkpoint,
      @Schema(description = "whether this very proof was checked just now") boolean verified) {
    static LedgerProof of(EntryProof p) {
      return new LedgerProof(
          p.seq(),
          p.canonical(),
          p.salt(),
          p.leafData(),
          p.path(),
          LedgerCheckpoint.of(p.checkpoint()),
          p.verified());
    }
  }

  /** What a full check found. */
  record LedgerCheck(
      @Schema(description = "how many entries were recomputed") long entries,
      boolean sound,
      @Schema(description = "empty when all is well") List<LedgerFault> faults) {
    static LedgerCheck of(Verification found) {
      return new LedgerCheck(
          found.entries(),
          found.sound(),
          found.faults().stream().map(f -> new LedgerFault(f.seq(), f.says())).toList());
    }
  }

  record LedgerFault(
      @Schema(description = "the entry concerned; -1: the tree as a whole") long seq, Text says) {}

  /** A line of a check's progress. */
  record LedgerProgress(long checked, long of) {}
}
