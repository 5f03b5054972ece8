package org.liuzheng.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Some hundred deltas of one unit of a figure, packed. What lies wholly inside a question is
 * answered by the sums, without a look into the body.
 *
 * @param deltas how many
 * @param rows what all of them add up to, as the numerator and the denominator are
 * @param body {@link PageBody}
 */
record DeltaPage(
    int figure,
    String unit,
    int deltas,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalDate firstValid,
    LocalDate lastValid,
    long firstPosition,
    long lastPosition,
    long rows,
    BigDecimal numerator,
    BigDecimal denominator,
    byte[] body) {

  private static final Comparator<Delta> BY_DAY =
      Comparator.comparing(Delta::day)
          .thenComparing(Delta::validFrom)
          .thenComparing(Delta::position)
          .thenComparing(Delta::key);

  /**
   * Packs the deltas of one unit of a figure. Throws {@link ArithmeticException} when a number does
   * not fit.
   *
   * @param full how many deltas a page holds at most
   */
  static List<DeltaPage> of(List<Delta> deltas, int full) {
    List<Delta> sorted = new ArrayList<>(deltas);
    sorted.sort(BY_DAY);
    List<DeltaPage> pages = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += full) {
      pages.add(page(sorted.subList(from, Math.min(sorted.size(), from + full))));
    }
    return pages;
  }

  private static DeltaPage page(List<Delta> deltas) {
    Delta first = deltas.getFirst();
    LocalDate firstValid = first.validFrom();
    LocalDate lastValid = first.validFrom();
    long firstPosition = first.position();
    long lastPosition = first.position();
    long rows = 0;
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ZERO;
    for (Delta d : deltas) {
      firstValid = d.validFrom().isBefore(firstValid) ? d.validFrom() : firstValid;
      lastValid = d.validFrom().isAfter(lastValid) ? d.validFrom() : lastValid;
      firstPosition = Math.min(firstPosition, d.position());
      lastPosition = Math.max(lastPosition, d.position());
      rows += d.rows();
      numerator = numerator.add(d.numerator());
      denominator = denominator.add(d.denominator());
    }
    return new DeltaPage(
        first.figure(),
        first.unit(),
        deltas.size(),
        first.day(),
        deltas.getLast().day(),
        firstValid,
        lastValid,
        firstPosition,
        lastPosition,
        rows,
        numerator,
        denominator,
        PageBody.of(deltas));
  }

  LongStream positions() {
    LongStream.Builder positions = LongStream.builder();
    PageBody.each(
        body,
        (day, valid, position, rowsHere, numeratorHere, denominatorHere, key) ->
            positions.add(position));
    return positions.build();
  }

  /** The deltas one by one. */
  List<Delta> unpacked() {
    List<Delta> all = new ArrayList<>(deltas);
    int scale = PageBody.scale(body);
    PageBody.each(
        body,
        (day, valid, position, rowsHere, numeratorHere, denominatorHere, key) ->
            all.add(
                new Delta(
                    figure,
                    unit,
                    key,
                    LocalDate.ofEpochDay(day),
                    LocalDate.ofEpochDay(valid),
                    position,
                    rowsHere,
                    BigDecimal.valueOf(numeratorHere, scale),
                    BigDecimal.valueOf(denominatorHere, scale))));
    return all;
  }
}
