package org.liuzheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuzheng.postgres.TestDatabase;
import org.liuzheng.yaml.Flaw;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountingWorkingDaysTest {
  private static final LocalDate TUE_2018_02_13 = LocalDate.of(2018, 2, 13);
  private static final LocalDate MON_2018_02_26 = LocalDate.of(2018, 2, 26);
  private static final LocalDate THU_2018_12_27 = LocalDate.of(2018, 12, 27);

  private static final DataSource DATABASE = TestDatabase.fresh();

  private static final Calendars CALENDARS = calendars();

  private final Calendars calendars = CALENDARS;
  private final WorkingDays days = CALENDARS.asKnownNow();

  static Calendars calendars() {
    try {
      List<Flaw> flaws = new ArrayList<>();
      Path file = Path.of("../packs/district/calendar/cn.yaml");
      Calendars calendars = new NoticeCalendars(new CalendarTable(JdbcClient.create(DATABASE)));
      calendars.install(Notices.read("cn.yaml", Files.readString(file), flaws));
      assertThat(flaws).isEmpty();
      return calendars;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void the_saturday_before_the_end_of_spring_festival_2018_is_worked() {
    WorkingDays.Due due = days.after(TUE_2018_02_13, 5);

    assertThat(due.day()).isEqualTo(MON_2018_02_26);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-02-09, 1, 2018-02-11",
    "2018-04-26, 3, 2018-05-02",
    "2018-09-27, 5, 2018-10-09",
    "2018-12-27, 3, 2019-01-02",
    "2018-12-28, 20, 2019-01-28",
    "2019-04-28, 5, 2019-05-07"
  })
  void working_days_after_a_day_skip_holidays_and_count_swapped_weekends(
      LocalDate from, int n, LocalDate due) {
    assertThat(days.after(from, n)).isEqualTo(new WorkingDays.Due(due, false));
  }

  @ParameterizedTest
  @CsvSource({"2018-07-09, 90, 2018-10-07, 2018-10-08", "2018-09-17, 15, 2018-10-02, 2018-10-08"})
  void a_calendar_period_that_ends_on_a_rest_day_rolls_on(
      LocalDate from, int n, LocalDate raw, LocalDate rolled) {
    assertThat(days.afterCalendarDays(from, n))
        .isEqualTo(new WorkingDays.RolledDue(raw, rolled, false));
  }

  @Test
  void the_months_of_2018_have_their_working_days() {
    List<Integer> months = new ArrayList<>();
    for (int m = 1; m <= 12; m++) {
      LocalDate first = LocalDate.of(2018, m, 1);
      months.add(days.between(first.minusDays(1), first.plusMonths(1).minusDays(1)));
    }

    assertThat(months).containsExactly(22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21);
    assertThat(days.between(LocalDate.of(2018, 12, 31), LocalDate.of(2019, 12, 31))).isEqualTo(250);
  }

  @Test
  void a_year_without_its_notice_is_provisional_and_so_is_the_end_of_the_year_before() {
    WorkingDays then = calendars.asKnownOn(LocalDate.of(2018, 12, 5));

    assertThat(then.after(THU_2018_12_27, 3))
        .isEqualTo(new WorkingDays.Due(LocalDate.of(2019, 1, 1), true));
    assertThat(then.isProvisional(THU_2018_12_27)).isFalse();
    assertThat(days.after(LocalDate.of(2027, 3, 1), 1).provisional()).isTrue();
  }

  @Test
  void the_amendment_of_may_2019_is_known_from_its_publication() {
    LocalDate may2 = LocalDate.of(2019, 5, 2);

    assertThat(calendars.asKnownOn(LocalDate.of(2019, 3, 21)).isWorked(may2)).isTrue();
    assertThat(calendars.asKnownOn(LocalDate.of(2019, 3, 22)).isWorked(may2)).isFalse();
  }

  @Test
  void the_extension_of_spring_festival_2020_is_known_from_its_publication() {
    LocalDate feb1 = LocalDate.of(2020, 2, 1);

    assertThat(calendars.asKnownOn(LocalDate.of(2020, 1, 26)).isWorked(feb1)).isTrue();
    assertThat(calendars.asKnownOn(LocalDate.of(2020, 1, 27)).isWorked(feb1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {20181231L, 7L, 4711L})
  void adding_and_counting_are_inverse_in_both_directions(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      LocalDate from = LocalDate.of(2007, 1, 1).plusDays(random.nextInt(7000));
      int n = 1 + random.nextInt(200);

      LocalDate after = days.after(from, n).day();
      LocalDate before = days.after(from, -n).day();

      assertThat(days.between(from, after)).as("seed %d, %s + %d", seed, from, n).isEqualTo(n);
      assertThat(days.between(before.minusDays(1), from.minusDays(1)))
          .as("seed %d, %s - %d", seed, from, n)
          .isEqualTo(n);
      assertThat(days.after(from, n + 1).day()).isAfter(after);
      assertThat(days.isWorked(after) && days.isWorked(before)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void the_databases_function_counts_the_same_days(long seed) {
    Random random = new Random(seed);
    JdbcClient sql = JdbcClient.create(DATABASE);
    for (int i = 0; i < 100; i++) {
      LocalDate from = LocalDate.of(2007, 1, 1).plusDays(random.nextInt(7000));
      LocalDate to = from.plusDays(random.nextInt(-400, 400));

      int counted =
          sql.sql("select working_days(:from, :to)")
              .param("from", from)
              .param("to", to)
              .query(Integer.class)
              .single();

      assertThat(counted).as("seed %d, %s to %s", seed, from, to).isEqualTo(days.between(from, to));
    }
  }

  @Test
  void every_listed_day_of_twenty_years_agrees_with_a_second_source() throws IOException {
    Path file = Path.of("../../shared/data/holidays/holiday_cn_2007_2026.csv");
    assumeTrue(Files.isRegularFile(file), "the third-party data is not here");

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.size()).isGreaterThan(600);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      assertThat(days.isWorked(LocalDate.parse(cells[0])))
          .as(line)
          .isEqualTo(cells[2].equals("work"));
    }
  }

  @Test
  void a_day_that_is_off_and_worked_is_a_flaw_with_its_place() {
    List<Flaw> flaws = new ArrayList<>();

    Notices.read(
        "x.yaml",
        """
        notices:
          - number: "1"
            year: 2018
            published: 2017-11-30
            days:
              - {name: {zh: a, en: a}, off: [2018-01-01..2018-01-03], worked: [2018-01-02]}
        """,
        flaws);

    assertThat(flaws)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.line()).isEqualTo(2);
          assertThat(f.says().en()).contains("2018-01-02");
        });
  }
}
