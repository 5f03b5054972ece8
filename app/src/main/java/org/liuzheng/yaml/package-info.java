/** A YAML file whose every value knows its line and column, so that a flaw can be pointed at. */
@NullMarked
@ApplicationModule(allowedDependencies = "words")
package org.liuzheng.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
