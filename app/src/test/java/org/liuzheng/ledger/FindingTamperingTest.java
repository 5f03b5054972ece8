package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liuzheng.ledger.TestLedger.draft;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.seal.Leaf;
import org.liuzheng.seal.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tests act as somebody who owns the database and has removed its guards. */
class FindingTamperingTest {
  private static final int ENTRIES = 600;
  private static final List<String> GUARDED = List.of("entry", "tile", "checkpoint");

  private final LedgerSettings settings = TestLedger.settings();
  private DataSource database;
  private JdbcClient jdbc;
  private PostgresLedger ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(database);
    ledger = TestLedger.start(database, Clock.systemUTC(), settings);
    for (int from = 0; from < ENTRIES; from += 200) {
      List<Draft> drafts =
          IntStream.range(from, from + 200)
              .mapToObj(i -> draft("record " + i, "value " + i))
              .toList();
      ledger.write(appender -> appender.append(drafts));
    }
    GUARDED.forEach(table -> jdbc.sql("alter table " + table + " disable trigger all").update());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          register    ; overlay(register placing 'T' from 1 for 1)
          record      ; overlay(record placing 'R' from 1 for 1)
          valid_from  ; valid_from + 1
          recorded_at ; recorded_at + interval '1 microsecond'
          actor       ; overlay(actor placing 'k' from 1 for 1)
          unit        ; overlay(unit placing '4' from 1 for 1)
          source      ; replace(source, 'form', 'firm')
          source      ; source || ' '
          body        ; replace(body, 'value', 'valve')
          body        ; overlay(body placing '[' from 1 for 1)
          body        ; ' ' || body
          salt        ; set_byte(salt, 7, get_byte(salt, 7) # 1)
          salt        ; substring(salt from 2)
          leaf_data   ; set_byte(leaf_data, 0, get_byte(leaf_data, 0) # 1)
          leaf_data   ; set_byte(leaf_data, 32, get_byte(leaf_data, 32) # 128)
          """)
  void one_changed_byte_in_any_column_names_its_entry(String column, String change) {
    for (int seq : new int[] {0, 300, 599}) {
      List<Object> before =
          jdbc.sql("select " + column + " as kept from entry where seq = " + seq)
              .query((row, n) -> row.getObject("kept"))
              .list();
      jdbc.sql("update entry set " + column + " = " + change + " where seq = " + seq).update();

      Verification found = ledger.verify(s -> {});

      assertThat(found.faults()).as("%s of %d", column, seq).isNotEmpty();
      assertThat(found.faults().getFirst().seq()).isEqualTo(seq);
      assertThat(found.faults().getFirst().says().en()).contains(" " + seq);
      assertThat(found.faults()).allMatch(f -> f.seq() == seq || f.seq() == -1);
      jdbc.sql("update entry set " + column + " = :kept where seq = " + seq)
          .param("kept", before.getFirst())
          .update();
    }
    assertThat(ledger.verify(s -> {}).sound()).isTrue();
  }

  @Test
  void a_changed_seq_names_the_entry_that_is_gone_and_the_one_too_many() {
    jdbc.sql("update entry set seq = 7777 where seq = 5").update();

    assertThat(ledger.verify(s -> {}).faults())
        .extracting(Verification.Fault::seq)
        .contains(5L, 7777L);
  }

  @Test
  void two_entries_that_changed_places_are_both_named() {
    jdbc.sql("update entry set seq = 100000 where seq = 5").update();
    jdbc.sql("update entry set seq = 5 where seq = 6").update();
    jdbc.sql("update entry set seq = 6 where seq = 100000").update();

    assertThat(ledger.verify(s -> {}).faults())
        .extracting(Verification.Fault::seq)
        .containsExactly(5L, 6L);
  }

  @Test
  void deleted_entries_are_named() {
    jdbc.sql("delete from entry where seq in (3, 598)").update();

    assertThat(ledger.verify(s -> {}).faults())
        .extracting(Verification.Fault::seq)
        .contains(3L, 598L);
  }

  @Test
  void an_entry_forged_with_its_leaf_is_named_by_the_tree() {
    forge(300);

    assertThat(ledger.verify(s -> {}).faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.seq()).isEqualTo(300);
          assertThat(fault.says().en()).startsWith("The tree has the hash");
        });
  }

  @Test
  void a_forgery_carried_into_the_tiles_is_bounded_by_two_checkpoints() {
    StoredEntry forged = forge(300);
    byte[] tile = ledger.tile(0, 1, 256).orElseThrow();
    System.arraycopy(forged.leafHash(), 0, tile, (300 - 256) * 32, 32);
    Tree tree = new Tree();
    List<Tree.FullTile> filled = new java.util.ArrayList<>();
    for (int i = 0; i < 256; i++) {
      tree.append(java.util.Arrays.copyOfRange(tile, i * 32, i * 32 + 32), filled);
    }
    jdbc.sql("update tile set hashes = :hashes, root = :root where level = 0 and index = 1")
        .param("hashes", tile)
        .param("root", filled.getFirst().root())
        .update();

    assertThat(ledger.verify(s -> {}).faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.seq()).isEqualTo(-1);
          assertThat(fault.says().en()).contains("Up to position 200", "at 400 the signed root");
          assertThat(fault.says().zh()).contains("200", "400");
        });
    restartIsRefused("the signed root is");
  }

  @Test
  void a_checkpoint_signed_by_another_key_is_found() {
    String forged =
        GroupCommit.sign(
                new org.liuzheng.seal.SignerKey(settings.origin(), TreeHash.sha256(new byte[] {1})),
                400,
                new byte[32],
                Clock.systemUTC().instant())
            .note();
    jdbc.sql("update checkpoint set note = :note where size = 400").param("note", forged).update();

    assertThat(ledger.verify(s -> {}).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.says().en()).contains("checkpoint at 400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update tile set hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) where index = 1",
        "update tile set root = set_byte(root, 0, get_byte(root, 0) # 1) where index = 0",
        "delete from tile where index = 0",
        "insert into tile select 1, 0, root, hashes from tile where index = 0",
        "delete from entry where seq >= 590",
        "update entry set leaf_data = set_byte(leaf_data, 1, get_byte(leaf_data, 1) # 1)"
            + " where seq = 599",
        "update checkpoint set root = set_byte(root, 1, get_byte(root, 1) # 1) where size = 600",
        "update checkpoint set note = replace(note, '600', '601') where size = 600",
        "delete from checkpoint where size = 600",
        "delete from checkpoint"
      })
  void tampering_with_the_tree_is_found_by_verify_and_refused_at_the_next_start(String tampering) {
    jdbc.sql(tampering).update();

    if (!tampering.equals("delete from checkpoint")) {
      assertThat(ledger.verify(s -> {}).sound()).isFalse();
    }
    restartIsRefused("");
  }

  @Test
  void a_proof_of_a_changed_entry_does_not_claim_to_be_verified() {
    assertThat(ledger.prove(300).orElseThrow().verified()).isTrue();
    forge(300);

    assertThat(ledger.prove(300).orElseThrow().verified()).isFalse();
    assertThat(ledger.prove(301).orElseThrow().verified()).isTrue();
  }

  @Test
  void progress_is_told_for_every_entry() {
    long[] last = {-1};

    ledger.verify(seq -> assertThat(seq).isEqualTo(++last[0]));

    assertThat(last[0]).isEqualTo(ENTRIES - 1);
  }

  private void restartIsRefused(String saying) {
    ledger.close();
    assertThatThrownBy(() -> TestLedger.start(database, Clock.systemUTC(), settings))
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining(saying);
  }

  private StoredEntry forge(long seq) {
    StoredEntry e = new Entries(jdbc).one(seq).orElseThrow();
    StoredEntry forged =
        new StoredEntry(
                e.seq(),
                e.register(),
                e.record(),
                e.validFrom(),
                e.recordedAt(),
                e.actor(),
                e.unit(),
                e.source(),
                e.body().replace("value", "forged"),
                new byte[Leaf.SALT_LENGTH],
                e.leafData())
            .sealed();
    jdbc.sql("update entry set body = :body, salt = :salt, leaf_data = :leaf where seq = :seq")
        .param("body", forged.body())
        .param("salt", forged.salt())
        .param("leaf", forged.leafData())
        .param("seq", seq)
        .update();
    return forged;
  }
}
