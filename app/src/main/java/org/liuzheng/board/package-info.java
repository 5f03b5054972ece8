/** Boards: which figures stand together on a page, and how, as a pack says it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml", "figure"})
package org.liuzheng.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
