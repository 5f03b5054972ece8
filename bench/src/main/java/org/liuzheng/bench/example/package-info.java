/**
 * The example's records as forty offices would send them: spreadsheets of all kinds, in the order
 * in which they came in, some late, some corrected by a later file. The same bytes on every run.
 * What the year was lies in {@code resources/example}; no record holds what a figure computes.
 */
@NullMarked
package org.liuzheng.bench.example;

import org.jspecify.annotations.NullMarked;
