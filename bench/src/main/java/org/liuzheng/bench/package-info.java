/** Measurements, and the generator of the example's records. */
@NullMarked
package org.liuzheng.bench;

import org.jspecify.annotations.NullMarked;
