package org.liuzheng.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Excerpts of the ledger that anyone can check without this program: {@code java -cp seal.jar
 * org.liuzheng.seal.Verify bundle.zip}.
 */
public interface Bundles {

  /**
   * Writes a ZIP of these entries with their proofs under the newest checkpoint; a seq that the
   * ledger does not have throws {@link IllegalArgumentException} before anything is written.
   */
  void write(Collection<Long> seqs, OutputStream out) throws IOException;

  /**
   * Writes a ZIP of the hashes of all leaves under a checkpoint, and of some entries in full.
   *
   * @param which entries are wanted, asked in the order of the ledger
   * @param beside name to content of further files
   */
  void write(
      Predicate<Entry> which, Map<String, byte[]> beside, SignedCheckpoint under, OutputStream out)
      throws IOException;

  /** Writes a ZIP of all entries from {@code from} up to the newest checkpoint. */
  void writeFrom(long from, OutputStream out) throws IOException;
}
