/** The HTTP API: the reads and writes of the pages for programs, described by OpenAPI. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "words",
      "page",
      "people",
      "ledger",
      "evidence",
      "register",
      "figure",
      "claim",
      "board",
      "pack",
      "publication"
    })
package org.liuzheng.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
