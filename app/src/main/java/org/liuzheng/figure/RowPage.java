package org.liuzheng.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps one page of the rows that pass by. */
final class RowPage implements RowCells.Listener {
  static final String FIGURE = "figure";
  static final String PERIOD = "period";

  private final Set<Installed> leaves = new LinkedHashSet<>();
  private final List<String> columns;
  private final boolean namesFigure;
  private final boolean namesPeriod;
  private final long first;
  private final int size;
  private final Masking masking;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private long total;

  RowPage(Map<String, Installed> figures, Installed figure, long first, int size, Masking masking) {
    this.namesPeriod = collect(figures, figure, leaves);
    this.namesFigure = leaves.size() > 1;
    this.first = first;
    this.size = size;
    this.masking = masking;
    Set<String> names = new LinkedHashSet<>();
    if (namesFigure) {
      names.add(FIGURE);
    }
    if (namesPeriod) {
      names.add(PERIOD);
    }
    leaves.forEach(l -> l.rows().orElseThrow().columns().forEach(c -> names.add(c.name())));
    this.columns = List.copyOf(names);
  }

  /** Whether the rows of several periods are read. */
  private static boolean collect(
      Map<String, Installed> figures, Installed figure, Set<Installed> leaves) {
    if (!(figure.definition().made() instanceof Definition.Stepped s)) {
      leaves.add(figure);
      return false;
    }
    boolean several = Steps.readsSeveralPeriods(s.step());
    for (String base : Steps.shown(s)) {
      several |= collect(figures, java.util.Objects.requireNonNull(figures.get(base)), leaves);
    }
    return several;
  }

  @Override
  public void row(Installed figure, Period period, Map<String, String> texts) {
    if (!leaves.contains(figure)) {
      return;
    }
    if (total >= first && total < first + size) {
      Map<String, String> row = new LinkedHashMap<>();
      if (namesFigure) {
        row.put(FIGURE, figure.name());
      }
      if (namesPeriod) {
        row.put(PERIOD, period.toString());
      }
      texts.forEach(row::putIfAbsent);
      rows.add(row);
    }
    masking.count(texts);
    total++;
  }

  List<String> columns() {
    return columns;
  }

  List<Map<String, String>> rows() {
    return masking.masked(rows);
  }

  long total() {
    return total;
  }
}
