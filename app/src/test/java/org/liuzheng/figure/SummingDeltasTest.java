package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held in trees and packed in pages adds up to what its deltas add up to one by one. */
class SummingDeltasTest {
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
  private static final int DAYS = 1_000;
  private static final int SIZE = 20_000;

  private final Random random = new Random(20181231);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "127, 130", "5000, 0", "20000, 3000", "0, 9000"})
  void every_window_at_every_position(int first, int later) {
    List<Delta> all = new ArrayList<>();
    DeltaColumns columns = new DeltaColumns(2);
    for (int i = 0; i < first; i++) {
      all.add(delta(i));
      columns.add(all.getLast());
    }
    DeltaCell cell = new DeltaCell(columns);
    for (int i = first; i < first + later; i++) {
      all.add(delta(i));
      cell.add(all.getLast());
    }

    assertThat(cell.size()).isEqualTo(first + later);
    for (int i = 0; i < 300; i++) {
      DeltaTables.Window window = window();
      long known = random.nextInt(-1, SIZE + 2);
      Cell sum = cell.sum(DeltaCell.Asked.of(window, known));
      assertThat(text(sum)).as("%s at %d", window, known).isEqualTo(one(all, window, known));
    }
  }

  @Test
  void sums_beyond_four_bytes_are_exact() {
    DeltaColumns columns = new DeltaColumns();
    for (int i = 0; i < 300; i++) {
      columns.add(delta(i, new BigDecimal("90000000000.25"), BigDecimal.ONE));
    }

    Cell sum =
        new DeltaCell(columns)
            .sum(DeltaCell.Asked.of(new DeltaTables.Window(FIRST, FIRST, FIRST), SIZE));

    assertThat(sum.numerator()).isEqualByComparingTo("27000000000075");
    assertThat(sum.denominator()).isEqualByComparingTo("300");
  }

  @Test
  void pages_give_back_what_was_packed_whatever_its_decimals() {
    List<Delta> all = new ArrayList<>();
    DeltaColumns columns = new DeltaColumns();
    for (int i = 0; i < 1_000; i++) {
      Delta d =
          delta(i, new BigDecimal(random.nextInt(100)).movePointLeft(i / 300), BigDecimal.ONE);
      all.add(d);
      columns.add(d);
    }
    columns.sort();

    List<Delta> unpacked =
        DeltaPage.of(1, "u", columns, 128).stream().flatMap(p -> p.unpacked().stream()).toList();

    assertThat(unpacked.stream().map(ComputingDeltasAnewTest::plain).toList())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().map(ComputingDeltasAnewTest::plain).toList());
    assertThat(PageBody.scale(DeltaPage.of(1, "u", columns, 128).getFirst().body()))
        .as("of numbers without decimals")
        .isZero();
  }

  private static Delta delta(int i, BigDecimal numerator, BigDecimal denominator) {
    return new Delta(1, "u", "", FIRST, FIRST, i, 1, numerator, denominator);
  }

  /** Mostly in the order of days, some much later; some days are valid only later. */
  private Delta delta(int i) {
    LocalDate day =
        FIRST.plusDays(random.nextInt(10) == 0 ? random.nextInt(DAYS) : (long) i * DAYS / SIZE);
    boolean one = random.nextBoolean();
    return new Delta(
        1,
        "u",
        "",
        day,
        day.plusDays(random.nextInt(5) == 0 ? random.nextInt(100) : 0),
        i,
        random.nextInt(-1, 2),
        new BigDecimal(random.nextInt(-500, 500)).movePointLeft(one ? 2 : 0),
        new BigDecimal(random.nextInt(2)));
  }

  private DeltaTables.Window window() {
    LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
    LocalDate to = from.plusDays(random.nextInt(DAYS / 2));
    return new DeltaTables.Window(from, to, from.plusDays(random.nextInt(DAYS / 2)));
  }

  private static String one(List<Delta> all, DeltaTables.Window window, long known) {
    List<Delta> in = all.stream().filter(d -> d.position() <= known && window.takes(d)).toList();
    return text(
        new Cell(
            in.stream().map(Delta::numerator).reduce(BigDecimal.ZERO, BigDecimal::add),
            in.stream().map(Delta::denominator).reduce(BigDecimal.ZERO, BigDecimal::add),
            in.stream().mapToLong(Delta::rows).sum(),
            java.util.Map.of()));
  }

  private static String text(Cell cell) {
    return cell.rows()
        + " "
        + cell.numerator().stripTrailingZeros().toPlainString()
        + "/"
        + cell.denominator().stripTrailingZeros().toPlainString();
  }
}
