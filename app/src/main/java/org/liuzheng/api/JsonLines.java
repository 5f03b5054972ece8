package org.liuzheng.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Answers that tell line by line how far they are. */
final class JsonLines {
  private JsonLines() {}

  /** Sends a value as a line at once. */
  static void write(JsonMapper json, OutputStream out, Object value) {
    try {
      out.write((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
