package org.liuzheng.evidence;

import java.util.Optional;

/** The kept files, named by the SHA-256 of their content in lower-case hex. */
public interface Evidence {

  /** Keeps the file and returns its name; keeping it twice is keeping it once. */
  String keep(byte[] content);

  Optional<byte[]> open(String sha256);
}
