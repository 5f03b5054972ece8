package org.liuzheng.ledger;

import org.liuzheng.words.Text;

/**
 * The ledger takes no more entries until the program is started anew, because it was closed or can
 * no longer know what is committed. For the caller whose commit it was: the entry may be there.
 */
public final class LedgerStopped extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text says;

  LedgerStopped(Text says) {
    super(says.en());
    this.says = says;
  }

  LedgerStopped(Text says, Throwable cause) {
    super(says.en(), cause);
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
