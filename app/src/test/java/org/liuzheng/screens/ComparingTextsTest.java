package org.liuzheng.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two texts beside each other. */
class ComparingTextsTest {

  @Test
  void what_stays_is_told_once_and_what_changed_twice() {
    assertThat(Lines.between(List.of("a", "b", "c"), List.of("a", "x", "c")))
        .containsExactly(
            new Lines.Line("a", false, false),
            new Lines.Line("b", true, false),
            new Lines.Line("x", false, true),
            new Lines.Line("c", false, false));
  }

  @Test
  void far_from_a_change_nothing_is_told() {
    List<String> before = List.of("1", "2", "3", "4", "5", "6", "7");
    List<String> after = List.of("1", "2", "3", "4", "5", "6", "8");

    assertThat(Lines.changed(before, after).stream().map(Lines.Line::text))
        .containsExactly("5", "6", "7", "8");
    assertThat(Lines.changed(before, before)).isEmpty();
  }

  @RepeatedTest(30)
  void both_texts_can_be_read_out_of_the_comparison() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> before = lines(random);
    List<String> after = lines(random);

    List<Lines.Line> lines = Lines.between(before, after);

    assertThat(lines.stream().filter(l -> !l.added()).map(Lines.Line::text))
        .as("seed " + seed)
        .containsExactlyElementsOf(before);
    assertThat(lines.stream().filter(l -> !l.gone()).map(Lines.Line::text))
        .as("seed " + seed)
        .containsExactlyElementsOf(after);
  }

  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      lines.add(String.valueOf(random.nextInt(4)));
    }
    return lines;
  }
}
