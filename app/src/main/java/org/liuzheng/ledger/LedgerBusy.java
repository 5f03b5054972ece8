package org.liuzheng.ledger;

import org.liuzheng.words.Text;

/** Another program writes to this ledger; there can be only one. */
public final class LedgerBusy extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text says;

  LedgerBusy(Text says) {
    super(says.en());
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
