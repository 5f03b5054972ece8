package org.liuzheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * The folder that holds a district: database, kept files, keys. One program uses it at a time; the
 * operating system frees the lock however that program ends. While it runs it leaves a note with
 * its address, so that the command line can talk to it.
 */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Takes the folder, or throws {@link CannotStart} naming the program that has it. */
  public static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new CannotStart(inUse(folder, note(folder)));
      }
      Files.deleteIfExists(noteFile(folder));
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new CannotStart(
          Words.text(
              "postgres.folder_unusable",
              folder.toAbsolutePath().toString(),
              e.getClass().getSimpleName(),
              String.valueOf(e.getMessage())));
    }
  }

  /** The sentence that says who has a folder that is taken. */
  public static Text inUse(Path folder, Optional<Note> by) {
    Text where = by.map(n -> Words.text("postgres.in_use_at", n.address())).orElse(Text.same(""));
    return Words.text("postgres.folder_in_use", folder.toAbsolutePath().toString(), where);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Who has the folder at this moment. */
  public static Use use(Path folder) {
    if (!Files.exists(folder.resolve("lock"))) {
      return new Use.Free();
    }
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
      return locked(channel)
          ? new Use.Free()
          : note(folder).<Use>map(Use.Running::new).orElseGet(Use.Starting::new);
    } catch (IOException e) {
      throw new CannotStart(
          Words.text(
              "postgres.folder_unusable",
              folder.toAbsolutePath().toString(),
              e.getClass().getSimpleName(),
              String.valueOf(e.getMessage())));
    }
  }

  /** Who has a folder. */
  public sealed interface Use {
    record Free() implements Use {}

    /** A program has it that is starting, or stopping, or works without being reachable. */
    record Starting() implements Use {}

    record Running(Note note) implements Use {}
  }

  private static Path noteFile(Path folder) {
    return folder.resolve("running");
  }

  private static Optional<Note> note(Path folder) {
    try {
      if (!Files.exists(noteFile(folder))) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(noteFile(folder));
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new Note(lines.get(0), lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * A folder's keys belong to one database; with another one, two ledgers would be signed alike.
   *
   * @param existing the address of an existing database; empty for the folder's own
   */
  void belongsTo(Optional<String> existing) {
    Path marker = path.resolve("existing-database");
    try {
      if (existing.isEmpty() && Files.exists(marker)) {
        throw new CannotStart(
            Words.text(
                "postgres.wants_existing",
                path.toAbsolutePath().toString(),
                Files.readString(marker).strip()));
      }
      if (existing.isPresent()) {
        if (Files.exists(path.resolve("database"))) {
          throw new CannotStart(
              Words.text("postgres.has_its_own", path.toAbsolutePath().toString()));
        }
        Files.writeString(marker, existing.get() + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says where the program can be reached; only the folder's owner can read it. */
  public void leaveNote(Note note) {
    try {
      Path file = noteFile(path);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, note.address() + "\n" + note.token() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(noteFile(path));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param address base URL without a slash at the end
   * @param token lets the folder's owner act as administrator through the API
   */
  public record Note(String address, String token) {}
}
