package org.liuzheng.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;

/**
 * Says on the error stream what is being done, once it has taken two seconds: on a terminal in one
 * line that changes, elsewhere in a line for each step that is seen, and every ten seconds.
 */
final class Progress implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;
  private static final long REMIND_SECONDS = 10;
  private static final String NEW_LINE = "\r\u001b[K";

  private final Context context;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Text doing;
  private Text said = Text.same("");
  private long saidAt;

  Progress(Context context, Text doing, boolean terminal) {
    this.context = context;
    this.doing = doing;
    this.terminal = terminal;
    clock.scheduleAtFixedRate(this::tick, PATIENCE_SECONDS, 1, TimeUnit.SECONDS);
  }

  void tell(Text next) {
    doing = next;
  }

  private synchronized void tick() {
    if (clock.isShutdown()) {
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    Text now = doing;
    String line = Words.text("cli.doing", now, String.valueOf(seconds)).in(context.lang());
    if (terminal) {
      context.err().print(NEW_LINE + line);
      context.err().flush();
    } else if (!now.equals(said) || seconds - saidAt >= REMIND_SECONDS) {
      context.err().println(line);
      said = now;
      saidAt = seconds;
    }
  }

  /** Takes the line away; what is printed next starts at its left. */
  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      if (terminal) {
        context.err().print(NEW_LINE);
        context.err().flush();
      }
    }
  }
}
