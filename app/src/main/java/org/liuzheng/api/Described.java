package org.liuzheng.api;

/** What several routes say of the parameters they share. */
final class Described {
  static final String ON = "day in the world, ISO date; left out: today";
  static final String KNOWN =
      "as known at: a ledger position, an ISO date (at its end), or an ISO"
          + " time with offset; left out: now";
  static final String PAGE = "counted from 0";
  static final String SIZE = "1 to 1000";

  private Described() {}
}
