package org.liuzheng.page;

import java.util.List;
import org.liuzheng.words.Refusal;
import org.springframework.http.HttpStatus;

/** Why a page cannot be shown, on its way to becoming a page that says so. */
public final class NotShown extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final transient List<Refusal> why;

  private NotShown(HttpStatus status, List<Refusal> why) {
    super(why.isEmpty() ? status.getReasonPhrase() : why.getFirst().says().en());
    this.status = status;
    this.why = List.copyOf(why);
  }

  /** What was asked for does not exist. */
  public static NotShown missing(String key, Object... arguments) {
    return new NotShown(HttpStatus.NOT_FOUND, List.of(Refusal.of(key, "", arguments)));
  }

  /** It exists, and this visitor may not see it. */
  public static NotShown closed(String key, Object... arguments) {
    return new NotShown(HttpStatus.FORBIDDEN, List.of(Refusal.of(key, "", arguments)));
  }

  /** The request cannot be understood. */
  public static NotShown bad(Refusal why) {
    return new NotShown(HttpStatus.BAD_REQUEST, List.of(why));
  }

  HttpStatus status() {
    return status;
  }

  List<Refusal> why() {
    return why;
  }
}
