package org.liuzheng.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's tables, and the right to write to them. */
record Store(
    JdbcClient jdbc,
    Entries entries,
    Tiles tiles,
    Checkpoints checkpoints,
    PrivateValues privates,
    WriterLock lock) {

  static Store of(JdbcClient jdbc, WriterLock lock) {
    Entries entries = new Entries(jdbc);
    return new Store(
        jdbc,
        entries,
        new Tiles(jdbc, entries),
        new Checkpoints(jdbc),
        new PrivateValues(jdbc),
        lock);
  }
}
