package org.liuzheng.pack;

import org.liuzheng.words.Text;

/** A pack's own records were refused; the sentence names the first place. */
public final class RejectedRecords extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text says;

  RejectedRecords(Text says) {
    super(says.en());
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
