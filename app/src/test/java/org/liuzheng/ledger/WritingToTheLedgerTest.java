package org.liuzheng.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liuzheng.ledger.TestLedger.append;
import static org.liuzheng.ledger.TestLedger.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liuzheng.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WritingToTheLedgerTest {
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
  void an_empty_ledger_is_signed_at_once() {
    assertThat(ledger.size()).isZero();
    assertThat(ledger.checkpoint().note()).startsWith("test.example/330205\n0\n47DEQpj8HBSa");
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void the_newest_entries_are_found_by_register_person_and_range() {
    append(ledger, draft("A-1", "a"), draft("A-2", "b"), draft("A-3", "c"));
    Author other = new Author("other", "330205", Set.of());
    append(
        ledger,
        new Draft(
            "other",
            "B-1",
            LocalDate.of(2018, 7, 18),
            other,
            new Source.Form(),
            Map.of("op", "put"),
            Draft.Privates.NONE));

    assertThat(newest(Set.of("thing", "other"), "", 0, 4, 2)).containsExactly(3L, 2L);
    assertThat(newest(Set.of("thing"), "", 0, 4, 9)).containsExactly(2L, 1L, 0L);
    assertThat(newest(Set.of("thing"), "", 1, 2, 9)).containsExactly(1L);
    assertThat(newest(Set.of("thing", "other"), "other", 0, 4, 9)).containsExactly(3L);
    assertThat(newest(Set.of("thing"), "other", 0, 4, 9)).isEmpty();
  }

  private List<Long> newest(Set<String> registers, String actor, long from, long below, int limit) {
    return ledger.newest(new EntryQuery(registers, actor, from, below, limit)).stream()
        .map(Entry::seq)
        .toList();
  }

  @Test
  void an_entry_is_read_as_it_was_written() {
    Source row = new Source.Row("ab12", "items.xlsx", "Sheet 1", 17, Map.of("name", "B17"));
    long seq =
        append(
            ledger,
            new Draft(
                "service_item",
                "A-1",
                LocalDate.of(2018, 3, 1),
                TestLedger.CLERK,
                row,
                Map.of("op", "put", "fields", Map.of("name", "\u4e8b\u9879")),
                Draft.Privates.NONE));

    Entry entry = ledger.entry(seq).orElseThrow();
    assertThat(entry.source()).isEqualTo(row);
    assertThat(entry.body())
        .isEqualTo(Map.of("op", "put", "fields", Map.of("name", "\u4e8b\u9879")));
    assertThat(entry.validFrom()).isEqualTo("2018-03-01");
    assertThat(entry.actor()).isEqualTo("clerk");
    assertThat(ledger.entriesOf("service_item", "A-1")).extracting(Entry::seq).containsExactly(0L);
    assertThat(ledger.entry(1)).isEmpty();
  }

  @Test
  void every_kind_of_source_comes_back() {
    for (Source source :
        List.of(new Source.Form(), new Source.Api("tester"), new Source.Program("pack district"))) {
      long seq =
          append(
              ledger,
              new Draft(
                  "r",
                  "1",
                  LocalDate.EPOCH,
                  TestLedger.CLERK,
                  source,
                  Map.of(),
                  Draft.Privates.NONE));

      assertThat(ledger.entry(seq).orElseThrow().source()).isEqualTo(source);
    }
  }

  @Test
  void many_writers_at_once_leave_no_gap_and_each_gets_its_own_seq() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Callable<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String name = "record " + i;
      int entries = random.nextInt(4);
      calls.add(() ->
          ledger.write(appender ->
              appender.append(
                  IntStream.range(0, entries).mapToObj(n -> draft(name, "value " + n)).toList())));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(24)) {
      List<Future<Long>> answers = threads.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        long first = answers.get(i).get();
        List<Entry> written = ledger.entriesOf("thing", "record " + i);
        assertThat(written)
            .extracting(Entry::seq)
            .containsExactlyElementsOf(
                LongStream.range(first, first + written.size()).boxed().toList());
      }
    }
    List<Entry> all = ledger.entries(0, 10_000);
    assertThat(all)
        .extracting(Entry::seq)
        .containsExactlyElementsOf(LongStream.range(0, ledger.size()).boxed().toList());
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void waiting_commands_share_a_transaction_and_a_checkpoint() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Long> first =
          threads.submit(() ->
              ledger.write(appender -> {
                started.countDown();
                await(go);
                return appender.append(List.of(draft("first", "1")));
              }));
      started.await();
      List<Future<Long>> others = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        others.add(threads.submit(() -> append(ledger, draft("other", "1"))));
      }
      Thread.sleep(Duration.ofMillis(300));
      go.countDown();
      first.get();
      for (Future<Long> other : others) {
        other.get();
      }
    }
    assertThat(checkpoints()).isEqualTo(3);
    assertThat(ledger.size()).isEqualTo(51);
  }

  @Test
  void a_command_that_throws_leaves_nothing_and_hurts_no_other() throws Exception {
    jdbc.sql("create table seen (n int primary key)").update();
    List<Callable<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int n = i;
      calls.add(() ->
          ledger.write(appender -> {
            jdbc.sql("insert into seen values (:n)").param("n", n).update();
            long seq = appender.append(List.of(draft("r" + n, "v")));
            if (n % 3 == 1) {
              throw new IllegalArgumentException("no " + n);
            }
            if (n % 3 == 2) {
              jdbc.sql("insert into seen values (:n)").param("n", n).update();
            }
            return seq;
          }));
    }
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Long> answer : threads.invokeAll(calls)) {
        try {
          answer.get();
        } catch (java.util.concurrent.ExecutionException e) {
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(40);
    assertThat(ledger.size()).isEqualTo(20);
    assertThat(jdbc.sql("select n from seen where n % 3 <> 0").query(Integer.class).list())
        .isEmpty();
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void what_a_command_throws_is_what_its_caller_gets() {
    IllegalStateException thrown = new IllegalStateException("mine");

    assertThatThrownBy(() ->
            ledger.write(appender -> {
              throw thrown;
            }))
        .isSameAs(thrown);
    assertThat(ledger.checkpoint().size()).isZero();
  }

  @Test
  void a_command_that_hides_a_broken_transaction_is_rolled_back_alone() {
    TransactionTemplate inner = new TransactionTemplate(new JdbcTransactionManager(database));

    assertThatThrownBy(() ->
            ledger.write(appender -> {
              appender.append(List.of(draft("r", "v")));
              try {
                jdbc.sql("select 1 / 0").query(Integer.class).single();
              } catch (RuntimeException hidden) {
                assertThat(hidden).isNotNull();
              }
              return 0;
            }))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() ->
            ledger.write(appender -> {
              appender.append(List.of(draft("r", "v")));
              try {
                inner.execute(status -> {
                  throw new IllegalStateException("inner");
                });
              } catch (RuntimeException hidden) {
                assertThat(hidden).isNotNull();
              }
              return 0;
            }))
        .isInstanceOf(RuntimeException.class);

    assertThat(append(ledger, draft("r", "v"))).isZero();
  }

  @Test
  void a_command_reads_what_it_and_earlier_commands_wrote() {
    append(ledger, draft("a", "1"));

    boolean read =
        ledger.write(appender -> {
          long seq = appender.append(List.of(draft("b", "2"), draft("b", "3")));
          return seq == 1
              && appender.next() == 3
              && ledger.entry(seq).isPresent()
              && ledger.entriesOf("thing", "a").size() == 1
              && ledger.size() == 1;
        });

    assertThat(read).isTrue();
    assertThat(ledger.size()).isEqualTo(3);
  }

  @Test
  void the_appender_ends_with_its_command() {
    Appender kept = ledger.write(appender -> appender);

    assertThatThrownBy(() -> kept.append(List.of(draft("a", "1"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void writing_inside_a_command_or_a_transaction_is_a_defect_not_a_deadlock() {
    assertThatThrownBy(() -> ledger.write(appender -> append(ledger, draft("a", "1"))))
        .isInstanceOf(IllegalStateException.class);
    TransactionTemplate mine = new TransactionTemplate(new JdbcTransactionManager(database));
    assertThatThrownBy(() -> mine.execute(status -> append(ledger, draft("a", "1"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thousands_of_entries_in_one_command_are_quick() {
    List<Draft> drafts =
        IntStream.range(0, 20_000).mapToObj(i -> draft("r" + i, "value " + i)).toList();
    long start = System.nanoTime();

    ledger.write(appender -> appender.append(drafts));

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("20 000 entries took " + took);
    assertThat(took).isLessThan(Duration.ofSeconds(20));
    assertThat(ledger.size()).isEqualTo(20_000);
    assertThat(ledger.verify(seq -> {}).sound()).isTrue();
  }

  @Test
  void a_moment_leads_to_the_position_signed_then() {
    ledger.close();
    DataSource other = TestDatabase.fresh();
    Instant[] now = {Instant.parse("2019-02-11T00:00:00Z")};
    Clock moved =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    ledger = (PostgresLedger) TestLedger.on(other, moved);
    now[0] = Instant.parse("2019-02-12T00:00:00Z");
    append(ledger, draft("a", "1"), draft("b", "1"));
    now[0] = Instant.parse("2019-02-13T00:00:00Z");
    append(ledger, draft("c", "1"));
    now[0] = Instant.parse("2019-02-10T00:00:00Z");
    append(ledger, draft("d", "1"));

    assertThat(ledger.positionAt(Instant.parse("2019-02-11T12:00:00Z"))).isZero();
    assertThat(ledger.positionAt(Instant.parse("2019-02-12T00:00:00Z"))).isEqualTo(2);
    assertThat(ledger.positionAt(Instant.parse("2018-01-01T00:00:00Z"))).isZero();
    assertThat(ledger.positionAt(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(4);
    assertThat(ledger.entry(3).orElseThrow().recordedAt())
        .as("a clock that was put back does not reorder the ledger")
        .isEqualTo("2019-02-13T00:00:00Z");
  }

  private long checkpoints() {
    return jdbc.sql("select count(*) from checkpoint").query(Long.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
