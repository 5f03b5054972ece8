/**
 * Working days: which days are worked, by the State Council's notices as known on a day, and the
 * sums that deadlines are made of. A year without a notice is provisional, never guessed silently.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml"})
package org.liuzheng.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
