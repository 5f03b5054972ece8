package org.liuzheng.screens;

import java.util.List;
import java.util.Optional;

/**
 * What stands beside a value: how far it is from its target and floor, how complete it is, and what
 * a person says of it.
 *
 * @param judged empty where nobody can judge
 * @param alarm that it was found wrong; empty when it was not
 */
public record Held(
    List<Mark> marks, Optional<Reported> reported, Optional<Judged> judged, String alarm) {
  /**
   * @param link the figure that says it; empty when it is a number
   * @param gap how far the value is from it, in words
   * @param side {@code good}, {@code bad} or, where neither is meant, {@code even}
   */
  public record Mark(String heading, String shown, String link, String gap, String side) {}

  /**
   * @param words how many of how many, and how many of them late or estimated
   * @param link the reports received
   */
  public record Reported(String words, String link, boolean provisional) {}

  public boolean nothing() {
    return marks.isEmpty() && reported.isEmpty() && judged.isEmpty();
  }

  public boolean provisional() {
    return reported.filter(Reported::provisional).isPresent();
  }
}
