package org.liuzheng.api;

import java.util.List;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;

/** A refusal on its way to becoming an RFC 9457 problem; thrown only inside the API. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final transient List<Refusal> why;

  Problem(HttpStatus status, List<Refusal> why) {
    super(why.isEmpty() ? status.getReasonPhrase() : why.getFirst().says().en());
    this.status = status;
    this.why = List.copyOf(why);
  }

  static Problem notFound(String key, Object... args) {
    return new Problem(HttpStatus.NOT_FOUND, List.of(Refusal.of(key, "", args)));
  }

  static Problem bad(Refusal why) {
    return new Problem(HttpStatus.BAD_REQUEST, List.of(why));
  }

  HttpStatus status() {
    return status;
  }

  List<Refusal> why() {
    return why;
  }
}
