package org.liuzheng.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liuzheng.words.Words;

/**
 * A PostgreSQL server on a folder, listening on the loopback address alone, with a random password
 * that only the folder's owner can read. fsync stays on: an acknowledged commit survives kill -9.
 *
 * <p>PostgreSQL refuses to run as root. For root it is started in a user namespace of its own
 * ({@code unshare -U}), where it is nobody and the files still belong to it; nothing is chowned.
 *
 * <p>After a hard stop of the program its server lives on as an orphan. The next start finds its
 * process id in the folder, stops it in an orderly way, and starts anew.
 */
public final class PostgresServer implements AutoCloseable {
  private static final int START_ATTEMPTS = 3;
  private static final int COMMAND_SECONDS = 60;

  private final Path home;
  private final Path folder;
  private final String password;
  private final int port;

  private PostgresServer(Path home, Path folder, String password, int port) {
    this.home = home;
    this.folder = folder;
    this.password = password;
    this.port = port;
  }

  /**
   * Starts the server, creating the cluster when the folder is new.
   *
   * @param folder the cluster's own folder
   * @param settings further {@code name=value} settings
   */
  public static PostgresServer start(Path folder, List<String> settings) {
    Path home = PostgresBinaries.unpacked();
    Path cluster = folder.toAbsolutePath();
    String password = passwordOf(cluster);
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      create(home, cluster);
    }
    stopOrphan(home, cluster);
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      Finished started = run(home, startCommand(home, cluster, port, settings));
      if (started.code() == 0) {
        return new PostgresServer(home, cluster, password, port);
      }
      if (attempt == START_ATTEMPTS) {
        throw new CannotStart(
            Words.text(
                "postgres.not_started",
                cluster.toString(),
                lastLines(cluster.resolve("server.log"))));
      }
    }
  }

  private static List<String> startCommand(
      Path home, Path cluster, int port, List<String> settings) {
    StringBuilder options =
        new StringBuilder(
            "-p "
                + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=256MB"
                + " -c max_connections=60 -c timezone=UTC -c log_timezone=UTC -c max_wal_size=2GB");
    settings.forEach(s -> options.append(" -c ").append(s));
    return List.of(
        home.resolve("bin/pg_ctl").toString(),
        "start",
        "-w",
        "-D",
        cluster.toString(),
        "-l",
        cluster.resolve("server.log").toString(),
        "-o",
        options.toString());
  }

  private static void create(Path home, Path cluster) {
    // A crash while the cluster is made leaves no PG_VERSION or a half one beside the marker;
    // nothing was acknowledged yet, so it is made again from nothing.
    Path making = cluster.resolveSibling(cluster.getFileName() + ".making");
    try {
      deleteTree(making);
      Files.createDirectories(cluster.getParent());
      Finished made =
          run(
              home,
              List.of(
                  home.resolve("bin/initdb").toString(),
                  "-D",
                  making.toString(),
                  "-U",
                  "liuzheng",
                  "--encoding=UTF8",
                  "--locale=C.UTF-8",
                  "--auth=scram-sha-256",
                  "--pwfile=" + passwordFile(cluster),
                  "--no-instructions"));
      if (made.code() != 0) {
        throw new CannotStart(Words.text("postgres.not_created", cluster.toString(), made.said()));
      }
      deleteTree(cluster);
      Files.move(making, cluster);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path passwordFile(Path cluster) {
    return cluster.resolveSibling(cluster.getFileName() + ".password");
  }

  private static String passwordOf(Path cluster) {
    Path file = passwordFile(cluster);
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void stopOrphan(Path home, Path cluster) {
    if (!Files.exists(cluster.resolve("postmaster.pid"))) {
      return;
    }
    run(
        home,
        List.of(
            home.resolve("bin/pg_ctl").toString(),
            "stop",
            "-m",
            "fast",
            "-w",
            "-D",
            cluster.toString()));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC address of the database every cluster has. */
  public String url() {
    return url("postgres");
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(port, database);
  }

  public String user() {
    return "liuzheng";
  }

  public String password() {
    return password;
  }

  @Override
  public void close() {
    run(
        home,
        List.of(
            home.resolve("bin/pg_ctl").toString(),
            "stop",
            "-m",
            "fast",
            "-w",
            "-D",
            folder.toString()));
  }

  private record Finished(int code, String said) {}

  /** Runs a PostgreSQL program; its words go through a file, because a server inherits pipes. */
  private static Finished run(Path home, List<String> command) {
    try {
      Path said = Files.createTempFile("liuzheng-postgres", ".out");
      List<String> whole = new ArrayList<>();
      if (isRoot()) {
        whole.addAll(List.of("unshare", "-U"));
      }
      whole.addAll(command);
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .directory(home.toFile());
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      String words = Files.readString(said, StandardCharsets.UTF_8).strip();
      Files.delete(said);
      return new Finished(process.isAlive() ? -1 : process.exitValue(), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running %s".formatted(command), e);
    }
  }

  private static boolean isRoot() throws IOException {
    return Integer.valueOf(0)
        .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var files = Files.walk(root)) {
      for (Path p : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }
}
