package org.liuzheng.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * From a day, a validity and a position on, so much more (or less) counts.
 *
 * @param figure id among the kept figures
 * @param key the value that is counted once; empty for sums
 * @param day when it happened; {@link DeltaSql#NO_DAY} for a stock
 * @param validFrom from which day on it is true
 * @param position from which position on it is known
 */
record Delta(
    int figure,
    String unit,
    String key,
    LocalDate day,
    LocalDate validFrom,
    long position,
    long rows,
    BigDecimal numerator,
    BigDecimal denominator) {}
