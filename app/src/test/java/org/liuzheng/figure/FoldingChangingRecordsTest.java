package org.liuzheng.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random streams of changes, one of them a change of definitions; every figure, at random times,
 * against an oracle written apart.
 */
class FoldingChangingRecordsTest {
  private static final int STREAMS = Integer.getInteger("streams", 60);
  private static final int AT_ONCE = Integer.getInteger("streams.at-once", 1);
  private static final int TELL = 500;

  @TempDir private Path folder;

  @Test
  void values_agree_with_an_oracle_at_every_two_times() throws Exception {
    long seed = Long.getLong("seed", 20180718);
    System.out.println("seed " + seed);
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> player =
        () -> {
          ChangingRecords records = new ChangingRecords(folder);
          for (int stream = next.getAndIncrement();
              stream < STREAMS;
              stream = next.getAndIncrement()) {
            records.play(seed, stream);
            if ((stream + 1) % TELL == 0) {
              System.out.println("stream " + (stream + 1) + " of " + STREAMS + " agrees");
            }
          }
          return true;
        };
    try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Boolean>> played = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        played.add(players.submit(player));
      }
      for (Future<Boolean> all : played) {
        all.get();
      }
    }
  }
}
