package org.liuzheng.figure;

import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What was answered as known at a committed position, which cannot change. */
final class Answers {
  /** The question that {@link Figures#value} answers. */
  static final String VALUE = "";

  private static final int ANSWERS = 20_000;

  private final LongSupplier committed;
  private final Remembered<Answered, Object> answers = new Remembered<>(ANSWERS);

  /**
   * @param committed the position up to which nothing changes any more
   */
  Answers(LongSupplier committed) {
    this.committed = committed;
  }

  /**
   * @param question what was asked besides, such as the first period of a series
   */
  private record Answered(String hashes, Ask ask, Object question) {
    static Answered of(Set<Installed> figures, Ask ask, Object question) {
      return new Answered(
          figures.stream().map(Installed::hash).collect(Collectors.joining(" ")), ask, question);
    }
  }

  @SuppressWarnings("unchecked") // a question's text names the kind of its answer
  <T> T of(Set<Installed> figures, Ask ask, Object question, Supplier<T> evaluate) {
    return (T)
        answers.of(
            Answered.of(figures, ask, question),
            ask.when().known() <= committed.getAsLong(),
            evaluate::get);
  }

  void clear() {
    answers.clear();
  }
}
