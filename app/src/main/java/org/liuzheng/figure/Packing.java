package org.liuzheng.figure;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packs deltas beside the writing, whenever enough of them stand one by one. */
final class Packing {
  private static final Logger LOG = LoggerFactory.getLogger(Packing.class);

  /** So many of all figures are worth a look, and so many of one figure are worth the packing. */
  private static final int WORTH_A_LOOK = 50_000;

  private static final int WORTH_PACKING = 2_000;

  private final PageTables pages;
  private final Background beside;
  private final AtomicBoolean running = new AtomicBoolean();
  private long since;

  Packing(PageTables pages, Background beside) {
    this.pages = pages;
    this.beside = beside;
  }

  /** Told on the writer's thread what a group has added. */
  void added(int deltas, long committed) {
    since += deltas;
    if (since >= WORTH_A_LOOK && running.compareAndSet(false, true)) {
      since = 0;
      beside.run(() -> run(committed));
    }
  }

  private void run(long committed) {
    try {
      pack(committed, WORTH_PACKING);
    } catch (RuntimeException e) {
      beside.trouble(LOG, "deltas not packed, and read one by one", e);
    } finally {
      running.set(false);
    }
  }

  /** Packs every figure of which at least so many deltas stand one by one. */
  void pack(long committed, int atLeast) {
    pages.withTail(atLeast).forEach(figure -> pages.pack(figure, committed));
  }
}
