package org.liuzheng.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deltas are computed anew in the background, held up here at a gate while writing goes on. */
class RecomputingFiguresTest {
  private static final String DAYS =
      """
      figure: days
      kind: stock
      rows: |
        select i.id as item, i.department as unit, i.promised from item i where i.mobile
      fold: {sum: promised}
      """;
  private static final String SAVED =
      """
      figure: saved
      kind: flow
      day: a.closed_on
      rows: |
        select a.id as application, i.department as unit, i.promised - a.used as saved
        from application a join item i on i.id = a.item
      fold: {sum: saved}
      """;

  private final ExecutorService background = Executors.newSingleThreadExecutor();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final AtomicBoolean broken = new AtomicBoolean();

  private final TestFigures given =
      TestFigures.recomputedBy(
          this::recomputing, new UpkeepLimits(100, Duration.ofSeconds(2)), DAYS, SAVED);
  private final JdbcTemplate jdbc = new JdbcTemplate(given.database());

  @AfterEach
  void stop() throws InterruptedException {
    gate.countDown();
    background.shutdownNow();
    assertThat(background.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private Recomputing recomputing(DataSource database) {
    return new Recomputing(
        new KeptFigures(database),
        TestFigures.pages(database),
        upTo -> List.of(new Gated(new PostgresDeltas(database))),
        -1,
        new Background(background::execute));
  }

  /** Waits at the gate before it tells, or fails. */
  private final class Gated implements DeltaSource {
    private final DeltaSource source;

    Gated(DeltaSource source) {
      this.source = source;
    }

    @Override
    public Telling ready(Collection<Kept> figures, long upTo) {
      Telling telling = source.ready(figures, upTo);
      return new Telling() {
        @Override
        public void units(Kept figure, long position, BiConsumer<String, DeltaColumns> taker) {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (broken.get()) {
            throw new IllegalStateException("planted");
          }
          telling.units(figure, position, taker);
        }

        @Override
        public void close() {
          telling.close();
        }
      };
    }
  }

  @Test
  void writing_goes_on_and_values_are_right_before_while_and_after() throws Exception {
    item("1", "5");
    given.commit();
    gate = new CountDownLatch(1);
    again();

    assertThat(given.figures.recomputing("days")).contains(1L);
    assertThat(value("days")).isEqualTo("5 of 1");
    item("2", "7");
    given.commit();
    item("1", "6");
    assertThat(value("days")).isEqualTo("13 of 2");
    assertThat(given.figures.recomputing("days")).contains(1L);
    assertThat(given.figures.deltas().complete()).isEmpty();

    gate.countDown();
    settle();

    assertThat(given.figures.recomputing("days")).isEmpty();
    assertThat(given.figures.deltas().complete()).hasSize(2);
    assertThat(value("days")).isEqualTo("13 of 2");
    assertThat(TestFigures.text(given.figures.cold(ask("days")))).isEqualTo("13 of 2");
    item("3", "1");
    assertThat(value("days")).isEqualTo("14 of 3");
    assertThat(stored()).isEqualTo(anew());
  }

  @Test
  void killed_while_filling_it_is_filled_anew_at_the_next_start() throws Exception {
    item("1", "5");
    given.commit();
    gate = new CountDownLatch(1);
    again();
    item("2", "7");
    given.commit();
    given.figures.close();
    assertThat(jdbc.queryForObject("select count(*) from figure_delta", Integer.class))
        .as("what the group added while the figure was filled is left over")
        .isPositive();

    gate.countDown();
    given.again();
    settle();

    assertThat(given.figures.deltas().complete()).hasSize(2);
    assertThat(value("days")).isEqualTo("12 of 2");
    assertThat(stored()).isEqualTo(anew());
    assertThat(jdbc.queryForObject("select count(*) from figure_delta", Integer.class)).isZero();
  }

  @Test
  void a_correction_that_changes_too_much_is_left_to_the_background() throws Exception {
    given.tables.put("item", "i", "2018-01-01", "department", "A", "promised", "9");
    for (int i = 0; i < 200; i++) {
      given.tables.put(
          "application",
          "a" + i,
          LocalDate.of(2018, 1, 1),
          Map.of(
              "item", "i", "used", "1", "closed_on", LocalDate.ofYearDay(2018, 1 + i).toString()));
    }
    given.commit();
    settle();
    assertThat(value("saved")).isEqualTo("1600 of 200");
    gate = new CountDownLatch(1);

    given.tables.correct(
        "item", "i", LocalDate.of(2018, 1, 1), Map.of("department", "A", "promised", "10"));
    given.commit();

    assertThat(given.figures.recomputing("saved")).contains(given.tables.size());
    assertThat(given.figures.recomputing("days")).as("nothing was too much for it").isEmpty();
    assertThat(value("saved")).isEqualTo("1800 of 200");
    gate.countDown();
    settle();
    assertThat(given.figures.recomputing("saved")).isEmpty();
    assertThat(value("saved")).isEqualTo("1800 of 200");
    assertThat(stored()).isEqualTo(anew());
  }

  @Test
  void what_cannot_be_computed_is_asked_of_the_records_until_the_next_start() throws Exception {
    item("1", "5");
    given.commit();
    broken.set(true);
    again();
    settle();

    assertThat(given.figures.recomputing("days")).isEmpty();
    assertThat(given.figures.deltas().complete()).isEmpty();
    item("2", "7");
    assertThat(value("days")).isEqualTo("12 of 2");
    broken.set(false);
    given.again();
    settle();
    assertThat(given.figures.deltas().complete()).hasSize(2);
    assertThat(value("days")).isEqualTo("12 of 2");
  }

  @Test
  void where_the_first_source_fails_the_next_is_asked() {
    DataSource database = given.database();
    item("1", "5");
    given.commit();
    jdbc.execute("truncate figure_delta, figure_page, figure_kept");
    Recomputing recomputing =
        new Recomputing(
            new KeptFigures(database),
            TestFigures.pages(database),
            upTo ->
                List.of(
                    (figures, position) -> {
                      throw new UnsatisfiedLinkError("planted");
                    },
                    new PostgresDeltas(database)),
            0,
            new Background(Runnable::run));
    given.with(
        new KeptDeltas(
            database,
            TestFigures.pages(database),
            TestFigures.MEMORY,
            recomputing,
            TestFigures.LIMITS));

    assertThat(given.figures.deltas().complete()).hasSize(2);
    assertThat(value("days")).isEqualTo("5 of 1");
  }

  /** As after a start that finds no deltas. */
  private void again() {
    jdbc.execute("truncate figure_delta, figure_page, figure_kept");
    given.again();
  }

  private void settle() throws Exception {
    background.submit(() -> {}).get(20, TimeUnit.SECONDS);
  }

  private Ask ask(String figure) {
    return given.ask(figure, "A", "2018", given.tables.now("2018-12-31"));
  }

  private String value(String figure) {
    return given.value(ask(figure));
  }

  private void item(String id, String promised) {
    given.tables.put(
        "item", id, "2018-01-01", "department", "A", "promised", promised, "mobile", "true");
  }

  /** What the deltas that are there add up to, place by place. */
  private Map<String, Long> stored() {
    Map<String, Long> stored = new TreeMap<>();
    for (Kept figure : given.figures.deltas().complete()) {
      given
          .figures
          .deltas()
          .all(figure)
          .forEach(d ->
              stored.merge(
                  "%s %s %s %s %d"
                      .formatted(figure.name(), d.unit(), d.day(), d.validFrom(), d.position()),
                  d.rows() * 1_000_000 + d.numerator().longValueExact(),
                  Long::sum));
    }
    stored.values().removeIf(sum -> sum == 0);
    return stored;
  }

  private Map<String, Long> anew() throws Exception {
    again();
    settle();
    return stored();
  }
}
