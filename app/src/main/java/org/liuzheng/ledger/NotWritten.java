package org.liuzheng.ledger;

import org.liuzheng.words.Text;

/** The whole group was rolled back, certainly: nothing of it is in the ledger; try again. */
public final class NotWritten extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Text says;

  NotWritten(Text says, Throwable cause) {
    super(says.en(), cause);
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
