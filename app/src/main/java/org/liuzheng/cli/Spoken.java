package org.liuzheng.cli;

import org.liuzheng.words.Text;

/** Ends a command with a sentence and an exit code. */
final class Spoken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Text says;
  private final int exitCode;

  Spoken(int exitCode, Text says) {
    super(says.en());
    this.says = says;
    this.exitCode = exitCode;
  }

  Text says() {
    return says;
  }

  int exitCode() {
    return exitCode;
  }
}
