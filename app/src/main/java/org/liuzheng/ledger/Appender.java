package org.liuzheng.ledger;

import java.time.Instant;
import java.util.List;

/** The only way into the ledger, handed to a running {@link Command}. */
public interface Appender {

  /** The moment the command's entries are recorded at. */
  Instant now();

  /** The seq that the next appended entry will get. */
  long next();

  /** Appends in order; returns the seq of the first. */
  long append(List<Draft> drafts);
}
