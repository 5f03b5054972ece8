package org.liuzheng.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in the data folder; a crash leaves at most a temporary file that nobody refers to. */
@Component
class EvidenceFolder implements Evidence {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  EvidenceFolder(@Value("${liuzheng.data}") Path data) {
    this.folder = data.resolve("evidence");
  }

  @Override
  public String keep(byte[] content) {
    String name = sha256(content);
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(folder, "keeping", "");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<byte[]> open(String sha256) {
    if (!NAME.matcher(sha256).matches() || !Files.exists(file(sha256))) {
      return Optional.empty();
    }
    try {
      byte[] content = Files.readAllBytes(file(sha256));
      String found = sha256(content);
      if (!found.equals(sha256)) {
        throw new IllegalStateException(
            "kept file %s now has the content of %s".formatted(sha256, found));
      }
      return Optional.of(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
