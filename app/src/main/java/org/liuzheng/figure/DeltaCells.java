package org.liuzheng.figure;

import java.util.Map;
import java.util.Optional;

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
    if (question.where().isEmpty()) {
      Optional<Integer> answering = deltas.answering(figure);
      if (answering.isPresent()) {
        Map<At, Cell> cells = deltas.cells(figure, question);
        // They may have been dropped meanwhile, because a commit would have changed too many.
        if (deltas.answering(figure).equals(answering)) {
          return cells;
        }
      }
    }
    return records.cells(figure, question);
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    return records.vanished(stock, question, key);
  }
}
