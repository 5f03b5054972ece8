package org.liuzheng.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.liuzheng.seal.NotInFormat;
import org.liuzheng.seal.SignerKey;
import org.liuzheng.words.Words;

/** The Ed25519 key that signs checkpoints, in a file that only its owner can read. */
final class LedgerKey {
  private static final int SEED_BYTES = 32;

  private LedgerKey() {}

  /** The key in the file, which must exist and be this log's. */
  static SignerKey read(LedgerSettings settings) {
    Path file = settings.keyFile();
    if (!Files.exists(file)) {
      throw new LedgerCorrupt(
          Words.text("ledger.key_missing", file.toAbsolutePath().toString(), settings.origin()));
    }
    try {
      SignerKey key = SignerKey.parse(Files.readString(file));
      if (!key.name().equals(settings.origin())) {
        throw new LedgerCorrupt(
            Words.text(
                "ledger.key_of_another",
                key.name(),
                settings.origin(),
                file.toAbsolutePath().toString()));
      }
      return key;
    } catch (NotInFormat e) {
      throw new LedgerCorrupt(
          Words.text("ledger.key_unreadable", file.toAbsolutePath().toString(), e.reason()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * For a ledger in which nothing is signed yet. The file appears whole or not at all, and is on
   * disk before anything is signed with it: a crash here at worst leaves a key that signed nothing.
   */
  static SignerKey readOrMake(LedgerSettings settings) {
    if (!Files.exists(settings.keyFile())) {
      byte[] seed = new byte[SEED_BYTES];
      new SecureRandom().nextBytes(seed);
      try {
        write(settings.keyFile().toAbsolutePath(), new SignerKey(settings.origin(), seed));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return read(settings);
  }

  private static void write(Path file, SignerKey key) throws IOException {
    Path folder = file.resolveSibling("").toAbsolutePath().normalize();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path making = file.resolveSibling(file.getFileName() + ".making");
    Files.deleteIfExists(making);
    Files.createFile(
        making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(making, key.encoded() + "\n");
    sync(making, StandardOpenOption.WRITE);
    Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
