package org.liuzheng.screens;

import java.util.List;
import org.liuzheng.figure.Recheck;
import org.liuzheng.figure.Rechecks;
import org.liuzheng.page.Shell;
import org.springframework.stereotype.Component;

/** What stands at the top of staff's pages while a figure is not its rows. */
@Component
class Alarms {
  private final Rechecks rechecks;

  Alarms(Rechecks rechecks) {
    this.rechecks = rechecks;
  }

  /** About all figures; empty when all is well, and for visitors who are not staff. */
  String all(Shell shell) {
    List<Recheck.Mismatch> found =
        rechecks
            .last()
            .map(Recheck::mismatches)
            .filter(m -> shell.visitor().signedIn())
            .orElse(List.of());
    return found.isEmpty()
        ? ""
        : shell.say(
            "recheck.alarm", found.stream().map(Recheck.Mismatch::figures).distinct().count());
  }

  /** About one figure and what it stands on. */
  String of(Shell shell, String figure) {
    return shell.visitor().signedIn() && rechecks.doubts(figure)
        ? shell.say("recheck.alarm_here")
        : "";
  }
}
