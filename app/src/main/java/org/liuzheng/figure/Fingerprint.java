package org.liuzheng.figure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The hash by which a definition is known: two that may give different values differ in it. */
final class Fingerprint {
  /** To be raised whenever the same definition would be evaluated differently. */
  private static final int SEMANTICS = 1;

  private Fingerprint() {}

  /** The definition with its hash. */
  static Definition of(Definition d) {
    return new Definition(
        d.name(),
        d.label(),
        d.meaning(),
        d.unit(),
        d.better(),
        d.decimals(),
        d.scale(),
        d.by(),
        d.rollUp(),
        d.period(),
        d.owner(),
        d.source(),
        d.made(),
        d.standards(),
        sha256(canonical(d)),
        d.yaml(),
        d.relations());
  }

  /**
   * The record's own text without the layout of the file; the compiled SQL stands in it, with all
   * relations.
   */
  private static String canonical(Definition d) {
    return "liuzheng figure, semantics "
        + SEMANTICS
        + "\n"
        + new Definition(
            d.name(),
            d.label(),
            d.meaning(),
            d.unit(),
            d.better(),
            d.decimals(),
            d.scale(),
            d.by(),
            d.rollUp(),
            d.period(),
            d.owner(),
            d.source(),
            withoutLayout(d.made()),
            d.standards(),
            "",
            "",
            List.of());
  }

  private static Definition.Made withoutLayout(Definition.Made made) {
    return switch (made) {
      case Definition.Folded f ->
          new Definition.Folded(
              f.flow(), f.atEnd(), f.fold(), "", f.compiled(), f.links(), Map.of(), f.registers());
      case Definition.Stepped s -> s;
    };
  }

  /** What deltas are known by: two figures that count the same rows in the same way share them. */
  static String ofCounting(Definition.Folded f) {
    return sha256(
        "liuzheng deltas, semantics %d, %s of %s\n%s"
            .formatted(SEMANTICS, f.fold(), f.flow() ? "flow" : "stock", f.compiled()));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
