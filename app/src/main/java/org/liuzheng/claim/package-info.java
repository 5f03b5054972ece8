/**
 * Claims: the numbers in a text, bound to figures and checked; what was said, what the records say,
 * and the verdict with its reason.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml", "register", "figure"})
package org.liuzheng.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
