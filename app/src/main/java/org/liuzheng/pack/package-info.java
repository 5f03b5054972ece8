/** Packs: folders of registers, figures, calendars, reports and records; load, check, install. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "words",
      "yaml",
      "ledger",
      "evidence",
      "sheet",
      "calendar",
      "register",
      "people",
      "figure",
      "claim",
      "board"
    })
package org.liuzheng.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
