package org.liuzheng.register;

import java.time.LocalDate;

/**
 * The two times of a read.
 *
 * @param on the day in the world
 * @param known the ledger position: entries 0 … known-1 are known
 */
public record When(LocalDate on, long known) {}
