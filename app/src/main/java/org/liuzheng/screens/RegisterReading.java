package org.liuzheng.screens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.ledger.Entry;
import org.liuzheng.page.Shell;
import org.liuzheng.register.Field;
import org.liuzheng.register.FieldType;
import org.liuzheng.register.Registers;
import org.liuzheng.register.Schema;
import org.liuzheng.register.Version;
import org.liuzheng.screens.RegisterPage.Choice;
import org.liuzheng.screens.RegisterPage.Chosen;
import org.liuzheng.screens.RegisterPage.Column;
import org.liuzheng.screens.RegisterPage.Filter;
import org.liuzheng.screens.RegisterPage.Finder;
import org.liuzheng.screens.RegisterPage.Head;
import org.liuzheng.screens.RegisterPage.Row;
import org.liuzheng.screens.RegisterPage.Table;
import org.springframework.stereotype.Component;

/** Reads the page of one register. */
@Component
class RegisterReading {
  static final int SIZE = 50;

  /** Beside the title; more make a table that nobody reads. */
  private static final int USUAL_COLUMNS = 6;

  /** More are offered for the columns shown alone, so that the list is not below the fold. */
  private static final int MOST_FILTERS = 10;

  private static final int MOST_CHOICES = 300;
  private static final int SUGGESTED = 20;

  private final Registers registers;
  private final RegisterShelf shelf;
  private final OpenRegisters open;
  private final RecordTitles titles;
  private final FieldValues values;
  private final Dictionaries dictionaries;
  private final UnitNames units;
  private final Days days;

  RegisterReading(
      Registers registers,
      RegisterShelf shelf,
      OpenRegisters open,
      RecordTitles titles,
      FieldValues values,
      Dictionaries dictionaries,
      UnitNames units,
      Days days) {
    this.registers = registers;
    this.shelf = shelf;
    this.open = open;
    this.titles = titles;
    this.values = values;
    this.dictionaries = dictionaries;
    this.units = units;
    this.days = days;
  }

  static boolean filters(Field field) {
    return field.type() == FieldType.CHOICE
        || field.type() == FieldType.FLAG
        || field.type() == FieldType.REFERENCE;
  }

  RegisterPage page(Shell shell, Schema schema, RegisterPages.Asked asked) {
    return new RegisterPage(
        shell,
        head(shell, schema),
        finder(shell, schema, asked),
        table(shell, schema, asked),
        dictionaries.of(shell, schema));
  }

  private Head head(Shell shell, Schema schema) {
    boolean write = open.offersWriting(shell, schema);
    String name = schema.name();
    List<String> export = new ArrayList<>();
    shell.here().query().forEach((k, v) -> export.addAll(List.of(k, v)));
    return new Head(
        name,
        shell.say(schema.label()),
        shell.say(schema.purpose()),
        sentence(shell, schema),
        write ? RecordLinks.page(shell, name, "add") : "",
        write ? RecordLinks.page(shell, name, "import") : "",
        RecordLinks.page(shell, name, "export.csv", export.toArray(String[]::new)),
        shell.link("/entries", "register", name));
  }

  private String sentence(Shell shell, Schema schema) {
    String owner = shell.say(units.name(schema.owner(), shell.when()));
    String count = Shown.number(shelf.count(shell, schema));
    Optional<Entry> newest = shelf.newest(shell, schema);
    return newest.isEmpty()
        ? shell.say("register_page.sentence_empty", owner)
        : shell.say(
            "register_page.sentence",
            count,
            owner,
            Days.words(shell, days.day(newest.get().recordedAt())));
  }

  private Finder finder(Shell shell, Schema schema, RegisterPages.Asked asked) {
    Registers.Query query = asked.query();
    List<Filter> filters = new ArrayList<>();
    List<Chosen> chosen = new ArrayList<>();
    if (!query.search().isBlank()) {
      chosen.add(
          new Chosen(
              shell.say("register_page.search"),
              query.search(),
              shell.here("search", "", "page", "")));
    }
    FieldValues.Reader reader = values.reader(shell, schema, List.of(query.equal()));
    List<Field> shown = columns(schema, asked.allColumns());
    boolean few = schema.fields().stream().filter(RegisterReading::filters).count() <= MOST_FILTERS;
    for (Field field : schema.fields()) {
      String value = query.equal().getOrDefault(field.name(), "");
      if (filters(field)
          && !RegisterPages.Asked.OWN.contains(field.name())
          && (few || shown.contains(field) || !value.isEmpty())) {
        filters.add(
            new Filter(field.name(), shell.say(field.label()), value, choices(shell, field)));
      }
      if (!value.isEmpty()) {
        chosen.add(
            new Chosen(
                shell.say(field.label()),
                reader.of(field, value).text(),
                shell.here(field.name(), "", "page", "")));
      }
    }
    return new Finder(query.search(), query.sort(), asked.allColumns(), filters, chosen);
  }

  /** Codes and labels to choose from; none when there are too many or they may not be read. */
  List<Choice> choices(Shell shell, Field field) {
    return switch (field.type()) {
      case CHOICE ->
          field.choices().stream().map(c -> new Choice(c.code(), shell.say(c.label()))).toList();
      case FLAG ->
          List.of(
              new Choice("true", shell.say(field.shown("true"))),
              new Choice("false", shell.say(field.shown("false"))));
      case REFERENCE -> records(shell, field.refersTo());
      default -> List.of();
    };
  }

  private List<Choice> records(Shell shell, String register) {
    Optional<Schema> schema =
        open.readable(shell).stream().filter(s -> s.name().equals(register)).findFirst();
    if (schema.isEmpty()) {
      return List.of();
    }
    Registers.Found found =
        registers.list(
            new Registers.Query(register, Map.of(), "", "", 0, MOST_CHOICES, shell.when()));
    return found.total() > MOST_CHOICES
        ? List.of()
        : titles.titles(shell, schema.get(), found.versions()).entrySet().stream()
            .map(e -> new Choice(e.getKey(), e.getValue()))
            .toList();
  }

  Suggestions suggestions(Shell shell, Schema schema, String typed) {
    List<Version> found =
        registers
            .list(
                new Registers.Query(schema.name(), Map.of(), typed, "", 0, SUGGESTED, shell.when()))
            .versions();
    return new Suggestions(
        titles.titles(shell, schema, found).entrySet().stream()
            .map(e -> new Choice(e.getKey(), e.getValue()))
            .toList());
  }

  private Table table(Shell shell, Schema schema, RegisterPages.Asked asked) {
    Registers.Found found = registers.list(asked.query());
    List<Field> fields = columns(schema, asked.allColumns());
    FieldValues.Reader reader =
        values.reader(shell, schema, found.versions().stream().map(Version::values).toList());
    Map<String, String> named = titles.titles(shell, schema, found.versions());
    Map<String, Integer> decimals = decimals(fields, found.versions());
    List<Row> rows =
        found.versions().stream()
            .map(v ->
                new Row(
                    named.getOrDefault(v.record(), v.record()),
                    RecordLinks.record(shell, schema.name(), v.record()),
                    fields.stream()
                        .map(f ->
                            reader.of(f, v.value(f.name()), decimals.getOrDefault(f.name(), 0)))
                        .toList()))
            .toList();
    List<Column> columns = new ArrayList<>();
    columns.add(first(shell, schema, asked.query().sort()));
    fields.forEach(f -> columns.add(column(shell, f, asked.query().sort())));
    int more = columns(schema, true).size() - fields.size();
    return new Table(
        columns,
        rows,
        found.total(),
        asked.query().page(),
        SIZE,
        more,
        shell.here("columns", asked.allColumns() ? "" : "all"));
  }

  /** Numbers of one unit stand below each other with as many decimals as any of them has. */
  private static Map<String, Integer> decimals(List<Field> fields, List<Version> versions) {
    Map<String, Integer> decimals = new HashMap<>();
    for (Field field : fields) {
      if (field.type() == FieldType.DECIMAL && !field.unit().zh().isEmpty()) {
        decimals.put(
            field.name(),
            versions.stream()
                .map(v -> v.value(field.name()))
                .filter(v -> !v.isEmpty())
                .mapToInt(v -> new BigDecimal(v).scale())
                .max()
                .orElse(0));
      }
    }
    return decimals;
  }

  /** The title's own column; a title of several parts is in the order of ids. */
  private static Column first(Shell shell, Schema schema, String sort) {
    Field title = schema.field(schema.title()).orElseThrow();
    boolean one = title.type() == FieldType.TEXT || schema.key().size() == 1;
    return one
        ? column(shell, title, sort)
        : new Column(
            shell.say(schema.label()),
            "",
            false,
            sort.isEmpty() ? "ascending" : "",
            shell.here("sort", "", "page", ""));
  }

  private static Column column(Shell shell, Field field, String sort) {
    boolean up = sort.equals(field.name());
    boolean down = sort.equals("-" + field.name());
    boolean sortable = field.type() != FieldType.PRIVATE && field.type() != FieldType.FILE;
    return new Column(
        shell.say(field.label()),
        Shown.unit(field.unit(), shell.lang()),
        FieldValues.numeric(field),
        up ? "ascending" : down ? "descending" : "",
        sortable ? shell.here("sort", up ? "-" + field.name() : field.name(), "page", "") : "");
  }

  /**
   * The fields that have a column beside the title: those that the register's file lists, or those
   * first that every record has.
   */
  private static List<Field> columns(Schema schema, boolean all) {
    Field title = schema.field(schema.title()).orElseThrow();
    boolean inTitle =
        title.type() != FieldType.TEXT
            && schema.key().size() > 1
            && title.type() != FieldType.REFERENCE;
    List<Field> candidates =
        schema.fields().stream()
            .filter(f -> !f.name().equals(schema.title()))
            .filter(f -> !(inTitle && schema.key().contains(f.name())))
            .filter(f -> !f.name().equals(schema.title() + "_en"))
            .toList();
    if (all || candidates.size() <= USUAL_COLUMNS) {
      return candidates;
    }
    if (!schema.list().isEmpty()) {
      return schema.list().stream()
          .flatMap(name -> candidates.stream().filter(f -> f.name().equals(name)))
          .toList();
    }
    List<Field> usual =
        candidates.stream()
            .sorted(Comparator.comparingInt((Field f) -> rank(schema, f)))
            .limit(USUAL_COLUMNS)
            .toList();
    return candidates.stream().filter(usual::contains).toList();
  }

  private static int rank(Schema schema, Field field) {
    boolean needed = field.required() || schema.key().contains(field.name());
    return switch (field.type()) {
      case PRIVATE, FILE, POINT -> 5;
      case TEXT -> needed ? 3 : 4;
      case CODE -> schema.key().contains(field.name()) ? 0 : 3;
      case FLAG -> 2;
      case WHOLE, DECIMAL, DATE, MONTH, CHOICE, REFERENCE -> needed ? 0 : 1;
    };
  }
}
