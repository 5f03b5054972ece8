/**
 * Every sentence the program says, in both languages at once: a {@code Text} is one sentence, a
 * {@code Refusal} is a sentence about a place, and {@code Words} finds them by key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liuzheng.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
