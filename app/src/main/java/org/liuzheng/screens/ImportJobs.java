package org.liuzheng.screens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liuzheng.ledger.Author;
import org.liuzheng.register.ImportRequest;
import org.liuzheng.register.ImportRequest.Mode;
import org.liuzheng.register.Registers;
import org.liuzheng.seal.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that are being looked at or entered. They wait in a folder of their own, apart from the
 * kept files, and are gone when they are entered, when too many wait, and at the next start: a
 * restart in between means that the file is sent again, and nothing was entered.
 */
@Component
class ImportJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final int MOST = 100;
  private static final int AT_ONCE = 2;
  private static final int ID_BYTES = 12;

  /** What takes longer is told while it goes on. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Registers registers;
  private final Clock clock;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final ExecutorService work = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
  private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

  ImportJobs(Registers registers, Clock clock, @Value("${liuzheng.data}") Path data) {
    this.registers = registers;
    this.clock = clock;
    this.folder = emptied(data.resolve("waiting"));
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (Stream<Path> left = Files.list(folder)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the file in and begins to look at it. */
  ImportJob lookAt(
      String register, String fileName, byte[] content, String validFrom, Author author) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    ImportJob job =
        new ImportJob(
            HexFormat.of().formatHex(bytes),
            register,
            author.account(),
            fileName,
            sha256(content),
            validFrom,
            new ImportJob.Reading(clock.instant()));
    try {
      Files.write(file(job), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(job);
    begin(
        job,
        content,
        author,
        Mode.ALL_OR_NOTHING,
        request -> new ImportJob.LookedAt(registers.preview(request)));
    return job;
  }

  /** Enters the very file that was looked at; once, however often it is confirmed. */
  void enter(ImportJob job, Mode mode, Author author) {
    if (!job.account().equals(author.account()) || !goesOn(job, mode)) {
      return;
    }
    byte[] content = read(job);
    begin(job, content, author, mode, request -> new ImportJob.Entered(registers.run(request)));
  }

  private synchronized boolean goesOn(ImportJob job, Mode mode) {
    ImportJob now = jobs.getOrDefault(job.id(), job);
    boolean waits = now.state() instanceof ImportJob.LookedAt && jobs.containsKey(job.id());
    if (waits) {
      jobs.put(job.id(), now.in(new ImportJob.Entering(clock.instant(), mode)));
    }
    return waits;
  }

  private void begin(
      ImportJob job,
      byte[] content,
      Author author,
      Mode mode,
      Function<ImportRequest, ImportJob.State> act) {
    ImportRequest request =
        new ImportRequest(job.register(), job.fileName(), content, job.validFrom(), mode, author);
    running.put(
        job.id(),
        CompletableFuture.runAsync(
            () -> {
              try {
                set(job, act.apply(request));
              } catch (RuntimeException | Error e) {
                LOG.error(
                    "import failed job={} register={} sha256={}",
                    job.id(),
                    job.register(),
                    job.sha256(),
                    e);
                broke(job);
              }
            },
            work));
  }

  private synchronized void set(ImportJob job, ImportJob.State state) {
    if (jobs.containsKey(job.id())) {
      jobs.put(job.id(), job.in(state));
    }
    if (state instanceof ImportJob.Entered) {
      forget(job);
    }
  }

  private synchronized void broke(ImportJob job) {
    ImportJob now = jobs.getOrDefault(job.id(), job);
    set(job, new ImportJob.Broken(now.state() instanceof ImportJob.Entering));
  }

  private synchronized void add(ImportJob job) {
    jobs.put(job.id(), job);
    List<ImportJob> oldest =
        jobs.values().stream()
            .filter(j ->
                !(j.state() instanceof ImportJob.Reading)
                    && !(j.state() instanceof ImportJob.Entering))
            .limit(Math.max(0, jobs.size() - MOST))
            .toList();
    oldest.forEach(j -> {
      jobs.remove(j.id());
      running.remove(j.id());
      forget(j);
    });
  }

  /** The job as it is now, after waiting a little for what goes on. */
  Optional<ImportJob> job(String id, String account) {
    CompletableFuture<Void> going = running.get(id);
    if (going != null) {
      try {
        going.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // it is told how far it is
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return now(id).filter(j -> j.account().equals(account));
  }

  private synchronized Optional<ImportJob> now(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  private byte[] read(ImportJob job) {
    try {
      byte[] content = Files.readAllBytes(file(job));
      if (!sha256(content).equals(job.sha256())) {
        throw new IllegalStateException(
            "the waiting file of job %s was %s and is now %s"
                .formatted(job.id(), job.sha256(), sha256(content)));
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(ImportJob job) {
    try {
      Files.deleteIfExists(file(job));
    } catch (IOException e) {
      LOG.warn("a waiting file was not deleted job={}", job.id(), e);
    }
  }

  private Path file(ImportJob job) {
    return folder.resolve(job.id());
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(TreeHash.sha256(content));
  }

  @Override
  public void close() {
    work.shutdown();
  }
}
