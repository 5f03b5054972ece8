package org.liuzheng.screens;

import java.time.Instant;
import org.liuzheng.register.Import;
import org.liuzheng.register.ImportRequest.Mode;

/**
 * A file on its way into a register: looked at first, entered when that is confirmed.
 *
 * @param account who sent it, and alone may see and confirm it
 * @param sha256 of the file, so that what is entered is what was looked at
 */
record ImportJob(
    String id,
    String register,
    String account,
    String fileName,
    String sha256,
    String validFrom,
    State state) {

  ImportJob in(State next) {
    return new ImportJob(id, register, account, fileName, sha256, validFrom, next);
  }

  sealed interface State {}

  record Reading(Instant since) implements State {}

  record LookedAt(Import found) implements State {}

  record Entering(Instant since, Mode mode) implements State {}

  record Entered(Import done) implements State {}

  /**
   * @param entering whether it broke while entering, so that the entries may be there
   */
  record Broken(boolean entering) implements State {}
}
