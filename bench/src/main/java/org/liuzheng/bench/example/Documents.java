package org.liuzheng.bench.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/** What proves a fact by itself: the documents of each area, and the originals that are kept. */
final class Documents {
  private static final int ORDER = 6;
  private static final List<String> AREAS =
      List.of("openness", "enforcement", "services", "land", "investment", "delivery");
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "number",
          "kind",
          "issuer",
          "issuer_level",
          "issued_on",
          "held_on",
          "unit",
          "original");

  private Documents() {}

  /** A sheet for each area, from {@code documents-AREA.yaml}. */
  static List<Sheetful> all() {
    return AREAS.stream().map(Documents::sheet).toList();
  }

  /** File name to content; each says that it was made up. */
  static Map<String, byte[]> originals() {
    Map<String, byte[]> originals = new TreeMap<>();
    for (String area : AREAS) {
      for (YamlNode document : documents(area)) {
        if (document.get("text").isPresent()) {
          originals.put(document.need("code").text() + ".txt", original(document));
        }
      }
    }
    return originals;
  }

  private static List<YamlNode> documents(String area) {
    return Vocabulary.read("documents-" + area, root -> root.need("documents").items());
  }

  private static Sheetful sheet(String area) {
    return Vocabulary.read(
        "documents-" + area,
        root ->
            new Sheetful(
                ORDER,
                "document",
                area,
                Form.valueOf(root.need("form").text().toUpperCase(Locale.ROOT)),
                root.need("title").text(),
                root.need("sender").text(),
                COLUMNS,
                root.need("documents").items().stream().map(Documents::row).toList()));
  }

  private static Map<String, String> row(YamlNode document) {
    return Row.of("code", document.need("code").text())
        .with("name", document.need("name").text())
        .when(document.get("number").isPresent(), "number", said(document, "number"))
        .with("kind", document.need("kind").text())
        .with("issuer", document.need("issuer").text())
        .with("issuer_level", document.need("level").text())
        .with("issued_on", document.need("issued").text())
        .when(document.get("held").isPresent(), "held_on", said(document, "held"))
        .with("unit", Office.unit(document.need("unit").text()))
        .when(document.get("text").isPresent(), "original", hash(original(document)))
        .done();
  }

  private static String said(YamlNode document, String key) {
    return document.get(key).map(YamlNode::text).orElse("");
  }

  private static byte[] original(YamlNode document) {
    return Titles.said(
            "original",
            document.need("issuer").text(),
            said(document, "number"),
            document.need("name").text(),
            said(document, "text"),
            document.need("issued").text())
        .getBytes(StandardCharsets.UTF_8);
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
