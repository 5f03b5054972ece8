package org.liuzheng.bench.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.bench.example.Sheetful.Form;

/** Old plants that may be built higher, in six batches of the year and one after it. */
final class Enlargements {
  private static final int[] BATCHES = {7, 9, 8, 10, 9, 9};
  private static final long FLOOR = 334_860;
  private static final int AFTER = 5;
  private static final int APPLIED = 3;
  private static final String ZONE = "GYQ-01";
  private static final List<LocalDate> APPROVED =
      List.of(
          LocalDate.of(2018, 3, 30),
          LocalDate.of(2018, 5, 18),
          LocalDate.of(2018, 7, 6),
          LocalDate.of(2018, 8, 31),
          LocalDate.of(2018, 10, 26),
          LocalDate.of(2018, 12, 14),
          LocalDate.of(2019, 1, 25));
  private static final List<String> STREETS =
      List.of("330205007", "330205007", "330205006", "330205103", "330205103", "330205005");

  private final Dice dice = Dice.of("enlargements");
  private final Phrases words = Phrases.of("land");
  private final List<Project> projects = new ArrayList<>();

  private record Project(
      String code,
      String name,
      int batch,
      Optional<LocalDate> started,
      Optional<LocalDate> finished,
      Map<String, String> applied) {}

  private Enlargements() {
    List<String> firms = dice.shuffled(Firms.names());
    List<BigDecimal> floors = Shares.of(dice, 52, FLOOR, 1200, 0);
    for (int batch = 1; batch <= BATCHES.length; batch++) {
      for (int i = 0; i < BATCHES[batch - 1]; i++) {
        add(batch, firms.get(projects.size()), floors.get(projects.size()));
      }
    }
    for (int i = 0; i < AFTER + APPLIED; i++) {
      add(
          i < AFTER ? BATCHES.length + 1 : 0,
          firms.get(projects.size()),
          BigDecimal.valueOf(dice.between(1300, 9800)));
    }
  }

  static List<Sheetful> all() {
    Enlargements all = new Enlargements();
    List<Sheetful> sheets = new ArrayList<>();
    sheets.add(
        all.sheet(
            87,
            "applied",
            Form.WORKBOOK,
            all.words.said("titles.enlargements"),
            all.projects.stream().map(Project::applied).toList()));
    for (int batch = 1; batch <= APPROVED.size(); batch++) {
      sheets.add(all.approved(batch));
    }
    sheets.add(
        all.sheet(
            89,
            "begun",
            Form.CSV_WITH_MARK,
            all.words.said("titles.begun"),
            all.days("started_on")));
    sheets.add(
        all.sheet(
            89, "built", Form.CSV_GBK, all.words.said("titles.built"), all.days("finished_on")));
    return sheets;
  }

  private static LocalDate approved(Project p) {
    return APPROVED.get(p.batch() - 1);
  }

  private void add(int batch, String firm, BigDecimal floor) {
    String code = "ZR-%03d".formatted(projects.size() + 1);
    String name = firm + dice.pick(words.list("enlargements.names"));
    int parcel = floor.intValue() * dice.between(105, 240) / 100 / 10 * 10;
    BigDecimal before = BigDecimal.valueOf(dice.between(62, 118), 2);
    BigDecimal more =
        floor
            .divide(BigDecimal.valueOf(parcel), 2, RoundingMode.UP)
            .add(BigDecimal.valueOf(dice.skewed(0, 12), 2));
    int green = dice.between(15, 25);
    LocalDate applied =
        batch == 0
            ? dice.day(LocalDate.of(2018, 12, 3), LocalDate.of(2018, 12, 28))
            : APPROVED.get(batch - 1).minusDays(18 + dice.skewed(0, 40));
    Optional<LocalDate> started =
        batch > 0 && batch < 6 && dice.percent(62)
            ? Optional.of(APPROVED.get(batch - 1).plusDays(20 + dice.skewed(0, 60)))
            : Optional.empty();
    Optional<LocalDate> finished =
        started
            .filter(d -> d.isBefore(LocalDate.of(2018, 6, 20)))
            .map(d -> d.plusDays(dice.between(110, 190)));
    projects.add(
        new Project(
            code,
            name,
            batch,
            started,
            finished,
            Row.of("code", code)
                .with("name", name)
                .with("unit", dice.pick(STREETS))
                .with("zone", ZONE)
                .with("parcel_m2", parcel)
                .with("old_far", before)
                .with("new_far", before.add(more))
                .with("old_green", green)
                .with("new_green", green - dice.between(3, 10))
                .with("added_floor", floor)
                .with("applied_on", applied)
                .done()));
  }

  private Sheetful approved(int batch) {
    String number = APPROVED.get(batch - 1).getYear() == 2018 ? "approval" : "approval_later";
    List<Map<String, String>> rows =
        projects.stream()
            .filter(p -> p.batch() == batch)
            .map(p ->
                Row.of("code", p.code())
                    .with("name", p.name())
                    .with("batch", batch)
                    .with("approved_on", approved(p))
                    .with("approval", words.said("documents." + number, batch))
                    .with("valid_from", approved(p))
                    .done())
            .toList();
    return sheet(
        88,
        "approved-" + batch,
        batch % 2 == 0 ? Form.CSV_GBK : Form.WORKBOOK,
        words.said("titles.approved", batch),
        rows);
  }

  private List<Map<String, String>> days(String field) {
    List<Map<String, String>> rows = new ArrayList<>();
    projects.forEach(p ->
        (field.equals("started_on") ? p.started() : p.finished())
            .ifPresent(day ->
                rows.add(
                    Row.of("code", p.code())
                        .with("name", p.name())
                        .with(field, day)
                        .with("valid_from", day)
                        .done())));
    return rows;
  }

  private Sheetful sheet(
      int order, String what, Form form, String title, List<Map<String, String>> rows) {
    return new Sheetful(
        order,
        "plant_enlargement",
        what,
        form,
        title,
        words.said("senders.industry"),
        Sheetful.used(
            List.of(
                "code",
                "name",
                "unit",
                "zone",
                "parcel_m2",
                "old_far",
                "new_far",
                "old_green",
                "new_green",
                "added_floor",
                "applied_on",
                "batch",
                "approved_on",
                "approval",
                "started_on",
                "finished_on",
                "valid_from"),
            rows),
        rows);
  }
}
