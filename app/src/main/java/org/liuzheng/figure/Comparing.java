package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.liuzheng.figure.Cells.At;
import org.liuzheng.register.When;

/**
 * Compares the kept values of one figure with the fold of its rows and with what the database makes
 * of the records. At past positions the rows are not folded one by one. Nothing of it grows with
 * the ledger but the keys of a fold that looks at different values.
 */
final class Comparing {
  private static final int YEARS_BACK = 30;
  private static final int SAMPLES = 3;
  private static final int DAYS_BACK = 1500;
  private static final int MOST_TOLD = 20;

  private final Checkable figures;
  private final Installed figure;
  private final List<String> names;
  private final LocalDate today;
  private final List<Recheck.Mismatch> found = new ArrayList<>();
  private long values;

  /**
   * @param alike the figures that count the same
   */
  Comparing(Checkable figures, List<Installed> alike, LocalDate today) {
    this.figures = figures;
    this.figure = alike.getFirst();
    this.names = alike.stream().map(Installed::name).distinct().sorted().toList();
    this.today = today;
  }

  void compare(long position) {
    Cells.Question now = question(today, position);
    Map<At, Cell> records = figures.records().cells(figure, now);
    Map<At, Cell> rows = new RowCells(figures.reads(), (f, p, texts) -> {}).cells(figure, now);
    hold(now, "rows", rows, records);
    hold(now, records);
    Random sampled = new Random(position * 31 + figure.counts().hashCode());
    for (int i = 0; i < SAMPLES && position > 1; i++) {
      Cells.Question past =
          question(today.minusDays(sampled.nextInt(DAYS_BACK)), 1 + sampled.nextLong(position - 1));
      hold(past, figures.records().cells(figure, past));
    }
  }

  long values() {
    return values;
  }

  List<Recheck.Mismatch> found() {
    return found;
  }

  /** Of a flow every year; of a stock the one day. */
  private Cells.Question question(LocalDate on, long known) {
    boolean flow = figure.rows().orElseThrow().flow();
    Period year = new Period(Period.Kind.YEAR, today.withDayOfYear(1));
    List<Period> periods =
        flow
            ? IntStream.rangeClosed(-YEARS_BACK, 1).mapToObj(year::plus).toList()
            : List.of(new Period(Period.Kind.DAY, on));
    return new Cells.Question(Optional.empty(), periods, new When(on, known), Map.of());
  }

  private void hold(Cells.Question question, Map<At, Cell> records) {
    if (figures.deltas().keeps(figure)) {
      hold(
          question,
          "memory",
          figures.deltas().cells(List.of(figure), question).getOrDefault(figure, Map.of()),
          records);
      hold(question, "database", figures.deltas().cold(figure, question), records);
    }
  }

  private void hold(
      Cells.Question question, String from, Map<At, Cell> kept, Map<At, Cell> records) {
    Set<At> all = new TreeSet<>(Comparator.comparing(At::unit).thenComparing(At::period));
    all.addAll(kept.keySet());
    all.addAll(records.keySet());
    for (At at : all) {
      values++;
      String there = text(kept.getOrDefault(at, Cell.EMPTY));
      String right = text(records.getOrDefault(at, Cell.EMPTY));
      if (!there.equals(right) && found.size() < MOST_TOLD) {
        found.add(
            new Recheck.Mismatch(
                names,
                at.unit(),
                at.period().toString(),
                question.when().on(),
                question.when().known(),
                from,
                there,
                right));
      }
    }
  }

  /** Exact, and the same however it was computed. */
  private String text(Cell cell) {
    Definition.Folded folded = (Definition.Folded) figure.definition().made();
    return cell.value(folded.fold(), figure.definition().scale())
            .map(n ->
                n.numerator().stripTrailingZeros().toPlainString()
                    + " / "
                    + n.denominator().stripTrailingZeros().toPlainString())
            .orElse("–")
        + " ("
        + cell.rows()
        + ")";
  }
}
