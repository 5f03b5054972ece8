/** Real PostgreSQL on a data folder, started and stopped with the program, also for root. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words"})
package org.liuzheng.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
