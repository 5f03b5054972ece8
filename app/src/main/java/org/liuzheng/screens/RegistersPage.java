package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.page.Shell;

/**
 * All registers that the visitor may read, by the office that answers for them.
 *
 * @param entries how many entries the ledger had at the position asked for
 * @param closed how many registers are left out because the visitor may not read them
 */
public record RegistersPage(Shell shell, List<Group> groups, long entries, int closed) {

  public record Group(String id, String office, List<Line> lines) {}

  /**
   * @param records how many are true and known then
   * @param newest the minute of the newest entry; empty when there is none
   * @param reader who may read it, in a word
   * @param add where the visitor may enter a record; empty when he may not
   */
  public record Line(
      String label,
      String link,
      String purpose,
      String records,
      String newest,
      String newestLink,
      String reader,
      String add) {}

  public int count() {
    return groups.stream().mapToInt(g -> g.lines().size()).sum();
  }
}
