/** Units, posts, accounts, sign-in, and who may do what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "yaml", "ledger", "register", "figure", "page"})
package org.liuzheng.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
