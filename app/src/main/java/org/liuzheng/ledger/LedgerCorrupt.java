package org.liuzheng.ledger;

import org.liuzheng.words.Text;

/** What is stored is not what was signed; the sentence names both sides. */
public final class LedgerCorrupt extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text says;

  LedgerCorrupt(Text says) {
    super(says.en());
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
