package org.liuzheng.figure;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Work that nobody waits for, given up when the program ends. */
final class Background implements AutoCloseable {
  private static final int STOPPING_SECONDS = 10;

  private final Executor executor;
  private volatile boolean stopped;

  Background(Executor executor) {
    this.executor = executor;
  }

  /** In a thread of its own. */
  static Background named(String thread) {
    return new Background(
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(thread).factory()));
  }

  boolean stopped() {
    return stopped;
  }

  /** Does nothing where it has been stopped. */
  synchronized void run(Runnable work) {
    if (!stopped) {
      executor.execute(work);
    }
  }

  /** Says what went wrong, except where it goes wrong because the program ends. */
  void trouble(Logger log, String what, Throwable why) {
    if (!stopped) {
      log.warn(what, why);
    }
  }

  /** Interrupts what is running, and waits for it a little. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      if (executor instanceof ExecutorService service) {
        service.shutdownNow();
      }
    }
    if (executor instanceof ExecutorService service) {
      try {
        service.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
