package org.liuzheng.ledger;

import java.util.List;
import org.liuzheng.words.Text;

/**
 * What a full check of the stored ledger found.
 *
 * @param entries how many were recomputed
 * @param faults one sentence per fault, naming the entry; empty when all is well
 */
public record Verification(long entries, List<Fault> faults) {
  /**
   * @param seq the entry concerned, or -1 when it is the tree as a whole
   */
  public record Fault(long seq, Text says) {}

  public boolean sound() {
    return faults.isEmpty();
  }
}
