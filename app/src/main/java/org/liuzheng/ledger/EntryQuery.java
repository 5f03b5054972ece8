package org.liuzheng.ledger;

import java.util.Set;

/**
 * Which entries are asked for.
 *
 * @param registers the registers they may be of
 * @param actor who entered them; empty for anyone
 * @param from the least seq
 * @param below the seq that all are below
 * @param limit the most that are wanted
 */
public record EntryQuery(Set<String> registers, String actor, long from, long below, int limit) {}
