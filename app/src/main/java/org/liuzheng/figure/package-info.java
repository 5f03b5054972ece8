/**
 * Figures: a query of records plus a fold, and series steps on top; value, rows and definition
 * always come from the same compiled query, on any day as known at any position.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml", "ledger", "register", "calendar"})
package org.liuzheng.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
