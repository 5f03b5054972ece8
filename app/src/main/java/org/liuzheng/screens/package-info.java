/** The pages: one controller method, one view record and one template for each. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "words",
      "page",
      "people",
      "ledger",
      "evidence",
      "sheet",
      "seal",
      "yaml",
      "register",
      "figure",
      "claim",
      "board",
      "pack",
      "publication"
    })
package org.liuzheng.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
