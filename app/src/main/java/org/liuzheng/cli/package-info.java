/** The command line: each command is a client of the running program, or starts what it needs. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "seal",
      "words",
      "yaml",
      "postgres",
      "ledger",
      "pack",
      "people",
      "evidence",
      "publication"
    })
package org.liuzheng.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
