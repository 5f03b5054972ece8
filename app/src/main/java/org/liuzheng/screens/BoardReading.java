package org.liuzheng.screens;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liuzheng.board.Board;
import org.liuzheng.board.Board.Section;
import org.liuzheng.figure.Ask;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Period;
import org.liuzheng.figure.Value;
import org.liuzheng.pack.Packs;
import org.liuzheng.page.Shell;
import org.liuzheng.people.Disclosure;
import org.liuzheng.screens.BoardPage.Cell;
import org.liuzheng.screens.BoardPage.Column;
import org.liuzheng.screens.BoardPage.Line;
import org.liuzheng.screens.BoardPage.Month;
import org.liuzheng.screens.BoardPage.Part;
import org.liuzheng.screens.BoardPage.Row;
import org.liuzheng.screens.BoardPage.Said;
import org.springframework.stereotype.Component;

/** Reads all that a board shows. */
@Component
class BoardReading {
  private static final int MONTHS = 12;

  private final Figures figures;
  private final Packs packs;
  private final Usual usual;
  private final UnitNames units;
  private final Holding holding;
  private final Trends trends;
  private final FigureReading reading;
  private final RowTables tables;
  private final Disclosure disclosure;

  BoardReading(
      Figures figures,
      Packs packs,
      Usual usual,
      UnitNames units,
      Holding holding,
      Trends trends,
      FigureReading reading,
      RowTables tables,
      Disclosure disclosure) {
    this.figures = figures;
    this.packs = packs;
    this.usual = usual;
    this.units = units;
    this.holding = holding;
    this.trends = trends;
    this.reading = reading;
    this.tables = tables;
    this.disclosure = disclosure;
  }

  List<BoardsPage.Card> cards(Shell shell, List<Board> boards) {
    Shell then = opening(shell);
    return boards.stream()
        .map(b ->
            new BoardsPage.Card(
                shell.say(b.label()),
                shell.say(b.purpose()),
                shell.link("/boards/" + b.name()),
                new Read(then, b).sentence()))
        .toList();
  }

  BoardPage page(Shell shell, Board board) {
    return new Read(opening(shell), board).page();
  }

  /** On the day on which the pack's boards open. */
  Shell opening(Shell shell) {
    return packs.installed().flatMap(p -> p.about().boards()).map(shell::openingOn).orElse(shell);
  }

  /** One board for one visitor, in the year of the day. */
  private final class Read {
    private final Shell shell;
    private final Board board;
    private final String district = packs.unit();
    private final Period year;
    private final LocalDate day;

    Read(Shell shell, Board board) {
      this.shell = shell;
      this.board = board;
      this.day = shell.when().on();
      this.year = Period.containing(Period.Kind.YEAR, day);
    }

    BoardPage page() {
      return new BoardPage(
          shell,
          new BoardPage.Head(shell.say(board.label()), shell.say(board.purpose()), sentence()),
          year(),
          board.sections().stream().map(this::part).toList());
    }

    List<Said> sentence() {
      return board.sentence(shell.lang()).stream()
          .map(p -> p.figure() ? said(p.text()) : new Said(p.text(), new Shown("", "", ""), ""))
          .toList();
    }

    private Said said(String figure) {
      Definition definition = definition(figure);
      Ask ask = ask(definition);
      return new Said("", shown(definition, figures.value(ask)), Trends.link(shell, ask));
    }

    private BoardPage.Year year() {
      LocalDate today = shell.moment().district().today();
      int shown = year.start().getYear();
      List<Month> months = new ArrayList<>();
      for (int i = 1; i <= MONTHS; i++) {
        YearMonth month = YearMonth.of(shown, i);
        LocalDate end = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        months.add(
            new Month(
                shell.say(
                    "screens.board.month",
                    i,
                    month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
                month.atDay(1).isAfter(today) ? "" : shell.here("on", end.toString()),
                YearMonth.from(day).equals(month)));
      }
      LocalDate before = day.minusYears(1);
      LocalDate after = day.plusYears(1);
      return new BoardPage.Year(
          shell.say(Periods.words(year)),
          shell.here("on", before.toString()),
          after.isAfter(today) ? "" : shell.here("on", after.toString()),
          months);
    }

    private Part part(Section section) {
      String heading = shell.say(section.label());
      return switch (section) {
        case Section.Lines lines ->
            new Part.Lines(heading, lines.figures().stream().map(this::line).toList());
        case Section.Table table -> table(heading, table);
        case Section.Trend trend -> {
          Definition definition = definition(trend.figure());
          Ask ask = ask(definition);
          yield new Part.Over(
              heading, Trends.link(shell, ask), trends.trend(shell, definition, ask, List.of()));
        }
        case Section.Ranking ranking -> {
          Definition definition = definition(ranking.figure());
          Ask ask = ask(definition);
          yield new Part.Places(
              heading,
              Trends.link(shell, ask),
              reading.standings(shell, definition, ask, figures.ranking(ask)));
        }
        case Section.Rows rows -> rows(heading, rows);
      };
    }

    private Line line(String figure) {
      Definition definition = definition(figure);
      Ask ask = ask(definition);
      Ask before = ask.in(ask.period().plus(-1));
      Value value = figures.value(ask);
      return new Line(
          shell.say(definition.label()),
          shell.say(Periods.words(ask.period())),
          shown(definition, value),
          Shown.light(definition, value),
          holding.held(shell, definition, ask, value),
          Trends.link(shell, ask),
          shown(definition, figures.value(before)),
          Trends.link(shell, before));
    }

    private Part table(String heading, Section.Table table) {
      List<Definition> across = table.figures().stream().map(this::definition).toList();
      List<Ask> asks = across.stream().map(this::ask).toList();
      boolean byUnit = table.by().equals(Figures.UNITS);
      List<Row> rows =
          new ArrayList<>(byUnit ? byUnit(across, asks) : by(table.by(), across, asks));
      rows.add(row(shell.say("screens.board.whole"), across, asks, figures.values(asks), true));
      return new Part.Grid(
          heading,
          byUnit
              ? shell.say("screens.figure.unit")
              : tables.heading(shell, across.getFirst(), table.by()),
          IntStream.range(0, across.size())
              .mapToObj(i -> column(across.get(i), asks.get(i)))
              .toList(),
          rows,
          dash(rows));
    }

    /** Why the first value that is missing is missing. */
    private static String dash(List<Row> rows) {
      return rows.stream()
          .flatMap(r -> r.cells().stream())
          .map(c -> c.shown().why())
          .filter(why -> !why.isEmpty())
          .findFirst()
          .orElse("");
    }

    private Column column(Definition definition, Ask ask) {
      return new Column(
          shell.say(definition.label()),
          Shown.unit(definition.unit(), shell.lang()),
          ask.period().equals(year) ? "" : shell.say(Periods.words(ask.period())));
    }

    /** The units below, without those that have nothing of all this. */
    private List<Row> byUnit(List<Definition> across, List<Ask> asks) {
      List<Row> rows = new ArrayList<>();
      for (String unit : units.below(district, shell.when())) {
        List<Ask> ofUnit = asks.stream().map(a -> a.of(unit)).toList();
        List<Value> values = figures.values(ofUnit);
        if (values.stream().anyMatch(v -> v instanceof Value.Number n && n.rows() > 0)) {
          rows.add(row(shell.say(units.name(unit, shell.when())), across, ofUnit, values, false));
        }
      }
      return rows;
    }

    private Row row(
        String name, List<Definition> across, List<Ask> asks, List<Value> values, boolean whole) {
      return new Row(
          name,
          IntStream.range(0, asks.size())
              .mapToObj(i -> cell(across.get(i), asks.get(i), values.get(i)))
              .toList(),
          whole);
    }

    private Cell cell(Definition definition, Ask ask, Value value) {
      return new Cell(
          shown(definition, value), Shown.light(definition, value), Trends.link(shell, ask));
    }

    /** The values of a column that any of the figures has, as the register puts them in order. */
    private List<Row> by(String column, List<Definition> across, List<Ask> asks) {
      List<Map<String, Value>> parts = new ArrayList<>();
      asks.forEach(a -> {
        Map<String, Value> part = new LinkedHashMap<>();
        disclosure.breakdown(a, column, shell.visitor()).forEach(p -> part.put(p.key(), p.value()));
        parts.add(part);
      });
      List<String> keys =
          tables.inOrder(
              across.getFirst(),
              column,
              parts.stream().flatMap(p -> p.keySet().stream()).distinct().toList());
      return keys.stream()
          .map(key ->
              new Row(
                  key.isEmpty()
                      ? shell.say("screens.blank")
                      : tables.words(shell, across.getFirst(), column, key),
                  IntStream.range(0, across.size())
                      .mapToObj(i ->
                          part(
                              across.get(i),
                              asks.get(i).filtered(column, key),
                              Optional.ofNullable(parts.get(i).get(key)),
                              !key.isEmpty()))
                      .toList(),
                  false))
          .toList();
    }

    /**
     * @param leads whether the figure can be asked for this part alone
     */
    private Cell part(Definition definition, Ask ask, Optional<Value> value, boolean leads) {
      Cell cell =
          value.map(v -> cell(definition, ask, v)).orElse(new Cell(new Shown("", "", ""), "", ""));
      return leads ? cell : new Cell(cell.shown(), cell.light(), "");
    }

    private Part rows(String heading, Section.Rows rows) {
      Definition definition = definition(rows.figure());
      Ask ask = ask(definition);
      FigurePage.Rows shown = reading.rows(shell, definition, ask, 0, rows.most());
      return new Part.Rows(
          heading,
          Trends.link(shell, ask) + "#rows",
          shown.table(),
          shown.closed().isEmpty() ? shown.masked() : shown.closed());
    }

    /** A board that has been read names figures that there are; none is ever taken away. */
    private Definition definition(String figure) {
      return figures.definition(figure).orElseThrow();
    }

    private Ask ask(Definition definition) {
      return usual.within(year, day, definition, district, shell.when());
    }

    private Shown shown(Definition definition, Value value) {
      return Shown.of(definition, value, shell.lang());
    }
  }
}
