package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeepingSecretsTest {
  private DataSource database;
  private JdbcClient jdbc;
  private PostgresLedger ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(database);
    ledger = (PostgresLedger) TestLedger.on(database);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_private_value_is_a_digest_in_the_entry_and_is_revealed_by_it() {
    Entry entry =
        write("p1", Map.of("phone", "13800000000"), Map.of("fields", Map.of("name", "x")));

    String digest = digest(entry, "phone");
    assertThat(digest).hasSize(64);
    assertThat(ledger.reveal(digest)).contains("13800000000");
    assertThat(ledger.prove(entry.seq()).orElseThrow().canonical()).doesNotContain("13800000000");
  }

  @Test
  void the_same_value_twice_has_two_digests() {
    Entry first = write("p1", Map.of("phone", "1"), Map.of("fields", Map.of()));
    Entry second = write("p1", Map.of("phone", "1"), Map.of("fields", Map.of()));

    assertThat(digest(first, "phone")).isNotEqualTo(digest(second, "phone"));
  }

  @Test
  void a_body_without_fields_takes_the_digest_itself() {
    Entry entry = write("p1", Map.of("phone", "1"), Map.of());

    assertThat(entry.body()).containsOnlyKeys("phone");
  }

  @Test
  void an_erased_subject_is_gone_and_every_proof_stays_valid() {
    Entry erased = write("p1", Map.of("phone", "1", "name", "A"), Map.of("fields", Map.of()));
    Entry kept = write("p2", Map.of("phone", "2"), Map.of("fields", Map.of()));

    ledger.erase("p1");

    assertThat(ledger.reveal(digest(erased, "phone"))).isEmpty();
    assertThat(ledger.reveal(digest(erased, "name"))).isEmpty();
    assertThat(ledger.reveal(digest(kept, "phone"))).contains("2");
    assertThat(ledger.prove(erased.seq()).orElseThrow().verified()).isTrue();
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
    assertThat(jdbc.sql("select subject from subject_key").query(String.class).list())
        .containsExactly("p2");
  }

  @Test
  void after_an_erasure_the_same_subject_begins_anew() {
    Entry before = write("p1", Map.of("phone", "1"), Map.of("fields", Map.of()));
    ledger.erase("p1");
    Entry after = write("p1", Map.of("phone", "1"), Map.of("fields", Map.of()));

    assertThat(ledger.reveal(digest(before, "phone"))).isEmpty();
    assertThat(ledger.reveal(digest(after, "phone"))).contains("1");
  }

  @Test
  void nothing_stored_beside_the_log_shows_the_value_or_its_salt() {
    write("p1", Map.of("phone", "a secret of this person"), Map.of("fields", Map.of()));

    assertThat(
            jdbc.sql("select encode(sealed, 'escape') from private_value")
                .query(String.class)
                .single())
        .doesNotContain("secret of");
  }

  @Test
  void a_changed_secret_is_not_taken_for_the_value() {
    Entry entry = write("p1", Map.of("phone", "1"), Map.of("fields", Map.of()));
    jdbc.sql("update private_value set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)")
        .update();

    assertThatThrownBy(() -> ledger.reveal(digest(entry, "phone")))
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining(digest(entry, "phone"));
  }

  @Test
  void a_refused_command_leaves_no_secret_behind() {
    assertThatThrownBy(() ->
            ledger.write(appender -> {
              appender.append(List.of(draft("p1", Map.of("phone", "1"), Map.of())));
              throw new IllegalArgumentException("refused");
            }))
        .hasMessage("refused");

    assertThat(jdbc.sql("select count(*) from private_value").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("select count(*) from subject_key").query(Long.class).single()).isZero();
  }

  @Test
  void a_value_private_and_in_clear_at_once_is_a_defect() {
    assertThatThrownBy(
            () -> write("p1", Map.of("phone", "1"), Map.of("fields", Map.of("phone", "1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> write("", Map.of("phone", "1"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void many_values_are_kept_in_few_statements_and_found_again_together() {
    List<Draft> drafts =
        java.util.stream.IntStream.range(0, 5_000)
            .mapToObj(i -> draft("p" + i % 3_000, Map.of("phone", "1380000" + i), Map.of()))
            .toList();
    long first = ledger.write(appender -> appender.append(drafts));

    List<String> digests =
        ledger.entries(first, drafts.size()).stream()
            .map(e -> String.valueOf(((Map<?, ?>) e.body().get("phone")).get("digest")))
            .toList();
    ledger.erase("p7");
    Map<String, String> found = ledger.reveal(digests);

    assertThat(found)
        .hasSize(4_998)
        .containsEntry(digests.get(4_999), "13800004999")
        .doesNotContainKeys(digests.get(7), digests.get(3_007));
    assertThat(jdbc.sql("select count(*) from subject_key").query(Long.class).single())
        .isEqualTo(2_999);
  }

  private Entry write(String subject, Map<String, String> secrets, Map<String, Object> body) {
    long seq = ledger.write(appender -> appender.append(List.of(draft(subject, secrets, body))));
    return ledger.entry(seq).orElseThrow();
  }

  private static Draft draft(
      String subject, Map<String, String> secrets, Map<String, Object> body) {
    return new Draft(
        "person",
        "1",
        LocalDate.of(2018, 7, 18),
        TestLedger.CLERK,
        new Source.Form(),
        body,
        new Draft.Privates(subject, secrets));
  }

  private static String digest(Entry entry, String field) {
    Map<?, ?> fields = (Map<?, ?>) entry.body().get("fields");
    return String.valueOf(((Map<?, ?>) fields.get(field)).get("digest"));
  }
}
