package org.liuzheng.bench.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WritingTheExampleTest {
  private static final Path PACKS = Path.of("..", "packs");
  private static final Path RECORDS = PACKS.resolve("jiangbei-2018/records");
  private static final Path DOCUMENTS = PACKS.resolve("jiangbei-2018/documents");
  private static final long LARGEST = 4_000_000;

  private static Map<String, byte[]> written = Map.of();

  @BeforeAll
  static void write() {
    written = new Example(PACKS.resolve("district")).files();
  }

  @Test
  void the_same_files_come_out_as_are_committed() throws IOException {
    Map<String, byte[]> committed = committed(RECORDS);

    assertThat(written.keySet()).as("run WriteExample and commit").isEqualTo(committed.keySet());
    for (Map.Entry<String, byte[]> file : written.entrySet()) {
      assertThat(parts(file.getKey(), file.getValue()))
          .as(file.getKey())
          .isEqualTo(parts(file.getKey(), committed.get(file.getKey())));
    }
  }

  @Test
  void they_come_in_three_encodings_and_as_workbooks_and_stay_small() {
    Map<String, Integer> kinds = new TreeMap<>();
    written.forEach((name, content) -> kinds.merge(kind(name, content), 1, Integer::sum));

    assertThat(kinds.keySet()).containsExactly("GBK", "UTF-8", "UTF-8 with mark", "workbook");
    assertThat(written.values().stream().mapToLong(c -> c.length).sum()).isLessThan(LARGEST);
  }

  @Test
  void the_originals_of_documents_are_those_that_are_committed() throws IOException {
    Map<String, byte[]> originals = Documents.originals();
    Map<String, byte[]> committed = committed(DOCUMENTS);

    assertThat(originals.keySet()).as("run WriteExample").isEqualTo(committed.keySet());
    originals.forEach(
        (name, content) -> assertThat(committed.get(name)).as(name).isEqualTo(content));
  }

  private static Map<String, byte[]> committed(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** A workbook is compared part by part: builds of Java differ in how well they compress. */
  private static Map<String, String> parts(String name, byte[] content) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    if (!name.endsWith(".xlsx")) {
      return Map.of(name, new String(content, StandardCharsets.ISO_8859_1));
    }
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
        parts.put(
            part.getName() + " of " + part.getTimeLocal(),
            new String(archive.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static String kind(String name, byte[] content) {
    if (name.endsWith(".xlsx")) {
      return "workbook";
    }
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff")
        ? "UTF-8 with mark"
        : text.contains("\ufffd") ? "GBK" : "UTF-8";
  }
}
