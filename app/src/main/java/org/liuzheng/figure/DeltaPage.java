package org.liuzheng.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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

  /**
   * Packs the deltas of one unit of a figure, in the order in which they stand. Throws {@link
   * ArithmeticException} when a number does not fit.
   *
   * @param full how many deltas a page holds at most
   */
  static List<DeltaPage> of(int figure, String unit, DeltaColumns sorted, int full) {
    List<DeltaPage> pages = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += full) {
      pages.add(page(figure, unit, sorted, from, Math.min(sorted.size(), from + full)));
    }
    return pages;
  }

  private static DeltaPage page(int figure, String unit, DeltaColumns sorted, int from, int to) {
    int firstValid = sorted.valid(from);
    int lastValid = firstValid;
    long firstPosition = sorted.position(from);
    long lastPosition = firstPosition;
    DeltaTree.Total total = new DeltaTree.Total();
    for (int i = from; i < to; i++) {
      firstValid = Math.min(firstValid, sorted.valid(i));
      lastValid = Math.max(lastValid, sorted.valid(i));
      firstPosition = Math.min(firstPosition, sorted.position(i));
      lastPosition = Math.max(lastPosition, sorted.position(i));
      total.add(sorted.rows(i), sorted.numerator(i), sorted.denominator(i));
    }
    return new DeltaPage(
        figure,
        unit,
        to - from,
        LocalDate.ofEpochDay(sorted.day(from)),
        LocalDate.ofEpochDay(sorted.day(to - 1)),
        LocalDate.ofEpochDay(firstValid),
        LocalDate.ofEpochDay(lastValid),
        firstPosition,
        lastPosition,
        total.rows(),
        BigDecimal.valueOf(total.numerator(), sorted.scale()),
        BigDecimal.valueOf(total.denominator(), sorted.scale()),
        PageBody.of(sorted, from, to));
  }

  /** What pages of one unit of a figure add up to; without a body. */
  static DeltaPage sum(List<DeltaPage> pages) {
    return new DeltaPage(
        pages.getFirst().figure,
        pages.getFirst().unit,
        pages.stream().mapToInt(DeltaPage::deltas).sum(),
        least(pages, DeltaPage::firstDay),
        most(pages, DeltaPage::lastDay),
        least(pages, DeltaPage::firstValid),
        most(pages, DeltaPage::lastValid),
        least(pages, DeltaPage::firstPosition),
        most(pages, DeltaPage::lastPosition),
        pages.stream().mapToLong(DeltaPage::rows).sum(),
        pages.stream().map(DeltaPage::numerator).reduce(BigDecimal.ZERO, BigDecimal::add),
        pages.stream().map(DeltaPage::denominator).reduce(BigDecimal.ZERO, BigDecimal::add),
        new byte[0]);
  }

  private static <T extends Comparable<? super T>> T least(
      List<DeltaPage> pages, Function<DeltaPage, T> part) {
    return pages.stream().map(part).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static <T extends Comparable<? super T>> T most(
      List<DeltaPage> pages, Function<DeltaPage, T> part) {
    return pages.stream().map(part).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Adds its deltas to others. */
  void addTo(DeltaColumns others) {
    PageBody.each(body, others.adding(PageBody.scale(body)));
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
    DeltaColumns columns = new DeltaColumns();
    addTo(columns);
    return IntStream.range(0, deltas).mapToObj(i -> columns.delta(i, figure, unit)).toList();
  }
}
