package org.liuzheng.postgres;

import org.liuzheng.words.Text;

/** The program cannot start; the sentence says why and what to do. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text says;

  public CannotStart(Text says) {
    super(says.en());
    this.says = says;
  }

  public Text says() {
    return says;
  }
}
