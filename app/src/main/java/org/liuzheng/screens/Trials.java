package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Reading;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.DraftPage.Point;
import org.liuzheng.screens.DraftPage.Row;
import org.liuzheng.screens.DraftPage.Rows;
import org.liuzheng.screens.DraftPage.Trial;
import org.springframework.stereotype.Component;

/** What a draft gives beside the definition in force: values, series, and rows that come and go. */
@Component
class Trials {
  private static final int MOST_ROWS = 5_000;
  private static final int EXAMPLES = 6;
  private static final int POINTS = 12;

  private final Figures figures;
  private final Registers registers;
  private final RecordTitles titles;
  private final UnitNames units;

  Trials(Figures figures, Registers registers, RecordTitles titles, UnitNames units) {
    this.figures = figures;
    this.registers = registers;
    this.titles = titles;
    this.units = units;
  }

  Trial trial(Shell shell, Definition present, Figures draft, Ask ask) {
    Definition drafted = draft.definition(ask);
    Value after = draft.value(ask);
    Value before = figures.value(ask);
    return new Trial(
        shell.say(
            "studio.trial.sentence",
            Periods.words(ask.period()),
            ask.unit().isEmpty()
                ? shell.say("screens.all_units")
                : shell.say(units.name(ask.unit(), ask.when())),
            words(shell, present, before),
            words(shell, drafted, after)),
        Shown.unit(drafted.unit(), shell.lang()),
        points(shell, present, drafted, draft, ask),
        rows(shell, draft, ask));
  }

  private static String words(Shell shell, Definition definition, Value value) {
    Shown shown = Shown.of(definition, value, shell.lang());
    return shown.none() ? shell.say("screens.causes.no_value") : shown.words(shell.lang());
  }

  private List<Point> points(
      Shell shell, Definition present, Definition drafted, Figures draft, Ask ask) {
    Period from = ask.period().plus(1 - Math.min(POINTS, Periods.shown(ask.period().kind())));
    List<Figures.Point> after = draft.series(ask, from);
    List<Figures.Point> before = figures.series(ask, from);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Value was = before.get(i).value();
      Value is = after.get(i).value();
      boolean both = was instanceof Value.Number && is instanceof Value.Number;
      BigDecimal more = difference(is, was, drafted.decimals());
      points.add(
          new Point(
              shell.say(Periods.words(before.get(i).period())),
              Shown.of(present, was, shell.lang()),
              Shown.of(drafted, is, shell.lang()),
              both ? signed(more) : "",
              before.get(i).period().equals(ask.period())));
    }
    return points.stream().dropWhile(p -> p.present().none() && p.draft().none()).toList();
  }

  /** With one decimal more where the difference of the shown numbers would be another. */
  private static BigDecimal difference(Value is, Value was, int decimals) {
    BigDecimal more = Shown.difference(is, was, decimals);
    return is instanceof Value.Number a
            && was instanceof Value.Number b
            && a.rounded(decimals).subtract(b.rounded(decimals)).compareTo(more) != 0
        ? Shown.difference(is, was, decimals + 1)
        : more;
  }

  private static String signed(BigDecimal more) {
    return (more.signum() > 0 ? "+" : "") + Shown.number(more);
  }

  /** Rows are shown to whom every register behind both definitions is open. */
  private Rows rows(Shell shell, Figures draft, Ask ask) {
    Optional<String> closed =
        Stream.of(figures.leaves(ask), draft.leaves(ask))
            .flatMap(List::stream)
            .flatMap(d ->
                d.made() instanceof Definition.Folded f
                    ? f.registers().stream()
                    : Stream.<String>empty())
            .distinct()
            .filter(
                r -> registers.schema(r).filter(s -> Reading.allowed(s, shell.visitor())).isEmpty())
            .map(r -> registers.schema(r).map(Schema::label).map(shell::say).orElse(r))
            .findFirst();
    if (closed.isPresent()) {
      return new Rows(shell.say("studio.trial.closed", closed.get()), "", List.of());
    }
    // What is limited first, so that too long a trial does not begin the other.
    Figures.Rows after = draft.rows(ask, 0, MOST_ROWS);
    Figures.Rows before = figures.rows(ask, 0, MOST_ROWS);
    if (before.total() > MOST_ROWS || after.total() > MOST_ROWS) {
      return new Rows(
          shell.say("studio.trial.many_rows", before.total(), after.total()), "", List.of());
    }
    return compared(shell, draft.links(ask.figure()), before, after);
  }

  private Rows compared(
      Shell shell, Map<String, String> links, Figures.Rows before, Figures.Rows after) {
    Set<String> shared = new TreeSet<>(before.columns());
    shared.retainAll(after.columns());
    Set<String> keys = new TreeSet<>(shared);
    keys.retainAll(links.keySet());
    Map<String, Map<String, String>> was = byKey(before.rows(), keys.isEmpty() ? shared : keys);
    Map<String, Map<String, String>> is = byKey(after.rows(), keys.isEmpty() ? shared : keys);
    List<Found> comes = new ArrayList<>();
    List<Found> goes = new ArrayList<>();
    List<Found> changes = new ArrayList<>();
    is.forEach((key, row) -> {
      Map<String, String> former = was.get(key);
      if (former == null) {
        comes.add(new Found("comes", row, ""));
      } else if (shared.stream().anyMatch(c -> !Objects.equals(former.get(c), row.get(c)))) {
        changes.add(new Found("changes", row, differing(shared, former, row)));
      }
    });
    was.forEach((key, row) -> {
      if (!is.containsKey(key)) {
        goes.add(new Found("goes", row, ""));
      }
    });
    List<Found> examples =
        Stream.of(comes, goes, changes).flatMap(f -> f.stream().limit(EXAMPLES)).toList();
    return new Rows(
        "",
        shell.say(
            "studio.trial.rows",
            before.total(),
            after.total(),
            comes.size(),
            goes.size(),
            changes.size()),
        said(shell, examples, links, after.columns()));
  }

  private record Found(String kind, Map<String, String> row, String says) {}

  private static String differing(
      Set<String> shared, Map<String, String> former, Map<String, String> row) {
    return shared.stream()
        .filter(c -> !Objects.equals(former.get(c), row.get(c)))
        .map(c -> c + " " + former.getOrDefault(c, "") + " \u2192 " + row.getOrDefault(c, ""))
        .collect(Collectors.joining(", "));
  }

  /** Rows of one record are told apart by their order. */
  private static Map<String, Map<String, String>> byKey(
      List<Map<String, String>> rows, Set<String> columns) {
    Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (Map<String, String> row : rows) {
      String key =
          columns.stream().map(c -> row.getOrDefault(c, "")).collect(Collectors.joining("\n"));
      byKey.put(key + "\n" + seen.merge(key, 1, Integer::sum), row);
    }
    return byKey;
  }

  private List<Row> said(
      Shell shell, List<Found> found, Map<String, String> links, List<String> columns) {
    Optional<String> column = columns.stream().filter(links::containsKey).findFirst();
    if (column.isEmpty()) {
      return found.stream()
          .map(f -> new Row(f.kind(), String.join(", ", f.row().values()), "", f.says()))
          .toList();
    }
    String register = Objects.requireNonNull(links.get(column.get()));
    Set<String> ids = new HashSet<>();
    found.forEach(f -> ids.add(f.row().getOrDefault(column.get(), "")));
    Map<String, String> named = titles.titles(shell, register, ids);
    return found.stream()
        .map(f -> {
          String id = f.row().getOrDefault(column.get(), "");
          return new Row(
              f.kind(),
              named.getOrDefault(id, id),
              RecordLinks.record(shell, register, id),
              f.says());
        })
        .toList();
  }
}
