package org.liuzheng.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where the style sheet and the scripts are; a new version has a new address, so all are kept. */
@Component
class StaticFiles {
  static final Duration KEPT = Duration.ofDays(365);
  private static final List<String> OWN = List.of("liuzheng.css", "app.js", "favicon.svg");
  private static final int SHOWN_BYTES = 6;

  private final String version = digest();
  private final Shell.Libraries libraries;

  StaticFiles(
      @Value("${liuzheng.libraries.htmx}") String htmx,
      @Value("${liuzheng.libraries.echarts}") String echarts) {
    this.libraries =
        new Shell.Libraries(
            "/lib/htmx/" + htmx + "/dist/htmx.min.js",
            "/lib/echarts/" + echarts + "/dist/echarts.min.js");
  }

  private static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : OWN) {
        digest.update(new ClassPathResource("static/" + file).getContentAsByteArray());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String version() {
    return version;
  }

  String folder() {
    return "/static/" + version;
  }

  Shell.Libraries libraries() {
    return libraries;
  }
}
