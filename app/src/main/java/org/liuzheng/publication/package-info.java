/**
 * Publications: a report fixed at a position by two persons, what has changed since, its bundle.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "seal",
      "words",
      "yaml",
      "ledger",
      "evidence",
      "register",
      "figure",
      "claim",
      "pack"
    })
package org.liuzheng.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
