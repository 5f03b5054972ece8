/** Liuzheng 六争: run the campaign, and prove the report. */
@NullMarked
package org.liuzheng;

import org.jspecify.annotations.NullMarked;
