package org.liuzheng.ledger;

import java.util.Map;
import java.util.Set;

/** Keeps something right in the same commit as the entries it follows from. */
public interface Upkeep {

  /**
   * Runs inside the group's transaction, after its commands, on the writer's thread. What it throws
   * rolls the whole group back.
   */
  void beforeCommit(Group group);

  /**
   * After the commit, before readers see the new position. A crash before it loses nothing stored.
   */
  void afterCommit(Group group);

  /**
   * The entries of one transaction.
   *
   * @param after the position before the group
   * @param upTo the position after it
   * @param records register to the ids of the records that have entries in the group
   */
  record Group(long after, long upTo, Map<String, Set<String>> records) {}
}
