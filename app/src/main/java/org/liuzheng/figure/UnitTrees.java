package org.liuzheng.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liuzheng.register.When;

/** Reads the tree of units out of the register of units. */
final class UnitTrees {
  private static final String UNITS =
      """
      select id, name, parent
        from r_unit
       where known_from <= :known and :known < known_to
         and valid_from <= :on and :on < valid_to
      """;

  private final Reads reads;

  UnitTrees(Reads reads) {
    this.reads = reads;
  }

  UnitTree read(When when) {
    List<UnitTree.Unit> units =
        reads
            .jdbc()
            .query(
                UNITS,
                Map.of("known", when.known(), "on", when.on()),
                (row, n) ->
                    new UnitTree.Unit(
                        row.getString("id"),
                        Objects.requireNonNullElse(row.getString("name"), ""),
                        Objects.requireNonNullElse(row.getString("parent"), "")));
    return new UnitTree(units);
  }
}
