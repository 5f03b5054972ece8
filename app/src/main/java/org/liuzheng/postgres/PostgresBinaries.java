package org.liuzheng.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.liuzheng.words.Words;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user from the archive on the class path. */
final class PostgresBinaries {
  private static final String VERSION = "18.6.0";

  private PostgresBinaries() {}

  /** The folder with {@code bin/postgres}; unpacks it when it is not there yet. */
  static Path unpacked() {
    Path home = cache().resolve("postgres-" + VERSION);
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      unpack(home);
    }
    return home;
  }

  private static Path cache() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path base =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return base.resolve("liuzheng");
  }

  /** A crash here leaves a folder with another name; the rename makes the whole visible at once. */
  private static void unpack(Path home) {
    try {
      Files.createDirectories(home.getParent());
      Path temporary = Files.createTempDirectory(home.getParent(), "unpacking");
      try (TarArchiveInputStream tar = archive()) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          place(tar, e, temporary);
        }
      }
      moveUnlessThere(temporary, home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void moveUnlessThere(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another start unpacked the same version at the same time; its copy serves as well.
      try (var stale = Files.walk(from)) {
        for (Path p : stale.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(p);
        }
      }
    }
  }

  private static TarArchiveInputStream archive() throws IOException {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name = "/postgres-linux-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    InputStream file = PostgresBinaries.class.getResourceAsStream(name);
    if (file == null) {
      throw new CannotStart(
          Words.text("postgres.no_binaries", System.getProperty("os.name"), arch));
    }
    return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(file, 1 << 16)));
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry e, Path root)
      throws IOException {
    Path target = root.resolve(e.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("archive entry %s leaves %s".formatted(e.getName(), root));
    }
    if (e.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (e.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(e.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    if ((e.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
