package org.liuzheng;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.liuzheng.claim.Verdict;
import org.liuzheng.yaml.Flaw;
import org.liuzheng.yaml.YamlNode;

/**
 * A row of {@code changed-records.yaml}.
 *
 * @param record values that find the record
 * @param set field to corrected value
 * @param turns the claims that are told otherwise, with their verdict then
 */
record ChangedRecord(
    String says,
    String register,
    Map<String, String> record,
    Map<String, String> set,
    Map<String, Verdict> turns,
    int line) {
  private static final String FILE = "changed-records.yaml";

  static List<ChangedRecord> table() {
    List<Flaw> flaws = new ArrayList<>();
    List<ChangedRecord> rows =
        YamlNode.read(FILE, content(), flaws).items().stream().map(ChangedRecord::row).toList();
    if (!flaws.isEmpty()) {
      throw new IllegalStateException(flaws.toString());
    }
    return rows;
  }

  private static ChangedRecord row(YamlNode row) {
    row.onlyKeys("says", "register", "record", "set", "turns");
    return new ChangedRecord(
        row.need("says").text(),
        row.need("register").text(),
        texts(row.need("record")),
        texts(row.need("set")),
        row.need("turns").entries().entrySet().stream()
            .collect(toMap(Map.Entry::getKey, e -> verdict(e.getValue()))),
        row.line());
  }

  private static Map<String, String> texts(YamlNode map) {
    return map.entries().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue().text()));
  }

  private static Verdict verdict(YamlNode verdict) {
    return Verdict.valueOf(verdict.text().toUpperCase(Locale.ROOT));
  }

  private static String content() {
    try (InputStream in =
        Objects.requireNonNull(ChangedRecord.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it stands and what it means. */
  @Override
  public String toString() {
    return FILE + ":" + line + " " + new TreeSet<>(turns.keySet()) + " " + says;
  }
}
