package org.liuzheng.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what a group of operations does to one register's table, and writes it at once. */
final class Projection {
  private final Schema schema;
  private final RecordTables tables;
  private final Map<String, Timeline> timelines;
  private final Map<Version, Long> closedBefore = new LinkedHashMap<>();
  private final Set<Version> opened = new LinkedHashSet<>();
  private final List<Version> bornAndGone = new ArrayList<>();

  /**
   * @param known the timelines, as known now, of all records that will be applied to
   */
  Projection(Schema schema, RecordTables tables, Map<String, Timeline> known) {
    this.schema = schema;
    this.tables = tables;
    this.timelines = new HashMap<>(known);
  }

  Timeline of(String id) {
    return timelines.getOrDefault(id, new Timeline(List.of()));
  }

  void apply(String id, Timeline.Change change, long entry) {
    for (Version closed : change.closed()) {
      if (opened.remove(closed)) {
        bornAndGone.add(known(closed, entry + 1));
      } else {
        closedBefore.put(closed, entry + 1);
      }
    }
    opened.addAll(change.opened());
    timelines.put(id, of(id).after(change));
  }

  private static Version known(Version v, long to) {
    return new Version(
        v.register(),
        v.record(),
        v.validFrom(),
        v.validTo(),
        v.knownFrom(),
        to,
        v.entry(),
        v.values());
  }

  void write() {
    tables.close(schema, closedBefore);
    List<Version> all = new ArrayList<>(bornAndGone);
    all.addAll(opened);
    tables.insert(schema, all);
  }
}
