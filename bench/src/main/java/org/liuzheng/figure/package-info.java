/** Opens the figures' inside to the measurements; nothing here runs in the program. */
@NullMarked
package org.liuzheng.figure;

import org.jspecify.annotations.NullMarked;
