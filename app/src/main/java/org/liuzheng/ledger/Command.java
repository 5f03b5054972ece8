package org.liuzheng.ledger;

/**
 * What one caller wants written. It runs on the writer's thread inside the group's transaction: it
 * reads the state as it is now, decides, and appends; SQL it issues through Spring joins in.
 */
@FunctionalInterface
public interface Command<R> {
  R run(Appender appender);
}
