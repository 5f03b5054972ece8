package org.liuzheng.register;

import java.time.LocalDate;
import java.util.Map;

/**
 * A record version: a rectangle of the two times with the values that hold in it. Intervals are
 * half-open; an open end is {@link #FOREVER} or {@link Long#MAX_VALUE}.
 *
 * @param entry seq of the entry that stated these values
 * @param values field name to canonical text: decimals plain, dates ISO, months {@code 2018-03},
 *     flags {@code true}/{@code false}; a blank field is absent
 */
public record Version(
    String register,
    String record,
    LocalDate validFrom,
    LocalDate validTo,
    long knownFrom,
    long knownTo,
    long entry,
    Map<String, String> values) {

  public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

  public String value(String field) {
    return values.getOrDefault(field, "");
  }
}
