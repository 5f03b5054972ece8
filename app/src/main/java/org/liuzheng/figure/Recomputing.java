package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the deltas of figures anew, beside the writer, who keeps up what is written meanwhile. A
 * figure is stored in one transaction together with the word that it is complete: killed before, it
 * is not there, and the next start begins it again.
 */
final class Recomputing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recomputing.class);

  private final KeptFigures figures;
  private final PageTables pages;
  private final LongFunction<List<DeltaSource>> sources;
  private final long atOnce;
  private final Background background;

  /**
   * @param upTo the position up to which the deltas are computed; later ones are kept up
   */
  record Task(Kept figure, long upTo) {}

  /** Whoever wants figures recomputed. */
  interface Wanting {
    /** Whether it is still to be done: a figure can be dropped meanwhile. */
    boolean wants(Kept figure);

    void complete(Kept figure);

    /** No source could compute it, or it could not be stored; the log says why. */
    void failed(Kept figure);
  }

  /**
   * @param sources by the position, the best first; where one fails, the next is asked
   * @param atOnce up to which position nobody is made to wait by waiting for it
   */
  Recomputing(
      KeptFigures figures,
      PageTables pages,
      LongFunction<List<DeltaSource>> sources,
      long atOnce,
      Background background) {
    this.figures = figures;
    this.pages = pages;
    this.sources = sources;
    this.atOnce = atOnce;
    this.background = background;
  }

  /** By DuckDB where the ledger is large enough for it, in a thread of its own. */
  static Recomputing asSet(
      DataSource database,
      PageTables pages,
      LongFunction<String> lastEntry,
      RecomputeSettings settings) {
    DeltaSource postgres = new PostgresDeltas(database);
    DeltaSource duck = new DuckDeltas(database, lastEntry, settings);
    return new Recomputing(
        new KeptFigures(database),
        pages,
        upTo -> upTo >= settings.duckFrom() ? List.of(duck, postgres) : List.of(postgres),
        settings.atOnce(),
        Background.named("figures-recomputing"));
  }

  /** Does it now on a small ledger, and else in the background. */
  void begin(List<Task> tasks, long upTo, Wanting wanting) {
    if (upTo <= atOnce) {
      run(tasks, wanting);
    } else {
      start(tasks, wanting);
    }
  }

  /** Begins in the background. */
  void start(List<Task> tasks, Wanting wanting) {
    background.run(() -> run(tasks, wanting));
  }

  /** Returns when everything is done, or has failed. */
  private void run(List<Task> tasks, Wanting wanting) {
    try {
      figures.apart(figures::forget);
    } catch (RuntimeException e) {
      trouble("deltas that nobody wants stay for now", e);
    }
    List<Task> left = tasks;
    long upTo = tasks.stream().mapToLong(Task::upTo).max().orElse(0);
    for (DeltaSource source : sources.apply(upTo)) {
      if (!left.isEmpty()) {
        left = left(source, left, upTo, wanting);
      }
    }
    if (!background.stopped()) {
      left.forEach(t -> wanting.failed(t.figure()));
      analyze();
    }
  }

  /** Otherwise the database reads all pages for a few, until it finds out by itself. */
  private void analyze() {
    try {
      figures.apart(figures::analyze);
    } catch (RuntimeException e) {
      trouble("the pages of deltas are not analyzed", e);
    }
  }

  /** Those that this source did not bring about. */
  private List<Task> left(DeltaSource source, List<Task> tasks, long upTo, Wanting wanting) {
    List<Task> left = new ArrayList<>(tasks);
    List<Task> failed = new ArrayList<>();
    try (DeltaSource.Telling telling = source.ready(of(tasks), upTo)) {
      for (Task task : tasks) {
        if (background.stopped()) {
          return List.of();
        }
        if (wanting.wants(task.figure()) && !stored(telling, task, wanting)) {
          failed.add(task);
        }
        left.remove(task);
      }
    } catch (RuntimeException | LinkageError e) {
      trouble("a source of deltas cannot be used source=" + source.getClass().getSimpleName(), e);
    }
    left.addAll(failed);
    return left;
  }

  private static Collection<Kept> of(List<Task> tasks) {
    return tasks.stream().map(Task::figure).toList();
  }

  private boolean stored(DeltaSource.Telling telling, Task task, Wanting wanting) {
    try {
      figures.apart(() -> store(telling, task));
      wanting.complete(task.figure());
      return true;
    } catch (Unwanted e) {
      return true;
    } catch (RuntimeException | LinkageError e) {
      trouble("a figure cannot be recomputed figure=" + task.figure().name(), e);
      return false;
    }
  }

  private void store(DeltaSource.Telling telling, Task task) {
    DeltaPacker packer = new DeltaPacker(pages, task.figure().id());
    telling.units(
        task.figure(),
        task.upTo(),
        (unit, deltas) -> {
          if (background.stopped()) {
            throw new Unwanted();
          }
          packer.accept(unit, deltas);
        });
    packer.flush();
    if (!figures.end(task.figure().id())) {
      throw new Unwanted();
    }
  }

  /** What was computed is of no use any more; the transaction is rolled back. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void trouble(String what, Throwable why) {
    background.trouble(LOG, what, why);
  }

  /** Gives up what is being computed. */
  @Override
  public void close() {
    background.close();
  }
}
