/**
 * Registers: kinds of record declared in YAML, each a real table with two times; put, correct,
 * withdraw, read on a day as known at a position, and import from spreadsheets.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml", "ledger", "sheet", "evidence"})
package org.liuzheng.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
