package org.liuzheng.figure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Until when queries may go on. It measures the computer's patience and never enters a value. */
final class Deadline {
  static final Deadline NONE = new Deadline(Long.MAX_VALUE, 0);

  private final long nanoseconds;
  private final long start;

  private Deadline(long nanoseconds, long start) {
    this.nanoseconds = nanoseconds;
    this.start = start;
  }

  static Deadline in(Duration duration) {
    return new Deadline(duration.toNanos(), System.nanoTime());
  }

  /** Throws when it is past. */
  void check() {
    left();
  }

  /** Lets the next query of a template take what is left. */
  void limit(JdbcTemplate template) {
    if (nanoseconds < Long.MAX_VALUE) {
      template.setQueryTimeout(Math.toIntExact(TimeUnit.NANOSECONDS.toSeconds(left()) + 1));
    }
  }

  private long left() {
    long left =
        nanoseconds == Long.MAX_VALUE ? nanoseconds : nanoseconds - (System.nanoTime() - start);
    if (left <= 0) {
      throw new QueryTimeoutException("the time for this is up");
    }
    return left;
  }
}
