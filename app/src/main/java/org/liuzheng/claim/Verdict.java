package org.liuzheng.claim;

/** What the records say of a claim. */
public enum Verdict {
  HOLDS,
  FAILS,
  NOT_DERIVABLE,
  AMBIGUOUS,
  /** It is a name and claims nothing. */
  LABEL
}
