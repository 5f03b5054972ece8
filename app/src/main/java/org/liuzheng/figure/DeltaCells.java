package org.liuzheng.figure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cells from deltas where they are kept and the question has no filter; else from the records. */
class DeltaCells implements Cells {
  private final KeptDeltas deltas;
  private final SqlCells records;

  DeltaCells(KeptDeltas deltas, SqlCells records) {
    this.deltas = deltas;
    this.records = records;
  }

  @Override
  public Map<At, Cell> cells(Installed figure, Question question) {
    return Objects.requireNonNull(cells(List.of(figure), question).get(figure));
  }

  @Override
  public Map<Installed, Map<At, Cell>> cells(Collection<Installed> figures, Question question) {
    Map<Installed, Map<At, Cell>> cells = new HashMap<>();
    if (question.where().isEmpty()) {
      cells.putAll(deltas.cells(figures, question));
    }
    figures.stream()
        .filter(f -> !cells.containsKey(f))
        .forEach(f -> cells.put(f, records.cells(f, question)));
    return cells;
  }

  @Override
  public List<Map<String, String>> rows(Installed figure, Question question) {
    return records.rows(figure, question);
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    return records.vanished(stock, question, key);
  }
}
