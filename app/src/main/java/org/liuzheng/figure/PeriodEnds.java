package org.liuzheng.figure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liuzheng.register.When;

/** Reads a flow that says so from the versions valid on the last day of each period. */
final class PeriodEnds implements Cells {
  private final Cells cells;

  PeriodEnds(Cells cells) {
    this.cells = cells;
  }

  @Override
  public Map<At, Cell> cells(Installed figure, Question question) {
    if (!isReadAtEnds(figure)) {
      return cells.cells(figure, question);
    }
    Map<At, Cell> all = new HashMap<>();
    question
        .periods()
        .forEach(p -> all.putAll(cells.cells(figure, adjusted(figure, question.in(p)))));
    return all;
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    return cells.vanished(stock, question, key);
  }

  @Override
  public List<Map<String, String>> rows(Installed figure, Question question) {
    return cells.rows(figure, adjusted(figure, question));
  }

  @Override
  public boolean listens() {
    return cells.listens();
  }

  @Override
  public void shown(Installed figure, Period period, Map<String, String> row) {
    cells.shown(figure, period, row);
  }

  /** The question about one period as it is to be asked of this figure. */
  static Question adjusted(Installed figure, Question question) {
    LocalDate end = question.periods().getLast().end();
    When when = question.when();
    return isReadAtEnds(figure) && when.on().isAfter(end)
        ? new Question(
            question.units(), question.periods(), new When(end, when.known()), question.where())
        : question;
  }

  private static boolean isReadAtEnds(Installed figure) {
    return figure.definition().made() instanceof Definition.Folded f && f.atEnd();
  }
}
