package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.seal.CanonicalJson;
import org.liuzheng.seal.Leaf;

class SealingEntriesTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "\"quoted\"", "back\\slash", "line\nline", "\u0001", "", "/"})
  void what_is_sealed_is_what_the_columns_say(String text) {
    StoredEntry entry = entry(text);

    assertThat(entry.canonicalAsWritten()).isEqualTo(entry.canonical());
    assertThat(entry.sealed().leafData()).isEqualTo(entry.recomputedLeafData());
  }

  @Test
  void a_body_that_was_respelled_does_not_pass_for_what_was_sealed() {
    StoredEntry entry = entry("x");
    StoredEntry respelled =
        new StoredEntry(
            entry.seq(),
            entry.register(),
            entry.record(),
            entry.validFrom(),
            entry.recordedAt(),
            entry.actor(),
            entry.unit(),
            entry.source(),
            entry.body().replace("x", "y"),
            entry.salt(),
            entry.sealed().leafData());

    assertThat(respelled.recomputedLeafData()).isNotEqualTo(respelled.leafData());
  }

  private static StoredEntry entry(String text) {
    return new StoredEntry(
        9_007_199_254L,
        "application",
        text,
        LocalDate.of(2018, 7, 18),
        Instant.parse("2018-07-18T01:02:03.000004Z"),
        "actor " + text,
        text,
        CanonicalJson.text(
            Map.of("kind", "row", "name", text, "row", 7, "cells", Map.of(text, "B2"))),
        CanonicalJson.text(Map.of("op", "put", "fields", Map.of("a", text, "b", List.of(1, text)))),
        new byte[Leaf.SALT_LENGTH],
        new byte[0]);
  }
}
