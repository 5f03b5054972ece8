package org.liuzheng.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparingSeqsTest {
  @Test
  void what_is_gone_is_what_the_others_lack() {
    assertThat(Seqs.of("0-57,60").without(Seqs.of("0-57,60")).text()).isEmpty();
    assertThat(Seqs.of("0-57,60").without(Seqs.of("3,58-70")).text()).isEqualTo("0-2,4-57");
    assertThat(Seqs.of("").without(Seqs.of("3")).text()).isEmpty();
    assertThat(Seqs.of("3").without(Seqs.of("")).text()).isEqualTo("3");
  }

  /** A bundle comes from strangers: its ranges may be as long as they like. */
  @Test
  void a_range_is_not_spelled_out() {
    Seqs gone = Seqs.of("0-9000000000000000000").without(Seqs.of("7"));

    assertThat(gone.first()).hasValue(0);
    assertThat(gone.count()).isEqualTo(9_000_000_000_000_000_000L);
  }

  @Test
  void random_seqs_come_out_as_those_of_sets() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      TreeSet<Long> some = some(random);
      TreeSet<Long> others = some(random);
      TreeSet<Long> left = new TreeSet<>(some);
      left.removeAll(others);

      Seqs without = seqs(some).without(seqs(others));

      assertThat(without.text()).as("seed %d", seed).isEqualTo(seqs(left).text());
      assertThat(without.count()).as("seed %d", seed).isEqualTo(left.size());
    }
  }

  private static TreeSet<Long> some(Random random) {
    TreeSet<Long> some = new TreeSet<>();
    IntStream.range(0, random.nextInt(25)).forEach(i -> some.add((long) random.nextInt(30)));
    return some;
  }

  private static Seqs seqs(TreeSet<Long> all) {
    Seqs seqs = new Seqs();
    all.forEach(seqs::add);
    return seqs;
  }
}
