package org.liuzheng.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a pack's files are read from: its folder, or what was kept when it was installed. */
interface PackFiles {
  boolean has(Path file);

  /** The files right inside a folder; none when there is no such folder. */
  List<Path> in(Path folder);

  byte[] bytes(Path file);

  /** How many bytes it has. */
  long size(Path file);

  /** Files on disk. */
  record OnDisk() implements PackFiles {
    @Override
    public boolean has(Path file) {
      return Files.isRegularFile(file);
    }

    @Override
    public List<Path> in(Path folder) {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(Files::isRegularFile).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] bytes(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long size(Path file) {
      try {
        return Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Files held in memory under their paths. */
  record Held(Map<Path, byte[]> files) implements PackFiles {
    @Override
    public boolean has(Path file) {
      return files.containsKey(file);
    }

    @Override
    public List<Path> in(Path folder) {
      return files.keySet().stream().filter(f -> folder.equals(f.getParent())).toList();
    }

    @Override
    public byte[] bytes(Path file) {
      return Objects.requireNonNull(files.get(file));
    }

    @Override
    public long size(Path file) {
      return bytes(file).length;
    }
  }
}
