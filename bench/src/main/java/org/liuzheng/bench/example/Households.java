package org.liuzheng.bench.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuzheng.bench.example.Sheetful.Form;
import org.liuzheng.yaml.YamlNode;

/**
 * Grids, the cadres who answer for them, and the list of households as of the year's end: how many
 * live there and when somebody first came. No names, no addresses.
 */
final class Households {
  static final String WORDS = "households";
  private static final int GRIDS = 302;
  private static final int OFFICE_CADRES = 778;
  private static final int STREET_CADRES = 1500;
  private static final int LEFT = 19;
  private static final int FORGOTTEN = 24;
  private static final LocalDate DRAWN = LocalDate.of(2018, 1, 15);
  private static final LocalDate SENT = LocalDate.of(2018, 3, 20);
  private static final LocalDate YEAR_END = LocalDate.of(2018, 12, 31);
  private static final List<Integer> SIZES = List.of(1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5);

  private final Dice dice = Dice.of("households");
  private final List<Grid> grids = new ArrayList<>();
  private final List<Cadre> cadres = new ArrayList<>();
  private final List<Household> households = new ArrayList<>();

  /** A grid with the name of its street or town. */
  record Grid(String code, String name, String place, String street, String community) {}

  /** Somebody who visits; who left has a successor. */
  record Cadre(String code, String kind, String unit, Grid grid, Optional<LocalDate> left) {}

  /** Those who live together, and when they were first visited. */
  record Household(
      String code, Grid grid, int residents, Cadre cadre, Optional<LocalDate> visited) {}

  private Households() {
    draw();
    send("JG", "office", OFFICE_CADRES);
    send("SQ", "street", STREET_CADRES);
    list();
  }

  static Households of2018() {
    return new Households();
  }

  List<Household> households() {
    return households;
  }

  List<Cadre> cadres() {
    return cadres;
  }

  static String said(String path, Object... args) {
    String said = Vocabulary.read(WORDS, root -> root.need("titles").need(path).text());
    for (int i = 0; i < args.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return said;
  }

  private void draw() {
    Map<String, YamlNode> places =
        Vocabulary.read("projects", root -> root.need("places").entries());
    List<String[]> communities = new ArrayList<>();
    Vocabulary.read(WORDS, root -> root.need("communities").entries())
        .forEach((place, names) ->
            Vocabulary.texts(names).forEach(n -> communities.add(new String[] {place, n})));
    for (int i = 0; i < GRIDS; i++) {
      String[] at = communities.get(i % communities.size());
      int number = i / communities.size() + 1;
      grids.add(
          new Grid(
              "W-%03d".formatted(i + 1),
              at[1] + said("grid", number),
              at[0],
              Vocabulary.need(places, at[0]).need("code").text(),
              at[1]));
    }
  }

  private void send(String letters, String kind, int many) {
    boolean street = kind.equals("street");
    List<Office> offices = Office.all();
    for (int i = 0; i < many; i++) {
      Grid grid = grids.get(i % grids.size());
      cadres.add(
          new Cadre(
              "%s-%04d".formatted(letters, i + 1),
              kind,
              street ? grid.street() : offices.get(i % offices.size()).unit(),
              grid,
              Optional.empty()));
    }
  }

  /** In a grid the households are dealt out one by one, so nobody has two more than another. */
  private void list() {
    Map<String, List<Cadre>> those = new HashMap<>();
    cadres.stream()
        .filter(c -> c.kind().equals("street"))
        .forEach(c -> those.computeIfAbsent(c.grid().code(), g -> new ArrayList<>()).add(c));
    for (Grid grid : grids) {
      int many = 126 + dice.between(-21, 22);
      for (int i = 0; i < many; i++) {
        List<Cadre> here = Vocabulary.need(those, grid.code());
        households.add(
            new Household(
                "%s-%03d".formatted(grid.code().replace("W", "H"), i + 1),
                grid,
                dice.pick(SIZES),
                here.get(i % here.size()),
                dice.between(1, 1000) > 985
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(2018, 3, 26).plusDays(dice.skewed(0, 268)))));
      }
    }
  }

  List<Sheetful> sheets() {
    List<Sheetful> sheets = new ArrayList<>(Tabled.all(WORDS));
    sheets.add(gridSheet());
    sheets.add(cadreSheet("office", Form.WORKBOOK, said("offices")));
    sheets.add(cadreSheet("street", Form.CSV_GBK, said("streets")));
    sheets.add(changes());
    List<Household> forgotten =
        dice.some(
            FORGOTTEN,
            households.stream()
                .filter(h -> h.grid().place().equals(last()) && h.visited().isPresent())
                .toList());
    grids.stream().map(Grid::place).distinct().forEach(place -> sheets.add(list(place, forgotten)));
    sheets.add(corrected(forgotten));
    return sheets;
  }

  private String last() {
    return grids.getLast().place();
  }

  private Sheetful gridSheet() {
    return new Sheetful(
        93,
        "grid",
        "all",
        Form.CSV_WITH_MARK,
        said("grids"),
        Titles.said("senders.delivery"),
        List.of("code", "name", "street", "community", "drawn_on"),
        grids.stream()
            .map(g ->
                Row.of("code", g.code())
                    .with("name", g.name())
                    .with("street", g.street())
                    .with("community", g.community())
                    .with("drawn_on", DRAWN)
                    .done())
            .toList());
  }

  private Sheetful cadreSheet(String kind, Form form, String title) {
    List<Map<String, String>> rows =
        cadres.stream().filter(c -> c.kind().equals(kind)).map(c -> cadre(c, SENT)).toList();
    return new Sheetful(
        94,
        "cadre",
        kind,
        form,
        title,
        Titles.said("senders.delivery"),
        List.of("code", "kind", "unit", "grid", "state", "assigned_on"),
        rows);
  }

  private static Map<String, String> cadre(Cadre c, LocalDate on) {
    return Row.of("code", c.code())
        .with("kind", c.kind())
        .with("unit", c.unit())
        .with("grid", c.grid().code())
        .with("state", "active")
        .with("assigned_on", on)
        .done();
  }

  /** Some leave, and whoever comes in their place has a number of his own. */
  private Sheetful changes() {
    List<Map<String, String>> rows = new ArrayList<>();
    List<Cadre> leaving =
        dice.some(LEFT, cadres.stream().filter(c -> c.kind().equals("office")).toList());
    for (int i = 0; i < leaving.size(); i++) {
      Cadre gone = leaving.get(i);
      LocalDate day = dice.day(LocalDate.of(2018, 5, 4), LocalDate.of(2018, 11, 20));
      rows.add(
          Row.of("code", gone.code())
              .with("kind", gone.kind())
              .with("unit", gone.unit())
              .with("state", "left")
              .with("assigned_on", day)
              .done());
      rows.add(
          cadre(
              new Cadre(
                  "JG-%04d".formatted(OFFICE_CADRES + i + 1),
                  gone.kind(),
                  gone.unit(),
                  gone.grid(),
                  Optional.empty()),
              day));
    }
    return new Sheetful(
        95,
        "cadre",
        "changes",
        Form.CSV_WITH_MARK,
        said("changes"),
        Titles.said("senders.delivery"),
        List.of("code", "kind", "unit", "grid", "state", "assigned_on"),
        rows);
  }

  private Sheetful list(String place, List<Household> forgotten) {
    List<Map<String, String>> rows =
        households.stream()
            .filter(h -> h.grid().place().equals(place))
            .map(h -> row(h, !forgotten.contains(h)))
            .toList();
    return households(96, rows.getFirst(), place, rows);
  }

  private Sheetful corrected(List<Household> forgotten) {
    return households(97, Map.of(), last(), forgotten.stream().map(h -> row(h, true)).toList());
  }

  private Sheetful households(
      int order, Map<String, String> first, String place, List<Map<String, String>> rows) {
    boolean all = !first.isEmpty();
    String street =
        grids.stream().filter(g -> g.place().equals(place)).findFirst().orElseThrow().street();
    return new Sheetful(
        order,
        "household",
        street + (all ? "" : "-corrected"),
        Form.WORKBOOK,
        all ? said("households", place) : said("corrected"),
        Titles.said("senders.office", place),
        List.of("code", "grid", "residents", "cadre", "listed_on", "first_visited_on"),
        rows);
  }

  private static Map<String, String> row(Household h, boolean visited) {
    Row row =
        Row.of("code", h.code())
            .with("grid", h.grid().code())
            .with("residents", h.residents())
            .with("cadre", h.cadre().code())
            .with("listed_on", YEAR_END);
    if (visited) {
      h.visited().ifPresent(d -> row.with("first_visited_on", d));
    }
    return row.done();
  }
}
