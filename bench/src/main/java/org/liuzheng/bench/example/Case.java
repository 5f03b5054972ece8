package org.liuzheng.bench.example;

import java.time.LocalDate;

/**
 * An application that was accepted, and how long it took.
 *
 * @param suspended working days that the law does not count
 * @param used working days net of these
 * @param fate a large number that decides how it came in and how it ended
 */
record Case(Item item, LocalDate received, LocalDate accepted, int suspended, int used, int fate) {

  Case using(int workingDays) {
    return new Case(item, received, accepted, suspended, workingDays, fate);
  }

  LocalDate decided(WorkedDays days) {
    return days.after(accepted, used + suspended);
  }

  /** The promise that the case has to keep. */
  int promised() {
    return Integer.parseInt(item.on(accepted, "promised_days"));
  }

  int visitsAllowed() {
    return Integer.parseInt(item.on(accepted, "limit_scene_num"));
  }

  /**
   * @param baseline the day whose promise it is compared with
   */
  int saved(LocalDate baseline) {
    return Integer.parseInt(item.on(baseline, "promised_days")) - used;
  }

  boolean granted() {
    return fate % 100 >= 3;
  }

  String channel() {
    if (item.is("mobile", "true") && fate % 2 == 0) {
      return "mobile";
    }
    return switch (fate / 3 % 10) {
      case 0, 1, 2, 3, 4, 5 -> visitsAllowed() > 0 ? "window" : "online";
      case 6, 7, 8 -> "online";
      default -> "post";
    };
  }
}
