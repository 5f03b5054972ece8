package org.liuzheng.register;

/** What a field may hold, with the column it becomes. */
public enum FieldType {
  /** {@code text} */
  TEXT,
  /** {@code text}, matching the field's pattern */
  CODE,
  /** {@code bigint} */
  WHOLE,
  /** {@code numeric}, exact */
  DECIMAL,
  /** {@code date} */
  DATE,
  /** {@code date}, the month's first day; written {@code 2018-03} */
  MONTH,
  /** {@code boolean} */
  FLAG,
  /** {@code text}, one of the choices' codes */
  CHOICE,
  /** {@code text}, the id of a record of another register */
  REFERENCE,
  /** {@code text}, {@code longitude,latitude} in CGCS2000 degrees */
  POINT,
  /** {@code text}, SHA-256 of a kept file */
  FILE,
  /** {@code text}, the salted digest of a value that lives encrypted beside the ledger */
  PRIVATE
}
