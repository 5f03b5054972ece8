package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liuzheng.ledger.TestLedger.append;
import static org.liuzheng.ledger.TestLedger.draft;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.postgres.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** The failure table of {@link Writer}, row by row. */
class LosingTheDatabaseTest {
  private final LedgerSettings settings = TestLedger.settings();
  private DataSource database;
  private JdbcClient jdbc;
  private Breaking transactions;
  private PostgresLedger ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(database);
    transactions = new Breaking(database);
    ledger = new PostgresLedger(database, jdbc, transactions, Clock.systemUTC(), settings);
    append(ledger, draft("a", "1"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_connection_lost_before_the_commit_is_told_as_not_written_and_the_ledger_goes_on() {
    assertThatThrownBy(() ->
            ledger.write(appender -> {
              appender.append(java.util.List.of(draft("b", "2")));
              return jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                  .query(Boolean.class)
                  .single();
            }))
        .isInstanceOf(NotWritten.class);

    assertThat(append(ledger, draft("c", "3"))).isEqualTo(1);
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void a_commit_that_the_server_refuses_is_told_as_not_written_and_the_ledger_goes_on() {
    transactions.instead =
        (commit, rollback) -> {
          rollback.run();
          throw refusal("40001");
        };

    assertThatThrownBy(() -> append(ledger, draft("b", "2")))
        .isInstanceOf(NotWritten.class)
        .hasMessageContaining("ledger is unchanged");

    transactions.instead = (commit, rollback) -> commit.run();
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(1);
  }

  @Test
  void a_constraint_that_fails_at_the_commit_is_told_as_not_written() {
    jdbc.sql(
            """
            create table due (n int primary key, of_n int references due deferrable
              initially deferred)
            """)
        .update();

    assertThatThrownBy(() ->
            ledger.write(appender -> {
              appender.append(java.util.List.of(draft("b", "2")));
              return jdbc.sql("insert into due values (1, 2)").update();
            }))
        .isInstanceOf(NotWritten.class);

    assertThat(append(ledger, draft("c", "3"))).isEqualTo(1);
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void a_commit_whose_answer_is_lost_stops_the_ledger_and_the_next_start_knows() {
    transactions.instead =
        (commit, rollback) -> {
          commit.run();
          throw refusal("08006");
        };

    assertThatThrownBy(() -> append(ledger, draft("b", "2")))
        .isInstanceOf(LedgerStopped.class)
        .hasMessageContaining("not known");
    transactions.instead = (commit, rollback) -> commit.run();
    assertThatThrownBy(() -> append(ledger, draft("c", "3"))).isInstanceOf(LedgerStopped.class);
    assertThat(ledger.size()).as("nothing is told that is not known").isEqualTo(1);

    restart();
    assertThat(ledger.size()).isEqualTo(2);
    assertThat(ledger.entriesOf("thing", "b")).hasSize(1);
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(2);
  }

  @Test
  void a_commit_that_may_not_have_arrived_stops_the_ledger_too() {
    transactions.instead =
        (commit, rollback) -> {
          rollback.run();
          throw refusal("08006");
        };

    assertThatThrownBy(() -> append(ledger, draft("b", "2"))).isInstanceOf(LedgerStopped.class);
    restart();
    assertThat(ledger.size()).isEqualTo(1);
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(1);
  }

  @Test
  void a_writer_that_lost_its_lock_writes_no_more_and_another_can() {
    jdbc.sql(
            """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory'
              and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Boolean.class)
        .list();
    try (PostgresLedger other = TestLedger.start(database, Clock.systemUTC(), settings)) {
      assertThat(append(other, draft("other", "1"))).isEqualTo(1);

      assertThatThrownBy(() -> append(ledger, draft("b", "2")))
          .isInstanceOf(LedgerStopped.class)
          .hasMessageContaining("right to write");
      assertThat(append(other, draft("other", "2"))).isEqualTo(2);
      assertThat(other.verify(seq -> {}).sound()).isTrue();
    }
  }

  @Test
  void a_program_killed_at_any_moment_loses_no_acknowledged_entry() throws Exception {
    ledger.close();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    long acknowledged = 0;
    for (int round = 0; round < 3; round++) {
      acknowledged = runAndKill(Files.createTempFile("said", ".txt"), random.nextInt(400));
    }

    restart();
    assertThat(ledger.size()).isGreaterThan(acknowledged);
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
    assertThat(append(ledger, draft("c", "3"))).isEqualTo(ledger.size() - 1);
  }

  /** Returns the last seq that the program said was written before it was killed. */
  private long runAndKill(Path said, int millisAfterTheFirst) throws Exception {
    PGSimpleDataSource server = (PGSimpleDataSource) database;
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WritingForever.class.getName(),
                server.getUrl(),
                String.valueOf(server.getUser()),
                String.valueOf(server.getPassword()),
                settings.keyFile().toString(),
                settings.origin())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    while (Files.size(said) == 0 && !program.waitFor(10, TimeUnit.MILLISECONDS)) {
      assertThat(program.isAlive()).isTrue();
    }
    program.waitFor(millisAfterTheFirst, TimeUnit.MILLISECONDS);
    program.destroyForcibly().waitFor();
    return Files.readAllLines(said).stream()
        .filter(line -> line.endsWith("."))
        .mapToLong(line -> Long.parseLong(line.substring(0, line.length() - 1)))
        .max()
        .orElseThrow();
  }

  private void restart() {
    ledger.close();
    ledger = TestLedger.start(database, Clock.systemUTC(), settings);
  }

  private static TransactionSystemException refusal(String state) {
    return new TransactionSystemException("commit", new SQLException("broken", state));
  }

  /** Does something else where the writer commits. */
  private static final class Breaking extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;
    private transient volatile BiConsumer<Runnable, Runnable> instead =
        (commit, rollback) -> commit.run();

    Breaking(DataSource database) {
      super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      instead.accept(() -> super.doCommit(status), () -> super.doRollback(status));
    }
  }
}
