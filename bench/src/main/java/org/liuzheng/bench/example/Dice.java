package org.liuzheng.bench.example;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;

/**
 * Chance that falls the same way on every run and every machine. Each topic has a stream of its
 * own, so that a change to one topic leaves the records of the others as they were.
 */
final class Dice {
  private static final String ALGORITHM = "L64X128MixRandom";
  private static final long SEED = 2018_0223L;

  private final RandomGenerator random;

  private Dice(long seed) {
    this.random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }

  static Dice of(String topic) {
    CRC32 sum = new CRC32();
    sum.update(topic.getBytes(StandardCharsets.UTF_8));
    return new Dice(SEED << Integer.SIZE | sum.getValue());
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** As {@link #between}, but small numbers come far more often than large ones. */
  int skewed(int low, int high) {
    return low + random.nextInt(random.nextInt(high - low + 1) + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> mixed = new ArrayList<>(all);
    for (int i = mixed.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T moved = mixed.get(i);
      mixed.set(i, mixed.get(j));
      mixed.set(j, moved);
    }
    return mixed;
  }

  /** Some of them, in any order; which is an error when there are fewer. */
  <T> List<T> some(int many, List<T> of) {
    if (of.size() < many) {
      throw new IllegalArgumentException("%d of only %d".formatted(many, of.size()));
    }
    return List.copyOf(shuffled(of).subList(0, many));
  }
}
