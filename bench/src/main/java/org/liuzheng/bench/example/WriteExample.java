package org.liuzheng.bench.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes {@code records} and {@code documents} of {@code packs/jiangbei-2018} anew; the one
 * argument is the project's folder.
 */
public final class WriteExample {
  private WriteExample() {}

  public static void main(String[] args) throws IOException {
    Path packs = Path.of(args.length > 0 ? args[0] : "").toAbsolutePath().resolve("packs");
    Path records = packs.resolve("jiangbei-2018/records");
    Map<String, byte[]> files = new Example(packs.resolve("district")).files();
    write(records, files);
    write(packs.resolve("jiangbei-2018/documents"), Documents.originals());
  }

  private static void write(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (Path old : listed(folder)) {
      Files.delete(old);
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
