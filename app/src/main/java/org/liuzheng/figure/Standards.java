package org.liuzheng.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value is held against.
 *
 * @param target what it shall reach
 * @param floor what it must not fall short of
 * @param reporters empty where nobody counts who has reported
 * @param smallCells of how many records a part has to be made to be shown to somebody who may not
 *     read them; empty where the file says nothing
 * @param judgement the register in which people judge the light
 */
public record Standards(
    Optional<Mark> target,
    Optional<Mark> floor,
    Optional<Reporters> reporters,
    Optional<Integer> smallCells,
    Optional<String> judgement) {
  private static final int USUALLY_SMALL = 5;

  public static final Standards NONE =
      new Standards(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A number that holds for every unit and period, or a figure that says one for each. */
  public sealed interface Mark {
    /**
     * @param number as the value is shown: 95 for 95 %
     */
    record Number(BigDecimal number) implements Mark {}

    record Figure(String name) implements Mark {}
  }

  /**
   * The figures that count reporters.
   *
   * @param floor the share of the expected reports below which a value is provisional
   */
  public record Reporters(
      String expected,
      String received,
      Optional<String> late,
      Optional<String> estimated,
      BigDecimal floor) {

    Stream<String> figures() {
      return Stream.of(Stream.of(expected, received), late.stream(), estimated.stream())
          .flatMap(s -> s);
    }
  }

  /** Of how many records a part has to be made to be shown to somebody who may not read them. */
  public int leastRecords() {
    return smallCells.orElse(USUALLY_SMALL);
  }

  /** The figures that are marks for the value. */
  List<String> marks() {
    return Stream.concat(target.stream(), floor.stream())
        .flatMap(m ->
            switch (m) {
              case Mark.Number n -> Stream.empty();
              case Mark.Figure f -> Stream.of(f.name());
            })
        .toList();
  }

  List<String> counted() {
    return reporters.stream().flatMap(Reporters::figures).toList();
  }

  /**
   * The same, with what the figure below says of reporters and small parts where nothing is said
   * here.
   */
  Standards over(Standards base) {
    return new Standards(
        target, floor, reporters.or(base::reporters), smallCells.or(base::smallCells), judgement);
  }
}
