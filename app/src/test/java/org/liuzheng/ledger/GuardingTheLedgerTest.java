package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liuzheng.ledger.TestLedger.append;
import static org.liuzheng.ledger.TestLedger.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuzheng.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GuardingTheLedgerTest {
  private final LedgerSettings settings = TestLedger.settings();
  private DataSource database;
  private JdbcClient jdbc;
  private PostgresLedger ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(database);
    ledger = start();
    append(ledger, draft("a", "1"), draft("b", "2"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  static Stream<String> forbidden() {
    return Stream.of("entry", "tile", "checkpoint")
        .flatMap(table ->
            Stream.of(
                "update "
                    + table
                    + " set "
                    + (table.equals("tile")
                        ? "root = root"
                        : table.equals("entry") ? "body = body" : "note = note"),
                "delete from " + table,
                "delete from " + table + " where false",
                "truncate " + table,
                "truncate " + table + " cascade"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void the_database_refuses_to_change_the_log(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .rootCause()
        .hasMessageContaining("the ledger is append-only");
    assertThatThrownBy(() -> ledger.write(appender -> jdbc.sql(sql).update()))
        .rootCause()
        .hasMessageContaining("append-only");
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void not_even_a_replica_s_session_gets_past_the_guard() {
    TransactionTemplate session = new TransactionTemplate(new JdbcTransactionManager(database));

    assertThatThrownBy(() ->
            session.execute(status -> {
              jdbc.sql("set local session_replication_role = replica").update();
              return jdbc.sql("delete from entry").update();
            }))
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void a_role_that_may_only_use_the_tables_has_no_right_to_change_them() {
    String role = "clerk_" + Long.toHexString(System.nanoTime());
    TransactionTemplate session = new TransactionTemplate(new JdbcTransactionManager(database));
    jdbc.sql("create role " + role).update();
    jdbc.sql("grant select, insert on entry to " + role).update();

    for (String sql :
        List.of(
            "update entry set body = ''",
            "delete from entry",
            "truncate entry",
            "alter table entry disable trigger all")) {
      assertThatThrownBy(() ->
              session.execute(status -> {
                jdbc.sql("set local role " + role).update();
                return jdbc.sql(sql).update();
              }))
          .as(sql)
          .rootCause()
          .hasMessageContainingAll("entry");
    }
  }

  @Test
  void a_second_program_on_the_same_database_is_refused_with_a_sentence() {
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            LedgerBusy.class,
            busy -> {
              assertThat(busy.says().en()).contains("Another program");
              assertThat(busy.says().zh()).isNotEqualTo(busy.says().en());
            });
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(2);
  }

  @Test
  void after_an_orderly_end_the_next_program_goes_on() {
    String key = ledger.verifierKey();
    SignedCheckpoint last = ledger.checkpoint();
    ledger.close();

    ledger = start();

    assertThat(ledger.verifierKey()).isEqualTo(key);
    assertThat(ledger.checkpoint().note()).isEqualTo(last.note());
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(2);
    assertThat(ledger.prove(0).orElseThrow().verified()).isTrue();
  }

  @Test
  void a_closed_ledger_takes_nothing() {
    ledger.close();

    assertThatThrownBy(() -> append(ledger, draft("c", "3"))).isInstanceOf(LedgerStopped.class);
  }

  @Test
  void the_key_is_its_owner_s_alone_and_stays() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.keyFile())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(settings.keyFile().getParent())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(settings.keyFile())).startsWith("PRIVATE+KEY+test.example/330205+");
  }

  @Test
  void without_its_key_a_signed_ledger_does_not_start() throws IOException {
    ledger.close();
    Files.delete(settings.keyFile());

    assertThatThrownBy(this::start)
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining("Restore the key of test.example/330205");
    assertThat(settings.keyFile()).doesNotExist();
  }

  @Test
  void another_key_or_another_origin_is_refused_naming_both() throws IOException {
    ledger.close();
    LedgerSettings other = TestLedger.settings();
    LedgerKey.readOrMake(other);

    assertThatThrownBy(() -> TestLedger.start(database, Clock.systemUTC(), other))
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining("no known key signed");
    assertThatThrownBy(() ->
            TestLedger.start(
                database,
                Clock.systemUTC(),
                new LedgerSettings(settings.keyFile(), "other.example")))
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContainingAll("test.example/330205", "other.example");
    Files.writeString(settings.keyFile(), "not a key");
    assertThatThrownBy(this::start)
        .isInstanceOf(LedgerCorrupt.class)
        .hasMessageContaining("cannot be read");
  }

  private PostgresLedger start() {
    return TestLedger.start(database, Clock.systemUTC(), settings);
  }
}
