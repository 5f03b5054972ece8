package org.liuzheng.figure;

import java.util.Map;

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
    return question.where().isEmpty() && deltas.keeps(figure)
        ? deltas.cells(figure, question)
        : records.cells(figure, question);
  }

  @Override
  public Map<At, Cell> vanished(Installed stock, Question question, String key) {
    return records.vanished(stock, question, key);
  }
}
