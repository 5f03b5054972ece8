package org.liuzheng.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers asked for last. A position never changes, so an answer as known then never does. */
final class Remembered<K, V> {
  private final Map<K, V> answers;

  Remembered(int limit) {
    this.answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
          }
        };
  }

  private synchronized Optional<V> get(K key) {
    return Optional.ofNullable(answers.get(key));
  }

  /** The answer remembered, or the one found; it is remembered where it lasts. */
  V of(K key, boolean lasts, Supplier<V> find) {
    return get(key)
        .orElseGet(() -> {
          V found = find.get();
          if (lasts) {
            put(key, found);
          }
          return found;
        });
  }

  synchronized void clear() {
    answers.clear();
  }

  private synchronized void put(K key, V answer) {
    answers.put(key, answer);
  }
}
