/** Files kept by their hash: what was uploaded can be shown again, byte for byte. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.liuzheng.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
