package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuzheng.figure.Definition;
import org.liuzheng.figure.Figures;
import org.liuzheng.figure.Mask;
import org.liuzheng.figure.Period;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.screens.RowTable.Cell;
import org.liuzheng.screens.RowTable.Column;
import org.liuzheng.words.Lang;
import org.springframework.stereotype.Component;

/** Says the rows of a figure in the words of the registers that they come from. */
@Component
class RowTables {
  private static final String NUMBER = "-?\\d+(\\.\\d+)?";

  private final Figures figures;
  private final Registers registers;
  private final RecordTitles titles;

  RowTables(Figures figures, Registers registers, RecordTitles titles) {
    this.figures = figures;
    this.registers = registers;
    this.titles = titles;
  }

  /** The registers that a figure reads, through its steps. */
  List<Schema> registers(Definition definition) {
    return leaves(definition)
        .flatMap(f -> f.registers().stream())
        .distinct()
        .flatMap(r -> registers.schema(r).stream())
        .toList();
  }

  private Stream<Definition.Folded> leaves(Definition definition) {
    return figures.leaves(definition.name()).stream()
        .flatMap(d -> d.made() instanceof Definition.Folded f ? Stream.of(f) : Stream.empty());
  }

  RowTable table(Shell shell, Definition definition, Figures.Rows rows) {
    Reader reader = new Reader(shell, definition);
    reader.name(rows.rows());
    List<String> told = rows.columns().stream().filter(c -> isTold(c, rows)).toList();
    List<Column> columns = told.stream().map(c -> reader.column(c, rows)).toList();
    List<List<Cell>> cells =
        rows.rows().stream()
            .map(row -> told.stream().map(c -> reader.cell(c, row.getOrDefault(c, ""))).toList())
            .toList();
    return new RowTable(columns, cells, rows.total());
  }

  /** A column that is withheld in every row says nothing. */
  private static boolean isTold(String column, Figures.Rows rows) {
    return rows.rows().isEmpty()
        || rows.rows().stream().anyMatch(r -> !r.getOrDefault(column, "").equals(Mask.WITHHELD));
  }

  /** A column's name, as in a breakdown. */
  String heading(Shell shell, Definition definition, String column) {
    return new Reader(shell, definition).heading(column);
  }

  /** The values of a column as its field puts choices in order; others stay as they are. */
  List<String> inOrder(Definition definition, String column, List<String> values) {
    List<String> choices =
        leaves(definition)
            .flatMap(f -> Stream.ofNullable(f.fields().get(column)))
            .flatMap(f -> registers.schema(f.register()).flatMap(s -> s.field(f.field())).stream())
            .findFirst()
            .map(f -> f.choices().stream().map(Field.Choice::code).toList())
            .orElse(List.of());
    return values.stream()
        .sorted(
            Comparator.comparingInt(v -> {
              int place = choices.indexOf(v);
              return place < 0 ? Integer.MAX_VALUE : place;
            }))
        .toList();
  }

  /** A column's value, as in a breakdown. */
  String words(Shell shell, Definition definition, String column, String value) {
    return new Reader(shell, definition).cell(column, value).text();
  }

  /** Reads the columns of one figure for one visitor. */
  private final class Reader {
    private final Shell shell;
    private final Definition figure;
    private final Lang lang;
    private final Map<String, String> links;
    private final Map<String, Cell> records = new HashMap<>();
    private final Map<String, Map<String, String>> named = new HashMap<>();
    private final Map<String, Definition> folded = new HashMap<>();

    Reader(Shell shell, Definition definition) {
      figures.leaves(definition.name()).forEach(this::fold);
      this.shell = shell;
      this.lang = shell.lang();
      this.figure = definition;
      this.links = figures.links(definition.name());
    }

    Column column(String name, Figures.Rows rows) {
      Optional<Field> field = field(name);
      boolean numeric =
          !links.containsKey(name)
              && field
                  .map(f -> f.type() == FieldType.WHOLE || f.type() == FieldType.DECIMAL)
                  .orElseGet(() ->
                      rows.rows().stream()
                              .map(r -> r.getOrDefault(name, ""))
                              .allMatch(v -> v.isEmpty() || v.matches(NUMBER))
                          && !name.equals("period"));
      String unit =
          field
              .map(f -> f.unit().in(lang))
              .or(() -> Optional.ofNullable(folded.get(name)).map(d -> d.unit().in(lang)))
              .orElse("");
      return new Column(heading(name), numeric ? unit : "", numeric);
    }

    String heading(String name) {
      if (name.equals("figure") || name.equals("period") || name.equals("unit")) {
        return shell.say("screens.column." + name);
      }
      Optional<String> record =
          Optional.ofNullable(links.get(name))
              .flatMap(registers::schema)
              .map(s -> s.label().in(lang));
      return record
          .or(() -> field(name).map(f -> f.label().in(lang)))
          .or(() -> Optional.ofNullable(folded.get(name)).map(d -> d.label().in(lang)))
          .orElse(name);
    }

    /** A column that is made for being added up means what its figure means. */
    private void fold(Definition leaf) {
      if (leaf.made() instanceof Definition.Folded f) {
        switch (f.fold()) {
          case Definition.Fold.Sum sum -> folded.put(sum.column(), leaf);
          case Definition.Fold.Mean mean -> folded.put(mean.column(), leaf);
          case Definition.Fold.Min min -> folded.put(min.column(), leaf);
          case Definition.Fold.Max max -> folded.put(max.column(), leaf);
          case Definition.Fold.Quantile quantile -> folded.put(quantile.column(), leaf);
          case Definition.Fold.Last last -> folded.put(last.column(), leaf);
          case Definition.Fold.Ratio ratio -> {}
          case Definition.Fold.Count count -> {}
          case Definition.Fold.CountDistinct distinct -> {}
        }
      }
    }

    private Optional<Field> field(String name) {
      return leaves(figure)
          .flatMap(f -> Stream.ofNullable(f.fields().get(name)))
          .flatMap(f -> registers.schema(f.register()).flatMap(s -> s.field(f.field())).stream())
          .findFirst();
    }

    Cell cell(String column, String value) {
      String register = links.getOrDefault(column, "");
      if (value.isEmpty() || value.equals(Mask.WITHHELD)) {
        return new Cell(value, "");
      }
      if (!register.isEmpty()) {
        return records.computeIfAbsent(register + " " + value, k -> record(register, value));
      }
      return switch (column) {
        case "figure" ->
            new Cell(
                figures.definition(value).map(d -> d.label().in(lang)).orElse(value),
                shell.link("/figures/" + value));
        case "period" ->
            new Cell(Period.parse(value).map(p -> Periods.words(p).in(lang)).orElse(value), "");
        default ->
            new Cell(
                field(column)
                    .map(f -> value(f, value))
                    .orElseGet(
                        () -> value.matches(NUMBER) ? Shown.number(new BigDecimal(value)) : value),
                "");
      };
    }

    private String value(Field field, String value) {
      return switch (field.type()) {
        case FLAG -> shell.say("screens.flag." + value);
        case CHOICE ->
            field.choices().stream()
                .filter(c -> c.code().equals(value))
                .map(c -> c.label().in(lang))
                .findFirst()
                .orElse(value);
        case WHOLE, DECIMAL -> value.matches(NUMBER) ? Shown.number(new BigDecimal(value)) : value;
        default -> value;
      };
    }

    private Cell record(String register, String id) {
      String title = named.getOrDefault(register, Map.of()).get(id);
      String link = RecordLinks.recordThen(shell, shell.when().on(), register, id);
      return new Cell(
          title == null ? titles.titles(shell, register, List.of(id)).getOrDefault(id, id) : title,
          link);
    }

    /** Names the records of many rows at once. */
    void name(List<Map<String, String>> rows) {
      links.forEach((column, register) ->
          named
              .computeIfAbsent(register, r -> new HashMap<>())
              .putAll(
                  titles.titles(
                      shell,
                      register,
                      rows.stream()
                          .map(row -> row.getOrDefault(column, ""))
                          .filter(id -> !id.isEmpty() && !id.equals(Mask.WITHHELD))
                          .toList())));
    }
  }
}
