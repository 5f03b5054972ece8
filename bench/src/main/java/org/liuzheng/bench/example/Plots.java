package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * Plots rebuilt or cleared: what was handed out as the task of the year, what came on top, and what
 * was verified. In all a tenth more than the task is done.
 */
final class Plots {
  private static final LocalDate HANDED_OUT = LocalDate.of(2018, 2, 28);
  private static final int PER_MILLE_DONE = 1102;
  private static final int NOT_DONE = 3;
  private static final int ON_TOP = 9;
  private static final String ILLEGAL = "illegal";

  private final Dice dice = Dice.of("plots");
  private final Map<String, YamlNode> streets =
      Vocabulary.read("projects", root -> root.need("places").entries());
  private final List<Plot> plots = new ArrayList<>();

  private record Plot(
      String code,
      String kind,
      String name,
      String street,
      int floor,
      int task,
      LocalDate identified,
      Optional<LocalDate> cleared,
      int done) {}

  static List<Sheetful> all() {
    Plots plots = new Plots();
    plots.decide();
    return List.of(
        plots.identified("task", Form.WORKBOOK, true),
        plots.identified("found", Form.CSV_GBK, false),
        plots.cleared("2018-1", Form.WORKBOOK, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 7, 1)),
        plots.cleared(
            "2018-2", Form.CSV_WITH_MARK, LocalDate.of(2018, 7, 1), LocalDate.of(2019, 1, 1)));
  }

  private void decide() {
    List<String[]> named = new ArrayList<>();
    Vocabulary.read(Places.WORDS, root -> root.need("plots").entries())
        .forEach((kind, names) ->
            Vocabulary.texts(names)
                .forEach(
                    n -> named.add(new String[] {kind, n.split("/", -1)[0], n.split("/", -1)[1]})));
    List<String[]> mixed = dice.shuffled(named);
    for (int i = 0; i < mixed.size(); i++) {
      boolean onTop = i < ON_TOP;
      boolean open = i >= ON_TOP && i < ON_TOP + NOT_DONE;
      boolean illegal = mixed.get(i)[0].equals(ILLEGAL);
      int floor = illegal || onTop ? dice.between(310, 5960) : dice.between(2840, 38700);
      LocalDate identified =
          onTop || illegal
              ? dice.day(HANDED_OUT.plusDays(20), LocalDate.of(2018, 10, 15))
              : HANDED_OUT;
      LocalDate cleared =
          identified.plusDays(
              illegal ? 9 + dice.skewed(0, 31) : dice.between(16, onTop ? 75 : 290));
      plots.add(
          new Plot(
              "GC-%03d".formatted(i + 1),
              mixed.get(i)[0],
              mixed.get(i)[1],
              mixed.get(i)[2],
              floor,
              onTop ? 0 : floor * dice.between(84, 97) / 100,
              identified,
              open ? Optional.empty() : Optional.of(cleared),
              open ? 0 : floor * dice.between(93, 99) / 100));
    }
    balance();
  }

  /** The last plot on top of the task is as large as it takes. */
  private void balance() {
    long task = plots.stream().mapToLong(Plot::task).sum();
    Plot last = plots.get(ON_TOP - 1);
    long others = plots.stream().filter(p -> !p.equals(last)).mapToLong(Plot::done).sum();
    int area = (int) (task * PER_MILLE_DONE / 1000 - others);
    if (area < 900 || area > 90_000) {
      throw new IllegalStateException(
          "the last plot would have %d of %d m\u00b2".formatted(area, task));
    }
    plots.set(
        ON_TOP - 1,
        new Plot(
            last.code(),
            last.kind(),
            last.name(),
            last.street(),
            area + area / 40,
            0,
            last.identified(),
            last.cleared(),
            area));
  }

  private Sheetful identified(String what, Form form, boolean task) {
    List<Map<String, String>> rows =
        plots.stream()
            .filter(p -> p.task() > 0 == task)
            .map(p ->
                Row.of("code", p.code())
                    .with("name", p.name())
                    .with("kind", p.kind())
                    .with("street", Vocabulary.need(streets, p.street()).need("code").text())
                    .with("floor_area", p.floor())
                    .with("task_area", p.task())
                    .with("identified_on", p.identified())
                    .done())
            .toList();
    return new Sheetful(
        91,
        "renewal_plot",
        what,
        form,
        Places.said("plots", rows.size()),
        Titles.said("senders.delivery"),
        List.of("code", "name", "kind", "street", "floor_area", "task_area", "identified_on"),
        rows);
  }

  private Sheetful cleared(String what, Form form, LocalDate from, LocalDate until) {
    List<String> reuses =
        Vocabulary.read(Places.WORDS, root -> Vocabulary.texts(root.need("reuses")));
    List<Map<String, String>> rows =
        plots.stream()
            .filter(
                p -> p.cleared().filter(d -> !d.isBefore(from) && d.isBefore(until)).isPresent())
            .map(p -> cleared(p, reuses))
            .toList();
    return new Sheetful(
        92,
        "renewal_plot",
        what,
        form,
        Places.said("cleared", what),
        Titles.said("senders.delivery"),
        Sheetful.used(
            List.of(
                "code",
                "name",
                "notified_on",
                "renovated_area",
                "demolished_area",
                "cleared_on",
                "reuse",
                "certificate",
                "valid_from"),
            rows),
        rows);
  }

  private Map<String, String> cleared(Plot p, List<String> reuses) {
    LocalDate day = p.cleared().orElseThrow();
    boolean illegal = p.kind().equals(ILLEGAL);
    int renovated =
        illegal || p.kind().equals("city_village") ? 0 : p.done() * dice.between(20, 70) / 100;
    return Row.of("code", p.code())
        .with("name", p.name())
        .when(illegal, "notified_on", p.identified().plusDays(dice.between(1, 5)))
        .when(renovated > 0, "renovated_area", renovated)
        .with("demolished_area", p.done() - renovated)
        .with("cleared_on", day)
        .when(dice.percent(60), "reuse", dice.pick(reuses))
        .with("certificate", Places.said("verified", dice.between(12, 96)))
        .with("valid_from", day)
        .done();
  }
}
