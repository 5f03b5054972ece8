package org.liuzheng.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Kept files in a folder of their own, for the tests of other modules. */
public final class TestEvidence {
  private TestEvidence() {}

  public static Evidence fresh() {
    try {
      return new EvidenceFolder(Files.createTempDirectory("liuzheng-evidence"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
