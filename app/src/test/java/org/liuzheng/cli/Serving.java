package org.liuzheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liuzheng.Liuzheng;
import org.liuzheng.api.Api;

/** {@code serve} as a process of its own, as people start it. */
final class Serving {
  private static final int PATIENCE_SECONDS = 120;
  private static final String RUNNING = "Liuzheng is running: ";

  private final Process process;
  private final Path folder;
  private final Path out;

  private Serving(Process process, Path folder, Path out) {
    this.process = process;
    this.folder = folder;
    this.out = out;
  }

  /** Returns when the program has printed its address. */
  static Serving start(Path pack, Path folder, String... more) throws Exception {
    Path out = Files.createTempFile("serving", ".out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Liuzheng.class.getName(),
                "serve",
                "--lang",
                "en",
                "--pack",
                pack.toString(),
                "--data",
                folder.toString(),
                "--port",
                "0"));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .put("LIUZHENG_DATABASE_PASSWORD", System.getProperty("liuzheng.database-password", ""));
    Process process =
        builder
            .redirectError(Files.createTempFile("serving", ".err").toFile())
            .redirectOutput(out.toFile())
            .start();
    Serving serving = new Serving(process, folder, out);
    long waited = 0;
    while (!serving.said().contains(RUNNING)) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || ++waited > PATIENCE_SECONDS * 20) {
        process.destroyForcibly();
        throw new IllegalStateException("did not start: " + serving.said());
      }
    }
    return serving;
  }

  /** All it has printed so far. */
  String said() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String address() throws IOException {
    String said = said();
    return said.substring(said.indexOf(RUNNING) + RUNNING.length())
        .lines()
        .findFirst()
        .orElseThrow()
        .replaceFirst("/$", "");
  }

  Api api() throws IOException {
    return Api.folderOwner(address(), Files.readAllLines(folder.resolve("running")).get(1));
  }

  /** The process id of the embedded server, as it stands in its folder. */
  static long server(Path folder) throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("database").resolve("postmaster.pid")).getFirst());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ctrl-C. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("did not stop");
    }
  }
}
