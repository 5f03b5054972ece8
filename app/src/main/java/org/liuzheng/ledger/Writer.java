package org.liuzheng.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.liuzheng.words.Text;
import org.liuzheng.words.Words;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one writer: a thread that takes all waiting commands, runs them in one transaction, and
 * answers each after the commit. Alone it knows the tree; a group works on a copy that replaces the
 * tree only after the commit.
 *
 * <table>
 * <caption>What a failure at each step means</caption>
 * <tr><th>where</th><th>in the database</th><th>the callers</th><th>the writer</th></tr>
 * <tr><td>a command throws, or leaves its SQL broken</td><td>back to its savepoint</td><td>that
 * one gets what was thrown, the others their answers</td><td>goes on</td></tr>
 * <tr><td>the transaction cannot begin; tiles or checkpoint cannot be written</td><td>nothing:
 * commit was never sent</td><td>all get {@link NotWritten}</td><td>goes on</td></tr>
 * <tr><td>the writer's lock is lost, or the newest checkpoint is not the writer's</td><td>nothing
 * of this group</td><td>all get {@link LedgerStopped}</td><td>stops: another may be
 * writing</td></tr>
 * <tr><td>the server answers the commit with an error</td><td>nothing</td><td>all get
 * {@link NotWritten}</td><td>goes on</td></tr>
 * <tr><td>the commit's answer is lost</td><td>all of the group or nothing; which is not
 * known</td><td>all get {@link LedgerStopped}</td><td>stops; the next start re-reads the
 * tree</td></tr>
 * <tr><td>killed before the commit</td><td>nothing</td><td>no answer</td><td>-</td></tr>
 * <tr><td>killed after the commit</td><td>all, with tiles and checkpoint</td><td>no answer, but
 * it is there</td><td>-</td></tr>
 * </table>
 */
final class Writer implements AutoCloseable {
  private static final int GROUP_LIMIT = 256;

  private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final GroupCommit groups;
  private final Thread thread;

  /** Queued by {@link #close}, behind everything that is still to be written. */
  private final Waiting<?> end = new Waiting<>(appender -> appender);

  /** Guarded by {@code queue}: once there, nothing more is queued. */
  private Optional<LedgerStopped> stopped = Optional.empty();

  Writer(GroupCommit groups) {
    this.groups = groups;
    this.thread = Thread.ofPlatform().daemon().name("ledger-writer").unstarted(this::run);
    thread.start();
  }

  <R> R write(Command<R> command) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a command appends; it cannot queue another command");
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "written inside a transaction of the caller: the writer would wait for its locks");
    }
    Waiting<R> waiting = new Waiting<>(command);
    queue(waiting);
    return waiting.await();
  }

  private void queue(Waiting<?> waiting) {
    synchronized (queue) {
      if (stopped.isPresent()) {
        throw new LedgerStopped(stopped.get().says(), stopped.get());
      }
      queue.add(waiting);
    }
  }

  private void run() {
    List<Waiting<?>> group = new ArrayList<>();
    boolean last = false;
    while (!last) {
      group.add(take());
      queue.drainTo(group, GROUP_LIMIT - 1);
      last = group.remove(end);
      if (!group.isEmpty()) {
        commit(group);
      }
      group.clear();
    }
  }

  private Waiting<?> take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException ignored) {
        // Nobody is meant to interrupt the writer; a command that did so must not end it.
      }
    }
  }

  private void commit(List<Waiting<?>> group) {
    GroupCommit.Attempt attempt = groups.attempt();
    try {
      attempt.run(group);
    } catch (LedgerStopped e) {
      stop(group, e);
      return;
    } catch (RuntimeException | Error e) {
      if (attempt.commitSent() && !rolledBack(e)) {
        stop(group, new LedgerStopped(Words.text("ledger.commit_unknown"), e));
      } else {
        Text why = Words.text("ledger.not_written", String.valueOf(e.getMessage()));
        group.forEach(waiting -> waiting.fail(new NotWritten(why, e)));
      }
      return;
    }
    group.forEach(Waiting::answer);
  }

  private void stop(List<Waiting<?>> group, LedgerStopped why) {
    List<Waiting<?>> abandoned = new ArrayList<>(group);
    synchronized (queue) {
      stopped = Optional.of(why);
      queue.drainTo(abandoned);
    }
    abandoned.forEach(waiting -> waiting.fail(why));
  }

  /** Whether the server itself said that it did not commit. */
  private static boolean rolledBack(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof UnexpectedRollbackException) {
        return true;
      }
      if (e instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.startsWith("23") || state.equals("40001") || state.equals("40P01");
      }
    }
    return false;
  }

  /** Writes what is queued, then ends. */
  @Override
  public void close() {
    synchronized (queue) {
      if (stopped.isEmpty()) {
        stopped = Optional.of(new LedgerStopped(Words.text("ledger.closed")));
      }
    }
    queue.add(end);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A command in the queue, and who waits for its answer. */
  static final class Waiting<R> {
    private final Command<R> command;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private Runnable whenCommitted = () -> {};

    Waiting(Command<R> command) {
      this.command = command;
    }

    void run(Appender appender) {
      R result = command.run(appender);
      whenCommitted = () -> answer.complete(result);
    }

    void answer() {
      whenCommitted.run();
    }

    void fail(Throwable why) {
      answer.completeExceptionally(why);
    }

    R await() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException thrown) {
          throw thrown;
        }
        if (cause instanceof Error thrown) {
          throw thrown;
        }
        throw e;
      }
    }
  }
}
