/** What every page shares: language, navigation, the view resolver, problems as pages or JSON. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words"})
package org.liuzheng.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
