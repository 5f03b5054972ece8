/**
 * Measures figures against rivals on the same data in the same run. {@link
 * org.liuzheng.bench.figures.MeasureFigures} is the command; bench/RESULTS.md has what came out.
 */
@NullMarked
package org.liuzheng.bench.figures;

import org.jspecify.annotations.NullMarked;
