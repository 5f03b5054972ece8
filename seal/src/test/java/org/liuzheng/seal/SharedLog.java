package org.liuzheng.seal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Other people's logs and probes to test against, where they are at hand. */
final class SharedLog {
  private static final Path FOLDER = Path.of("../../shared/data/merkle");
  private static final int BLOCK = 512;

  private SharedLog() {}

  static List<Map<String, Object>> probes() {
    List<Map<String, Object>> probes = new ArrayList<>();
    for (String line :
        new String(unzipped("proof_probes.jsonl.gz"), StandardCharsets.UTF_8).split("\n")) {
      Map<String, Object> probe = new HashMap<>();
      ((Map<?, ?>) Json.parse(line))
          .forEach((name, value) -> {
            if (value != null) {
              probe.put((String) name, value);
            }
          });
      probes.add(probe);
    }
    return probes;
  }

  /** The files of the 15-entry log by path; a tar header has the name at 0 and the size at 124. */
  static Map<String, byte[]> log() {
    byte[] tar = unzipped("small_log_15.tar.gz");
    Map<String, byte[]> files = new HashMap<>();
    for (int at = 0; at + BLOCK <= tar.length && tar[at] != 0; ) {
      String name = new String(tar, at, 100, StandardCharsets.US_ASCII).split("\0", 2)[0];
      String octal = new String(tar, at + 124, 11, StandardCharsets.US_ASCII).strip();
      int size = Integer.parseInt(octal, 8);
      byte[] content = new byte[size];
      System.arraycopy(tar, at + BLOCK, content, 0, size);
      files.put(name.replaceFirst("^\\./", ""), content);
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return files;
  }

  private static byte[] unzipped(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "skipped: the shared probes are not on this machine");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
